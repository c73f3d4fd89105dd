import type { CommissionLine } from '../model/commission-line.ts';
import type { Deal } from '../model/deal.ts';
import type { Issue } from '../result.ts';

/**
 * `frozen` for each of currency and lead that the change of the deal touches although a line of it was paid; empty
 * where nothing is. Programme rules, section 5.5.
 */
export function checkFrozen(before: Deal, after: Deal, lines: readonly CommissionLine[]): readonly Issue[] {
  const paid = lines.find((line) => line.deal === before.id && line.status === 'Paid');
  if (paid === undefined) return [];
  const issues: Issue[] = [];
  const refuseChange = (field: string) =>
    issues.push({
      code: 'frozen',
      field,
      message: `The ${field} of ${before.id} can no longer change: ${paid.id} was paid in ${paid.amount.currency}. Correct the amounts or add a credit instead.`,
    });
  if (after.revenue?.gross.currency !== before.revenue?.gross.currency) refuseChange('currency');
  if (after.lead !== before.lead) refuseChange('lead');
  return issues;
}
