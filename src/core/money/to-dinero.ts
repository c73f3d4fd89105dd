import { type Dinero, dinero } from 'dinero.js/bigint';
import { currencyDigits } from './currency-digits.ts';
import type { Money } from './money.ts';

/** The amount in the library's exact form of unlimited size, always by tens and with the digits of ISO 4217. */
export function toDinero(money: Money): Dinero<bigint, string> {
  const exponent = BigInt(currencyDigits(money.currency));
  return dinero({
    amount: BigInt(money.minor),
    currency: { code: money.currency, base: BigInt(10), exponent },
  });
}
