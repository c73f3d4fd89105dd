import { toInstant } from '../../../core/calendar/to-instant.ts';
import { toPlainDate } from '../../../core/calendar/to-plain-date.ts';
import {
  archiveName,
  type JournalArchive,
  listArchives,
  mostCells,
} from '../../../registry/commands/archive/journal-archives.ts';
import { readSettings } from '../../../registry/commands/open-context.ts';
import { JOURNAL_TAB } from '../../../registry/schema/schema.ts';
import type { RecordsView } from '../../../registry/state/records-view.ts';
import type { Services } from '../../services/services.ts';
import { aloneUnlessClosed } from '../books-closed.ts';
import { openBooks } from '../commit-plan.ts';
import { passLocked, systemTask } from '../door.ts';
import { RegistryError } from '../registry-error.ts';
import { hasTime } from '../work-time.ts';
import { copyRows } from './copy-rows.ts';
import { findOldestYear } from './find-oldest-year.ts';
import { type PlacedRow, readPlacedRows } from './journal-rows.ts';
import { removeRows } from './remove-rows.ts';

/** The workbook is counted tab by tab only where the journal is at least such a part of what is too much. */
const WORTH_COUNTING = 0.05;

/**
 * Moves completed years of the journal, the oldest first, to spreadsheets of their own for as long as the workbook has
 * too many cells: copied, read back and verified, noted in the journal, and only then removed. Stopped anywhere it goes
 * on from what the records and the file say. Answers whether there is more to do; decision 10.
 */
export function archiveOldYears(services: Services, known: RecordsView): boolean {
  if (!isUnfinished(known) && (hasLastYear(services, known) || !hasTooManyCells(services, known)))
    return false;
  for (;;) {
    if (!hasTime(services)) return true;
    const begun = aloneUnlessClosed(services, () => beginOrRemove(services));
    if (begun === null) return true;
    const { value } = begun;
    if (value === 'removed') continue;
    if (value === 'nothing') return false;
    const copied = copyRows(services, value.archive, value.rows);
    if (copied !== 'verified') return copied === 'no time';
    const noted = aloneUnlessClosed(services, () => note(services, { ...value.archive, state: 'copied' }));
    if (noted === null) return true;
  }
}

function isUnfinished(records: RecordsView): boolean {
  return listArchives(records).some(({ state }) => state !== 'moved');
}

/** Whether every year that is over has left already: the journal need not be read to know it. */
function hasLastYear(services: Services, records: RecordsView): boolean {
  const today = toPlainDate(toInstant(services.tools.startedAtMs), readSettings(records).timeZone);
  const last = listArchives(records).at(-1);
  return last !== undefined && last.year >= Number(today.slice(0, 4)) - 1;
}

function hasTooManyCells(services: Services, records: RecordsView): boolean {
  const workbook = services.workbook();
  const most = mostCells(records);
  const journal = workbook.getSheetByName(JOURNAL_TAB.name);
  if (!journal || cellsOf(journal) < most * WORTH_COUNTING) return false;
  return workbook.getSheets().reduce((sum, sheet) => sum + cellsOf(sheet), 0) > most;
}

function cellsOf(sheet: GoogleAppsScript.Spreadsheet.Sheet): number {
  return sheet.getMaxRows() * sheet.getMaxColumns();
}

interface Begun {
  readonly archive: JournalArchive;
  readonly rows: readonly PlacedRow[];
}

/** Under the lock: removes what was copied and verified, or says which rows are to be copied next. */
function beginOrRemove(services: Services): Begun | 'removed' | 'nothing' {
  const { state, journal } = openBooks(services);
  const rows = readPlacedRows(journal.sheet);
  if (rows === null) {
    services.tools.log(
      'The journal is not archived: its columns are not where they were. Choose Lead Registry > Administration > Set up this registry.',
    );
    return 'nothing';
  }
  const unfinished = listArchives(state).find((archive) => archive.state !== 'moved');
  if (unfinished?.state === 'copied') {
    removeRows(journal.sheet, rows, unfinished.last);
    note(services, { ...unfinished, state: 'moved' });
    return 'removed';
  }
  if (unfinished) return { archive: unfinished, rows: rows.filter(({ entry }) => entry <= unfinished.last) };
  if (!hasTooManyCells(services, state)) return 'nothing';
  const { timeZone } = readSettings(state);
  const oldest = findOldestYear(rows, listArchives(state).at(-1), {
    timeZone,
    nowMs: services.tools.startedAtMs,
  });
  if (oldest === null) return 'nothing';
  const file = services.spreadsheets.create(archiveName(oldest.year));
  const archive: JournalArchive = { ...oldest, fileId: file.getId(), state: 'copying' };
  note(services, archive);
  return { archive, rows: rows.filter(({ entry }) => entry <= archive.last) };
}

function note(services: Services, archive: JournalArchive): void {
  const noted = passLocked(services, systemTask('archiveJournal', { ...archive }));
  if (!noted.ok) throw new RegistryError(noted.issues.map(({ message }) => message).join(' '));
}
