import { findCustomer } from '../../core/conflict/find-customer.ts';
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
  const customer = findCustomer(context.customers.prepared(), lead);
  const others = [...customer.keys()].flatMap((id) => {
    const other = id === lead ? undefined : context.draft.get('leads', id)?.registration;
    return other?.partner === request.partner ? [other] : [];
  });
  const approved = others.filter(isApproved);
  if (approved.length === 0) return null;
  const renewed = new Set(
    context.draft.list('leads').flatMap(({ registration }) => {
      const counts = registration.id !== lead && (isApproved(registration) || isOpen(registration));
      return counts ? [registration.previousLead] : [];
    }),
  );
  const candidates = approved.filter((other) => !renewed.has(other.id));
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
