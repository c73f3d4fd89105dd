import { instantToEpochMs } from '../../../core/calendar/instant-to-epoch-ms.ts';
import { parseInstant } from '../../../core/calendar/parse-instant.ts';
import type { JournalRow } from '../../../registry/journal/format-entry.ts';
import { literalText } from '../../../registry/rows/cell-values.ts';
import { JOURNAL_TAB } from '../../../registry/schema/schema.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const WIDTH = JOURNAL_TAB.headers.length;
const PART = JOURNAL_TAB.headers.indexOf('Part');
const UTC = JOURNAL_TAB.headers.indexOf('UTC');

/** The position of the hash in a row's cells. */
export const HASH = JOURNAL_TAB.headers.indexOf('Hash');

/** A row of the Journal with its place in the tab. */
export interface PlacedRow {
  readonly row: number;
  readonly entry: number;
  readonly part: number;
  /** When the entry was made, in milliseconds since 1970 UTC. */
  readonly atMs: number;
  readonly cells: readonly unknown[];
}

/**
 * The rows of a journal's tab that belong to entries, by entry and part. Null where the columns do not stand as they are
 * declared: people have moved them, and set-up has to put them back first.
 */
export function readPlacedRows(sheet: Sheet): readonly PlacedRow[] | null {
  const [headers = [], ...rows]: unknown[][] = sheet.getDataRange().getValues();
  if (JOURNAL_TAB.headers.some((header, i) => headers[i] !== header)) return null;
  const placed: PlacedRow[] = [];
  rows.forEach((cells, i) => {
    const [entry] = cells;
    const at = parseInstant(String(cells[UTC]));
    if (typeof entry !== 'number' || at === null) return;
    const part = Number(cells[PART]);
    placed.push({ row: i + 2, entry, part, atMs: instantToEpochMs(at), cells: cells.slice(0, WIDTH) });
  });
  return placed.sort((a, b) => a.entry - b.entry || a.part - b.part);
}

/** What a row of the journal says. */
export function toJournalRow({ cells }: PlacedRow): JournalRow {
  const [entry, , actor, command, subject, outcome, changes, reason, hash, part, of, key, at] = cells;
  return {
    entry: Number(entry),
    at: String(at),
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
  };
}

/** The cells of a journal's row as they are written: text stays the text it is. */
export function writtenCells(cells: readonly unknown[]): unknown[] {
  return cells.map((cell) => (typeof cell === 'string' ? literalText(cell) : cell));
}

/** Whether two rows say the same; the moment shown beside the UTC text follows the spreadsheet's time zone. */
export function sameRow({ cells: a }: PlacedRow, { cells: b }: PlacedRow): boolean {
  return a.every((cell, i) => cell instanceof Date || cell === b[i]);
}
