import type { Month, PlainDate } from './dates.ts';
import { mintPlainDate } from './mint-dates.ts';

/** The first calendar day of the month. */
export function firstDayOf(month: Month): PlainDate {
  return mintPlainDate(`${month}-01`);
}
