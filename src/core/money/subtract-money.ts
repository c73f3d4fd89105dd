import { assertSameCurrency, exactMoney } from './assert-exact.ts';
import type { Money } from './money.ts';

/** a − b. Throws where the currencies differ (programme rules, section 5.7) or the result is too large to be exact. */
export function subtractMoney(a: Money, b: Money): Money {
  assertSameCurrency(a, b);
  return exactMoney(a.minor - b.minor, a.currency);
}
