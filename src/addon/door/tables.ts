import { assembleWrites, type BlockWrite, type RowChange } from '../../registry/rows/assemble-writes.ts';
import { readLayout, type TableLayout } from '../../registry/rows/table-layout.ts';
import { TABS, type TabKind } from '../../registry/schema/schema.ts';
import type { RecordsView } from '../../registry/state/records-view.ts';
import { RegistryError } from './registry-error.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Rows added at once when a tab is full: each call costs as much as many rows. */
const SPARE_ROWS = 200;

/** A declared tab as it stands in the workbook. */
export interface OpenTable {
  readonly kind: TabKind;
  readonly sheet: Sheet;
  readonly layout: TableLayout;
}

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const REPAIR = 'Choose Lead Registry > Administration > Set up this registry.';

/** Finds a tab and its columns by header; a missing one is named, with how to repair it. One read. */
export function openTable(workbook: Spreadsheet, kind: TabKind): OpenTable {
  const sheet = findSheet(workbook, kind);
  return layOut(kind, sheet, sheet.getRange('1:1').getValues()[0] ?? []);
}

/** A declared tab with all its rows from row 2 on. One read. */
export function readTable(
  workbook: Spreadsheet,
  kind: TabKind,
): { readonly table: OpenTable; readonly rows: unknown[][] } {
  const sheet = findSheet(workbook, kind);
  const [headers = [], ...rows]: unknown[][] = sheet.getDataRange().getValues();
  return { table: layOut(kind, sheet, headers), rows };
}

function findSheet(workbook: Spreadsheet, kind: TabKind): Sheet {
  const { name } = TABS[kind];
  const sheet = workbook.getSheetByName(name);
  if (sheet) return sheet;
  throw new RegistryError(`The tab "${name}" is missing. ${REPAIR}`);
}

function layOut(kind: TabKind, sheet: Sheet, headers: readonly unknown[]): OpenTable {
  const layout = readLayout(kind, headers);
  if (layout.missing.length === 0) return { kind, sheet, layout };
  const missing = layout.missing.map((header) => `"${header}"`).join(', ');
  throw new RegistryError(`The tab "${TABS[kind].name}" lacks the header ${missing} in row 1. ${REPAIR}`);
}

/**
 * Shows changed records in their tab: changed cells only, rows found by ID at this moment. The whole column of IDs is
 * read at once, blank rows included, which also tells how many rows the tab has.
 */
export function writeRecords(
  table: OpenTable,
  changes: readonly RowChange[],
  records: RecordsView,
  timeZone: string,
): void {
  const { sheet, layout, kind } = table;
  const column = columnLetters(layout.idPosition);
  const ids = sheet
    .getRange(`${column}2:${column}`)
    .getValues()
    .map(([id]) => id as unknown);
  const known = new Set(ids.map(String));
  const isAppending = changes.some(({ id }) => !known.has(id));
  const blocks = assembleWrites(changes, {
    layout,
    ids,
    lastRow: isAppending ? lastRowOf(table, ids) : 0,
    timeZone,
    recordOf: (id) => (id === '' ? undefined : records.get(kind, id)),
  });
  writeBlocks(sheet, blocks, ids.length + 1);
}

/** The last row with content: what people typed below the records, without an ID, is not written over. */
function lastRowOf({ sheet, layout }: OpenTable, ids: readonly unknown[]): number {
  const isTyped = [...layout.columns.values()].some(({ writer }) => writer === 'people');
  if (isTyped) return sheet.getLastRow();
  return ids.reduce<number>((last, id, i) => (id === '' ? last : i + 2), 1);
}

/** Writes rectangles of values; the grid, which has so many rows, grows where it has to. */
export function writeBlocks(sheet: Sheet, blocks: readonly BlockWrite[], rows: number): void {
  const needed = Math.max(0, ...blocks.map(({ row, values }) => row + values.length - 1));
  if (needed > rows) sheet.insertRowsAfter(rows, needed - rows + SPARE_ROWS);
  for (const { row, column, values } of blocks) {
    const width = values[0]?.length ?? 0;
    sheet.getRange(row, column, values.length, width).setValues(values.map((cells) => [...cells]));
  }
}

/** The letters of a column counted from 0: 0 is A, 26 is AA. */
export function columnLetters(position: number): string {
  const rest = Math.floor(position / 26);
  return (rest === 0 ? '' : columnLetters(rest - 1)) + String.fromCharCode(65 + (position % 26));
}
