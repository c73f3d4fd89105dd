import { businessDaysBetween } from './business-days-between.ts';
import type { PlainDate } from './dates.ts';

/** How urgent the decision of a request is. */
export type Urgency = 'later' | 'soon' | 'today' | 'overdue';

export interface TimeToDecide {
  readonly urgency: Urgency;
  /** Business days that are left behind today; once overdue, those that have passed since the target. */
  readonly businessDays: number;
}

/** The time left to decide a request whose target is the end of `decideBy`. Programme rules, section 6. */
export function timeToDecide(
  decideBy: PlainDate,
  today: PlainDate,
  holidays: readonly PlainDate[],
): TimeToDecide {
  if (today > decideBy)
    return { urgency: 'overdue', businessDays: businessDaysBetween(decideBy, today, holidays) };
  if (today === decideBy) return { urgency: 'today', businessDays: 0 };
  const businessDays = businessDaysBetween(today, decideBy, holidays);
  return { urgency: businessDays <= 1 ? 'soon' : 'later', businessDays };
}

/**
 * The time left in words: `2 business days left`, `Due today`, `Overdue`. How long it has been overdue is not said, so
 * that a row that nobody decides need not change every day.
 */
export function describeTimeToDecide({ urgency, businessDays }: TimeToDecide): string {
  switch (urgency) {
    case 'overdue':
      return 'Overdue';
    case 'today':
      return 'Due today';
    default:
      return businessDays === 1 ? '1 business day left' : `${businessDays} business days left`;
  }
}
