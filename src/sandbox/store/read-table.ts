import { type Cell, isFormula } from './cells.ts';
import { dateSerial } from './display-value.ts';
import { wallOfSerial } from './serial-date.ts';
import { formatAt, lastColumn } from './sheet-cells.ts';
import type { SheetState } from './sheet-state.ts';

/**
 * A cell as the host reads it. Dates are the spreadsheet's wall clock: `YYYY-MM-DD`, with
 * `THH:mm:ss` (and milliseconds, if any) when they have a time.
 */
export type TableValue = string | number | boolean | { readonly date: string } | { readonly formula: string };

/** The cells of a tab from A1 to its last row and column with content. */
export function readTable(sheet: SheetState): readonly (readonly TableValue[])[] {
  const width = lastColumn(sheet);
  return sheet.rows.map((row, i) =>
    Array.from({ length: width }, (_, j) => tableValue(row[j] ?? '', formatAt(sheet, i + 1, j + 1))),
  );
}

function tableValue(cell: Cell, format: string | undefined): TableValue {
  if (typeof cell === 'string' || typeof cell === 'boolean') return cell;
  if (isFormula(cell)) return { formula: cell.f };
  const serial = dateSerial(cell, format);
  if (serial !== undefined) return { date: wallText(serial) };
  return typeof cell === 'number' ? cell : cell.d;
}

function wallText(serial: number): string {
  const text = new Date(wallOfSerial(serial)).toISOString();
  const [day = '', time = ''] = text.split('T');
  if (time === '00:00:00.000Z') return day;
  return `${day}T${time.replace('Z', '').replace(/\.000$/, '')}`;
}
