import { type RecordKey, splitRecordKey } from '../state/record-key.ts';
import type { RecordsView } from '../state/records-view.ts';
import { sameJson } from '../state/same-json.ts';
import { redoChange } from './diff-record.ts';
import type { JournalChange, JournalEntry } from './journal-entry.ts';

/** Records that say something else than the last of these entries that changed them. */
export function findDifferingRecords(
  records: RecordsView,
  entries: readonly JournalEntry[],
): readonly string[] {
  const last = new Map<string, JournalChange>();
  for (const { changes } of entries) for (const change of changes) last.set(change.r, change);
  return [...last].flatMap(([key, change]) => {
    const { kind, id } = splitRecordKey(key as RecordKey);
    const record = records.get(kind, id);
    return record !== undefined && sameJson(redoChange({ ...record }, change), record) ? [] : [key];
  });
}
