import { Temporal } from 'temporal-polyfill';
import type { ClockSpec } from '../world-state.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/**
 * When a time-driven trigger fires first after `after` (milliseconds since 1970 UTC), or null when it
 * never will again. `minute` (0 to 59) is the platform's choice within the hour where the trigger names
 * none. Times of day are the wall clock of the trigger's zone: one that a clock change skips comes as
 * much later, of one that comes twice the first counts. `createdAt` anchors everyHours, everyDays(n) and
 * everyWeeks(n). Source: apps-script/guides/triggers/installable; apps-script/reference/script/clock-trigger-builder.
 */
export function nextDue(spec: ClockSpec, createdAt: number, after: number, minute: number): number | null {
  if (spec.once !== undefined) return spec.once > after ? spec.once : null;
  if (spec.everyMinutes !== undefined) return nextStep(createdAt, after, spec.everyMinutes * MINUTE_MS);
  if (spec.everyHours !== undefined) {
    const anchor = Math.floor(createdAt / HOUR_MS) * HOUR_MS + minute * MINUTE_MS;
    return nextStep(anchor, after, spec.everyHours * HOUR_MS);
  }
  return nextDay(spec, createdAt, after, spec.nearMinute ?? minute);
}

/** The first of `anchor` + step, `anchor` + 2 steps … that comes after `after`. */
function nextStep(anchor: number, after: number, step: number): number {
  const steps = Math.max(1, Math.floor((after - anchor) / step) + 1);
  return anchor + steps * step;
}

function nextDay(spec: ClockSpec, createdAt: number, after: number, minute: number): number {
  const { timeZone } = spec;
  const hour = spec.atHour ?? 0;
  const startDay = Temporal.Instant.fromEpochMilliseconds(createdAt)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  let day = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(timeZone).toPlainDate();
  for (;;) {
    if (isDay(spec, startDay, day)) {
      const due = day.toZonedDateTime({ timeZone, plainTime: { hour, minute } }).epochMilliseconds;
      if (due > after) return due;
    }
    day = day.add({ days: 1 });
  }
}

function isDay(spec: ClockSpec, start: Temporal.PlainDate, day: Temporal.PlainDate): boolean {
  const days = start.until(day).days;
  if (spec.monthDay !== undefined) return day.day === Math.min(spec.monthDay, day.daysInMonth);
  if (spec.everyWeeks !== undefined || spec.weekDay !== undefined) {
    if (day.dayOfWeek !== (spec.weekDay ?? start.dayOfWeek)) return false;
    const monday = start.subtract({ days: start.dayOfWeek - 1 });
    return Math.floor(monday.until(day).days / 7) % (spec.everyWeeks ?? 1) === 0;
  }
  return days % (spec.everyDays ?? 1) === 0;
}
