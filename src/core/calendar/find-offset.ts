import { Temporal } from 'temporal-polyfill';

/** A stretch of time in which a zone's clocks keep one offset; `fromMs` belongs to it, `untilMs` does not. */
interface Stretch {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly offsetMs: number;
}

/**
 * Remembers what is always the same: asking for the transitions of a zone costs milliseconds in a polyfill, and
 * a table of 10,000 rows asks for a handful of stretches over and over.
 */
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

function computeStretch(epochMs: number, timeZone: string): Stretch {
  const moment = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone);
  const next = moment.getTimeZoneTransition('next');
  // A moment that is itself a transition starts its own stretch; "previous" would answer the one before it.
  const previous = moment.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  return {
    fromMs: previous?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    untilMs: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offsetMs: Math.round(moment.offsetNanoseconds / 1_000_000),
  };
}
