import { addDays } from './add-days.ts';
import type { PlainDate } from './dates.ts';
import { isBusinessDay } from './is-business-day.ts';

/**
 * How many business days come after `from` up to and with `to`, as the decision target counts them: a request of
 * Monday that is decided on Tuesday took 1, on the same day 0. 0 where `to` is earlier. Programme rules, section 6.
 */
export function businessDaysBetween(from: PlainDate, to: PlainDate, holidays: readonly PlainDate[]): number {
  let count = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    if (isBusinessDay(date, holidays)) count += 1;
  }
  return count;
}
