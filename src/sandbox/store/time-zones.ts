import { Temporal } from 'temporal-polyfill';

const DAY_MS = 86_400_000;

/** Offsets of days on which the zone's clocks don't change; null marks a day on which they do. */
interface ZoneCache {
  readonly byUtcDay: Map<number, number | null>;
  readonly byWallDay: Map<number, number | null>;
}

const zones = new Map<string, ZoneCache>();

function cacheOf(timeZone: string): ZoneCache {
  let cache = zones.get(timeZone);
  if (cache === undefined) {
    cache = { byUtcDay: new Map(), byWallDay: new Map() };
    zones.set(timeZone, cache);
  }
  return cache;
}

function exactOffset(timeZone: string, at: number): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return Math.round(zoned.offsetNanoseconds / 1_000_000);
}

function isSteady(timeZone: string, from: number, to: number): number | null {
  const offset = exactOffset(timeZone, from);
  return exactOffset(timeZone, to) === offset ? offset : null;
}

/** Milliseconds by which `timeZone` is ahead of UTC at the instant `at` (milliseconds since 1970 UTC). */
export function offsetAt(timeZone: string, at: number): number {
  const day = Math.floor(at / DAY_MS);
  const { byUtcDay } = cacheOf(timeZone);
  let offset = byUtcDay.get(day);
  if (offset === undefined) {
    offset = isSteady(timeZone, day * DAY_MS, (day + 1) * DAY_MS);
    byUtcDay.set(day, offset);
  }
  return offset ?? exactOffset(timeZone, at);
}

/**
 * The instant at which the clocks of `timeZone` show `wall` (milliseconds since 1970 as if they were UTC).
 * A time skipped by a clock change becomes the one as much later; of a time that comes twice the first
 * is meant, as in ECMAScript's own dates.
 */
export function instantOfWall(timeZone: string, wall: number): number {
  const day = Math.floor(wall / DAY_MS);
  const { byWallDay } = cacheOf(timeZone);
  let offset = byWallDay.get(day);
  if (offset === undefined) {
    // No zone is more than 15 hours away from UTC, so these two instants enclose the wall day.
    offset = isSteady(timeZone, day * DAY_MS - DAY_MS, (day + 2) * DAY_MS);
    byWallDay.set(day, offset);
  }
  if (offset !== null) return wall - offset;
  const plain = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime();
  return plain.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds;
}

/** True if the host knows the zone. */
export function isTimeZone(timeZone: string): boolean {
  try {
    exactOffset(timeZone, 0);
    return true;
  } catch {
    return false;
  }
}
