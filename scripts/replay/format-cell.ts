import { formatInstant } from '../../src/core/calendar/format-instant.ts';
import { parseLocalTime } from '../../src/core/calendar/parse-local-time.ts';
import { currencyDigits, isCurrency } from '../../src/core/money/currency-digits.ts';
import type { ColumnType } from '../../src/registry/schema/column.ts';
import type { TableValue } from '../../src/sandbox/store/read-table.ts';

/** What decides how a cell is written: its column's type where the registry declares it, its row's currency. */
export interface CellContext {
  readonly type: ColumnType | undefined;
  readonly currency: string;
  readonly timeZone: string;
}

/**
 * A cell as a scenario shows it: dates `YYYY-MM-DD`, times ISO 8601 with the programme time zone's offset, amounts
 * with the currency's digits, yes and no in words, '' for an empty cell.
 */
export function formatCell(cell: TableValue, context: CellContext): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (typeof cell === 'number') return formatNumber(cell, context);
  return 'date' in cell ? formatDate(cell.date, context) : cell.formula;
}

function formatNumber(value: number, { type, currency }: CellContext): string {
  if (type !== 'amount' || !isCurrency(currency)) return String(value);
  return value.toFixed(currencyDigits(currency));
}

/** Sheets keeps the wall clock; the offset is the one in force on that day. */
function formatDate(wallClock: string, { type, timeZone }: CellContext): string {
  const [day = '', time = '00:00:00'] = wallClock.split('T');
  const isMoment = type === 'moment' || (type === undefined && wallClock.includes('T'));
  if (!isMoment) return day;
  const instant = parseLocalTime(`${day}T${time.slice(0, 8)}`, timeZone);
  return instant === null ? wallClock : formatInstant(instant, timeZone);
}
