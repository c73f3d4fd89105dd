import { sameCustomer } from '../../core/conflict/same-customer.ts';
import type { LeadId } from '../../core/model/ids.ts';
import { isApproved, isOpen } from '../../core/registration/is-approved.ts';
import type { LeadRecord, PartnerRecord } from '../records.ts';
import type { Context } from './context.ts';
import type { Problems } from './problems.ts';

/**
 * The earlier registration that this request renews: this partner's, of the same customer, approved at some time
 * and not renewed yet, where it is the only candidate; otherwise null. Programme rules, section 2.10.
 */
export function findPreviousLead(context: Context, lead: LeadId): LeadId | null {
  const request = context.draft.get('leads', lead)?.registration;
  if (!request) return null;
  const leads = context.draft.list('leads').map(({ registration }) => registration);
  const renewed = new Set(
    leads
      .filter((other) => other.id !== lead && (isApproved(other) || isOpen(other)))
      .map((other) => other.previousLead),
  );
  const candidates = leads.filter(
    (other) =>
      other.id !== lead &&
      other.partner === request.partner &&
      isApproved(other) &&
      !renewed.has(other.id) &&
      sameCustomer(context.customers.prepared(), lead, other.id),
  );
  const [only, ...more] = candidates;
  return only !== undefined && more.length === 0 ? only.id : null;
}

/** Refuses a named earlier registration that belongs to another partner or was never approved. */
export function checkPreviousLead(
  previous: LeadRecord | undefined,
  partner: PartnerRecord | undefined,
  problems: Problems,
): void {
  if (!previous || !partner) return;
  const { registration } = previous;
  if (registration.partner !== partner.id) {
    problems.add(
      'invalid',
      'previousLead',
      `${registration.id} is a registration of another partner: name one of ${partner.partner.name}.`,
    );
  } else if (!isApproved(registration)) {
    problems.add(
      'invalid',
      'previousLead',
      `${registration.id} was never approved, so it cannot be renewed: leave the field empty.`,
    );
  }
}
