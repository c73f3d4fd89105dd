import type { Instant } from '../../core/calendar/dates.ts';
import { instantToEpochMs } from '../../core/calendar/instant-to-epoch-ms.ts';
import { parseInstant } from '../../core/calendar/parse-instant.ts';
import { formatEntry, type JournalRow } from '../../registry/journal/format-entry.ts';
import type { JournalEntry } from '../../registry/journal/journal-entry.ts';
import { parseEntries } from '../../registry/journal/parse-entries.ts';
import { DECLARED_PLACES, parseJournalRow } from '../../registry/journal/parse-journal-row.ts';
import { literalText } from '../../registry/rows/cell-values.ts';
import { isBlank } from '../../registry/rows/table-image.ts';
import { JOURNAL_TAB } from '../../registry/schema/schema.ts';
import type { BooksMark } from '../../registry/state/state.ts';
import { findPlaces } from './find-places.ts';
import { RegistryError } from './registry-error.ts';
import { readBox, readGrid, writeBlocks } from './tables.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** So many rows behind the last applied entry are read with it: what an execution may have left unfinished. */
const WINDOW = 40;

/** Parts of an entry up to so many are appended one by one, wherever the last row is by then. */
const FEW_PARTS = 4;

/** A longer entry is written so far below: rows that people insert meanwhile don't push the last entry under it. */
const SPARE_ROWS = 50;

/** The journal, as far as it was read. */
export interface JournalBook {
  readonly sheet: Sheet;
  /** Position of each declared column, in the order of their declaration. */
  readonly places: readonly number[];
  /** The row behind the last one with content, as it was seen; people may have moved it since. */
  readonly nextRow: number;
  /** Entries that were written while columns moved: they can be read, but not by their headers. */
  readonly crooked: readonly JournalEntry[];
}

/**
 * The journal from the last applied entry on. Where that entry is not in its row, or anything follows it, the whole
 * journal is looked through by its headers: people have moved rows or columns, or an execution was cut off.
 */
export function readJournalEnd(
  sheet: Sheet,
  mark: BooksMark,
): { readonly pending: readonly JournalEntry[]; readonly journal: JournalBook } {
  const from = mark.journalRow;
  if (from >= 2 && from <= sheet.getMaxRows()) {
    const end = readBox(sheet, () => ({
      row: from,
      rows: Math.max(1, Math.min(WINDOW, sheet.getMaxRows() - from + 1)),
      columns: Math.min(JOURNAL_TAB.headers.length, sheet.getMaxColumns()),
    }));
    const filled = end.filter((cells) => !isBlank(cells));
    const isMarks = (cells: readonly unknown[]) => {
      const row = parseJournalRow(cells, DECLARED_PLACES);
      return row !== null && row.entry === mark.applied && row.hash === mark.hash;
    };
    if (isMarks(end[0] ?? []) && filled.every(isMarks) && filled.length < WINDOW) {
      const journal = { sheet, places: DECLARED_PLACES, nextRow: from + filled.length, crooked: [] };
      return { pending: [], journal };
    }
  }
  return readWholeJournal(sheet, mark);
}

function readWholeJournal(sheet: Sheet, mark: BooksMark) {
  const [headers = [], ...rows] = readGrid(sheet);
  const places = findPlaces(JOURNAL_TAB, headers);
  const straight = rows.flatMap((cells) => parseJournalRow(cells, places) ?? []);
  const known = new Set(straight.map(nameOf));
  const crooked = rows
    .flatMap((cells) => parseJournalRow(cells, DECLARED_PLACES) ?? [])
    .filter((row) => !known.has(nameOf(row)));
  const pending = parseEntries([...straight, ...crooked]).filter(({ entry }) => entry > mark.applied);
  const unreadable = pending.find(({ isUnreadable }) => isUnreadable);
  if (unreadable) {
    throw new RegistryError(
      `Entry ${unreadable.entry} of the Journal tab was changed before it was carried out, and cannot be read any more. Restore what it said: File > Version history, or Edit history of its cell Changes. Nothing was changed.`,
    );
  }
  const journal: JournalBook = { sheet, places, nextRow: rows.length + 2, crooked: parseEntries(crooked) };
  return { pending, journal };
}

function nameOf({ entry, hash, part }: JournalRow): string {
  return `${entry} ${hash} ${part}`;
}

/** The whole journal as it stood when these books were read, oldest first; of later entries the next few may be there. */
export function readJournal({ journal }: { readonly journal: JournalBook }): readonly JournalEntry[] {
  // Only commands write here, one at a time: the end that was seen is still the end, but for rows that people insert.
  const [headers = [], ...rows] = readGrid(journal.sheet, journal.nextRow + WINDOW);
  const places = findPlaces(JOURNAL_TAB, headers);
  const read = rows.flatMap(
    (cells) => parseJournalRow(cells, places) ?? parseJournalRow(cells, DECLARED_PLACES) ?? [],
  );
  return parseEntries(read);
}

/** Appends an entry, however many rows it spans. Returns the row in which it should begin. */
export function appendEntry({ journal }: { readonly journal: JournalBook }, entry: JournalEntry): number {
  const { sheet, places, nextRow } = journal;
  const rows = formatEntry(entry).map((row) => {
    const values = [
      row.entry,
      new Date(instantToEpochMs(row.at as Instant)),
      ...[row.actor, row.command, row.subject, row.outcome, row.changes, row.reason, row.hash].map(
        literalText,
      ),
      row.part,
      row.of,
      literalText(row.key),
      literalText(row.at),
    ];
    const cells: (string | number | Date)[] = Array.from({ length: Math.max(...places) + 1 }, () => '');
    places.forEach((place, i) => {
      cells[place] = values[i] ?? '';
    });
    return cells;
  });
  if (rows.length <= FEW_PARTS) {
    for (const cells of rows) sheet.appendRow(cells);
    return nextRow;
  }
  const row = nextRow + SPARE_ROWS;
  writeBlocks(sheet, [{ row, column: 1, values: rows }]);
  return row;
}

/** Shows the journal's moments anew, as local times of the workbook's time zone. */
export function showMoments({ journal }: { readonly journal: JournalBook }): void {
  const { sheet } = journal;
  const [headers = [], ...rows] = readGrid(sheet);
  const places = findPlaces(JOURNAL_TAB, headers);
  const place = (header: (typeof JOURNAL_TAB.headers)[number]) =>
    places[JOURNAL_TAB.headers.indexOf(header)] ?? 0;
  if (rows.length === 0) return;
  const shown = rows.map((cells) => {
    const instant = parseInstant(String(cells[place('UTC')]));
    return [instant === null ? ((cells[place('At')] ?? '') as string) : new Date(instantToEpochMs(instant))];
  });
  sheet.getRange(2, place('At') + 1, shown.length, 1).setValues(shown);
}
