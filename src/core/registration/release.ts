import type { PlainDate } from '../calendar/dates.ts';
import type { Registration, ReleasedRegistration } from '../model/registration.ts';
import { type Issue, ok, type Result, refuse } from '../result.ts';
import { checkMove } from './check-move.ts';
import { factsOf } from './facts-of.ts';
import { statusOn } from './status-on.ts';

export interface Release {
  /** The last day that counts: the customer is free from the next day. */
  readonly releasedOn: PlainDate;
  readonly releaseReason: string;
}

/**
 * The registration ended early. `illegal-state` where it is not `Active` on that day, also where its window is over
 * and only the daily run has not said so yet. Programme rules, section 2.8.
 */
export function release(registration: Registration, how: Release): Result<ReleasedRegistration> {
  const from = statusOn(registration, how.releasedOn);
  const move = checkMove(from, 'Released');
  // An undone conversion returns to `Released` by its dates; nobody releases a converted registration.
  if (move !== null || registration.status !== 'Active') return refuse(move ?? converted());
  return ok({
    ...factsOf(registration),
    status: 'Released',
    approval: registration.approval,
    ...how,
  });
}

function converted(): Issue {
  const message =
    'A registration that is Converted cannot become Released: the customer stays assigned to the partner to the end of its window.';
  return { code: 'illegal-state', field: 'lead', message };
}
