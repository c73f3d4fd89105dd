import type { Kind, RecordTypes } from '../records.ts';
import { TAB_ORDER } from '../schema/schema.ts';
import type { Draft } from '../state/draft.ts';
import { MIGRATIONS, type RecordFields } from './migrations.ts';

/** Every kind of record that is kept. */
const KINDS: readonly Kind[] = [...TAB_ORDER, 'memos'];

/** A record of version `from` as version `to` keeps it; the very same where nothing of it changes. */
export function migrateRecord(kind: Kind, record: RecordFields, from: number, to: number): RecordFields {
  return MIGRATIONS.slice(from - 1, to - 1).reduce((fields, { upgrade }) => upgrade(kind, fields), record);
}

/** Writes every record into the draft as version `to` keeps it, where that differs from how version `from` does. */
export function migrateRecords(draft: Draft, from: number, to: number): void {
  if (from === to) return;
  for (const kind of KINDS) {
    for (const record of draft.list(kind)) {
      const before = record as unknown as RecordFields;
      const after = migrateRecord(kind, before, from, to);
      if (after !== before) draft.put(kind, after as unknown as RecordTypes[typeof kind] as never);
    }
  }
}
