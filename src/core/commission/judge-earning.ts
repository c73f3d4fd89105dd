import { addDays } from '../calendar/add-days.ts';
import type { PlainDate } from '../calendar/dates.ts';
import { assessDeal, type LeadContext } from '../eligibility/assess-deal.ts';
import type { Answer, CommissionLine } from '../model/commission-line.ts';
import type { Deal, Receipt } from '../model/deal.ts';
import type { Money } from '../money/money.ts';
import { multiplyByRate } from '../money/multiply-by-rate.ts';
import { netRevenue } from '../money/net-revenue.ts';
import { zeroMoney } from '../money/zero-money.ts';
import { firstReceiptOn } from './first-receipt-on.ts';

/** What a deal earns as things stand, before anything is held against its lines. */
export interface Earning {
  /** `not yet` only for a signed deal: one that is no longer signed does not earn. */
  readonly answer: Answer;
  readonly net: Money;
  /** The net that it earns on: nothing where it does not earn. */
  readonly earnedOn: Money;
  /** rate × net, nothing where it does not earn. */
  readonly earned: Money;
  readonly rate: string;
  readonly conditions: CommissionLine['conditions'];
  readonly firstReceiptOn: PlainDate | null;
  readonly dueOn: PlainDate | null;
}

/**
 * What the deal earns now: rate of the registration's terms × net where all five conditions hold, otherwise nothing;
 * due that many calendar days after the first receipt as the terms say. `currency` stands in where the deal's
 * revenue is not known. Programme rules, sections 4 and 5.1 to 5.3.
 */
export function judgeEarning(
  deal: Deal,
  context: LeadContext & { readonly receipts: readonly Receipt[] },
  currency: string,
): Earning {
  const { rate, paymentDays } = context.registration.approval.terms;
  const eligibility = assessDeal(deal, context);
  const answer = deal.status === 'Signed' ? eligibility.answer : 'no';
  const net = netRevenue(deal) ?? zeroMoney(currency);
  const earnedOn = answer === 'yes' ? net : zeroMoney(net.currency);
  const receivedOn = firstReceiptOn(deal.id, context.receipts);
  return {
    answer,
    net,
    earnedOn,
    earned: multiplyByRate(earnedOn, rate),
    rate,
    conditions: {
      c1: eligibility.c1.answer,
      c2: eligibility.c2.answer,
      c3: eligibility.c3.answer,
      c4: eligibility.c4.answer,
      c5: eligibility.c5.answer,
    },
    firstReceiptOn: receivedOn,
    dueOn: receivedOn === null ? null : addDays(receivedOn, paymentDays),
  };
}
