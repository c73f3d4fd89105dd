import { ServiceError } from '../errors.ts';
import type { Wire } from '../realm/wire.ts';
import { type Cell, FORMULA_RESULT, isFormula, MAX_CELL_CHARACTERS } from './cells.ts';
import { dateSerial, displayValue } from './display-value.ts';
import { instantOfSerial, serialOfInstant } from './serial-date.ts';
import { offsetAt } from './time-zones.ts';
import { parseTypedInput, type TypedInput } from './typed-input.ts';

/** What turning values into cells depends on. */
export interface CoercionContext {
  readonly timeZone: string;
  /** The current year on the spreadsheet's wall clock. */
  readonly year: number;
}

/** The coercion context of a spreadsheet at an instant (milliseconds since 1970 UTC). */
export function coercionContext(timeZone: string, now: number): CoercionContext {
  return { timeZone, year: new Date(now + offsetAt(timeZone, now)).getUTCFullYear() };
}

/** What Sheets says of a text that no cell takes. */
export const TOO_LONG_MESSAGE =
  'Your input contains more than the maximum of 50000 characters in a single cell.';

/** Whether a cell takes a text of that length. */
export function fitsCell(text: string): boolean {
  return text.length <= MAX_CELL_CHARACTERS;
}

/** What typed text becomes in a cell of that format: text columns (`@`) keep it as it is. */
export function coerceText(text: string, format: string | undefined, context: CoercionContext): TypedInput {
  if (!fitsCell(text)) throw new ServiceError(TOO_LONG_MESSAGE);
  if (format === '@') return { cell: text.startsWith("'") ? text.slice(1) : text };
  return parseTypedInput(text, context.year);
}

/**
 * What a value passed by a script becomes in a cell: text is read as if typed, dates become serial
 * numbers on the spreadsheet's wall clock, null and undefined empty the cell. Undefined means that the
 * value is of no kind that cells take. Source: apps-script/reference/spreadsheet/range, setValue.
 */
export function coerceValue(
  value: Wire,
  format: string | undefined,
  context: CoercionContext,
): TypedInput | undefined {
  if (typeof value === 'string') return coerceText(value, format, context);
  if (typeof value === 'boolean') return { cell: value };
  if (typeof value === 'number') return { cell: Number.isFinite(value) ? value : '#NUM!' };
  if (value === null || value === undefined) return { cell: '' };
  if (Array.isArray(value) || !('$' in value) || value.$ !== 'Date') return undefined;
  const at = Number(value.ms);
  if (!Number.isFinite(at)) return { cell: '#NUM!' };
  const cell: Cell = { d: serialOfInstant(at, context.timeZone) };
  return { cell: format === '@' ? displayValue(cell, undefined) : cell };
}

/** What getValue answers for a cell: a string, number, boolean or date. */
export function readValue(cell: Cell, format: string | undefined, timeZone: string): Wire {
  if (typeof cell === 'string' || typeof cell === 'boolean') return cell;
  if (typeof cell === 'object' && isFormula(cell)) return FORMULA_RESULT;
  const serial = dateSerial(cell, format);
  if (serial !== undefined) return { $: 'Date', ms: instantOfSerial(serial, timeZone) };
  return typeof cell === 'number' ? cell : cell.d;
}
