import type { Instant } from './dates.ts';
import { parsePlainDate } from './parse-plain-date.ts';
import { toInstant } from './to-instant.ts';

const SHAPE =
  /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/**
 * The moment that an ISO 8601 text with `Z` or an offset names, cut off to the second; null for anything else,
 * also for a local time without an offset.
 *
 * @example parseInstant('2026-01-06T10:00:00-06:00') // 2026-01-06T16:00:00Z
 */
export function parseInstant(text: string): Instant | null {
  const day = SHAPE.exec(text)?.[1];
  if (day === undefined || parsePlainDate(day) === null) return null;
  return toInstant(Date.parse(text));
}
