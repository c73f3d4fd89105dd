import type { RecordTypes } from '../records.ts';
import { parseCell, sameCell } from './cell-values.ts';
import { idText, type TableImage } from './table-image.ts';
import type { TableLayout } from './table-layout.ts';

/**
 * Rows that people typed without an ID and that became records: for each record the row that says, in at least half of
 * its declared cells, what the record says. Where it stands does not count: rows move while a command works.
 */
export function findTypedRows(
  image: TableImage,
  layout: TableLayout,
  records: readonly RecordTypes[keyof RecordTypes][],
  timeZone: string,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const taken = new Set<number>();
  for (const record of records) {
    let best = { row: 0, same: 0 };
    for (const [row, cells] of image.cells) {
      if (row < 2 || taken.has(row) || idText(cells[layout.idPosition]) !== '') continue;
      const { same, filled } = compareCells(cells, record, layout, timeZone);
      if (same > best.same && same * 2 >= filled) best = { row, same };
    }
    if (best.row === 0) continue;
    taken.add(best.row);
    found.set(record.id, best.row);
  }
  return found;
}

/** How many declared cells of a row are filled, the ID aside, and how many of them say what the record says. */
export function compareCells(
  cells: readonly unknown[],
  record: RecordTypes[keyof RecordTypes],
  layout: TableLayout,
  timeZone: string,
): { readonly same: number; readonly filled: number } {
  let [same, filled] = [0, 0];
  for (const [position, column] of layout.columns) {
    if (position === layout.idPosition) continue;
    const typed = parseCell(column.type, cells[position], timeZone).trim();
    if (typed === '') continue;
    filled += 1;
    const text = column.value(record as never);
    const isSame = sameCell(column.type, text, cells[position], timeZone);
    if (isSame || typed.toLowerCase() === text.toLowerCase()) same += 1;
  }
  return { same, filled };
}
