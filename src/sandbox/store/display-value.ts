import { type Cell, FORMULA_RESULT, isDateCell, isFormula } from './cells.ts';
import { isTellable, wallOfSerial } from './serial-date.ts';

/** The format of a cell to which nobody gave one. */
export const AUTOMATIC_FORMAT = '0.###############';

const unquoted = new Map<string, string>();

function withoutLiterals(format: string): string {
  let bare = unquoted.get(format);
  if (bare === undefined) {
    bare = format.replace(/"[^"]*"|\\./g, '').replace(/\[[^\]]*\]/g, '');
    unquoted.set(format, bare);
  }
  return bare;
}

/** True if the number format shows a number as a date or time. */
export function isDateFormat(format: string): boolean {
  return format !== 'General' && /[ymdhs]/i.test(withoutLiterals(format));
}

/**
 * The serial number by which a cell is a date, given the format set on it; undefined if it is none. What Google makes
 * of a number so large that no Date tells its day is not documented: here it stays a number.
 */
export function dateSerial(cell: Cell, format: string | undefined): number | undefined {
  if (typeof cell === 'number') {
    return format !== undefined && isDateFormat(format) && isTellable(cell) ? cell : undefined;
  }
  if (typeof cell !== 'object' || isFormula(cell)) return undefined;
  return format === undefined || format === '@' || isDateFormat(format) ? cell.d : undefined;
}

/** The format in force: the one set, else the one that the value brings along. */
export function effectiveFormat(cell: Cell, format: string | undefined): string {
  if (format !== undefined) return format;
  if (!isDateCell(cell)) return AUTOMATIC_FORMAT;
  return cell.n ?? (Number.isInteger(cell.d) ? 'm/d/yyyy' : 'm/d/yyyy h:mm:ss');
}

/** The text that a person sees in the cell, in an en_US spreadsheet. */
export function displayValue(cell: Cell, format: string | undefined): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (isFormula(cell)) return FORMULA_RESULT;
  const serial = dateSerial(cell, format);
  if (serial !== undefined)
    return formatDate(serial, effectiveFormat(cell, format === '@' ? undefined : format));
  return formatNumber(typeof cell === 'number' ? cell : cell.d, format ?? AUTOMATIC_FORMAT);
}

function formatNumber(value: number, format: string): string {
  if (format === AUTOMATIC_FORMAT || format === '@' || format === 'General')
    return String(Number(value.toPrecision(15)));
  const [positive = '', negative] = format.split(';');
  const pattern = value < 0 && negative !== undefined ? negative : positive;
  const match = /(#,##0|[#0]+)(?:\.([0#]+))?(%)?/.exec(pattern);
  if (match === null) return String(value);
  const scaled = Math.abs(match[3] === undefined ? value : value * 100);
  const places = match[2] ?? '';
  const text = scaled.toLocaleString('en-US', {
    useGrouping: match[1] === '#,##0',
    minimumFractionDigits: places.replaceAll('#', '').length,
    maximumFractionDigits: places.length,
  });
  const sign = value < 0 && negative === undefined ? '-' : '';
  const before = pattern.slice(0, match.index);
  const after = pattern.slice(match.index + match[0].length);
  return `${sign}${literal(before)}${text}${match[3] ?? ''}${literal(after)}`;
}

const literal = (text: string): string => text.replace(/"([^"]*)"|\\(.)|\[[^\]]*\]/g, '$1$2');

const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function formatDate(serial: number, format: string): string {
  const at = new Date(wallOfSerial(serial));
  const tokens = format.match(/"[^"]*"|\\.|am\/pm|a\/p|y+|m+|d+|h+|s+|[^ymdhs"\\]+?/gi) ?? [];
  const half = tokens.some((token) => /^a/i.test(token));
  return tokens.map((token, i) => dateToken(at, tokens, token, i, half)).join('');
}

function dateToken(at: Date, tokens: readonly string[], token: string, i: number, half: boolean): string {
  const padded = (value: number): string =>
    token.length > 1 ? String(value).padStart(2, '0') : String(value);
  const hour = at.getUTCHours();
  switch (token.charAt(0).toLowerCase()) {
    case 'y':
      return token.length > 2 ? String(at.getUTCFullYear()) : String(at.getUTCFullYear()).slice(-2);
    case 'm':
      if (isMinute(tokens, i)) return padded(at.getUTCMinutes());
      if (token.length > 2) return (MONTH_NAMES[at.getUTCMonth()] ?? '').slice(0, token.length === 3 ? 3 : 9);
      return padded(at.getUTCMonth() + 1);
    case 'd':
      if (token.length > 2) return (DAY_NAMES[at.getUTCDay()] ?? '').slice(0, token.length === 3 ? 3 : 9);
      return padded(at.getUTCDate());
    case 'h':
      return padded(half ? ((hour + 11) % 12) + 1 : hour);
    case 's':
      return padded(at.getUTCSeconds());
    case 'a':
      return token.length > 1 ? (hour < 12 ? 'AM' : 'PM') : token;
    default:
      return literal(token);
  }
}

/** An `m` means minutes right after hours or right before seconds, else months. */
function isMinute(tokens: readonly string[], i: number): boolean {
  const isUnit = (token: string): boolean => /^[ymdhs]/i.test(token);
  const before = tokens.slice(0, i).filter(isUnit).at(-1) ?? '';
  const after = tokens.slice(i + 1).find(isUnit) ?? '';
  return /^h/i.test(before) || /^s/i.test(after);
}
