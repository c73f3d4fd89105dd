import type { Registration, RegistrationFacts, SubmittedRegistration } from '../model/registration.ts';
import { ok, type Result, refuse } from '../result.ts';
import { checkMove } from './check-move.ts';
import { factsOf } from './facts-of.ts';

/** What completing a request may change: what it says of the customer, never who asked and when. */
export type Completion = Partial<
  Pick<RegistrationFacts, 'customer' | 'website' | 'country' | 'contacts' | 'note' | 'previousLead'>
>;

/**
 * The returned request as completed, with its old Registered at and place. `illegal-state` where it is not
 * `Returned`. Programme rules, sections 2.2 and 2.7.
 */
export function resubmit(registration: Registration, completed: Completion): Result<SubmittedRegistration> {
  const move = checkMove(registration.status, 'Submitted');
  if (move !== null) return refuse(move);
  return ok({ ...factsOf(registration), ...completed, status: 'Submitted' });
}
