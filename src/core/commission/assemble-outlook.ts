import { addDays } from '../calendar/add-days.ts';
import type { Month, PlainDate } from '../calendar/dates.ts';
import { monthOf } from '../calendar/month-of.ts';
import { assessDeal, type LeadContext } from '../eligibility/assess-deal.ts';
import type { CommissionLine } from '../model/commission-line.ts';
import type { Deal } from '../model/deal.ts';
import type { DealId, LeadId, PartnerId } from '../model/ids.ts';
import { addMoney } from '../money/add-money.ts';
import type { Money } from '../money/money.ts';
import { multiplyByRate } from '../money/multiply-by-rate.ts';
import { netRevenue } from '../money/net-revenue.ts';
import { zeroMoney } from '../money/zero-money.ts';
import { windowEndsOn } from '../registration/window-ends-on.ts';
import { lineStatusOn } from './line-status.ts';

/** A deal that is not signed yet and would earn. */
export interface Prospect {
  readonly deal: DealId;
  readonly lead: LeadId;
  readonly partner: PartnerId;
  readonly amount: Money;
  /** The last day on which it can be signed and earn. */
  readonly signedBy: PlainDate;
}

/** What is expected to be paid in one month in one currency. */
export interface OutlookMonth {
  readonly month: Month;
  readonly currency: string;
  /** Due and unpaid; in the month of today, since it could be paid at once. */
  readonly due: Money;
  /** Due later, on days that are known. */
  readonly scheduled: Money;
  /** Earned, the customer's cash still missing: in the month in which it would be due if the cash came today. */
  readonly awaitingCash: Money;
  /** Of open deals: in the month in which it would be due if each were signed and paid for on the last day. */
  readonly openDeals: Money;
}

/** What the open deal would earn if it were signed in time; null for one that could not, or whose revenue is not known. */
export function assessProspect(deal: Deal, context: LeadContext): Prospect | null {
  if (deal.status !== 'Open') return null;
  const { registration } = context;
  const net = netRevenue(deal);
  if (net === null || net.minor <= 0 || assessDeal(deal, context).answer !== 'not yet') return null;
  return {
    deal: deal.id,
    lead: registration.id,
    partner: registration.partner,
    amount: multiplyByRate(net, registration.approval.terms.rate),
    signedBy: windowEndsOn(registration),
  };
}

/**
 * What is expected to be paid, by month and currency: what is due and scheduled, and estimates of what waits for the
 * customer's cash or for a signature. What is on hold is in none of them. Currencies are never added together.
 */
export function assembleOutlook(
  lines: readonly CommissionLine[],
  prospects: readonly Prospect[],
  { today, paymentDays }: { readonly today: PlainDate; readonly paymentDays: number },
): readonly OutlookMonth[] {
  const months = new Map<string, OutlookMonth>();
  const add = (day: PlainDate, what: 'due' | 'scheduled' | 'awaitingCash' | 'openDeals', amount: Money) => {
    const month = monthOf(day);
    const key = `${month} ${amount.currency}`;
    const known = months.get(key) ?? emptyMonth(month, amount.currency);
    months.set(key, { ...known, [what]: addMoney(known[what], amount) });
  };
  for (const line of lines) {
    const status = lineStatusOn(line, today);
    if (status === 'Due') add(today, 'due', line.amount);
    else if (status === 'Scheduled') add(line.dueOn ?? today, 'scheduled', line.amount);
    else if (status === 'Awaiting cash') add(addDays(today, paymentDays), 'awaitingCash', line.amount);
  }
  for (const { signedBy, amount } of prospects) add(addDays(signedBy, paymentDays), 'openDeals', amount);
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, month]) => month);
}

function emptyMonth(month: Month, currency: string): OutlookMonth {
  const none = zeroMoney(currency);
  return { month, currency, due: none, scheduled: none, awaitingCash: none, openDeals: none };
}
