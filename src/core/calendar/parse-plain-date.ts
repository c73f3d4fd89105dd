import type { PlainDate } from './dates.ts';
import { mintPlainDate } from './mint-dates.ts';

const SHAPE = /^(19|2\d)\d\d-\d\d-\d\d$/;

/**
 * The calendar date that the text writes, or null where it is not exactly `YYYY-MM-DD`, not a real day or
 * outside the years 1900 to 2999. Spaces around it are not forgiven: trimming happens at the edge.
 *
 * @example parsePlainDate('2027-02-29') // null: 2027 is no leap year
 */
export function parsePlainDate(text: string): PlainDate | null {
  if (!SHAPE.test(text)) return null;
  const atMidnightMs = Date.parse(`${text}T00:00:00Z`);
  // Engines differ in whether they refuse a 31st of February or roll it over; writing it back settles both.
  if (Number.isNaN(atMidnightMs)) return null;
  return new Date(atMidnightMs).toISOString().startsWith(text) ? mintPlainDate(text) : null;
}
