import type { PlainDate } from '../calendar/dates.ts';
import { isTimeZone } from '../calendar/is-time-zone.ts';
import { parsePlainDate } from '../calendar/parse-plain-date.ts';
import { isCurrency } from '../money/currency-digits.ts';
import { parseAmount } from '../money/parse-amount.ts';
import { parseCurrency } from '../money/parse-currency.ts';
import { parseRate } from '../money/parse-rate.ts';
import { ok, type Result, refuse } from '../result.ts';
import { cleanLine, parseRequiredText, TEXT_LIMITS } from '../text/clean-text.ts';
import { quoteText, quoteTexts } from '../text/quote-text.ts';

/** Reads the text of a setting; `name` is the setting as shown, for the issue. */
export type SettingParser<T> = (text: string, name: string) => Result<T>;

function invalid<T>(name: string, message: string): Result<T> {
  return refuse({ code: 'invalid', field: name, message: `${name}: ${message}` });
}

export const parseName: SettingParser<string> = (text, name) => parseRequiredText(text, 'name', name);

export const parseZone: SettingParser<string> = (text, name) =>
  isTimeZone(text)
    ? ok(text)
    : invalid(
        name,
        `${quoteText(text)} is no time zone; write one such as America/Chicago or Europe/Berlin.`,
      );

export const parseShare: SettingParser<string> = (text, name) => parseRate(text, name);

/** A parser of whole numbers from `least` to `most`. */
export function wholeNumber(least: number, most: number): SettingParser<number> {
  return (text, name) => {
    const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return ok(value);
    return invalid(name, `${quoteText(text)} is not a whole number from ${least} to ${most}.`);
  };
}

/** Days separated by commas, most first, each once. */
export const parseDayList: SettingParser<readonly number[]> = (text, name) => {
  const parts = splitList(text);
  const wrong = parts.filter((part) => !/^\d{1,3}$/.test(part) || Number(part) === 0);
  if (wrong.length > 0) {
    return invalid(name, `${quoteTexts(wrong)}: write whole days such as 60, 30, 7.`);
  }
  return ok([...new Set(parts.map(Number))].sort((a, b) => b - a));
};

/** Dates separated by commas, in order, each once. */
export const parseDateList: SettingParser<readonly PlainDate[]> = (text, name) => {
  const parts = splitList(text);
  const dates = parts.map(parsePlainDate);
  const wrong = parts.filter((_, index) => dates[index] === null);
  if (wrong.length > 0) {
    return invalid(
      name,
      `${quoteTexts(wrong)}: write real dates as YYYY-MM-DD, from 1900-01-01 to 2999-12-31, separated by commas.`,
    );
  }
  return ok([...new Set(dates.filter((date) => date !== null))].sort());
};

export const parseOptionalDate: SettingParser<PlainDate | null> = (text, name) => {
  if (text === '') return ok(null);
  const date = parsePlainDate(text);
  return date === null
    ? invalid(
        name,
        `${quoteText(text)} is not a date; write it as YYYY-MM-DD, from 1900-01-01 to 2999-12-31.`,
      )
    : ok(date);
};

export const parseLink: SettingParser<string> = (text, name) => {
  const isLink = /^https?:\/\/[^\s"'<>]+$/i.test(text) && text.length <= TEXT_LIMITS.website;
  return text === '' || isLink
    ? ok(text)
    : invalid(name, `${quoteText(text)} is not a link; write it with https:// before.`);
};

/** Amounts separated by commas, each of a currency named before or behind it, or one for all currencies that are not named. */
export const parseMinimums: SettingParser<ReadonlyMap<string, string>> = (text, name) => {
  const minimums = new Map<string, string>();
  const wrong = splitList(text).filter((part) => {
    const minimum = parseMinimum(part);
    if (minimum === null || minimums.has(minimum.currency)) return true;
    minimums.set(minimum.currency, minimum.amount);
    return false;
  });
  return wrong.length === 0
    ? ok(minimums)
    : invalid(
        name,
        `${quoteTexts(wrong)}: write an amount for every currency once, such as 50 or USD 50, JPY 5000.`,
      );
};

const MINIMUM = /^(?:([a-z]{3})\s*)?(\d{1,12}(?:\.\d{1,4})?)$|^(\d{1,12}(?:\.\d{1,4})?)\s*([a-z]{3})$/i;

/** An amount and its currency, '' for all of them. */
function parseMinimum(part: string): { readonly currency: string; readonly amount: string } | null {
  const [, before, first, last, behind] = MINIMUM.exec(part) ?? [];
  const amount = first ?? last;
  const currency = (before ?? behind ?? '').toUpperCase();
  if (amount === undefined) return null;
  if (currency === '') return { currency, amount };
  const rules = { field: '', sign: 'not-negative' } as const;
  return isCurrency(currency) && parseAmount(amount, currency, rules).ok ? { currency, amount } : null;
}

export const parseOptionalCurrency: SettingParser<string> = (text, name) => {
  if (text === '') return ok('');
  const parsed = parseCurrency(text, name);
  return parsed.ok ? parsed : invalid(name, parsed.issues[0]?.message ?? 'No currency.');
};

function splitList(text: string): readonly string[] {
  return text
    .split(/[,;\n]/)
    .map(cleanLine)
    .filter((part) => part !== '');
}
