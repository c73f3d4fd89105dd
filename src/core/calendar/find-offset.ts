import { Temporal } from 'temporal-polyfill';

/** A stretch of time in which a zone's clocks keep one offset; `fromMs` belongs to it, `untilMs` does not. */
interface Stretch {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly offsetMs: number;
}

/** Remembers what is always the same: a table of 10,000 rows asks for a few stretches over and over. */
const stretchesOfZone = new Map<string, Stretch[]>();

/**
 * How far the zone's clocks are ahead of UTC at that moment, in milliseconds (negative in the west).
 * Throws a RangeError where the zone is unknown: `isTimeZone` is asked when the setting is made.
 */
export function findOffset(epochMs: number, timeZone: string): number {
  let stretches = stretchesOfZone.get(timeZone);
  if (stretches === undefined) {
    stretches = [];
    stretchesOfZone.set(timeZone, stretches);
  }
  for (const stretch of stretches) {
    if (epochMs >= stretch.fromMs && epochMs < stretch.untilMs) return stretch.offsetMs;
  }
  const stretch = computeStretch(epochMs, timeZone);
  stretches.push(stretch);
  return stretch.offsetMs;
}

/** No zone changes its clocks and changes them back within so short a time. */
const WINDOW_MS = 8 * 24 * 60 * 60 * 1000;

/**
 * The stretch around a moment. Looking for the next change of the clocks means asking the zone dozens of times, so
 * where it keeps one offset from one end of a window to the other, the stretch is that window.
 */
function computeStretch(epochMs: number, timeZone: string): Stretch {
  const fromMs = Math.floor(epochMs / WINDOW_MS) * WINDOW_MS;
  const untilMs = fromMs + WINDOW_MS;
  const offsetMs = computeOffset(fromMs, timeZone);
  if (computeOffset(untilMs, timeZone) === offsetMs) return { fromMs, untilMs, offsetMs };
  const moment = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone);
  const next = moment.getTimeZoneTransition('next');
  // A moment that is itself a transition starts its own stretch; "previous" would answer the one before it.
  const previous = moment.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  return {
    fromMs: previous?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    untilMs: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offsetMs: computeOffset(epochMs, timeZone),
  };
}

function computeOffset(epochMs: number, timeZone: string): number {
  const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone);
  return Math.round(offsetNanoseconds / 1_000_000);
}
