import { toDecimal } from 'dinero.js/bigint';
import type { Money } from './money.ts';
import { toDinero } from './to-dinero.ts';

/**
 * The amount as a decimal text with exactly the currency's digits and `.` before them: `12345.68` (USD), `123457`
 * (JPY), `100.001` (KWD), `-0.50`. `parseAmount` reads it back unchanged.
 */
export function formatAmount(money: Money): string {
  return toDecimal(toDinero(money));
}
