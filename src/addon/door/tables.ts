import type { BlockWrite } from '../../registry/rows/assemble-writes.ts';
import { isBlank, type TableImage, wholeImage } from '../../registry/rows/table-image.ts';
import { readLayout, type TableLayout } from '../../registry/rows/table-layout.ts';
import { TABS, type TabKind } from '../../registry/schema/schema.ts';
import { RegistryError } from './registry-error.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Rows added at once when a tab is full: each call costs as much as many rows. */
const SPARE_ROWS = 200;

/** A declared tab as it stands in the workbook, as far as it was read. */
export interface OpenTable {
  readonly kind: TabKind;
  readonly sheet: Sheet;
  readonly layout: TableLayout;
  readonly image: TableImage;
}

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const REPAIR = 'Choose Lead Registry > Administration > Set up this registry.';

/** Finds a tab and its columns by header; a missing one is named, with how to repair it. One read. */
export function openTable(workbook: Spreadsheet, kind: TabKind): OpenTable {
  return openSheet(kind, findSheet(workbook, kind));
}

/** The columns of a declared tab as they stand now. One read. */
export function openSheet(kind: TabKind, sheet: Sheet): OpenTable {
  const headers = readHeaders(sheet);
  return { kind, sheet, layout: layOut(kind, headers), image: { headers, ids: [], cells: new Map() } };
}

/** The first row of a tab. One read. */
export function readHeaders(sheet: Sheet): readonly unknown[] {
  return readBox(sheet, () => ({ row: 1, rows: 1, columns: sheet.getMaxColumns() }))[0] ?? [];
}

/** A declared tab with all its rows from row 2 on. Two reads. */
export function readTable(workbook: Spreadsheet, kind: TabKind): WholeTable {
  return readSheet(kind, findSheet(workbook, kind));
}

/** A declared tab and the rows that it has from row 2 on. */
export interface WholeTable {
  readonly table: OpenTable;
  readonly rows: readonly (readonly unknown[])[];
}

/** As `readTable`, for a tab that was found before. */
export function readSheet(kind: TabKind, sheet: Sheet): WholeTable {
  const [headers = [], ...rows] = readGrid(sheet);
  const layout = layOut(kind, headers);
  const image = wholeImage(headers, rows, layout.idPosition);
  return { table: { kind, sheet, layout, image }, rows };
}

/** Rows read behind the last one: what people may insert before the cells are read. */
const ROWS_BEHIND = 20;

/**
 * All cells of a tab, as far down as any holds something. Two reads, or one for a caller that knows from an earlier
 * reading which row is the last.
 */
export function readGrid(sheet: Sheet, last = sheet.getLastRow()): readonly (readonly unknown[])[] {
  const values = readBox(sheet, () => ({
    row: 1,
    rows: Math.min(sheet.getMaxRows(), last + ROWS_BEHIND),
    columns: sheet.getMaxColumns(),
  }));
  let end = values.length;
  while (end > 1 && isBlank(values[end - 1] ?? [])) end -= 1;
  return values.slice(0, end);
}

/** So often a box is looked for anew whose tab changed its size while it was read. */
export const MOST_READINGS = 4;

/**
 * The values of a box from column A on. People insert and delete rows and columns in between: what was read of a tab
 * that has another size by then is read again, so that no row is missed and none is looked for where none is.
 */
export function readBox(
  sheet: Sheet,
  box: () => { readonly row: number; readonly rows: number; readonly columns: number },
): unknown[][] {
  for (let reading = 1; ; reading += 1) {
    const { row, rows, columns } = box();
    try {
      const values: unknown[][] = sheet.getRange(row, 1, rows, columns).getValues();
      const after = box();
      if ((after.rows === rows && after.columns === columns) || reading === MOST_READINGS) return values;
    } catch (error) {
      if (reading === MOST_READINGS) throw error;
    }
  }
}

function findSheet(workbook: Spreadsheet, kind: TabKind): Sheet {
  const { name } = TABS[kind];
  const sheet = workbook.getSheetByName(name);
  if (sheet) return sheet;
  throw new RegistryError(
    `The tab "${name}" is missing: it was renamed or deleted. ${REPAIR} It finds the tab again, or makes it anew from the records.`,
  );
}

function layOut(kind: TabKind, headers: readonly unknown[]): TableLayout {
  const layout = readLayout(kind, headers);
  if (layout.missing.length === 0) return layout;
  const missing = layout.missing.map((header) => `"${header}"`).join(', ');
  throw new RegistryError(`The tab "${TABS[kind].name}" lacks the header ${missing} in row 1. ${REPAIR}`);
}

/** Writes rectangles of values; the grid grows where it has to. */
export function writeBlocks(sheet: Sheet, blocks: readonly BlockWrite[]): void {
  if (blocks.length === 0) return;
  const needed = Math.max(0, ...blocks.map(({ row, values }) => row + values.length - 1));
  makeRoom(sheet, needed, () => sheet.getLastRow());
  for (const { row, column, values } of blocks) {
    const width = values[0]?.length ?? 0;
    sheet.getRange(row, column, values.length, width).setValues(values.map((cells) => [...cells]));
  }
}

/**
 * Makes room for a tab to be filled as far as row `needed`, with rows to spare, and always before its last row while that is
 * empty: rows inserted inside what colour rules, the filter and protections cover belong to them too, and rows inserted
 * behind it do not. `lastFilled` answers the last row that holds something; asked once in so many rows.
 */
export function makeRoom(sheet: Sheet, needed: number, lastFilled: () => number): void {
  const rows = sheet.getMaxRows();
  if (needed < rows) return;
  const more = needed - rows + SPARE_ROWS;
  if (lastFilled() < rows) sheet.insertRowsBefore(rows, more);
  else if (needed > rows) sheet.insertRowsAfter(rows, more);
}

/** The letters of a column counted from 0: 0 is A, 26 is AA. */
export function columnLetters(position: number): string {
  const rest = Math.floor(position / 26);
  return (rest === 0 ? '' : columnLetters(rest - 1)) + String.fromCharCode(65 + (position % 26));
}
