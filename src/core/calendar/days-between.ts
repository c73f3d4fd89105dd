import type { PlainDate } from './dates.ts';

const DAY_IN_MS = 86_400_000;

/** How many calendar days `to` is after `from`: 0 for the same day, negative where it is before. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_IN_MS;
}
