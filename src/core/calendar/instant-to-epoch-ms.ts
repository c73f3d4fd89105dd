import type { Instant } from './dates.ts';

/** Milliseconds since 1970-01-01T00:00Z. */
export function instantToEpochMs(instant: Instant): number {
  return Date.parse(instant);
}
