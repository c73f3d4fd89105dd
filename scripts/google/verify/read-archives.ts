import type { ArchiveRead, Rows } from '../../../src/registry/audit/workbook-read.ts';
import {
  type JournalArchive,
  listArchives,
} from '../../../src/registry/commands/archive/journal-archives.ts';
import { JOURNAL_TAB } from '../../../src/registry/schema/schema.ts';
import { State } from '../../../src/registry/state/state.ts';
import { GoogleProblem } from '../client/google-problem.ts';
import { type LiveWorkbook, wholeTab } from '../workbook/live-workbook.ts';

/** Reads the completed years of the journal that are in spreadsheets of their own; one that cannot be read says why. */
export async function readArchives(
  state: Rows,
  open: (fileId: string) => LiveWorkbook,
  toJournal: (rows: Rows, timeZone: string) => Rows,
): Promise<readonly ArchiveRead[]> {
  const archives = listedIn(state).filter((one) => one.state !== 'copying');
  const read: ArchiveRead[] = [];
  for (const archive of archives) {
    read.push({ archive, journal: await readArchive(open(archive.fileId), toJournal) });
  }
  return read;
}

/** A list that nobody can read any more is none: then the journal lacks entries, which is told. */
function listedIn(state: Rows): readonly JournalArchive[] {
  try {
    return listArchives(State.parse(state.slice(1)));
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

async function readArchive(
  workbook: LiveWorkbook,
  toJournal: (rows: Rows, timeZone: string) => Rows,
): Promise<ArchiveRead['journal']> {
  try {
    const { tabs, timeZone } = await workbook.meta();
    const [tab] = tabs;
    const [rows = []] = tab === undefined ? [] : await workbook.read([wholeTab(tab)]);
    const headers = rows[0] ?? [];
    if (JOURNAL_TAB.headers.every((header) => headers.includes(header))) return toJournal(rows, timeZone);
    return { problem: 'its columns are not those of a journal. Restore it from File > Version history.' };
  } catch (error) {
    const isItsOwn = error instanceof GoogleProblem && (error.kind === 'denied' || error.kind === 'missing');
    if (!isItsOwn) throw error;
    return { problem: error.message };
  }
}
