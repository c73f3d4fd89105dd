import type { Month, PlainDate } from './dates.ts';
import { mintMonth } from './mint-dates.ts';

/** The month in which the date lies. */
export function monthOf(date: PlainDate): Month {
  return mintMonth(date.slice(0, 7));
}
