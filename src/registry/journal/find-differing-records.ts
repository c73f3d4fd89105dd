import { migrateRecord } from '../migrations/migrate-records.ts';
import type { RecordFields } from '../migrations/migrations.ts';
import { type RecordKey, splitRecordKey } from '../state/record-key.ts';
import type { RecordsView } from '../state/records-view.ts';
import { sameJson } from '../state/same-json.ts';
import { redoChange } from './diff-record.ts';
import type { JournalChange, JournalEntry } from './journal-entry.ts';

/** Records that say something else than the last of these entries that changed them, and migrations after it. */
export function findDifferingRecords(
  records: RecordsView,
  entries: readonly JournalEntry[],
): readonly string[] {
  const last = new Map<string, { readonly change: JournalChange; readonly entry: number }>();
  for (const { changes, entry } of entries)
    for (const change of changes) last.set(change.r, { change, entry });
  const migrations = entries.flatMap(({ effects, entry }) =>
    effects.flatMap((effect) => (effect.do === 'migrate' ? [{ ...effect, entry }] : [])),
  );
  return [...last].flatMap(([key, { change, entry }]) => {
    const { kind, id } = splitRecordKey(key as RecordKey);
    const record = records.get(kind, id);
    const said = migrations
      .filter((migration) => migration.entry > entry)
      .reduce(
        (fields: RecordFields, { from, to }) => migrateRecord(kind, fields, from, to),
        redoChange({ ...record }, change),
      );
    return record !== undefined && sameJson(said, record) ? [] : [key];
  });
}
