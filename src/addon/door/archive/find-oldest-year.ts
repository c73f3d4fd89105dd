import { toInstant } from '../../../core/calendar/to-instant.ts';
import { toPlainDate } from '../../../core/calendar/to-plain-date.ts';
import type { JournalArchive } from '../../../registry/commands/archive/journal-archives.ts';
import { HASH, type PlacedRow } from './journal-rows.ts';

/**
 * The oldest completed year in the journal and what its archive would hold: all entries before the first one of a later
 * year, so that the chain is cut in one place. Null where the journal holds nothing but the year that is running.
 */
export function findOldestYear(
  rows: readonly PlacedRow[],
  before: JournalArchive | undefined,
  { timeZone, nowMs }: { readonly timeZone: string; readonly nowMs: number },
): Omit<JournalArchive, 'fileId' | 'state'> | null {
  const yearOf = (ms: number) => Number(toPlainDate(toInstant(ms), timeZone).slice(0, 4));
  const [oldest] = rows;
  if (!oldest) return null;
  const year = yearOf(oldest.atMs);
  if (year >= yearOf(nowMs)) return null;
  const later = rows.find(({ atMs }) => yearOf(atMs) > year);
  if (!later) return null;
  const own = rows.filter(({ entry }) => entry < later.entry);
  const last = own.at(-1);
  if (!last) return null;
  return {
    year,
    first: (before?.last ?? 0) + 1,
    last: last.entry,
    rows: own.length,
    follows: before?.hash ?? '',
    hash: String(last.cells[HASH]),
  };
}
