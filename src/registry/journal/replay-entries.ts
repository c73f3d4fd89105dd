import { migrateRecords } from '../migrations/migrate-records.ts';
import type { RecordTypes } from '../records.ts';
import { Draft, type RecordChange } from '../state/draft.ts';
import { type RecordKey, recordKey, splitRecordKey } from '../state/record-key.ts';
import type { RecordsView } from '../state/records-view.ts';
import { redoChange, undoChange } from './diff-record.ts';
import type { JournalEntry } from './journal-entry.ts';

/** The records after these entries: how an unfinished entry is rolled forward, and how the journal rebuilds all. */
export function redoEntries(records: RecordsView, entries: readonly JournalEntry[]): readonly RecordChange[] {
  const draft = new Draft(records);
  for (const entry of entries) {
    for (const change of entry.changes) {
      const { kind, id } = splitRecordKey(change.r as RecordKey);
      draft.put(
        kind,
        redoChange({ ...draft.get(kind, id) }, change) as unknown as RecordTypes[typeof kind] as never,
      );
    }
    for (const effect of entry.effects) {
      if (effect.do === 'migrate') migrateRecords(draft, effect.from, effect.to);
    }
  }
  return draft.changes();
}

/**
 * The records as they stood before these entries: today's with the later entries undone.
 * The answer holds only the records that existed then and were touched since; null marks one that did not exist yet.
 */
export function undoEntries(
  records: RecordsView,
  entries: readonly JournalEntry[],
): ReadonlyMap<RecordKey, { readonly [field: string]: unknown } | null> {
  const earlier = new Map<RecordKey, { readonly [field: string]: unknown } | null>();
  for (const entry of [...entries].sort((a, b) => b.entry - a.entry)) {
    for (const change of entry.changes) {
      const { kind, id } = splitRecordKey(change.r as RecordKey);
      const key = recordKey(kind, id);
      const now = earlier.has(key) ? earlier.get(key) : { ...records.get(kind, id) };
      if (now) earlier.set(key, undoChange(now, change));
    }
  }
  return earlier;
}
