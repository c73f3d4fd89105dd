import * as v from 'valibot';
import type { AccountId } from '../../../core/model/ids.ts';
import { command } from '../command-spec.ts';
import { text } from '../fields.ts';
import { findAccount } from '../find-records.ts';
import { guardHolders, recheckVerdicts } from '../record-verdict.ts';
import { ACCOUNT_FIELDS, assembleAccount } from './account-terms.ts';

/** Adds a company of One Network's own. Programme rules, section 1: engaged account. */
export const addAccount = command({
  name: 'addAccount',
  schema: () => v.strictObject(ACCOUNT_FIELDS),
  find: () => ({}),
  decide: (input, _found, context, problems) => {
    if (problems.any) return {};
    const id = context.draft.nextId('accounts') as AccountId;
    context.draft.put('accounts', { id, account: assembleAccount(id, input, []) });
    context.customers.noteAccount(id);
    guardHolders(context, problems, 'name');
    if (!problems.any) recheckVerdicts(context, [id]);
    return { id };
  },
});

/** Changes a company of One Network's own. */
export const updateAccount = command({
  name: 'updateAccount',
  schema: () => v.strictObject({ account: text('The account'), ...ACCOUNT_FIELDS }),
  find: (raw, context, problems) => ({ found: findAccount(raw, context, problems) }),
  decide: (input, { found }, context, problems) => {
    if (!found || problems.any) return {};
    const account = assembleAccount(found.id, input, found.account.sources);
    context.draft.put('accounts', { ...found, account });
    context.customers.noteAccount(found.id);
    guardHolders(context, problems, 'name');
    if (!problems.any) recheckVerdicts(context, [found.id]);
    return { id: found.id };
  },
});
