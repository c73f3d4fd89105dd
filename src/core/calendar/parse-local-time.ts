import { Temporal } from 'temporal-polyfill';
import type { Instant } from './dates.ts';
import { parsePlainDate } from './parse-plain-date.ts';
import { toInstant } from './to-instant.ts';

const SHAPE = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;

/**
 * The moment at which that zone's clocks show `YYYY-MM-DDTHH:mm` or `YYYY-MM-DDTHH:mm:ss`; null for anything else.
 * A time that the clocks skip is read as the moment as long after the change (02:30 becomes 03:30), one that they
 * show twice as the first of the two: the "compatible" rule of the Temporal standard. Throws a RangeError where
 * the zone is unknown.
 */
export function parseLocalTime(text: string, timeZone: string): Instant | null {
  const day = SHAPE.exec(text)?.[1];
  if (day === undefined || parsePlainDate(day) === null) return null;
  const local = Temporal.PlainDateTime.from(text);
  return toInstant(local.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds);
}
