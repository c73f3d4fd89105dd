import { formatInstant } from '../../core/calendar/format-instant.ts';
import { instantToEpochMs } from '../../core/calendar/instant-to-epoch-ms.ts';
import { parseInstant } from '../../core/calendar/parse-instant.ts';
import { parsePlainDate } from '../../core/calendar/parse-plain-date.ts';
import { startOfDay } from '../../core/calendar/start-of-day.ts';
import { toInstant } from '../../core/calendar/to-instant.ts';
import { toPlainDate } from '../../core/calendar/to-plain-date.ts';
import { cutText } from '../../core/text/cut-text.ts';
import type { ColumnType } from '../schema/column.ts';

const MOST_CHARACTERS = 49_000;

/** Moments whose day is in a year of four digits, in whatever time zone. */
const EARLIEST_MS = Date.parse('0000-01-02T00:00:00Z');
const LATEST_MS = Date.parse('9999-12-30T00:00:00Z');

/** What a cell of the sheet holds, as the spreadsheet service reads and writes it. */
export type SheetValue = string | number | boolean | Date;

/**
 * Text as literal text: the leading apostrophe keeps the sheet from reading it as a formula, number or date, and is
 * not stored.
 */
export function literalText(text: string): string {
  return text === '' ? '' : `'${clipText(text)}`;
}

/** A cell holds 50,000 characters; a longer text is shown up to there and kept whole with the record. */
function clipText(text: string): string {
  return text.length <= MOST_CHARACTERS ? text : `${cutText(text, MOST_CHARACTERS)}…`;
}

/**
 * The canonical text of a value as the cell is to hold it: real dates and numbers, so that people can sort and
 * filter them, and literal text. `timeZone` is the spreadsheet's.
 */
export function formatCell(type: ColumnType, text: string, timeZone: string): SheetValue {
  if (text === '') return '';
  switch (type) {
    case 'date': {
      const date = parsePlainDate(text);
      return date === null ? literalText(text) : new Date(instantToEpochMs(startOfDay(date, timeZone)));
    }
    case 'moment': {
      const instant = parseInstant(text);
      return instant === null ? literalText(text) : new Date(instantToEpochMs(instant));
    }
    case 'amount':
    case 'rate':
    case 'integer':
      return Number(text);
    default:
      return literalText(text);
  }
}

/**
 * What a cell holds as canonical text. What does not fit its column comes back as it stands, for the command that
 * reads it to refuse. `timeZone` is the spreadsheet's.
 */
export function parseCell(type: ColumnType, value: unknown, timeZone: string): string {
  if (value === '' || value === null || value === undefined) return '';
  if (isDate(value)) {
    // A number typed into a date column is a day however far away; beyond four digits there is no year to write.
    if (!(value.getTime() >= EARLIEST_MS && value.getTime() <= LATEST_MS)) return 'a day beyond the calendar';
    const instant = toInstant(value.getTime());
    if (type === 'moment') return instant;
    return type === 'date' ? toPlainDate(instant, timeZone) : formatInstant(instant, timeZone).slice(0, 10);
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return plainNumber(value);
  return String(value);
}

/**
 * What the spreadsheet took typed text for, where a column of texts holds something else; null where it holds text. How
 * it was written is then lost: `007` has become 7 and `1/2` a day.
 */
export function misreadAs(type: ColumnType, value: unknown): 'a number' | 'a date' | 'yes or no' | null {
  if (type !== 'text' && type !== 'long-text' && type !== 'link') return null;
  if (typeof value === 'number') return 'a number';
  if (typeof value === 'boolean') return 'yes or no';
  return isDate(value) ? 'a date' : null;
}

/** Whether a cell says the same as the canonical text: 12345.6 is 12345.60. */
export function sameCell(type: ColumnType, text: string, value: unknown, timeZone: string): boolean {
  const read = parseCell(type, value, timeZone);
  if (read === text || read === clipText(text)) return true;
  if (read === '' || text === '') return false;
  if (type === 'moment') return sameWallClock(text, read, timeZone);
  return (type === 'amount' || type === 'rate' || type === 'integer') && Number(read) === Number(text);
}

/** A sheet keeps what the clocks show: in the hour that comes twice a year it gives back the first of two moments. */
function sameWallClock(text: string, read: string, timeZone: string): boolean {
  const [wanted, found] = [parseInstant(text), parseInstant(read)];
  if (wanted === null || found === null) return false;
  return formatInstant(wanted, timeZone).slice(0, 19) === formatInstant(found, timeZone).slice(0, 19);
}

function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

/** A number in digits, never in exponents. */
function plainNumber(value: number): string {
  const text = String(value);
  return /e/i.test(text) ? value.toFixed(Math.abs(value) < 1 ? 20 : 0) : text;
}
