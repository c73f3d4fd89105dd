import { Temporal } from 'temporal-polyfill';
import type { PlainDate } from './dates.ts';
import { mintPlainDate } from './mint-dates.ts';

/**
 * The date that many months later; a day that does not exist becomes the last day of that month.
 * `months` must be an integer. Programme rules, section 2.4.
 *
 * @example addMonths(date('2028-02-29'), 12) // 2029-02-28
 * @example addMonths(date('2027-02-28'), 12) // 2028-02-28, not the 29th
 */
export function addMonths(date: PlainDate, months: number): PlainDate {
  return mintPlainDate(Temporal.PlainDate.from(date).add({ months }, { overflow: 'constrain' }).toString());
}
