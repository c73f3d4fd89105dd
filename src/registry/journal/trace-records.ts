import type { Instant } from '../../core/calendar/dates.ts';
import type { Kind, RecordTypes } from '../records.ts';
import { TABS, type TabKind } from '../schema/schema.ts';
import { type RecordKey, splitRecordKey } from '../state/record-key.ts';
import type { RecordsView } from '../state/records-view.ts';
import { undoChange } from './diff-record.ts';
import type { JournalEntry } from './journal-entry.ts';

/** One cell of a record that an entry changed, in the words of its tab; '' where it was or is empty. */
export interface TracedChange {
  readonly record: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** What one journal entry did to the records that are traced. */
export interface TracedEntry {
  readonly entry: number;
  readonly at: Instant;
  readonly by: string;
  readonly command: string;
  readonly reason: string;
  /** Records that the entry made. */
  readonly made: readonly string[];
  readonly changes: readonly TracedChange[];
}

type Fields = { readonly [field: string]: unknown };

/**
 * What the journal says of these records, oldest entry first: each entry that made or visibly changed one of them, with
 * the cells that it changed. The records as they were are those of today with the later entries undone.
 */
export function traceRecords(
  records: RecordsView,
  journal: readonly JournalEntry[],
  keys: ReadonlySet<RecordKey>,
): readonly TracedEntry[] {
  const standing = new Map<RecordKey, Fields | null>();
  const traced: TracedEntry[] = [];
  for (const entry of [...journal].sort((a, b) => b.entry - a.entry)) {
    const made: string[] = [];
    const changes: TracedChange[] = [];
    for (const change of entry.changes) {
      const key = change.r as RecordKey;
      if (!keys.has(key)) continue;
      const { kind, id } = splitRecordKey(key);
      const after = standing.has(key) ? standing.get(key) : { ...records.get(kind, id) };
      if (!after) continue;
      const before = undoChange(after, change);
      standing.set(key, before);
      if (before === null) made.push(id);
      changes.push(...compareCells(kind, id, before, after));
    }
    if (made.length + changes.length === 0) continue;
    const { entry: number, at, actor: by, command, reason } = entry;
    traced.push({ entry: number, at, by, command, reason, made, changes });
  }
  return traced.reverse();
}

function compareCells(kind: Kind, id: string, before: Fields | null, after: Fields): readonly TracedChange[] {
  if (!hasTab(kind)) return [];
  const cellsBefore = before === null ? null : cellsOf(kind, before);
  return [...cellsOf(kind, after)].flatMap(([field, now]) => {
    const was = cellsBefore?.get(field) ?? '';
    return was === now ? [] : [{ record: id, field, before: was, after: now }];
  });
}

function cellsOf(kind: TabKind, record: Fields): ReadonlyMap<string, string> {
  const { columns, idKey } = TABS[kind];
  const cells = new Map<string, string>();
  for (const { key, header, value } of columns) {
    if (key !== idKey) cells.set(header, value(record as unknown as RecordTypes[TabKind] as never));
  }
  return cells;
}

function hasTab(kind: Kind): kind is TabKind {
  return kind !== 'memos';
}
