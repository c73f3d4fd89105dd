import type { Instant } from './dates.ts';
import { mintInstant } from './mint-dates.ts';

/** The moment that many milliseconds after 1970-01-01T00:00Z, cut off (not rounded) to the second. */
export function toInstant(epochMs: number): Instant {
  const wholeSecondsInMs = Math.floor(epochMs / 1000) * 1000;
  return mintInstant(`${new Date(wholeSecondsInMs).toISOString().slice(0, 19)}Z`);
}
