import * as v from 'valibot';
import type { AccountId } from '../../core/model/ids.ts';
import { ACCOUNT_FIELDS, assembleAccount } from '../commands/accounts/account-terms.ts';
import { toIssues } from '../commands/fields.ts';
import { foldName } from '../commands/find-records.ts';
import { formatId, recordKey } from '../state/record-key.ts';
import type { ImportDesk } from './import-desk.ts';
import type { ImportRow } from './import-row.ts';
import type { ImportUnit } from './import-unit.ts';

const ROW = v.object(ACCOUNT_FIELDS);

/** Adds each company of One Network's own that is not there by name and website. */
export function importAccounts(desk: ImportDesk, rows: readonly ImportRow[]): readonly ImportUnit[] {
  const known = new Map(desk.records.list('accounts').map(({ id, account }) => [keyOf(account), id]));
  const seen = new Map<string, ImportRow>();
  return rows.flatMap((row): readonly ImportUnit[] => {
    const { name = '', website = '' } = row.values;
    const key = keyOf({ name, website });
    const first = seen.get(key);
    if (name !== '' && first) row.refuse('name', `${first.name} is of the same account: keep one of them.`);
    seen.set(key, first ?? row);
    const there = known.get(key);
    const parsed = v.safeParse(ROW, row.values);
    if (!parsed.success) row.refuseAll(toIssues(parsed.issues));
    if (!parsed.success || row.isRefused) return [];
    if (there !== undefined) {
      row.found(there);
      return [];
    }
    const id = formatId('accounts', desk.numbers.highest('accounts') + 1) as AccountId;
    desk.numbers.note('accounts', id);
    row.become(id);
    const after = { id, account: assembleAccount(id, parsed.output, []) };
    const change = { key: recordKey('accounts', id), kind: 'accounts' as const, id, before: null, after };
    return [{ rows: [row], changes: [change], leads: new Map(), deals: new Map() }];
  });
}

function keyOf({ name, website }: { readonly name: string; readonly website: string }): string {
  return `${foldName(name)}|${website.trim().toLowerCase()}`;
}
