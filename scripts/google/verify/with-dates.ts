import type { Rows } from '../../../src/registry/audit/workbook-read.ts';
import type { ColumnType } from '../../../src/registry/schema/column.ts';
import { dateOfSerial } from '../workbook/serial-dates.ts';

/** The last day that a sheet knows. */
const LAST_SERIAL = 2_958_465;

/** Rows with serial numbers as the dates that they mean, in columns of dates and moments; the headers stay as they are. */
export function withDates(rows: Rows, types: readonly (ColumnType | undefined)[], timeZone: string): Rows {
  return rows.map((cells, i) =>
    i === 0 ? cells : cells.map((cell, position) => toDate(cell, types[position], timeZone)),
  );
}

function toDate(cell: unknown, type: ColumnType | undefined, timeZone: string): unknown {
  if (type !== 'date' && type !== 'moment') return cell;
  if (typeof cell !== 'number' || cell < 0 || cell > LAST_SERIAL) return cell;
  return dateOfSerial(cell, timeZone);
}
