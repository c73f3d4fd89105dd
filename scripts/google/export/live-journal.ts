import { listArchives } from '../../../src/registry/commands/archive/journal-archives.ts';
import type { JournalEntry } from '../../../src/registry/journal/journal-entry.ts';
import { parseEntries } from '../../../src/registry/journal/parse-entries.ts';
import { DECLARED_PLACES, parseJournalRow } from '../../../src/registry/journal/parse-journal-row.ts';
import { findBrokenEntry } from '../../../src/registry/journal/verify-chain.ts';
import { CommandRefused } from '../commands/command.ts';
import { digest } from '../digest.ts';
import type { LiveBooks } from '../import/live-books.ts';
import { type LiveWorkbook, wholeTab } from '../workbook/live-workbook.ts';

/**
 * The whole journal, oldest entry first, each chained to the one before. Throws a CommandRefused where it is not whole, or
 * where years of it are in archives.
 */
export async function readLiveJournal(
  workbook: LiveWorkbook,
  { state, journalTab }: LiveBooks,
  progress: (line: string) => void,
): Promise<readonly JournalEntry[]> {
  const moved = listArchives(state).filter((archive) => archive.state === 'moved');
  if (moved.length > 0) {
    throw new CommandRefused(
      `The journal of ${moved.map(({ year }) => year).join(', ')} is in spreadsheets of its own, which a backup cannot hold yet. Nothing was written: copy the workbook and those spreadsheets in Drive instead.`,
    );
  }
  const [rows = []] = await workbook.read([wholeTab(journalTab)], {
    progress: (done, all) => {
      if (done < all)
        progress(`${done.toLocaleString('en-US')} of ${all.toLocaleString('en-US')} cells are read.`);
    },
  });
  const entries = parseEntries(rows.flatMap((cells) => parseJournalRow(cells, DECLARED_PLACES) ?? []));
  // What came in while it was read belongs to the next backup.
  const journal = entries.filter(({ entry }) => entry <= state.mark.applied);
  const broken = findBrokenEntry(journal, digest);
  const isWhole = broken === null && (journal.at(-1)?.entry ?? 0) === state.mark.applied;
  if (isWhole) return journal;
  const problem = broken?.problem ?? `Entries up to ${state.mark.applied} are missing at its end.`;
  throw new CommandRefused(
    `The Journal tab is not whole, so a backup of it could not be restored: ${problem} Nothing was written. See File > Version history in the sheet for what it was.`,
  );
}
