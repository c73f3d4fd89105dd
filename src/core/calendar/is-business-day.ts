import type { PlainDate } from './dates.ts';
import { dayOfWeek } from './day-of-week.ts';

const SATURDAY = 6;

/** Whether the date counts as a business day: Monday to Friday and not a listed holiday. Programme rules, section 6. */
export function isBusinessDay(date: PlainDate, holidays: readonly PlainDate[]): boolean {
  return dayOfWeek(date) < SATURDAY && !holidays.includes(date);
}
