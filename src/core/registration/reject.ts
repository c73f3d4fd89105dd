import type { PlainDate } from '../calendar/dates.ts';
import type { ReasonCode, Registration, RejectedRegistration } from '../model/registration.ts';
import { type Issue, ok, type Result, refuse } from '../result.ts';
import { checkMove } from './check-move.ts';
import { checkReason } from './check-reason.ts';
import { factsOf } from './facts-of.ts';

export interface Rejection {
  readonly rejectedOn: PlainDate;
  readonly reason: ReasonCode;
  readonly noteToPartner: string;
}

/**
 * The request turned down. `required` without the note that `other` needs, `illegal-state` where it is not
 * `Submitted`. Programme rules, section 2.6.
 */
export function reject(registration: Registration, how: Rejection): Result<RejectedRegistration> {
  const issues: Issue[] = [...checkReason(how.reason, how.noteToPartner)];
  const move = checkMove(registration.status, 'Rejected');
  if (move !== null) issues.push(move);
  if (issues.length > 0) return refuse(...issues);
  return ok({ ...factsOf(registration), status: 'Rejected', ...how });
}
