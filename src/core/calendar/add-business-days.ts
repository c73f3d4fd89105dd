import { addDays } from './add-days.ts';
import type { PlainDate } from './dates.ts';
import { isBusinessDay } from './is-business-day.ts';

/**
 * The n-th business day after the date; the date itself never counts, so a Saturday + 1 is Monday, as is a Friday
 * + 1. With `days` 0 it is the date itself, business day or not. `days` must be a whole number, not negative.
 */
export function addBusinessDays(date: PlainDate, days: number, holidays: readonly PlainDate[]): PlainDate {
  let current = date;
  for (let left = days; left > 0; ) {
    current = addDays(current, 1);
    if (isBusinessDay(current, holidays)) left -= 1;
  }
  return current;
}
