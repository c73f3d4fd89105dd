import type { PlainDate } from '../calendar/dates.ts';
import { LEAD_STATUSES, type LeadStatus, type Registration } from '../model/registration.ts';
import { isApproved } from '../registration/is-approved.ts';
import { statusOn } from '../registration/status-on.ts';

/** A share as the two counts that it is made of, so that nothing is rounded before it is shown. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

/** How the leads stand, and how many of them came through. */
export interface LeadStates {
  /** One entry for each state in the order of the programme rules, those without leads too; they sum to all leads. */
  readonly states: readonly { readonly status: LeadStatus; readonly count: number }[];
  /** Approved at some time, of those that were approved or rejected. */
  readonly approval: Share;
  /** Converted today, of those that were approved at some time. */
  readonly conversion: Share;
}

/** Counts the leads by the state that they have on that day. */
export function countStates(registrations: readonly Registration[], today: PlainDate): LeadStates {
  const counts = new Map<LeadStatus, number>(LEAD_STATUSES.map((status) => [status, 0]));
  for (const registration of registrations) {
    const status = statusOn(registration, today);
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  const approved = registrations.filter(isApproved).length;
  const countOf = (status: LeadStatus): number => counts.get(status) ?? 0;
  return {
    states: LEAD_STATUSES.map((status) => ({ status, count: countOf(status) })),
    approval: { part: approved, whole: approved + countOf('Rejected') },
    conversion: { part: countOf('Converted'), whole: approved },
  };
}
