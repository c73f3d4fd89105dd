import type { Instant, PlainDate } from './dates.ts';
import { findOffset } from './find-offset.ts';
import { instantToEpochMs } from './instant-to-epoch-ms.ts';
import { mintPlainDate } from './mint-dates.ts';

/**
 * The calendar date on which the moment falls in that time zone. Every calendar date of the programme is read in
 * the programme time zone: programme rules, section 1. Throws a RangeError where the zone is unknown.
 */
export function toPlainDate(instant: Instant, timeZone: string): PlainDate {
  const epochMs = instantToEpochMs(instant);
  const local = new Date(epochMs + findOffset(epochMs, timeZone));
  return mintPlainDate(local.toISOString().slice(0, 10));
}
