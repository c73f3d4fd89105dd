import type { PlainDate } from '../../core/calendar/dates.ts';
import { findCustomer } from '../../core/conflict/find-customer.ts';
import { findDoubleHolders } from '../../core/conflict/find-double-holders.ts';
import type { PreparedConflicts } from '../../core/conflict/prepare-conflicts.ts';
import type { ApprovedRegistration } from '../../core/model/registration.ts';
import { isApproved } from '../../core/registration/is-approved.ts';
import { windowEndsOn } from '../../core/registration/window-ends-on.ts';
import { CustomerDesk } from '../commands/customer-desk.ts';
import type { RecordsView } from '../state/records-view.ts';
import type { AuditNotes } from './finding.ts';
import type { Places } from './places.ts';

/**
 * On no day do registrations of different partners hold one customer. Today's pairs are differences; days that are over are
 * notices, because what is known of a customer now may not have been known then. Programme rules, section 3.
 */
export function auditHolders(
  records: RecordsView,
  today: PlainDate,
  places: Places,
  notes: AuditNotes,
): void {
  const prepared = new CustomerDesk(records, today).prepared();
  const approved = new Map<string, ApprovedRegistration>();
  for (const { registration } of records.list('leads')) {
    if (isApproved(registration)) approved.set(registration.id, registration);
  }
  notes.looked('holders', approved.size);
  const isToday = new Set<string>();
  for (const { left, right, why } of findDoubleHolders(prepared)) {
    isToday.add(`${left} ${right}`);
    notes.find('holders', {
      ...places.of('leads', right, 'customer'),
      found: `held today although ${left} holds the customer: ${why}`,
      expected: 'one partner',
      section: '3',
    });
  }
  for (const [left, right] of overlaps(prepared, approved)) {
    if (isToday.has(`${left.id} ${right.id}`) || isToday.has(`${right.id} ${left.id}`)) continue;
    const [from, until] = sharedDays(left, right);
    notes.find('holders', {
      ...places.of('leads', right.id, 'customer'),
      found: `held from ${from} to ${until} along with ${left.id} of another partner, by what is known of the customer now`,
      expected: 'one partner on each day',
      section: '3',
      severity: 'notice',
    });
  }
}

/** Pairs of one customer and different partners whose windows have days in common, each once, the earlier approved first. */
function overlaps(
  prepared: PreparedConflicts,
  approved: ReadonlyMap<string, ApprovedRegistration>,
): readonly (readonly [ApprovedRegistration, ApprovedRegistration])[] {
  const pairs: (readonly [ApprovedRegistration, ApprovedRegistration])[] = [];
  for (const left of approved.values()) {
    for (const id of findCustomer(prepared, left.id).keys()) {
      const right = approved.get(id);
      if (right === undefined || right.partner === left.partner || !isBefore(left, right)) continue;
      const [from, until] = sharedDays(left, right);
      if (from <= until) pairs.push([left, right]);
    }
  }
  return pairs;
}

function isBefore(left: ApprovedRegistration, right: ApprovedRegistration): boolean {
  const [a, b] = [left.approval.approvedOn, right.approval.approvedOn];
  return a === b ? left.id < right.id : a < b;
}

function sharedDays(
  left: ApprovedRegistration,
  right: ApprovedRegistration,
): readonly [PlainDate, PlainDate] {
  const [a, b] = [windowEndsOn(left), windowEndsOn(right)];
  return [right.approval.approvedOn, a < b ? a : b];
}
