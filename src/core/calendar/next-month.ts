import { addMonths } from './add-months.ts';
import type { Month } from './dates.ts';
import { firstDayOf } from './first-day-of.ts';
import { monthOf } from './month-of.ts';

/** The month after. */
export function nextMonth(month: Month): Month {
  return monthOf(addMonths(firstDayOf(month), 1));
}
