import { convert, halfAwayFromZero, toSnapshot, transformScale } from 'dinero.js/bigint';
import { exactMoney } from './assert-exact.ts';
import type { Money } from './money.ts';
import { describeCurrency, toDinero, toFactor } from './to-dinero.ts';

/**
 * The amount in another currency at that rate, rounded once to its minor unit, half away from zero. For showing beside
 * the amount itself, never for adding to it. `rate` is a decimal text: how much of the other currency one unit is.
 *
 * @example convertMoney({ minor: 10000, currency: 'EUR' }, 'USD', '1.0842') // 10842: 108.42 USD
 */
export function convertMoney(money: Money, into: string, rate: string): Money {
  const currency = describeCurrency(into);
  const converted = convert(toDinero(money), currency, { [into]: toFactor(rate) });
  const rounded = transformScale(converted, currency.exponent, halfAwayFromZero);
  return exactMoney(Number(toSnapshot(rounded).amount), into);
}
