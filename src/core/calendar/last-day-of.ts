import { addDays } from './add-days.ts';
import { addMonths } from './add-months.ts';
import type { Month, PlainDate } from './dates.ts';
import { firstDayOf } from './first-day-of.ts';

/** The last calendar day of the month. */
export function lastDayOf(month: Month): PlainDate {
  return addDays(addMonths(firstDayOf(month), 1), -1);
}
