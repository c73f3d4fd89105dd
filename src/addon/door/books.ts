import type { Instant } from '../../core/calendar/dates.ts';
import { instantToEpochMs } from '../../core/calendar/instant-to-epoch-ms.ts';
import { toInstant } from '../../core/calendar/to-instant.ts';
import { formatEntry, type JournalRow } from '../../registry/journal/format-entry.ts';
import type { JournalEntry } from '../../registry/journal/journal-entry.ts';
import { parseEntries } from '../../registry/journal/parse-entries.ts';
import { literalText } from '../../registry/rows/cell-values.ts';
import { JOURNAL_TAB, STATE_TAB } from '../../registry/schema/schema.ts';
import type { RecordChange } from '../../registry/state/draft.ts';
import { formatState, spreadStateRow } from '../../registry/state/format-state.ts';
import { type BooksMark, State } from '../../registry/state/state.ts';
import { RegistryError } from './registry-error.ts';
import { growTo } from './tables.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** So many rows at the journal's end are looked at for entries that were never applied. */
const TAIL_ROWS = 25;

/** The journal and `_state` as they stand: what every command reads first and writes to. */
export interface Books {
  readonly state: State;
  /** Entries behind the mark: written, never applied. */
  readonly pending: readonly JournalEntry[];
  readonly journal: Sheet;
  readonly stateSheet: Sheet;
}

function bookSheet(workbook: Spreadsheet, name: string): Sheet {
  const sheet = workbook.getSheetByName(name);
  if (sheet) return sheet;
  throw new RegistryError(`The tab "${name}" is missing. Choose Lead Registry > Administration > Set up this registry.`);
}

/** Reads `_state` and the journal's end: two reads however many records there are. */
export function readBooks(workbook: Spreadsheet): Books {
  const journal = bookSheet(workbook, JOURNAL_TAB.name);
  const stateSheet = bookSheet(workbook, STATE_TAB.name);
  const stateRows = stateSheet.getLastRow();
  const state = State.parse(
    stateRows < 2 ? [] : stateSheet.getRange(2, 1, stateRows - 1, STATE_TAB.headers.length).getValues(),
  );
  return { state, pending: readPending(journal, state.mark), journal, stateSheet };
}

function readPending(journal: Sheet, mark: BooksMark): readonly JournalEntry[] {
  const lastRow = journal.getLastRow();
  if (lastRow < 2) return [];
  const from = Math.max(2, lastRow - TAIL_ROWS + 1);
  const tail = readJournalRows(journal, from, lastRow);
  const newest = Math.max(...tail.map(({ entry }) => entry));
  // A long entry, or a journal that people have sorted: the whole of it is looked through.
  const reachesBack = newest >= mark.applied && (tail[0]?.entry ?? 0) <= mark.applied;
  const rows = from === 2 || reachesBack ? tail : readJournalRows(journal, 2, lastRow);
  return parseEntries(rows).filter(({ entry }) => entry > mark.applied);
}

/** Rows of the journal, from and to inclusive; rows that are no entries are passed over. */
export function readJournalRows(journal: Sheet, from: number, to: number): readonly JournalRow[] {
  if (to < from) return [];
  const values = journal.getRange(from, 1, to - from + 1, JOURNAL_TAB.headers.length).getValues();
  return values.flatMap((cells) => {
    const [entry, at, actor, command, subject, outcome, changes, reason, hash, part, of, key] = cells as unknown[];
    if (typeof entry !== 'number' || !(at instanceof Date)) return [];
    return [
      {
        entry,
        at: toInstant(at.getTime()),
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
export function readJournal(journal: Sheet): readonly JournalEntry[] {
  return parseEntries(readJournalRows(journal, 2, journal.getLastRow()));
}

/** Appends an entry: one write, however many rows it spans. */
export function appendEntry(journal: Sheet, entry: JournalEntry): void {
  const rows = formatEntry(entry).map((row) => [
    row.entry,
    new Date(instantToEpochMs(row.at as Instant)),
    ...[row.actor, row.command, row.subject, row.outcome, row.changes, row.reason, row.hash].map(literalText),
    row.part,
    row.of,
    literalText(row.key),
  ]);
  appendRows(journal, rows, JOURNAL_TAB.headers.length);
}

/** Appends what an entry made of the records, and the mark that says so, in one write. */
export function appendState(sheet: Sheet, changes: readonly RecordChange[], mark: BooksMark): void {
  const rows = formatState(changes, mark).map((row) => spreadStateRow(row).map(literalCell));
  appendRows(sheet, rows, STATE_TAB.headers.length);
}

/** Rewrites `_state` with one row a record, once superseded rows outnumber the others. */
export function compactState(workbook: Spreadsheet): void {
  const { state, stateSheet, pending } = readBooks(workbook);
  const rows = state.compact();
  const used = stateSheet.getLastRow() - 1;
  if (pending.length > 0 || used < 2 * rows.length + 200) return;
  const cells = rows.map((row) => spreadStateRow(row).map(literalCell));
  const blank = Array.from({ length: used - cells.length }, () => STATE_TAB.headers.map(() => ''));
  stateSheet.getRange(2, 1, used, STATE_TAB.headers.length).setValues([...cells, ...blank]);
}

function literalCell(cell: string | number): string | number {
  return typeof cell === 'number' ? cell : literalText(cell);
}

function appendRows(sheet: Sheet, rows: readonly (readonly (string | number | Date)[])[], width: number): void {
  const next = sheet.getLastRow() + 1;
  growTo(sheet, next + rows.length - 1);
  sheet.getRange(next, 1, rows.length, width).setValues(rows.map((row) => [...row]));
}
