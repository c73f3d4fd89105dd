import type { PlainDate } from './dates.ts';
import { mintPlainDate } from './mint-dates.ts';

const DAY_IN_MS = 86_400_000;

/**
 * The date that many calendar days later (earlier where `days` is negative). `days` must be an integer.
 * Programme rules, section 5.3: a receipt of 2026-01-31 + 30 days is due on 2026-03-02.
 */
export function addDays(date: PlainDate, days: number): PlainDate {
  const shiftedMs = Date.parse(`${date}T00:00:00Z`) + days * DAY_IN_MS;
  return mintPlainDate(new Date(shiftedMs).toISOString().slice(0, 10));
}
