import { formatInstant } from '../../core/calendar/format-instant.ts';
import { instantToEpochMs } from '../../core/calendar/instant-to-epoch-ms.ts';
import type { JournalArchive } from '../commands/archive/journal-archives.ts';
import { hashedText } from '../journal/format-entry.ts';
import type { JournalEntry } from '../journal/journal-entry.ts';
import { sameCell } from '../rows/cell-values.ts';
import { JOURNAL_TAB } from '../schema/schema.ts';
import type { AuditNotes } from './finding.ts';
import { type JournalLine, journalCell, type PlacedEntry, type ReadJournal } from './read-journal-rows.ts';
import type { WorkbookRead } from './workbook-read.ts';

/** An entry bears the moment at which its execution began, and an execution lasts six minutes at most. */
const EXECUTION_MS = 6 * 60_000;
/** Clocks of different servers. */
const CLOCKS_MS = 60_000;

/** The part of a journal whose chain holds, and what is doubtful about the rest. */
export interface CheckedJournal {
  /** Every entry once, oldest first, also those that were changed. */
  readonly entries: readonly PlacedEntry[];
  /** Records of which the journal's word cannot be relied on: all of them where entries are missing. */
  readonly doubtful: ReadonlySet<string> | 'all';
  /** Entries that were changed after they were written. */
  readonly changed: ReadonlySet<number>;
  /** The last entry and its hash, null for an empty journal. */
  readonly last: Pick<JournalEntry, 'entry' | 'hash'> | null;
}

/** An entry as the next one follows it. */
type Chained = Pick<JournalEntry, 'entry' | 'hash'>;

/** Entries are missing: nobody knows the hash of the last of them. */
interface Gap {
  readonly entry: number;
  readonly hash: null;
}

/** What a journal is held against besides itself. */
export interface Chain {
  readonly digest: (text: string) => string;
  /** The last entry that `_state` knows of. */
  readonly applied: number;
}

/**
 * Holds every entry against the hash that covers it and the one before, and looks whether numbers and times run on and
 * whether what people see of a moment is the moment that the hash covers. After a break the chain goes on with what the
 * next entry says of itself.
 */
export function auditChain(
  read: WorkbookRead,
  journal: ReadJournal,
  { digest, applied }: Chain,
  notes: AuditNotes,
): CheckedJournal {
  const doubtful = new Set<string>();
  const changed = new Set<number>();
  const entries: PlacedEntry[] = [];
  let isMissing = false;
  let previous: Chained = { entry: 0, hash: '' };
  let latest = 0;
  for (const placed of journal.entries) {
    const { entry, line } = placed;
    notes.looked('journal', 1);
    const before = reach(entry.entry, previous, { read, journal, notes });
    if (before !== previous) isMissing = true;
    const problem = problemOf(entry, before, digest);
    if (problem !== null) {
      notes.find('journal', { ...journalCell(line, problem.column), id: `entry ${entry.entry}`, ...problem });
      for (const { r } of entry.changes) doubtful.add(r);
      changed.add(entry.entry);
      if (problem.column === 'Entry') continue;
    }
    latest = auditTime(placed, latest, read, notes);
    entries.push(placed);
    previous = entry;
  }
  if (reach(applied + 1, previous, { read, journal, notes }) !== previous) isMissing = true;
  for (const line of journal.lines) auditShownTime(line, read.timeZone, notes);
  const last = previous.entry === 0 ? null : { entry: previous.entry, hash: previous.hash };
  return { entries, doubtful: isMissing ? 'all' : doubtful, changed, last };
}

interface Reaching {
  readonly read: WorkbookRead;
  readonly journal: ReadJournal;
  readonly notes: AuditNotes;
}

/** What the entry of that number follows: `from`, or behind a gap what is known of its end, which is told. */
function reach(number: number, from: Chained, { read, journal, notes }: Reaching): Chained | Gap {
  const passed = passUnread(read.archives, from);
  const behind = passed.entry < number ? passed : from;
  if (behind.entry >= number - 1) return behind;
  tellMissing(behind.entry + 1, number - 1, journal, notes);
  return { entry: number - 1, hash: null };
}

