import type { Instant } from '../../../core/calendar/dates.ts';
import type { JournalRow } from '../../../registry/journal/format-entry.ts';
import { literalText } from '../../../registry/rows/cell-values.ts';
import { JOURNAL_TAB } from '../../../registry/schema/schema.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const DECLARED = JOURNAL_TAB.headers;
const PART = JOURNAL_TAB.headers.indexOf('Part');
const UTC = JOURNAL_TAB.headers.indexOf('UTC');

/** The position of the hash in a row's cells. */
export const HASH = JOURNAL_TAB.headers.indexOf('Hash');

/** A row of the Journal with its place in the tab. */
export interface PlacedRow {
  readonly row: number;
  readonly entry: number;
  readonly part: number;
  readonly at: Instant;
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
    const at = String(cells[UTC]);
    // Hundreds of thousands of rows: their form is enough, parsing each moment would take a minute.
    if (typeof entry !== 'number' || !MOMENT.test(at)) return;
    placed.push({ row: i + 2, entry, part: Number(cells[PART]), at: at as Instant, cells });
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
  return DECLARED.every((_header, i) => a[i] instanceof Date || a[i] === b[i]);
}
