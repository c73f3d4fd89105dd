import type { Backup } from '../../../src/registry/export/backup-format.ts';
import { cutBackup, type RestoreChunk } from '../../../src/registry/import/restore-backup.ts';
import type { Kind } from '../../../src/registry/records.ts';
import { TAB_ORDER } from '../../../src/registry/schema/schema.ts';
import type { LiveWorkbook } from '../workbook/live-workbook.ts';
import { appendRequests, replaceRequests } from './chunk-requests.ts';
import type { LiveBooks } from './live-books.ts';
import { BooksWriter } from './write-books.ts';

/** What a registry may hold and be empty all the same: what its set-up and its clock make. */
const OF_SET_UP: readonly Kind[] = ['team', 'settings', 'outbox', 'memos'];

/** The parts of a backup, and how many of them are in a registry already; or why it cannot go there. */
export type RestorePlan =
  | { readonly ok: true; readonly chunks: readonly RestoreChunk[]; readonly done: number }
  | { readonly ok: false; readonly problem: string };

/** Whether the backup can be restored there, and where it begins or goes on. */
export function planRestore(books: LiveBooks, backup: Backup, most?: number): RestorePlan {
  const { mark } = books.state;
  if (books.timeZone !== backup.timeZone) {
    return {
      ok: false,
      problem: `The spreadsheet's time zone is ${books.timeZone}, the backup's is ${backup.timeZone}. Set it under File > Settings first.`,
    };
  }
  if (backup.journal.length === 0) return { ok: false, problem: 'The backup is empty.' };
  const chunks = cutBackup(backup, mark.closed ?? { by: '', since: '', what: '' }, most);
  const last = chunks.findIndex(
    (chunk) => chunk.mark.applied === mark.applied && chunk.mark.hash === mark.hash,
  );
  const full = TAB_ORDER.filter((kind) => !OF_SET_UP.includes(kind) && books.state.list(kind).length > 0);
  if (last >= 0 || full.length === 0) return { ok: true, chunks, done: last + 1 };
  return {
    ok: false,
    problem: `A backup is restored into an empty registry; this one has ${full.join(', ')}. Make a new one, set it up, and restore it there.`,
  };
}

/** How a restore tells how far it is, and waits. */
export interface RestoreHabits {
  readonly progress: (line: string) => void;
  readonly wait?: (ms: number) => Promise<unknown>;
}

/** Writes the parts that are missing, each whole or not at all. The first takes the place of what set-up has made. */
export async function applyRestore(
  workbook: LiveWorkbook,
  books: LiveBooks,
  { chunks, done }: Extract<RestorePlan, { ok: true }>,
  { progress, wait }: RestoreHabits,
): Promise<void> {
  const writer = new BooksWriter(workbook, books, wait);
  const all = chunks.at(-1)?.mark.applied ?? 0;
  for (const [i, chunk] of chunks.entries()) {
    if (i < done) continue;
    const addition = { entries: chunk.entries, changes: chunk.made, stateRows: chunk.stateRows };
    if (i === 0) await writer.begin(replaceRequests(books, addition), chunk.stateRows);
    else await writer.write(appendRequests(books, addition), chunk.stateRows);
    const [restored, total] = [chunk.mark.applied, all].map((count) => count.toLocaleString('en-US'));
    progress(`${restored} of ${total} entries are restored.`);
  }
}
