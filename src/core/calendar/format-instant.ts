import type { Instant } from './dates.ts';
import { findOffset } from './find-offset.ts';
import { instantToEpochMs } from './instant-to-epoch-ms.ts';

const MINUTE_IN_MS = 60_000;

/**
 * The moment as that zone's clocks show it, ISO 8601 with offset: `2026-01-06T10:00:00-06:00`.
 * Throws a RangeError where the zone is unknown.
 */
export function formatInstant(instant: Instant, timeZone: string): string {
  const epochMs = instantToEpochMs(instant);
  const offsetMs = findOffset(epochMs, timeZone);
  const local = new Date(epochMs + offsetMs).toISOString().slice(0, 19);
  const offsetInMinutes = Math.round(Math.abs(offsetMs) / MINUTE_IN_MS);
  const hours = String(Math.floor(offsetInMinutes / 60)).padStart(2, '0');
  const minutes = String(offsetInMinutes % 60).padStart(2, '0');
  return `${local}${offsetMs < 0 ? '-' : '+'}${hours}:${minutes}`;
}
