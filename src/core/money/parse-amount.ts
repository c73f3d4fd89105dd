import { ok, type Result, refuse } from '../result.ts';
import { quoteText } from '../text/quote-text.ts';
import { currencyDigits, isCurrency } from './currency-digits.ts';
import type { Money } from './money.ts';

/** What the caller must decide about an amount that a person wrote. */
export interface AmountRules {
  /** The field named in an issue. */
  readonly field: string;
  readonly sign: 'positive' | 'not-negative' | 'any';
}

/** What a cell of a spreadsheet holds exactly, and what stays an exact integer of minor units. */
const MOST_DIGITS = 15;
/** Digits, and a point before the decimals: what an amount looks like in whatever currency. */
export const AMOUNT_SHAPE = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * The amount that a decimal text or a cell's number writes: digits with `.` before the decimals and nothing else.
 * `invalid`, saying what is expected, for thousands separators, currency signs, commas and exponents, for more
 * decimals than the currency has, for more than 15 significant digits (those of the minor unit included, so that
 * every amount is exact in a cell) and for a sign that is not allowed; `required` for an empty text. Programme
 * rules, sections 5.1 and 5.2.
 *
 * @example parseAmount('100.001', 'KWD', { field: 'gross', sign: 'positive' }) // 100001 minor units
 */
export function parseAmount(written: string | number, currency: string, rules: AmountRules): Result<Money> {
  const text = String(written).trim();
  const invalid = (message: string) => refuse<Money>({ code: 'invalid', field: rules.field, message });
  if (!isCurrency(currency))
    return invalid(`An amount needs its currency first; ${quoteText(currency)} is none.`);
  if (text === '') {
    return refuse({ code: 'required', field: rules.field, message: 'Enter the amount.' });
  }
  const digits = currencyDigits(currency);
  const parts = AMOUNT_SHAPE.exec(text);
  if (parts === null) {
    return invalid(describeAmount(text, digits));
  }
  const [, minus = '', whole = '', decimals = ''] = parts;
  if (decimals.length > digits) {
    return invalid(
      `${quoteText(text)} has ${decimals.length} decimals; ${currency} has ${digits === 0 ? 'none' : digits}.`,
    );
  }
  const unsigned = `${whole}${decimals.padEnd(digits, '0')}`.replace(/^0+(?=\d)/, '');
  if (unsigned.length > MOST_DIGITS) {
    return invalid(
      `${quoteText(text)} ${currency} has more than ${MOST_DIGITS} significant digits, the decimals of the currency counted.`,
    );
  }
  const size = Number(unsigned);
  if (rules.sign === 'positive' && (size === 0 || minus === '-')) {
    return invalid(`${quoteText(text)} must be more than zero.`);
  }
  if (rules.sign === 'not-negative' && minus === '-' && size !== 0) {
    return invalid(`${quoteText(text)} must not be negative.`);
  }
  return ok({ minor: minus === '-' && size !== 0 ? -size : size, currency });
}

/** What to say of a text that is no amount, with an example of so many decimals. */
export function describeAmount(text: string, digits: number): string {
  return `${quoteText(text)} is not an amount: write digits with a point before the decimals, such as ${exampleOf(digits)}, without thousands separators, currency signs or exponents.`;
}

function exampleOf(digits: number): string {
  return digits === 0 ? '1234' : `1234.${'5'.padEnd(digits, '0')}`;
}
