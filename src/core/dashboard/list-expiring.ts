import type { PlainDate } from '../calendar/dates.ts';
import { daysBetween } from '../calendar/days-between.ts';
import type { ActiveRegistration, Registration } from '../model/registration.ts';
import { compareIds } from '../text/compare-ids.ts';

/** An active lead whose last day is near. */
export interface ExpiringLead {
  readonly registration: ActiveRegistration;
  /** Days after today until its last day: 0 where that is today. */
  readonly daysLeft: number;
}

export interface Expiring {
  /** For each notice, fewest days first: how many leads have their last day within so many days, nearer ones included. */
  readonly within: readonly { readonly days: number; readonly count: number }[];
  /** The leads within the longest notice, the nearest first. */
  readonly leads: readonly ExpiringLead[];
}

/** The active leads that end within the days of the expiry notices. Programme rules, section 6. */
export function listExpiring(
  registrations: readonly Registration[],
  noticeDays: readonly number[],
  today: PlainDate,
): Expiring {
  const notices = [...noticeDays].sort((a, b) => a - b);
  const longest = notices.at(-1) ?? 0;
  const leads = registrations
    .filter((registration): registration is ActiveRegistration => registration.status === 'Active')
    .map((registration) => ({
      registration,
      daysLeft: daysBetween(today, registration.approval.activeUntil),
    }))
    .filter(({ daysLeft }) => daysLeft >= 0 && daysLeft <= longest)
    .sort((a, b) => a.daysLeft - b.daysLeft || compareIds(a.registration.id, b.registration.id));
  return {
    within: notices.map((days) => ({ days, count: leads.filter(({ daysLeft }) => daysLeft <= days).length })),
    leads,
  };
}
