import type { Deal } from '../model/deal.ts';
import type { Issue } from '../result.ts';
import { formatAmount } from './format-amount.ts';
import { netRevenue } from './net-revenue.ts';

/**
 * `invalid` on the field that was changed where deductions and credits exceed the gross, null otherwise.
 * Programme rules, section 5.1: a negative net is refused.
 */
export function checkNetRevenue(deal: Pick<Deal, 'revenue' | 'credits'>, field: string): Issue | null {
  const net = netRevenue(deal);
  if (net === null || net.minor >= 0) return null;
  return {
    code: 'invalid',
    field,
    message: `Deductions and credits together exceed the gross: the net would be ${formatAmount(net)} ${net.currency}.`,
  };
}
