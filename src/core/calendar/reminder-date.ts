import { addBusinessDays } from './add-business-days.ts';
import type { Instant, PlainDate } from './dates.ts';
import type { ReviewCalendar } from './decision-target.ts';
import { toPlainDate } from './to-plain-date.ts';

/**
 * The day on which the manager is reminded of an undecided request: the business day on which half of the time to
 * the decision target is over. Of three business days that is the second, of four too, of one the first.
 * Programme rules, section 6.
 */
export function reminderDate(registeredAt: Instant, calendar: ReviewCalendar): PlainDate {
  const arrivedOn = toPlainDate(registeredAt, calendar.timeZone);
  return addBusinessDays(arrivedOn, Math.ceil(calendar.decisionDays / 2), calendar.holidays);
}
