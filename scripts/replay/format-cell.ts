import { formatInstant } from '../../src/core/calendar/format-instant.ts';
import { parseLocalTime } from '../../src/core/calendar/parse-local-time.ts';
import { currencyDigits, isCurrency } from '../../src/core/money/currency-digits.ts';
import type { ColumnType } from '../../src/registry/schema/column.ts';
import type { Cell } from '../../src/sandbox/store/cells.ts';

/** What decides how a cell is written: its column's type where the registry declares it, its row's currency. */
export interface CellContext {
  readonly type: ColumnType | undefined;
  readonly currency: string;
  readonly timeZone: string;
}

const SERIAL_EPOCH_MS = Date.UTC(1899, 11, 30);
const DAY_IN_MS = 86_400_000;

/**
 * A cell as a scenario shows it: dates `YYYY-MM-DD`, times ISO 8601 with the programme time zone's offset, amounts
 * with the currency's digits, yes and no in words, '' for an empty cell.
 */
export function formatCell(cell: Cell, context: CellContext): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (typeof cell === 'number') return formatNumber(cell, context);
  return 'd' in cell ? formatSerial(cell.d, context) : cell.f;
}

function formatNumber(value: number, { type, currency }: CellContext): string {
  if (type !== 'amount' || !isCurrency(currency)) return String(value);
  return value.toFixed(currencyDigits(currency));
}

/** Sheets keeps the wall clock; the offset is the one in force on that day. */
function formatSerial(days: number, { type, timeZone }: CellContext): string {
  const wallClock = new Date(Math.round((SERIAL_EPOCH_MS + days * DAY_IN_MS) / 1000) * 1000).toISOString();
  const isMoment = type === undefined ? days % 1 !== 0 : type === 'moment';
  if (!isMoment) return wallClock.slice(0, 10);
  const instant = parseLocalTime(wallClock.slice(0, 19), timeZone);
  return instant === null ? wallClock : formatInstant(instant, timeZone);
}
