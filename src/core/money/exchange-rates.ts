import type { PlainDate } from '../calendar/dates.ts';
import { ok, type Result, refuse } from '../result.ts';
import { quoteText } from '../text/quote-text.ts';
import { convertMoney } from './convert-money.ts';
import type { Money } from './money.ts';

/** How much of another currency one unit of a currency was worth on a day. */
export interface ExchangeRate {
  readonly currency: string;
  readonly into: string;
  readonly on: PlainDate;
  /** Decimal text above zero, such as `1.0842`. */
  readonly rate: string;
}

/** An amount beside which the rate stands that made it. */
export interface Converted {
  readonly amount: Money;
  readonly rate: string;
  readonly rateOn: PlainDate;
}

const SHAPE = /^(?=.*[1-9])\d{1,9}(?:\.\d{1,10})?$/;

/** A rate as the shortest decimal text; `invalid` for anything but digits with a point before at most 10 decimals, and for zero. */
export function parseExchangeRate(written: string, field: string): Result<string> {
  const text = written.trim();
  if (SHAPE.test(text)) {
    const plain = text.replace(/^0+(?=\d)/, '');
    return ok(plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain);
  }
  return refuse({
    code: 'invalid',
    field,
    message: `${quoteText(text)} is not a rate: write how much one unit is worth, such as 1.0842, with a point before at most 10 decimals.`,
  });
}

/**
 * The amount in that currency at the latest rate of the day or before, with the rate and its date; null without a rate,
 * because a total at a guessed rate is none. An amount in that currency already is itself.
 */
export function convertOn(
  money: Money,
  into: string,
  { day, rates }: { readonly day: PlainDate; readonly rates: readonly ExchangeRate[] },
): Converted | null {
  if (money.currency === into) return { amount: money, rate: '1', rateOn: day };
  let latest: ExchangeRate | null = null;
  for (const rate of rates) {
    if (rate.currency !== money.currency || rate.into !== into || rate.on > day) continue;
    if (latest === null || rate.on > latest.on) latest = rate;
  }
  if (latest === null) return null;
  return { amount: convertMoney(money, into, latest.rate), rate: latest.rate, rateOn: latest.on };
}
