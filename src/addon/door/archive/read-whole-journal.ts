import type { Month } from '../../../core/calendar/dates.ts';
import { instantToEpochMs } from '../../../core/calendar/instant-to-epoch-ms.ts';
import { listArchives } from '../../../registry/commands/archive/journal-archives.ts';
import type { JournalEntry } from '../../../registry/journal/journal-entry.ts';
import { parseEntries } from '../../../registry/journal/parse-entries.ts';
import type { Services } from '../../services/services.ts';
import type { Books } from '../books.ts';
import { readJournal } from '../journal-book.ts';
import { RegistryError } from '../registry-error.ts';
import { type PlacedRow, readPlacedRows, toJournalRow } from './journal-rows.ts';

/**
 * The journal, oldest entry first: the archived years and the Journal tab, each entry once though it may stand in both
 * while a year is on its way. `since` leaves out archives of years before that month's, which saves opening them.
 */
export function readWholeJournal(services: Services, books: Books, since?: Month): readonly JournalEntry[] {
  const here = readJournal(books);
  const archives = listArchives(books.state).filter(
    ({ state, year }) => state !== 'copying' && (since === undefined || year >= Number(since.slice(0, 4))),
  );
  if (archives.length === 0) return here;
  const known = new Map(here.map((entry) => [`${entry.entry} ${entry.hash}`, entry]));
  for (const { fileId, year } of archives) {
    for (const entry of readArchive(services, fileId, year)) known.set(`${entry.entry} ${entry.hash}`, entry);
  }
  return [...known.values()].sort(
    (a, b) => a.entry - b.entry || instantToEpochMs(a.at) - instantToEpochMs(b.at),
  );
}

function readArchive(services: Services, fileId: string, year: number): readonly JournalEntry[] {
  let rows: readonly PlacedRow[] | null;
  try {
    const [sheet] = services.spreadsheets.open(fileId).getSheets();
    rows = sheet ? readPlacedRows(sheet) : null;
  } catch (error) {
    throw new RegistryError(
      `The journal of ${year} is in a spreadsheet of its own that you cannot open (file ${fileId}). Ask a programme head to share it with you, or to bring it back from the bin.`,
      { cause: error },
    );
  }
  if (rows !== null) return parseEntries(rows.map(toJournalRow));
  throw new RegistryError(
    `The columns of the archived journal of ${year} (file ${fileId}) are not where they were. Restore an earlier version of that spreadsheet: File > Version history.`,
  );
}
