import { businessDaysBetween } from '../calendar/business-days-between.ts';
import type { PlainDate } from '../calendar/dates.ts';
import type { ReviewCalendar } from '../calendar/decision-target.ts';
import { toPlainDate } from '../calendar/to-plain-date.ts';
import type { Registration } from '../model/registration.ts';
import { isApproved, isOpen } from '../registration/is-approved.ts';
import type { Share } from './count-states.ts';
import { median, percentile } from './percentile.ts';

/** How long decisions took, in business days after the day of arrival. */
export interface DecisionTimes {
  /** Requests that were approved or rejected; what the partner took to complete a returned one is part of its time. */
  readonly decided: number;
  /** Half of the decisions took no longer; a half day lies between two. Null where none was made. */
  readonly medianDays: number | null;
  /** Nine of ten decisions took no longer. Null where none was made. */
  readonly ninetiethPercentileDays: number | null;
  /** Decisions made by the end of the decision target's day. */
  readonly inTime: Share;
  readonly targetDays: number;
  /** Requests that nobody has decided yet, and those of them that wait for us beyond the target. */
  readonly waiting: number;
  readonly overdue: number;
}

/** Measures decisions as the programme counts its decision target. Programme rules, section 6. */
export function measureDecisions(
  registrations: readonly Registration[],
  calendar: ReviewCalendar,
  today: PlainDate,
): DecisionTimes {
  const daysUntil = (registration: Registration, date: PlainDate): number =>
    businessDaysBetween(toPlainDate(registration.registeredAt, calendar.timeZone), date, calendar.holidays);
  const days = registrations
    .flatMap((registration) => {
      const decidedOn = decisionDate(registration);
      return decidedOn === null ? [] : [daysUntil(registration, decidedOn)];
    })
    .sort((a, b) => a - b);
  const { decisionDays: targetDays } = calendar;
  const overdue = registrations.filter(
    (registration) => registration.status === 'Submitted' && daysUntil(registration, today) > targetDays,
  );
  return {
    decided: days.length,
    medianDays: median(days),
    ninetiethPercentileDays: percentile(days, 90),
    inTime: { part: days.filter((taken) => taken <= targetDays).length, whole: days.length },
    targetDays,
    waiting: registrations.filter(isOpen).length,
    overdue: overdue.length,
  };
}

/** The day on which a request was approved or rejected; a withdrawn one never was decided. */
function decisionDate(registration: Registration): PlainDate | null {
  if (isApproved(registration)) return registration.approval.approvedOn;
  return registration.status === 'Rejected' ? registration.rejectedOn : null;
}
