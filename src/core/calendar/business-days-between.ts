import { addDays } from './add-days.ts';
import type { PlainDate } from './dates.ts';
import { isBusinessDay } from './is-business-day.ts';

/**
 * How many business days come after `from` up to and including `until`: Friday to Monday is 1. 0 where `until` is
 * not later than `from`.
 */
export function businessDaysBetween(
  from: PlainDate,
  until: PlainDate,
  holidays: readonly PlainDate[],
): number {
  let days = 0;
  for (let day = addDays(from, 1); day <= until; day = addDays(day, 1)) {
    if (isBusinessDay(day, holidays)) days += 1;
  }
  return days;
}
