import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { numberFormatOf } from '../../../src/addon/setup/number-formats.ts';
import { instantToEpochMs } from '../../../src/core/calendar/instant-to-epoch-ms.ts';
import { mintInstant } from '../../../src/core/calendar/mint-dates.ts';
import { formatEntry } from '../../../src/registry/journal/format-entry.ts';
import type { JournalEntry } from '../../../src/registry/journal/journal-entry.ts';
import { formatCell } from '../../../src/registry/rows/cell-values.ts';
import type { Column, ColumnType } from '../../../src/registry/schema/column.ts';
import { TAB_ORDER, type TabKind } from '../../../src/registry/schema/schema.ts';
import type { RecordChange } from '../../../src/registry/state/draft.ts';
import { spreadStateRow } from '../../../src/registry/state/format-state.ts';
import type { StateRow } from '../../../src/registry/state/state.ts';
import type { LiveTab } from '../workbook/live-workbook.ts';
import { serialOfDate } from '../workbook/serial-dates.ts';
import type { LiveBooks } from './live-books.ts';

type Cell = sheets_v4.Schema$CellData;

const FIELDS = 'userEnteredValue,userEnteredFormat.numberFormat';

/** A row of cells as the API takes it. */
export type CellRow = readonly Cell[];

/** What is appended to the books and tables at once. */
export interface Addition {
  readonly entries: readonly JournalEntry[];
  /** New records are shown in their tables; what changed in others is shown by the registry's clock. */
  readonly changes: readonly RecordChange[];
  readonly stateRows: readonly StateRow[];
}

/** Appends all of it behind what stands there. */
export function appendRequests(books: LiveBooks, addition: Addition): readonly sheets_v4.Schema$Request[] {
  return blocksOf(books, addition)
    .filter(({ rows }) => rows.length > 0)
    .map(({ tab, rows }) => append(tab, rows));
}

/** Puts all of it in the place of what stands there. */
export function replaceRequests(books: LiveBooks, addition: Addition): readonly sheets_v4.Schema$Request[] {
  return blocksOf(books, addition).flatMap(({ tab, rows, standing }) => replace(tab, rows, standing));
}

interface Block {
  readonly tab: LiveTab;
  readonly rows: readonly CellRow[];
  /** How many rows stand there now. */
  readonly standing: number;
}

function blocksOf(books: LiveBooks, { entries, changes, stateRows }: Addition): readonly Block[] {
  const tables = TAB_ORDER.flatMap((kind): readonly Block[] => {
    const table = books.tables.get(kind);
    if (table === undefined) return [];
    const rows = tableRows(books, kind, changes);
    return [{ tab: table.tab, rows, standing: books.state.list(kind).length }];
  });
  const journal = journalRows(books, entries);
  const state = stateRows.map((row) => spreadStateRow(row).map(plain));
  return [
    { tab: books.journalTab, rows: journal, standing: books.nextJournalRow - 2 },
    ...tables,
    { tab: books.stateTab, rows: state, standing: books.nextStateRow - 2 },
  ];
}

function journalRows({ timeZone }: LiveBooks, entries: readonly JournalEntry[]): readonly CellRow[] {
  return entries
    .flatMap(formatEntry)
    .map((row) => [
      plain(row.entry),
      dated(row.at, 'moment', timeZone),
      ...[row.actor, row.command, row.subject, row.outcome, row.changes, row.reason, row.hash].map(plain),
      plain(row.part),
      plain(row.of),
      plain(row.key),
      plain(row.at),
    ]);
}

function tableRows(books: LiveBooks, kind: TabKind, changes: readonly RecordChange[]): readonly CellRow[] {
  const layout = books.tables.get(kind)?.layout;
  const made = changes.filter((change) => change.kind === kind && change.before === null);
  if (layout === undefined || made.length === 0) return [];
  const width = Math.max(...layout.columns.keys()) + 1;
  return made.map(({ after }) =>
    Array.from({ length: width }, (_, place) => {
      const column = layout.columns.get(place) as Column<typeof after> | undefined;
      return column === undefined ? {} : shown(column.type, column.value(after), books.timeZone);
    }),
  );
}

/** How many rows the new records need in each table. */
export function countRows(changes: readonly RecordChange[]): ReadonlyMap<TabKind, number> {
  const counts = new Map<TabKind, number>();
  for (const { kind, before } of changes) {
    if (before === null && kind !== 'memos') counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

function append({ id: sheetId }: LiveTab, rows: readonly CellRow[]): sheets_v4.Schema$Request {
  return { appendCells: { sheetId, fields: FIELDS, rows: rowData(rows) } };
}

function replace(
  { id: sheetId, rows: grid, columns }: LiveTab,
  rows: readonly CellRow[],
  standing: number,
): readonly sheets_v4.Schema$Request[] {
  const count = Math.max(rows.length, standing);
  if (count === 0) return [];
  const blank: CellRow = Array.from({ length: columns }, () => ({}));
  const all = Array.from({ length: count }, (_, i) => [...(rows[i] ?? []), ...blank].slice(0, columns));
  const missing = count + 1 - grid;
  return [
    ...(missing > 0 ? [{ appendDimension: { sheetId, dimension: 'ROWS', length: missing } }] : []),
    { updateCells: { start: { sheetId, rowIndex: 1, columnIndex: 0 }, fields: FIELDS, rows: rowData(all) } },
  ];
}

function rowData(rows: readonly CellRow[]): sheets_v4.Schema$RowData[] {
  return rows.map((values) => ({ values: [...values] }));
}

/** A text given as one is kept as it is: never a formula, number or date. */
function plain(value: string | number): Cell {
  if (value === '') return {};
  return { userEnteredValue: typeof value === 'number' ? { numberValue: value } : { stringValue: value } };
}

function shown(type: ColumnType, text: string, timeZone: string): Cell {
  const value = formatCell(type, text, timeZone);
  if (value === '') return {};
  // The apostrophe by which scripts say that a text is one is not part of it.
  if (typeof value === 'string') return plain(value.replace(/^'/, ''));
  if (value instanceof Date) return dated(value.toISOString(), type, timeZone);
  if (typeof value === 'boolean') return { userEnteredValue: { boolValue: value } };
  return { ...plain(value), ...formatted('NUMBER', numberFormatOf(type, text)) };
}

function dated(at: string, type: ColumnType, timeZone: string): Cell {
  const numberValue = serialOfDate(new Date(instantToEpochMs(mintInstant(at))), timeZone);
  const kind = type === 'date' ? 'DATE' : 'DATE_TIME';
  return { userEnteredValue: { numberValue }, ...formatted(kind, numberFormatOf(type, '')) };
}

function formatted(type: string, pattern: string): Cell {
  return { userEnteredFormat: { numberFormat: { type, pattern } } };
}