/** What is wrong with an entry behind the one before; null where it is as it was written. */
function problemOf(entry: JournalEntry, before: Chained | Gap, digest: Chain['digest']) {
  if (entry.entry <= before.entry) {
    return { column: 'Entry', found: 'a second entry of that number', expected: 'one' } as const;
  }
  // What follows a gap has nothing before it that it could be held against.
  if (before.hash === null || entry.hash === digest(hashedText(entry, before.hash))) return null;
  return {
    column: 'Hash',
    found: 'an entry that was changed after it was written',
    expected: 'what its hash was taken of, behind the entry before',
  } as const;
}

/** Where an archived year cannot be read the chain is taken up behind it, as the registry has noted its end. */
function passUnread(archives: WorkbookRead['archives'], from: Chained): Chained {
  const unread = archives.find(
    ({ archive, journal }) => 'problem' in journal && archive.first === from.entry + 1,
  );
  return unread === undefined ? from : passUnread(archives, endOf(unread.archive));
}

function endOf({ last, hash }: JournalArchive): Chained {
  return { entry: last, hash };
}

function tellMissing(from: number, to: number, { lines, unreadable }: ReadJournal, notes: AuditNotes): void {
  const garbled = unreadable.find(({ said }) => said?.entry === from);
  const rest = lines.find(({ cells, places, said }) => said === null && cells[places[0] ?? 0] === from);
  const which = from === to ? `entry ${from}` : `entries ${from} to ${to}`;
  const common = { id: which, column: 'Entry', expected: 'every entry in all of its parts' };
  if (garbled !== undefined) {
    notes.find('journal', {
      ...common,
      ...journalCell(garbled, 'Changes'),
      column: 'Changes',
      found: 'changes that nobody can read',
    });
  } else if (rest !== undefined) {
    notes.find('journal', {
      ...common,
      ...journalCell(rest, 'Entry'),
      found: 'a row that is no row of an entry any more',
    });
  } else notes.find('journal', { ...common, tab: JOURNAL_TAB.name, found: 'nothing' });
}

/** Times may run back by as long as an execution lasts, no further, and are never in the future. */
function auditTime(
  { entry, line }: PlacedEntry,
  latest: number,
  { now, timeZone }: WorkbookRead,
  notes: AuditNotes,
): number {
  const at = instantToEpochMs(entry.at);
  const common = { ...journalCell(line, 'UTC'), id: `entry ${entry.entry}`, column: 'UTC', found: entry.at };
  if (at < latest - EXECUTION_MS) {
    notes.find('journal', { ...common, expected: 'no moment before that of the entry before' });
  }
  if (at > instantToEpochMs(now) + CLOCKS_MS) {
    const shown = formatInstant(now, timeZone).slice(0, 16).replace('T', ' ');
    notes.find('journal', { ...common, expected: `no moment after now, ${shown}` });
  }
  return Math.max(latest, at);
}

/** `At` is for people, and no hash covers it. */
function auditShownTime(line: JournalLine, timeZone: string, notes: AuditNotes): void {
  const { said, cells, places } = line;
  if (said === null) return;
  const shown = cells[places[JOURNAL_TAB.headers.indexOf('At')] ?? 1];
  if (sameCell('moment', said.at, shown, timeZone)) return;
  const show = (text: string) => text.slice(0, 19).replace('T', ' ');
  notes.find('journal', {
    ...journalCell(line, 'At'),
    id: `entry ${said.entry}`,
    column: 'At',
    found: shown instanceof Date ? show(formatInstant(toSeconds(shown), timeZone)) : String(shown ?? ''),
    expected: show(formatInstant(said.at as JournalEntry['at'], timeZone)),
  });
}

function toSeconds(date: Date): JournalEntry['at'] {
  return `${date.toISOString().slice(0, 19)}Z` as JournalEntry['at'];
}
