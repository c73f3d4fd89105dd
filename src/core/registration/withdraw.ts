import type { PlainDate } from '../calendar/dates.ts';
import type { Registration, WithdrawnRegistration } from '../model/registration.ts';
import { ok, type Result, refuse } from '../result.ts';
import { checkMove } from './check-move.ts';
import { factsOf } from './facts-of.ts';

export interface Withdrawal {
  readonly withdrawnOn: PlainDate;
  /** '' where nobody gave one. */
  readonly withdrawalReason: string;
}

/** The request taken back; `illegal-state` where it is neither `Submitted` nor `Returned`. Programme rules, section 2. */
export function withdraw(registration: Registration, how: Withdrawal): Result<WithdrawnRegistration> {
  const move = checkMove(registration.status, 'Withdrawn');
  if (move !== null) return refuse(move);
  return ok({ ...factsOf(registration), status: 'Withdrawn', ...how });
}
