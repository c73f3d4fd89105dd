import {
  ARCHIVES_MEMO,
  type JournalArchive,
  listArchives,
} from '../../../src/registry/commands/archive/journal-archives.ts';
import { diffRecord } from '../../../src/registry/journal/diff-record.ts';
import { chainEntry } from '../../../src/registry/journal/format-entry.ts';
import type { JournalEntry } from '../../../src/registry/journal/journal-entry.ts';
import { parseEntries } from '../../../src/registry/journal/parse-entries.ts';
import { DECLARED_PLACES, parseJournalRow } from '../../../src/registry/journal/parse-journal-row.ts';
import { findBrokenEntry } from '../../../src/registry/journal/verify-chain.ts';
import { JOURNAL_TAB } from '../../../src/registry/schema/schema.ts';
import { recordKey } from '../../../src/registry/state/record-key.ts';
import { CommandRefused } from '../commands/command.ts';
import { digest } from '../digest.ts';
import type { LiveBooks } from '../import/live-books.ts';
import { type LiveWorkbook, wholeTab } from '../workbook/live-workbook.ts';

/** Opens another spreadsheet by its id. */
export type OpenWorkbook = (fileId: string) => LiveWorkbook;

/**
 * The whole journal, oldest entry first, each chained to the one before, years in spreadsheets of their own included. Where
 * there are such years it ends with an entry more, which says that they are in the journal again: a registry that is
 * restored from it needs those spreadsheets no longer. Throws a CommandRefused where the journal is not whole.
 */
export async function readLiveJournal(
  workbook: LiveWorkbook,
  { state, journalTab }: LiveBooks,
  progress: (line: string) => void,
  open: OpenWorkbook,
): Promise<readonly JournalEntry[]> {
  const archives = listArchives(state).filter((archive) => archive.state !== 'copying');
  const archived: JournalEntry[] = [];
  for (const archive of archives) {
    progress(`The journal of ${archive.year} is read from its own spreadsheet.`);
    archived.push(...(await readArchive(open(archive.fileId), archive)));
  }
  const [rows = []] = await workbook.read([wholeTab(journalTab)], {
    progress: (done, all) => {
      if (done < all)
        progress(`${done.toLocaleString('en-US')} of ${all.toLocaleString('en-US')} cells are read.`);
    },
  });
  const here = parseEntries(rows.flatMap((cells) => parseJournalRow(cells, DECLARED_PLACES) ?? []));
  // A year that is on its way stands in both places.
  const known = new Map([...archived, ...here].map((entry) => [`${entry.entry} ${entry.hash}`, entry]));
  // What came in while it was read belongs to the next backup.
  const journal = [...known.values()]
    .filter(({ entry }) => entry <= state.mark.applied)
    .sort((a, b) => a.entry - b.entry);
  const broken = findBrokenEntry(journal, digest);
  const isWhole = broken === null && (journal.at(-1)?.entry ?? 0) === state.mark.applied;
  if (isWhole) return archives.length === 0 ? journal : [...journal, bringArchivesBack(state, journal)];
  const problem = broken?.problem ?? `Entries up to ${state.mark.applied} are missing at its end.`;
  throw new CommandRefused(
    `The Journal tab is not whole, so a backup of it could not be restored: ${problem} Nothing was written. See File > Version history in the sheet for what it was.`,
  );
}

async function readArchive(
  workbook: LiveWorkbook,
  { year }: JournalArchive,
): Promise<readonly JournalEntry[]> {
  const [tab] = (await workbook.meta()).tabs;
  const [[headers = [], ...rows] = []] = tab === undefined ? [] : await workbook.read([wholeTab(tab)]);
  const places = JOURNAL_TAB.headers.map((header) => headers.indexOf(header));
  if (!places.includes(-1))
    return parseEntries(rows.flatMap((cells) => parseJournalRow(cells, places) ?? []));
  throw new CommandRefused(
    `The spreadsheet with the journal of ${year} has other columns than a journal. Nothing was written. Restore an earlier version of it: File > Version history.`,
  );
}

/** The entry by which no year of the journal is in a spreadsheet of its own any more. */
function bringArchivesBack(state: LiveBooks['state'], journal: readonly JournalEntry[]): JournalEntry {
  const before = state.get('memos', ARCHIVES_MEMO);
  const last = journal.at(-1);
  if (before === undefined || last === undefined) throw new Error('There are no archives.');
  const change = {
    key: recordKey('memos', ARCHIVES_MEMO),
    kind: 'memos' as const,
    id: ARCHIVES_MEMO,
    before,
    after: { ...before, value: '[]' },
  };
  return chainEntry(
    {
      at: last.at,
      actor: 'the registry',
      command: 'bringArchivesBack',
      subject: '',
      outcome: 'Done',
      changes: [diffRecord(change)],
      effects: [],
      reason: 'The archived years of the journal are part of this backup.',
      key: '',
    },
    { applied: last.entry, hash: last.hash },
    digest,
  );
}
