import type { Effect, JournalEntry } from '../journal/journal-entry.ts';
import type { BooksMark } from '../state/state.ts';
import { MIGRATIONS, SCHEMA_VERSION } from './migrations.ts';

/** The version that records have once these effects have come about. */
export function schemaAfter(before: number, effects: readonly Effect[]): number {
  return effects.reduce((version, effect) => (effect.do === 'migrate' ? effect.to : version), before);
}

/**
 * The version of a workbook's records: what its mark says, and entries behind the mark. Marks from before there were
 * versions mean the first; a workbook without any entry has none yet, and begins with this script's.
 */
export function schemaOfBooks(mark: BooksMark, pending: readonly JournalEntry[]): number {
  if (mark.applied === 0 && pending.length === 0) return SCHEMA_VERSION;
  return schemaAfter(
    mark.schema ?? 1,
    pending.flatMap(({ effects }) => effects),
  );
}

/** Why a script of this version writes nothing into records of that version, and what to do; null where it may. */
export function whyNotThisSchema(version: number): string | null {
  if (version === SCHEMA_VERSION) return null;
  if (version > SCHEMA_VERSION) {
    return `This registry has records of version ${version}, and the script knows them up to version ${SCHEMA_VERSION}: an older script was pushed over a newer one. Nothing was changed. Push the newer script again (npm run google -- push).`;
  }
  return `The script is of version ${SCHEMA_VERSION}, the registry still of version ${version}. Nothing was changed. A programme head chooses Lead Registry > Administration > Set up this registry, which makes a backup and brings the registry up to date.`;
}

/** What leads from that version to this script's, a sentence each. */
export function describeMigrations(from: number): readonly string[] {
  return MIGRATIONS.slice(from - 1).map(({ what }) => what);
}
