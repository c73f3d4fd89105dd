import type { Backup } from '../export/backup-format.ts';
import { formatEntry } from '../journal/format-entry.ts';
import type { JournalEntry } from '../journal/journal-entry.ts';
import { redoEntries } from '../journal/replay-entries.ts';
import { migrateRecords } from '../migrations/migrate-records.ts';
import { SCHEMA_VERSION } from '../migrations/migrations.ts';
import { schemaAfter } from '../migrations/schema-version.ts';
import type { Closing } from '../state/closing.ts';
import { Draft, type RecordChange } from '../state/draft.ts';
import { rememberKeys } from '../state/remember-keys.ts';
import { type BooksMark, State, type StateRow } from '../state/state.ts';
import { rowsInState } from './assemble-chunks.ts';

/** A part of a backup that is written at once: the entries that follow, and what they make of the records. */
export interface RestoreChunk {
  readonly entries: readonly JournalEntry[];
  /** The records that came about in these entries, as the backup has them at its end. */
  readonly made: readonly RecordChange[];
  /** The rows for `_state`, the mark last. */
  readonly stateRows: readonly StateRow[];
  readonly mark: BooksMark;
}

/** How much of the journal is written at once. */
const MOST_CHARACTERS = 400_000;

/** The first row of the journal that holds an entry. */
const FIRST_ROW = 2;

/**
 * A backup in parts, each of which leaves a registry as it stood at some time, closed to everybody else until the last.
 */
export function cutBackup(
  { journal, schemaVersion }: Backup,
  closed: Closing,
  most = MOST_CHARACTERS,
): readonly RestoreChunk[] {
  const empty = State.parse([]);
  const last = new Draft(empty);
  for (const { kind, after } of redoEntries(empty, journal)) last.put(kind, after as never);
  // The tables have this script's columns, and are shown but once: set-up, which migrates the records, finds them filled.
  migrateRecords(last, schemaVersion, SCHEMA_VERSION);
  const so = new Draft(empty);
  let schema = 1;
  let standing = 0;
  let row = FIRST_ROW;
  let recent: BooksMark['recent'] = [];
  const parts = cutEntries(journal, most);
  return parts.map(({ entries, rows: journalRows }, i) => {
    const changes = redoEntries(so, entries);
    for (const { kind, after } of changes) so.put(kind, after as never);
    const { entry: number, hash } = entries.at(-1) as JournalEntry;
    const records = rowsInState(number, changes);
    standing += records.length;
    recent = rememberKeys(recent, entries);
    schema = schemaAfter(
      schema,
      entries.flatMap(({ effects }) => effects),
    );
    const journalRow = row + journalRows - formatEntry(entries.at(-1) as JournalEntry).length;
    row += journalRows;
    const mark: BooksMark = {
      applied: number,
      hash,
      journalRow,
      recent,
      rows: standing,
      schema,
      ...(i < parts.length - 1 ? { closed } : {}),
    };
    const made = inOrderOfAppearance(changes, entries).flatMap((change): readonly RecordChange[] => {
      const after = last.get(change.kind, change.id);
      return change.before === null && after !== undefined ? [{ ...change, after }] : [];
    });
    return { entries, made, stateRows: [...records, ['mark', number, JSON.stringify(mark)]], mark };
  });
}

/** As they came about, which is how tables without numbers stand. */
function inOrderOfAppearance(
  changes: readonly RecordChange[],
  entries: readonly JournalEntry[],
): readonly RecordChange[] {
  const places = new Map<string, number>();
  for (const { r } of entries.flatMap((entry) => entry.changes)) {
    if (!places.has(r)) places.set(r, places.size);
  }
  const placeOf = ({ key }: RecordChange) => places.get(key) ?? 0;
  return [...changes].sort((a, b) => placeOf(a) - placeOf(b));
}

function cutEntries(journal: readonly JournalEntry[], most: number) {
  const parts: { readonly entries: JournalEntry[]; rows: number }[] = [];
  let room = 0;
  for (const entry of journal) {
    const rows = formatEntry(entry);
    const size = rows.reduce((sum, { changes, reason }) => sum + changes.length + reason.length + 300, 0);
    let part = parts.at(-1);
    if (part === undefined || size > room) {
      part = { entries: [], rows: 0 };
      parts.push(part);
      room = most;
    }
    part.entries.push(entry);
    part.rows += rows.length;
    room -= size;
  }
  return parts;
}
