import { multiply, toDecimal } from 'dinero.js/bigint';
import type { Money } from './money.ts';
import { toDinero, toFactor } from './to-dinero.ts';

/**
 * rate × amount before it is rounded, as a decimal text with every digit: what an explanation of the rounding shows.
 * `rate` must be a decimal text as `parseRate` answers it.
 *
 * @example exactProduct({ minor: 12345675, currency: 'USD' }, '0.1') // '12345.675'
 */
export function exactProduct(money: Money, rate: string): string {
  return toDecimal(multiply(toDinero(money), toFactor(rate)));
}
