import type { PlainDate } from './dates.ts';

/** The day of the week as ISO 8601 numbers it: 1 is Monday, 7 is Sunday. */
export function dayOfWeek(date: PlainDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}
