import { addDays } from './add-days.ts';
import type { Month } from './dates.ts';
import { firstDayOf } from './first-day-of.ts';
import { monthOf } from './month-of.ts';

/** The month before: what the 1st of a month snapshots. Programme rules, section 6. */
export function previousMonth(month: Month): Month {
  return monthOf(addDays(firstDayOf(month), -1));
}
