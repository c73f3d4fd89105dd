import { addMoney } from './add-money.ts';
import type { Money } from './money.ts';

/**
 * One sum for each currency that occurs, in the order of the codes; currencies are never added together.
 * Programme rules, section 5.7.
 */
export function totalsByCurrency(amounts: readonly Money[]): readonly Money[] {
  const totals = new Map<string, Money>();
  for (const amount of amounts) {
    const soFar = totals.get(amount.currency);
    totals.set(amount.currency, soFar === undefined ? amount : addMoney(soFar, amount));
  }
  return [...totals.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}
