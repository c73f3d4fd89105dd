import { isEarning } from '../commission/line-status.ts';
import type { CommissionLine } from '../model/commission-line.ts';
import type { Deal } from '../model/deal.ts';
import type { LeadId, PartnerId } from '../model/ids.ts';
import type { Registration } from '../model/registration.ts';
import type { Money } from '../money/money.ts';
import { netRevenue } from '../money/net-revenue.ts';
import { sumMoney } from '../money/sum-money.ts';
import { isApproved } from '../registration/is-approved.ts';
import { compareIds } from '../text/compare-ids.ts';

/** What a partner has brought in one currency. */
export interface PartnerValue {
  readonly partner: PartnerId;
  /** Signed SaaS licence deals and renewals of its leads. */
  readonly deals: number;
  /** Their net first-year SaaS revenue. */
  readonly revenue: Money;
  /** What those deals earn the partner, paid or not. */
  readonly commission: Money;
}

/** The partners of one currency by what they have brought, the most first; the totals are the sums over them. */
export interface PartnersOfCurrency {
  readonly currency: string;
  readonly partners: readonly PartnerValue[];
  readonly revenue: Money;
  readonly commission: Money;
}

/** How a partner's leads came through. */
export interface PartnerLeads {
  readonly partner: PartnerId;
  readonly leads: number;
  readonly approved: number;
  readonly converted: number;
}

interface PartnerFacts {
  readonly registrations: readonly Registration[];
  readonly deals: readonly Deal[];
  readonly lines: readonly CommissionLine[];
}

/** Partners by the net first-year revenue of their signed contracts, for each currency that occurs, in order of the codes. */
export function rankPartners({ registrations, deals, lines }: PartnerFacts): readonly PartnersOfCurrency[] {
  const partnerOf = new Map<LeadId, PartnerId>(registrations.map(({ id, partner }) => [id, partner]));
  const won = deals.flatMap((deal) => {
    const partner = partnerOf.get(deal.lead);
    const net = deal.status === 'Signed' && deal.kind !== 'Services' ? netRevenue(deal) : null;
    return partner === undefined || net === null ? [] : [{ partner, net }];
  });
  const earned = lines.filter(isEarning);
  const currencies = new Set([
    ...won.map(({ net }) => net.currency),
    ...earned.map(({ amount }) => amount.currency),
  ]);
  return [...currencies].sort().map((currency) => {
    const ofCurrency = won.filter(({ net }) => net.currency === currency);
    const linesOfCurrency = earned.filter(({ amount }) => amount.currency === currency);
    const ids = new Set([...ofCurrency, ...linesOfCurrency].map(({ partner }) => partner));
    const partners = [...ids].map((partner): PartnerValue => {
      const own = ofCurrency.filter((one) => one.partner === partner);
      const amounts = linesOfCurrency.filter((line) => line.partner === partner).map(({ amount }) => amount);
      return {
        partner,
        deals: own.length,
        revenue: sumMoney(
          own.map(({ net }) => net),
          currency,
        ),
        commission: sumMoney(amounts, currency),
      };
    });
    return {
      currency,
      partners: partners.sort(
        (a, b) => b.revenue.minor - a.revenue.minor || compareIds(a.partner, b.partner),
      ),
      revenue: sumMoney(
        partners.map(({ revenue }) => revenue),
        currency,
      ),
      commission: sumMoney(
        partners.map(({ commission }) => commission),
        currency,
      ),
    };
  });
}

/** How many leads each partner has brought, the most first, and what became of them. */
export function countPartnerLeads(registrations: readonly Registration[]): readonly PartnerLeads[] {
  const partners = [...new Set(registrations.map(({ partner }) => partner))];
  return partners
    .map((partner) => {
      const own = registrations.filter((registration) => registration.partner === partner);
      return {
        partner,
        leads: own.length,
        approved: own.filter(isApproved).length,
        converted: own.filter(({ status }) => status === 'Converted').length,
      };
    })
    .sort((a, b) => b.leads - a.leads || compareIds(a.partner, b.partner));
}
