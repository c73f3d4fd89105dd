import type { AccountId, LeadId } from '../../core/model/ids.ts';
import type { Registration } from '../../core/model/registration.ts';
import type { AccountRecord } from '../records.ts';
import { assembleCustomerAccount } from './assemble-customer-account.ts';
import type { Context } from './context.ts';

/**
 * Keeps the customer of a converted registration in Accounts: a row of its own, or the one that the registration it
 * renews has made. The row becomes `Former` once none of its registrations is converted. Programme rules, section
 * 2: Converted.
 */
export function keepAccountOfConversion(context: Context, registration: Registration): void {
  const { draft } = context;
  const known = findAccount(context, registration);
  if (registration.status === 'Converted') {
    const sources = known?.account.sources ?? [];
    const account: AccountRecord['account'] = known
      ? {
          ...known.account,
          standing: 'Customer',
          sources: sources.includes(registration.id) ? sources : [...sources, registration.id],
        }
      : {
          id: draft.nextId('accounts') as AccountId,
          ...assembleCustomerAccount(context, registration),
          standing: 'Customer',
          owner: registration.approval.salesOwner,
          lastActivity: null,
          sources: [registration.id],
        };
    putAccount(context, { id: account.id, account });
    return;
  }
  if (!known?.account.sources.includes(registration.id)) return;
  const standsStill = known.account.sources.some(
    (source) => source !== registration.id && draft.get('leads', source)?.registration.status === 'Converted',
  );
  if (!standsStill) putAccount(context, { ...known, account: { ...known.account, standing: 'Former' } });
}

/**
 * Corrects the account row along with the registration whose conversion alone made it, as long as the row still says
 * what that one said.
 */
export function followCorrection(context: Context, before: Registration, after: Registration): void {
  const said = assembleCustomerAccount(context, before);
  const made = context.draft.list('accounts').find(({ account: { sources, name, website, country } }) => {
    const isItsOwn = sources.length === 1 && sources.includes(before.id);
    return isItsOwn && name === said.name && website === said.website && country === said.country;
  });
  if (made)
    putAccount(context, {
      ...made,
      account: { ...made.account, ...assembleCustomerAccount(context, after) },
    });
}

function putAccount(context: Context, record: AccountRecord): void {
  context.draft.put('accounts', record);
  context.customers.noteAccount(record.id);
}

/** The account row that this registration, or one that it renews, has made. */
function findAccount({ draft }: Context, registration: Registration): AccountRecord | undefined {
  const chain = new Set<LeadId>();
  let current: Registration | undefined = registration;
  while (current && !chain.has(current.id)) {
    chain.add(current.id);
    current =
      current.previousLead === null ? undefined : draft.get('leads', current.previousLead)?.registration;
  }
  return draft.list('accounts').find(({ account }) => account.sources.some((source) => chain.has(source)));
}
