import type { RecordsView } from '../../state/records-view.ts';

/** One completed year of the journal in a spreadsheet of its own. */
export interface JournalArchive {
  readonly year: number;
  readonly fileId: string;
  /**
   * `copying`: the file is being filled and counts for nothing. `copied`: it was read back and found right, the entries
   * are still in the Journal too. `moved`: they are in the file alone.
   */
  readonly state: 'copying' | 'copied' | 'moved';
  /** Numbers of the first and last entry, and how many rows they take. */
  readonly first: number;
  readonly last: number;
  readonly rows: number;
  /** The hash that the first entry follows, '' for the very first, and that of the last. */
  readonly follows: string;
  readonly hash: string;
}

/** The memo that lists the archives, oldest first. */
export const ARCHIVES_MEMO = 'journal-archives';

/** The journal's archives, oldest first. */
export function listArchives(records: RecordsView): readonly JournalArchive[] {
  const memo = records.get('memos', ARCHIVES_MEMO);
  return memo === undefined ? [] : (JSON.parse(memo.value) as readonly JournalArchive[]);
}

/** The name of a year's archive. */
export function archiveName(year: number): string {
  return `Lead registry journal – ${year}`;
}

/** Google allows a spreadsheet 10 million cells; above half of them older years of the journal leave the workbook. */
const HALF_OF_A_SPREADSHEET = 5_000_000;

/** A memo that only tests write: how many cells are too many. */
export const ARCHIVE_ABOVE_MEMO = 'archive-above-cells';

/** How many cells the workbook may have before older years of the journal are archived. */
export function mostCells(records: RecordsView): number {
  const memo = records.get('memos', ARCHIVE_ABOVE_MEMO);
  return memo === undefined ? HALF_OF_A_SPREADSHEET : Number(memo.value);
}
