import { addBusinessDays } from './add-business-days.ts';
import type { Instant, PlainDate } from './dates.ts';
import { toPlainDate } from './to-plain-date.ts';

/** What the calendar of the review needs besides the request: all settings. */
export interface ReviewCalendar {
  readonly timeZone: string;
  /** Business days after arrival until the decision. */
  readonly decisionDays: number;
  readonly holidays: readonly PlainDate[];
}

/**
 * The day by whose end (in the programme time zone) a request is to be decided: the n-th business day after the
 * day of arrival. The target has passed from the next day on. Programme rules, section 6.
 */
export function decisionTarget(registeredAt: Instant, calendar: ReviewCalendar): PlainDate {
  const arrivedOn = toPlainDate(registeredAt, calendar.timeZone);
  return addBusinessDays(arrivedOn, calendar.decisionDays, calendar.holidays);
}
