import type { PlainDate } from '../calendar/dates.ts';
import { describeEligibility } from '../eligibility/describe-eligibility.ts';
import { firstSaasLicenceDeal } from '../eligibility/first-saas-licence-deal.ts';
import type { Answer, CommissionLine, CommissionStatus, Eligibility } from '../model/commission-line.ts';
import type { Deal, DealStatus, Receipt } from '../model/deal.ts';
import type { Registration } from '../model/registration.ts';
import type { Money } from '../money/money.ts';
import { netRevenue } from '../money/net-revenue.ts';
import { sumMoney } from '../money/sum-money.ts';
import { isApproved } from '../registration/is-approved.ts';
import { isSaasLicenceDeal } from '../registration/is-saas-licence-deal.ts';
import { compareIds } from '../text/compare-ids.ts';
import { firstReceiptOn } from './first-receipt-on.ts';

/** What the lead's own row says of its deal and its commission; null and '' are empty cells. */
export interface LeadSummary {
  readonly dealStatus: DealStatus | null;
  readonly dealCloseDate: PlainDate | null;
  readonly firstYearRevenue: Money | null;
  readonly currency: string;
  readonly commissionEligible: Answer;
  readonly eligibilityEvidence: string;
  readonly commission: Money | null;
  readonly firstReceiptOn: PlainDate | null;
  readonly commissionDueOn: PlainDate | null;
  readonly commissionStatus: CommissionStatus | null;
}

export interface LeadRecords {
  readonly registration: Registration;
  readonly deals: readonly Deal[];
  readonly receipts: readonly Receipt[];
  readonly lines: readonly CommissionLine[];
  readonly eligibility: Eligibility;
}

/**
 * The lead's row: deal and commission are those of its first SaaS licence deal, or without one of its latest deal
 * (by number), whose revenue is shown only where it is a SaaS licence deal. Commission is the sum of the deal's
 * lines, adjustments included; status and due date are those of the line of kind `commission`, because each
 * adjustment has its own row in Commissions and the lead's row tells whether the deal's commission was paid; where that
 * payment was voided, they are those of the line that says the amount is owed again.
 * Programme rules, sections 1, 4 and 5.
 */
export function summariseLead(records: LeadRecords): LeadSummary {
  const { registration, eligibility, receipts } = records;
  const deal = shownDeal(registration, records.deals);
  const lines = records.lines.filter((line) => line.deal === deal?.id);
  const commissionLine = standingLine(lines);
  return {
    dealStatus: deal?.status ?? null,
    dealCloseDate: deal?.status === 'Signed' ? deal.signedOn : null,
    firstYearRevenue: deal !== null && isSaasLicenceDeal(deal, registration) ? netRevenue(deal) : null,
    currency: deal?.revenue?.gross.currency ?? '',
    commissionEligible: eligibility.answer,
    eligibilityEvidence: describeEligibility(eligibility),
    commission: sumOf(lines),
    firstReceiptOn: deal === null ? null : firstReceiptOn(deal.id, receipts),
    commissionDueOn: commissionLine?.dueOn ?? null,
    commissionStatus: commissionLine?.status ?? null,
  };
}

function shownDeal(registration: Registration, deals: readonly Deal[]): Deal | null {
  const first = isApproved(registration) ? firstSaasLicenceDeal(registration, deals) : null;
  const latest = deals.reduce<Deal | null>(
    (best, deal) => (best === null || compareIds(deal.id, best.id) > 0 ? deal : best),
    null,
  );
  return first ?? latest;
}

/** The deal's commission as it stands: the line of that kind, or what a voided payment made of it. */
function standingLine(lines: readonly CommissionLine[]): CommissionLine | undefined {
  let standing = lines.find(({ kind }) => kind === 'commission');
  for (;;) {
    const id = standing?.id;
    const again = lines.find(({ voiding }) => voiding?.as === 'owed again' && voiding.line === id);
    if (again === undefined) return standing;
    standing = again;
  }
}

function sumOf(lines: readonly CommissionLine[]): Money | null {
  const [any] = lines;
  if (any === undefined) return null;
  return sumMoney(
    lines.map(({ amount }) => amount),
    any.amount.currency,
  );
}
