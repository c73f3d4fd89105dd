import { assembleWrites, type BlockWrite, type RowChange } from '../../registry/rows/assemble-writes.ts';
import { readLayout, type TableLayout } from '../../registry/rows/table-layout.ts';
import { TABS, type TabKind } from '../../registry/schema/schema.ts';
import type { RecordsView } from '../../registry/state/records-view.ts';
import { RegistryError } from './registry-error.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Rows added at once when a tab is full: each call costs as much as many rows. */
const SPARE_ROWS = 500;

/** A declared tab as it stands in the workbook. */
export interface OpenTable {
  readonly kind: TabKind;
  readonly sheet: Sheet;
  readonly layout: TableLayout;
}

/** Finds a tab and its columns by header; a missing one is named, with how to repair it. */
export function openTable(workbook: GoogleAppsScript.Spreadsheet.Spreadsheet, kind: TabKind): OpenTable {
  const { name } = TABS[kind];
  const sheet = workbook.getSheetByName(name);
  if (!sheet) {
    throw new RegistryError(`The tab "${name}" is missing. Choose Lead Registry > Administration > Set up this registry.`);
  }
  const headers = sheet.getRange(1, 1, 1, Math.max(sheet.getLastColumn(), 1)).getValues()[0] ?? [];
  const layout = readLayout(kind, headers);
  if (layout.missing.length > 0) {
    throw new RegistryError(
      `The tab "${name}" lacks the header ${layout.missing.map((header) => `"${header}"`).join(', ')} in row 1. Choose Lead Registry > Administration > Set up this registry.`,
    );
  }
  return { kind, sheet, layout };
}

/** The IDs of a tab's rows from row 2 on, and its last row with any content. */
export function readIds({ sheet, layout }: OpenTable): { readonly ids: readonly unknown[]; readonly lastRow: number } {
  const lastRow = sheet.getLastRow();
  if (lastRow < 2) return { ids: [], lastRow };
  const ids = sheet
    .getRange(2, layout.idPosition + 1, lastRow - 1, 1)
    .getValues()
    .map(([id]) => id as unknown);
  return { ids, lastRow };
}

/** Shows changed records in their tab: changed cells only, rows found by ID at this moment. */
export function writeRecords(table: OpenTable, changes: readonly RowChange[], records: RecordsView, timeZone: string): void {
  const { ids, lastRow } = readIds(table);
  const recordOf = (id: string) => (id === '' ? undefined : records.get(table.kind, id));
  const blocks = assembleWrites(changes, { layout: table.layout, ids, lastRow, timeZone, recordOf });
  writeBlocks(table.sheet, blocks);
}

/** Writes rectangles of values; the grid grows where it has to. */
export function writeBlocks(sheet: Sheet, blocks: readonly BlockWrite[]): void {
  const needed = Math.max(0, ...blocks.map(({ row, values }) => row + values.length - 1));
  growTo(sheet, needed);
  for (const { row, column, values } of blocks) {
    const width = values[0]?.length ?? 0;
    sheet.getRange(row, column, values.length, width).setValues(values.map((cells) => [...cells]));
  }
}

/** Makes sure that the tab has a row of this number. */
export function growTo(sheet: Sheet, row: number): void {
  const rows = sheet.getMaxRows();
  if (row > rows) sheet.insertRowsAfter(rows, row - rows + SPARE_ROWS);
}
