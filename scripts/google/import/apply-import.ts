import type { Instant } from '../../../src/core/calendar/dates.ts';
import { assembleChunk, type BooksEnd, cutUnits } from '../../../src/registry/import/assemble-chunks.ts';
import type { ImportUnit } from '../../../src/registry/import/import-unit.ts';
import { formatEntry } from '../../../src/registry/journal/format-entry.ts';
import { STATE_TAB, TABS } from '../../../src/registry/schema/schema.ts';
import { CommandRefused } from '../commands/command.ts';
import { digest } from '../digest.ts';
import type { LiveWorkbook } from '../workbook/live-workbook.ts';
import { appendRequests, countRows } from './chunk-requests.ts';
import type { LiveBooks } from './live-books.ts';
import { BooksWriter } from './write-books.ts';

/** A spreadsheet holds no more cells. */
const MOST_CELLS = 10_000_000;

/** How an import is written. */
export interface ImportWriting {
  readonly now: () => Instant;
  readonly importer: string;
  /** What the journal says of where it comes from. */
  readonly reason: string;
  readonly progress: (line: string) => void;
  readonly wait?: (ms: number) => Promise<unknown>;
  /** Characters of a chunk, where not the usual. */
  readonly most?: number;
}

/**
 * Writes the units in chunks, each whole or not at all, and opens the registry with the last. Stopped anywhere, what was
 * written stands, the registry stays closed, and the same import goes on with what is missing.
 */
export async function applyImport(
  workbook: LiveWorkbook,
  books: LiveBooks,
  units: readonly ImportUnit[],
  { now, importer, reason, progress, wait, most }: ImportWriting,
): Promise<{ readonly chunks: number }> {
  checkRoom(books, units);
  const parts = cutUnits(units, most);
  // What ends the import is an entry as well where there is nothing to add.
  const chunks = parts.length === 0 ? [[]] : parts;
  const writer = new BooksWriter(workbook, books, wait);
  let end: BooksEnd = {
    mark: books.state.mark,
    standing: books.state.standing,
    journalRow: books.nextJournalRow,
  };
  const all = units.reduce((sum, { rows }) => sum + rows.length, 0);
  let written = 0;
  for (const [i, part] of chunks.entries()) {
    const chunk = assembleChunk(part, end, {
      at: now(),
      importer,
      reason,
      digest,
      opensBooks: i === chunks.length - 1,
    });
    await writer.write(appendRequests(books, { ...chunk, entries: [chunk.entry] }), chunk.stateRows);
    end = {
      mark: chunk.mark,
      standing: end.standing + chunk.stateRows.length - 1,
      journalRow: end.journalRow + formatEntry(chunk.entry).length,
    };
    written += part.reduce((sum, { rows }) => sum + rows.length, 0);
    progress(`${written.toLocaleString('en-US')} of ${all.toLocaleString('en-US')} rows are written.`);
  }
  return { chunks: chunks.length };
}

function checkRoom({ cells, tables }: LiveBooks, units: readonly ImportUnit[]): void {
  let more = 0;
  for (const [kind, rows] of countRows(units.flatMap(({ changes }) => changes))) {
    // A record takes its row, and a little of the journal and of _state.
    more += rows * ((tables.get(kind)?.tab.columns ?? TABS[kind].columns.length) + 1);
  }
  if (cells + more <= MOST_CELLS) return;
  throw new CommandRefused(
    `There is no room: the spreadsheet has ${cells.toLocaleString('en-US')} cells, this would add about ${more.toLocaleString('en-US')}, and ${MOST_CELLS.toLocaleString('en-US')} is the most. Delete empty rows and columns of its tabs (not of ${STATE_TAB.name}), or leave old leads out.`,
  );
}
