import type { LeadId } from '../model/ids.ts';
import type { CustomerRecordId } from '../model/judgement.ts';
import type { Registration } from '../model/registration.ts';
import { isHeldOn } from '../registration/is-held-on.ts';
import { compareRecordIds } from './compare-record-ids.ts';
import { describeMember, findCustomer } from './find-customer.ts';
import type { PreparedConflicts } from './prepare-conflicts.ts';

/** Two registrations of different partners that hold one customer on the same day. */
export interface DoubleHolders {
  readonly left: LeadId;
  readonly right: LeadId;
  /** How the two are known to be of one customer. */
  readonly why: string;
}

/**
 * All pairs of registrations of different partners that both hold one customer today, directly or through others;
 * each pair once, the earlier registration left. Empty in a sound registry: a judgement or change that would make
 * it otherwise is refused or put back. Programme rules, section 3.
 */
export function findDoubleHolders(prepared: PreparedConflicts): readonly DoubleHolders[] {
  const holding = [...prepared.registrations()]
    .filter((registration) => isHeldOn(registration, prepared.today))
    .sort((a, b) => compareRecordIds(a.id, b.id));
  const holders = new Map<CustomerRecordId, Registration>(holding.map((held) => [held.id, held]));
  const isSettled = new Set<CustomerRecordId>();
  const pairs: DoubleHolders[] = [];
  for (const left of holding) {
    if (isSettled.has(left.id)) continue;
    const customer = findCustomer(prepared, left.id);
    const partners = new Set<string>();
    for (const id of customer.keys()) {
      const partner = holders.get(id)?.partner;
      if (partner !== undefined) partners.add(partner);
    }
    // With one partner only, none of the customer's other holders makes a pair either.
    if (partners.size < 2) for (const id of customer.keys()) isSettled.add(id);
    for (const member of customer.values()) {
      const right = holders.get(member.node.id);
      if (right === undefined || right.partner === left.partner || compareRecordIds(left.id, right.id) > 0)
        continue;
      pairs.push({ left: left.id, right: right.id, why: describeMember(customer, member) });
    }
  }
  return pairs;
}
