import { addBusinessDays } from '../../src/core/calendar/add-business-days.ts';
import { addDays } from '../../src/core/calendar/add-days.ts';
import type { PlainDate } from '../../src/core/calendar/dates.ts';
import { isBusinessDay } from '../../src/core/calendar/is-business-day.ts';
import { parsePlainDate } from '../../src/core/calendar/parse-plain-date.ts';

/** A date that the source writes. Throws where it is none. */
export function day(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (date === null) throw new Error(`${text} is no date.`);
  return date;
}

/** The first day of the example: a Monday. */
export const START = day('2025-03-03');
/** Its last: a Thursday, eighteen months later. */
export const TODAY = day('2026-09-03');
/** The time of that day at which the example ends. */
export const NOW = `${TODAY}T10:00`;

export const HOLIDAYS: readonly PlainDate[] = [
  '2025-05-26',
  '2025-07-04',
  '2025-09-01',
  '2025-11-27',
  '2025-12-25',
  '2026-01-01',
  '2026-05-25',
  '2026-07-03',
  '2026-11-26',
  '2026-12-25',
].map(day);

/** The n-th business day after a date. */
export function businessDaysAfter(date: PlainDate, days: number): PlainDate {
  return addBusinessDays(date, days, HOLIDAYS);
}

/** The n-th business day before a date. */
export function businessDaysBefore(date: PlainDate, days: number): PlainDate {
  let current = date;
  for (let left = days; left > 0; ) {
    current = addDays(current, -1);
    if (isBusinessDay(current, HOLIDAYS)) left -= 1;
  }
  return current;
}

/** The date itself where it is a business day, otherwise the next one. */
export function onBusinessDay(date: PlainDate): PlainDate {
  return isBusinessDay(date, HOLIDAYS) ? date : businessDaysAfter(date, 1);
}

/** A local time of that date. */
export function at(date: PlainDate, time: string): string {
  return `${date}T${time}`;
}
