import { halfAwayFromZero, multiply, toSnapshot, transformScale } from 'dinero.js/bigint';
import { exactMoney } from './assert-exact.ts';
import { currencyDigits } from './currency-digits.ts';
import type { Money } from './money.ts';
import { toDinero, toFactor } from './to-dinero.ts';

/**
 * rate × amount, rounded once to the currency's minor unit, half away from zero. Exact for every amount and rate:
 * the product is an integer of unlimited size before it is rounded. Programme rules, section 5.2. `rate` must be a
 * decimal text as `parseRate` answers it.
 *
 * @example multiplyByRate({ minor: 12345675, currency: 'USD' }, '0.1') // 1234568: 12 345.675 rounds up
 */
export function multiplyByRate(money: Money, rate: string): Money {
  const digits = BigInt(currencyDigits(money.currency));
  const rounded = transformScale(multiply(toDinero(money), toFactor(rate)), digits, halfAwayFromZero);
  return exactMoney(Number(toSnapshot(rounded).amount), money.currency);
}
