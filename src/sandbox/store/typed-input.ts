import type { Cell } from './cells.ts';
import { serialOfDay } from './serial-date.ts';

/** What typed text became, and the number format it brings along where the cell has none. */
export interface TypedInput {
  readonly cell: Cell;
  readonly format?: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
// Letters that begin no month and no boolean.
const PLAIN_LETTER = /^[bceghiklp-ru-z]/i;

/**
 * What Sheets makes of text that a person types, or a script passes to setValue, in an en_US spreadsheet:
 * a formula, number, percentage, amount, date, time, boolean, or the text itself. A leading apostrophe
 * makes the rest literal and is not kept. `year` is the current one, for dates typed without.
 */
export function parseTypedInput(text: string, year: number): TypedInput {
  if (text === '') return { cell: '' };
  if (text.startsWith("'")) return { cell: text.slice(1) };
  if (text.startsWith('=') && text.length > 1) return { cell: { f: text } };
  const trimmed = text.trim();
  // Most text is prose: one look at its length and first letter spares it the patterns below.
  if (trimmed.length > 40 || trimmed === '' || PLAIN_LETTER.test(trimmed)) return { cell: text };
  const upper = trimmed.toUpperCase();
  if (upper === 'TRUE') return { cell: true };
  if (upper === 'FALSE') return { cell: false };
  return parseNumber(trimmed) ?? parseDateTime(trimmed, year) ?? { cell: text };
}

const NUMBER = /^([+-])?([$€£])?([+-])?(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(?:[eE]([+-]?\d{1,3}))?(%)?$/;

function parseNumber(text: string): TypedInput | undefined {
  const bracketed = /^\((.+)\)$/.exec(text);
  const match = NUMBER.exec(bracketed?.[1] ?? text);
  if (match === null) return undefined;
  const [, sign, currency, innerSign, whole, fraction, exponent, percent] = match;
  if (
    (whole === undefined && (fraction ?? '.').length < 2) ||
    (sign !== undefined && innerSign !== undefined)
  ) {
    return undefined;
  }
  const digits = `${(whole ?? '0').replaceAll(',', '')}${fraction ?? ''}`;
  const size = Number(`${digits}${exponent === undefined ? '' : `e${exponent}`}`);
  if (!Number.isFinite(size)) return undefined;
  const negative = sign === '-' || innerSign === '-' || bracketed !== null;
  const value = percent === undefined ? size : Number(`${digits}e${Number(exponent ?? 0) - 2}`);
  const format = numberFormat(currency, percent, whole?.includes(',') ?? false, fraction !== undefined);
  return { cell: negative && value !== 0 ? -value : value, ...(format === undefined ? {} : { format }) };
}

function numberFormat(
  currency: string | undefined,
  percent: string | undefined,
  grouped: boolean,
  fractional: boolean,
): string | undefined {
  if (percent !== undefined) return fractional ? '0.00%' : '0%';
  if (currency !== undefined) return `"${currency}"#,##0${fractional ? '.00' : ''}`;
  return grouped ? `#,##0${fractional ? '.00' : ''}` : undefined;
}

const TIME = /^(.*?)(?:^|[ ,]+)(\d{1,2}):([0-5]\d)(?::([0-5]\d)(\.\d{1,3})?)?(?: ?([ap])\.?m\.?)?$/i;

function parseDateTime(text: string, year: number): TypedInput | undefined {
  const timed = TIME.exec(text);
  if (timed === null) {
    const day = parseDay(text, year);
    return day === undefined ? undefined : { cell: { d: day.serial, n: day.format } };
  }
  const msOfDay = readTime(timed);
  if (msOfDay === undefined) return undefined;
  const days = msOfDay / 86_400_000;
  const datePart = (timed[1] ?? '').trim();
  if (datePart === '') return { cell: { d: days, n: timed[6] === undefined ? 'H:mm:ss' : 'h:mm:ss am/pm' } };
  const day = parseDay(datePart, year);
  return day === undefined ? undefined : { cell: { d: day.serial + days, n: `${day.format} H:mm:ss` } };
}

function readTime(match: RegExpExecArray): number | undefined {
  const half = match[6]?.toLowerCase();
  let hour = Number(match[2]);
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  if (half !== undefined) hour = (hour % 12) + (half === 'p' ? 12 : 0);
  if (hour > 23) return undefined;
  const seconds = Number(`${match[4] ?? '0'}${match[5] ?? ''}`);
  return Math.round(((hour * 60 + Number(match[3])) * 60 + seconds) * 1000);
}

interface Day {
  readonly serial: number;
  readonly format: string;
}

function parseDay(text: string, year: number): Day | undefined {
  const iso = /^(\d{4})([-/])(\d{1,2})(?:\2(\d{1,2}))?$/.exec(text);
  if (iso !== null) {
    const format = iso[4] === undefined ? 'yyyy-mm' : iso[2] === '-' ? 'yyyy-mm-dd' : 'yyyy/m/d';
    return dayOf(Number(iso[1]), Number(iso[3]), Number(iso[4] ?? 1), format);
  }
  const us = /^(\d{1,2})([-/])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(text);
  if (us !== null) {
    const format = us[4] === undefined ? 'm/d' : 'm/d/yyyy';
    return dayOf(fullYear(us[4], year), Number(us[1]), Number(us[3]), format);
  }
  const monthOf = /^(\d{1,2})[-/](\d{4})$/.exec(text);
  if (monthOf !== null) return dayOf(Number(monthOf[2]), Number(monthOf[1]), 1, 'm/yyyy');
  return parseNamedDay(text, year);
}

function parseNamedDay(text: string, year: number): Day | undefined {
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2})(?:(?:,? |,)(\d{4}))?$/i.exec(text);
  if (monthFirst !== null) {
    return namedDay(monthFirst[1], monthFirst[2], monthFirst[3], year, 'mmm d, yyyy');
  }
  const dayFirst = /^(\d{1,2})[ -]([a-z]{3,9})\.?(?:[ -](\d{4}|\d{2}))?$/i.exec(text);
  if (dayFirst !== null) return namedDay(dayFirst[2], dayFirst[1], dayFirst[3], year, 'd mmm yyyy');
  const monthYear = /^([a-z]{3,9})[ -](\d{4})$/i.exec(text);
  return monthYear === null ? undefined : namedDay(monthYear[1], '1', monthYear[2], year, 'mmm yyyy');
}

function namedDay(
  month: string | undefined,
  day: string | undefined,
  typedYear: string | undefined,
  year: number,
  format: string,
): Day | undefined {
  const name = (month ?? '').toLowerCase();
  const index = MONTHS.findIndex((short, i) => name === short || name === LONG_MONTHS[i]);
  return index < 0 ? undefined : dayOf(fullYear(typedYear, year), index + 1, Number(day), format);
}

const LONG_MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

function fullYear(typed: string | undefined, year: number): number {
  if (typed === undefined) return year;
  if (typed.length === 4) return Number(typed);
  // Two digits: 00 to 29 are of this century, the rest of the last one.
  return Number(typed) + (Number(typed) < 30 ? 2000 : 1900);
}

function dayOf(year: number, month: number, day: number, format: string): Day | undefined {
  const serial = serialOfDay(year, month, day);
  return serial === null ? undefined : { serial, format };
}
