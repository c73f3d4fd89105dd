import { Temporal } from 'temporal-polyfill';
import type { Instant, PlainDate } from './dates.ts';
import { toInstant } from './to-instant.ts';

/**
 * The first moment of that day in that zone: midnight, or the hour after it where the clocks skip midnight.
 * The end of a day is the start of the next. Throws a RangeError where the zone is unknown.
 */
export function startOfDay(date: PlainDate, timeZone: string): Instant {
  return toInstant(Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds);
}
