import type { PlainDate } from '../calendar/dates.ts';
import type { ReasonCode, Registration, ReturnedRegistration } from '../model/registration.ts';
import { type Issue, ok, type Result, refuse } from '../result.ts';
import { checkMove } from './check-move.ts';
import { checkReason } from './check-reason.ts';
import { factsOf } from './facts-of.ts';

export interface Return {
  readonly returnedOn: PlainDate;
  readonly reason: ReasonCode;
  /** The fields that the partner is asked to complete; at least one. */
  readonly fields: readonly string[];
  readonly noteToPartner: string;
}

/**
 * The request handed back for more information; it keeps Registered at and its place. `required` without fields to
 * complete or without the note that `other` needs, `illegal-state` where it is not `Submitted`. Programme rules,
 * sections 2.2 and 2.6.
 */
export function returnRegistration(registration: Registration, how: Return): Result<ReturnedRegistration> {
  const issues: Issue[] = [...checkReason(how.reason, how.noteToPartner)];
  if (how.fields.length === 0) {
    issues.push({
      code: 'required',
      field: 'fields',
      message: 'Name at least one field for the partner to complete.',
    });
  }
  const move = checkMove(registration.status, 'Returned');
  if (move !== null) issues.push(move);
  if (issues.length > 0) return refuse(...issues);
  return ok({ ...factsOf(registration), status: 'Returned', ...how });
}
