import type { PlainDate } from '../calendar/dates.ts';
import type { Registration } from '../model/registration.ts';
import { isApproved } from './is-approved.ts';
import { windowEndsOn } from './window-ends-on.ts';

/**
 * Whether the registration holds its customer on that day: it was approved, and the day is neither before Approved
 * on nor after the end of its window. Dates decide, never whether a daily run has set `Expired`. Programme rules,
 * sections 2.5 and 3.
 */
export function isHeldOn(registration: Registration, date: PlainDate): boolean {
  if (!isApproved(registration)) return false;
  return registration.approval.approvedOn <= date && date <= windowEndsOn(registration);
}
