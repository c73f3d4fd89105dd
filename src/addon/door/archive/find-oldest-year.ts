import type { Instant } from '../../../core/calendar/dates.ts';
import { parsePlainDate } from '../../../core/calendar/parse-plain-date.ts';
import { startOfDay } from '../../../core/calendar/start-of-day.ts';
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
  const [oldest] = rows;
  if (!oldest) return null;
  const year = yearOf(oldest.at, timeZone);
  if (year >= yearOf(toInstant(nowMs), timeZone)) return null;
  const end = endOfYear(year, timeZone);
  const later = rows.find(({ at }) => at >= end);
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

function yearOf(at: Instant, timeZone: string): number {
  return Number(toPlainDate(at, timeZone).slice(0, 4));
}

/** The moment at which the next year begins. */
function endOfYear(year: number, timeZone: string): Instant {
  const newYear = parsePlainDate(`${year + 1}-01-01`);
  if (newYear === null) throw new Error(`There is no year ${year + 1}.`);
  return startOfDay(newYear, timeZone);
}
