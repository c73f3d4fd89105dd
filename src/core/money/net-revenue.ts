import type { Deal } from '../model/deal.ts';
import type { Money } from './money.ts';
import { subtractMoney } from './subtract-money.ts';

/**
 * Net first-year SaaS revenue = gross − deductions − credits, in the contract's currency; null while the revenue
 * is not known. Programme rules, section 5.1. Throws where a credit is of another currency than the contract.
 */
export function netRevenue(deal: Pick<Deal, 'revenue' | 'credits'>): Money | null {
  if (deal.revenue === null) return null;
  const before = subtractMoney(deal.revenue.gross, deal.revenue.deductions);
  return deal.credits.reduce((net, credit) => subtractMoney(net, credit.amount), before);
}
