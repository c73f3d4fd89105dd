import type { PlainDate } from '../calendar/dates.ts';
import type { LeadStatus, Registration } from '../model/registration.ts';

/**
 * The registration's state as it counts today: an `Active` one past its window is `Expired`, whether or not the
 * daily run has written that. Programme rules, section 2.5.
 */
export function statusOn(registration: Registration, today: PlainDate): LeadStatus {
  const isPast = registration.status === 'Active' && today > registration.approval.activeUntil;
  return isPast ? 'Expired' : registration.status;
}
