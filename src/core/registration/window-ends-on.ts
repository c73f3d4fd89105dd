import type { PlainDate } from '../calendar/dates.ts';
import type { ApprovedRegistration } from '../model/registration.ts';

/**
 * The last day that still blocks others and still earns: the earlier of Active until and the day of release.
 * Programme rules, sections 2.4, 2.8 and 4 (C1).
 */
export function windowEndsOn(registration: ApprovedRegistration): PlainDate {
  const { activeUntil } = registration.approval;
  const releasedOn = releaseDateOf(registration);
  return releasedOn !== null && releasedOn < activeUntil ? releasedOn : activeUntil;
}

/** The day of release, null where the registration was never released. */
export function releaseDateOf(registration: ApprovedRegistration): PlainDate | null {
  return 'releasedOn' in registration ? registration.releasedOn : null;
}
