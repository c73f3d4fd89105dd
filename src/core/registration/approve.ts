import { addMonths } from '../calendar/add-months.ts';
import type { ActiveRegistration, Approval, Registration } from '../model/registration.ts';
import { ok, type Result, refuse } from '../result.ts';
import { checkMove } from './check-move.ts';
import { factsOf } from './facts-of.ts';

/**
 * The registration approved: active until Approved on + the window of the terms, inclusive, under the terms in
 * force today for its whole life. `illegal-state` where it is not `Submitted`. Whether the conflict check allows
 * it is asked elsewhere. Programme rules, sections 2.3, 2.4 and 2.6.
 */
export function approve(
  registration: Registration,
  how: Omit<Approval, 'activeUntil'>,
): Result<ActiveRegistration> {
  const move = checkMove(registration.status, 'Active');
  // A conversion that is undone also leads to `Active`, but by the dates and never by an approval.
  if (move !== null || registration.status !== 'Submitted') {
    return refuse(move ?? alreadyApproved(registration));
  }
  const activeUntil = addMonths(how.approvedOn, how.terms.windowMonths);
  return ok({ ...factsOf(registration), status: 'Active', approval: { ...how, activeUntil } });
}

function alreadyApproved(registration: Registration) {
  const message = `A registration that is ${registration.status} cannot become Active: it was approved already.`;
  return { code: 'illegal-state', field: 'lead', message } as const;
}
