import type { PlainDate } from '../calendar/dates.ts';
import type { ReviewCalendar } from '../calendar/decision-target.ts';
import type { CommissionLine } from '../model/commission-line.ts';
import type { Deal } from '../model/deal.ts';
import type { Registration } from '../model/registration.ts';
import { countStates, type LeadStates } from './count-states.ts';
import { type Expiring, listExpiring } from './list-expiring.ts';
import { type DecisionTimes, measureDecisions } from './measure-decisions.ts';
import {
  countPartnerLeads,
  type PartnerLeads,
  type PartnersOfCurrency,
  rankPartners,
} from './rank-partners.ts';
import { type CommissionsOfCurrency, sumCommissions } from './sum-commissions.ts';

/** What the dashboard is computed from. */
export interface DashboardFacts {
  readonly today: PlainDate;
  readonly calendar: ReviewCalendar;
  /** Days before Active until on which people are told. */
  readonly noticeDays: readonly number[];
  readonly registrations: readonly Registration[];
  readonly deals: readonly Deal[];
  readonly lines: readonly CommissionLine[];
}

/** How the programme stands on a day. */
export interface Dashboard {
  readonly today: PlainDate;
  readonly leads: LeadStates;
  readonly decisions: DecisionTimes;
  readonly expiring: Expiring;
  readonly commissions: readonly CommissionsOfCurrency[];
  readonly partnerLeads: readonly PartnerLeads[];
  readonly partnerValues: readonly PartnersOfCurrency[];
}

/** How the programme stands on `today`; dates are those of the programme time zone, money is exact and per currency. */
export function assembleDashboard(facts: DashboardFacts): Dashboard {
  const { today, calendar, noticeDays, registrations, lines } = facts;
  return {
    today,
    leads: countStates(registrations, today),
    decisions: measureDecisions(registrations, calendar, today),
    expiring: listExpiring(registrations, noticeDays, today),
    commissions: sumCommissions(lines, today),
    partnerLeads: countPartnerLeads(registrations),
    partnerValues: rankPartners(facts),
  };
}
