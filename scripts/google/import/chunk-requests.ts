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
import { serialOfDate } from '../workbook/serial-dates.ts';
import type { LiveBooks } from './live-books.ts';

type Cell = sheets_v4.Schema$CellData;

const FIELDS = 'userEnteredValue,userEnteredFormat.numberFormat';

/** Appends entries to the journal. */
export function journalRequest(books: LiveBooks, entries: readonly JournalEntry[]): sheets_v4.Schema$Request {
  const rows = entries
    .flatMap(formatEntry)
    .map((row) => [
      plain(row.entry),
      dated(row.at, 'moment', books.timeZone),
      ...[row.actor, row.command, row.subject, row.outcome, row.changes, row.reason, row.hash].map(plain),
      plain(row.part),
      plain(row.of),
      plain(row.key),
      plain(row.at),
    ]);
  return append(books.journalTab.id, rows);
}

/** Appends rows to `_state`. */
export function stateRequest(books: LiveBooks, rows: readonly StateRow[]): sheets_v4.Schema$Request {
  return append(
    books.stateTab.id,
    rows.map((row) => spreadStateRow(row).map(plain)),
  );
}

/** Appends the new records to their tables. What changed in others is shown by the registry's clock. */
export function tableRequests(
  books: LiveBooks,
  changes: readonly RecordChange[],
): readonly sheets_v4.Schema$Request[] {
  return TAB_ORDER.flatMap((kind) => {
    const made = changes.filter((change) => change.kind === kind && change.before === null);
    const table = books.tables.get(kind);
    if (made.length === 0 || table === undefined) return [];
    const { layout, tab } = table;
    const width = Math.max(...layout.columns.keys()) + 1;
    const rows = made.map(({ after }) =>
      Array.from({ length: width }, (_, place) => {
        const column = layout.columns.get(place) as Column<typeof after> | undefined;
        return column === undefined ? {} : shown(column.type, column.value(after), books.timeZone);
      }),
    );
    return [append(tab.id, rows)];
  });
}

/** The kinds of records that would be shown, with the rows that each needs. */
export function countRows(changes: readonly RecordChange[]): ReadonlyMap<TabKind, number> {
  const counts = new Map<TabKind, number>();
  for (const { kind, before } of changes) {
    if (before === null && kind !== 'memos') counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

function append(sheetId: number, rows: readonly (readonly Cell[])[]): sheets_v4.Schema$Request {
  return { appendCells: { sheetId, fields: FIELDS, rows: rows.map((values) => ({ values: [...values] })) } };
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
