import { type Dinero, dinero } from 'dinero.js/bigint';
import { currencyDigits } from './currency-digits.ts';
import type { Money } from './money.ts';

/** The amount in the library's exact form of unlimited size, always by tens and with the digits of ISO 4217. */
export function toDinero(money: Money): Dinero<bigint, string> {
  return dinero({ amount: BigInt(money.minor), currency: describeCurrency(money.currency) });
}

/** The currency as the library knows it. */
export function describeCurrency(code: string) {
  return { code, base: BigInt(10), exponent: BigInt(currencyDigits(code)) };
}

/** A decimal text such as `0.125` as an integer and how many of its digits are decimals. */
export function toFactor(decimal: string): { readonly amount: bigint; readonly scale: bigint } {
  const [whole = '0', decimals = ''] = decimal.split('.');
  return { amount: BigInt(whole + decimals), scale: BigInt(decimals.length) };
}
