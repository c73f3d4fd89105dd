import type { Month } from './dates.ts';
import { mintMonth } from './mint-dates.ts';

/** The month that the text writes as `YYYY-MM`, years 1900 to 2999; null for anything else. */
export function parseMonth(text: string): Month | null {
  return /^(19|2\d)\d\d-(0[1-9]|1[0-2])$/.test(text) ? mintMonth(text) : null;
}
