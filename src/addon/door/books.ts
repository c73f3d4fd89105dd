import type { Instant } from '../../core/calendar/dates.ts';
import { instantToEpochMs } from '../../core/calendar/instant-to-epoch-ms.ts';
import { parseInstant } from '../../core/calendar/parse-instant.ts';
import { formatEntry, type JournalRow } from '../../registry/journal/format-entry.ts';
import type { JournalEntry } from '../../registry/journal/journal-entry.ts';
import { parseEntries } from '../../registry/journal/parse-entries.ts';
import { literalText } from '../../registry/rows/cell-values.ts';
import { JOURNAL_TAB, STATE_TAB } from '../../registry/schema/schema.ts';
import type { RecordChange } from '../../registry/state/draft.ts';
import { formatState, spreadStateRow } from '../../registry/state/format-state.ts';
import { type BooksMark, State } from '../../registry/state/state.ts';
import { RegistryError } from './registry-error.ts';
import { columnLetters, writeBlocks } from './tables.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const JOURNAL_LAST_COLUMN = columnLetters(JOURNAL_TAB.headers.length - 1);
/** So many rows behind the last applied entry are read with it: what an execution may have left unfinished. */
const JOURNAL_WINDOW = 40;

const STATE_LAST_COLUMN = columnLetters(STATE_TAB.headers.length - 1);

/** The journal and `_state` as they stand: what every command reads first and writes to. */
export interface Books {
  readonly state: State;
  /** Entries behind the mark: written, never applied. */
  readonly pending: readonly JournalEntry[];
  readonly journal: OpenBook;
  readonly stateBook: OpenBook;
}

/** One of the two books with the next free row and the number of rows that its tab has. */
interface OpenBook {
  readonly sheet: Sheet;
  readonly nextRow: number;
  readonly rows: number;
}

function bookSheet(workbook: Spreadsheet, name: string): Sheet {
  const sheet = workbook.getSheetByName(name);
  if (sheet) return sheet;
  throw new RegistryError(
    `The tab "${name}" is missing. Choose Lead Registry > Administration > Set up this registry.`,
  );
}

/** The first row behind the last one with content; `first` is the sheet's number of the first value. */
function rowBehind(values: readonly (readonly unknown[])[], first: number): number {
  for (let i = values.length - 1; i >= 0; i -= 1) {
    if (values[i]?.some((cell) => cell !== '')) return first + i + 1;
  }
  return first;
}

/** Reads `_state` and the journal's end: a few reads however many records there are. */
export function readBooks(workbook: Spreadsheet): Books {
  const sheet = bookSheet(workbook, STATE_TAB.name);
  // Spare rows are few: reading them along costs less than asking where the content ends.
  const values: unknown[][] = sheet.getRange(`A2:${STATE_LAST_COLUMN}`).getValues();
  const state = State.parse(values);
  const stateBook = { sheet, nextRow: rowBehind(values, 2), rows: values.length + 1 };
  return { state, stateBook, ...readJournalEnd(bookSheet(workbook, JOURNAL_TAB.name), state.mark) };
}

/**
 * The journal from the last applied entry on. Where that entry is not in its row, or more follows than fits the
 * window, people have moved rows or a long entry was cut off, and the whole journal is looked through.
 */
function readJournalEnd(sheet: Sheet, mark: BooksMark): Pick<Books, 'journal' | 'pending'> {
  const from = mark.journalRow;
  const rows = sheet.getMaxRows();
  const end = from < 2 || from > rows ? [] : valuesOf(sheet, from, Math.min(rows, from + JOURNAL_WINDOW));
  const endsInside = (end.at(-1)?.[0] ?? '') === '' || from + JOURNAL_WINDOW >= rows;
  const isInPlace = end[0]?.[0] === mark.applied && endsInside;
  const [first, all] = isInPlace ? [from, end] : [2, valuesOf(sheet, 2, rows)];
  const pending = parseEntries(parseJournalRows(all)).filter(({ entry }) => entry > mark.applied);
  return { pending, journal: { sheet, nextRow: rowBehind(all, first), rows } };
}

function valuesOf(sheet: Sheet, from: number, to: number): unknown[][] {
  return sheet.getRange(`A${from}:${JOURNAL_LAST_COLUMN}${to}`).getValues();
}

/** The rows of a journal; rows that are no entries are passed over. */
function parseJournalRows(values: readonly (readonly unknown[])[]): readonly JournalRow[] {
  return values.flatMap((cells) => {
    const [entry, , actor, command, subject, outcome, changes, reason, hash, part, of, key, at] = cells;
    if (typeof entry !== 'number' || typeof at !== 'string') return [];
    return [
      {
        entry,
        at,
        actor: String(actor),
        command: String(command),
        subject: String(subject),
        outcome: String(outcome),
        changes: String(changes),
        reason: String(reason),
        hash: String(hash),
        part: Number(part),
        of: Number(of),
        key: String(key),
      },
    ];
  });
}

/** The whole journal, oldest first. */
export function readJournal({ journal }: Books): readonly JournalEntry[] {
  return parseEntries(parseJournalRows(valuesOf(journal.sheet, 2, journal.rows)));
}

/** Appends an entry: one write, however many rows it spans. Returns the row of its first part. */
export function appendEntry({ journal }: Books, entry: JournalEntry): number {
  const rows = formatEntry(entry).map((row) => [
    row.entry,
    new Date(instantToEpochMs(row.at as Instant)),
    ...[row.actor, row.command, row.subject, row.outcome, row.changes, row.reason, row.hash].map(literalText),
    row.part,
    row.of,
    literalText(row.key),
    literalText(row.at),
  ]);
  writeBlocks(journal.sheet, [{ row: journal.nextRow, column: 1, values: rows }], journal.rows);
  return journal.nextRow;
}

/** Appends what entries made of the records, and the mark that says so, in one write. */
export function appendState({ stateBook }: Books, changes: readonly RecordChange[], mark: BooksMark): void {
  const values = formatState(changes, mark).map((row) => spreadStateRow(row).map(literalCell));
  writeBlocks(stateBook.sheet, [{ row: stateBook.nextRow, column: 1, values }], stateBook.rows);
}

/** Shows the journal's moments anew, as local times of the workbook's time zone. */
export function showMoments({ journal }: Books): void {
  const { sheet, nextRow } = journal;
  if (nextRow <= 2) return;
  const column = JOURNAL_TAB.headers.indexOf('UTC') + 1;
  const moments = sheet.getRange(2, column, nextRow - 2, 1).getValues();
  const shown = moments.map(([at]) => {
    const instant = parseInstant(String(at));
    return [instant === null ? '' : new Date(instantToEpochMs(instant))];
  });
  sheet.getRange(2, JOURNAL_TAB.headers.indexOf('At') + 1, shown.length, 1).setValues(shown);
}

/** Rewrites `_state` with one row a record, once superseded rows outnumber the others. */
export function compactState({ state, stateBook, pending }: Books): void {
  const used = stateBook.nextRow - 2;
  if (used < 400) return;
  const rows = state.compact();
  if (pending.length > 0 || used < 2 * rows.length + 200) return;
  const cells = rows.map((row) => spreadStateRow(row).map(literalCell));
  const blank = Array.from({ length: used - cells.length }, () => STATE_TAB.headers.map(() => ''));
  stateBook.sheet.getRange(2, 1, used, STATE_TAB.headers.length).setValues([...cells, ...blank]);
}

function literalCell(cell: string | number): string | number {
  return typeof cell === 'number' ? cell : literalText(cell);
}
