import type { PlainDate } from '../../core/calendar/dates.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { Kind, RecordTypes } from '../records.ts';
import type { LeadIndex } from './lead-index.ts';
import type { PlacedEntry } from './read-journal-rows.ts';

/** What an entry of the journal made of one record. */
export interface RecordThen {
  readonly kind: Kind;
  readonly id: string;
  readonly before: RecordTypes[Kind] | null;
  readonly after: RecordTypes[Kind];
}

/** An entry of the journal at its time: the records are those that it left. */
export interface EntryThen {
  readonly placed: PlacedEntry;
  /** In force before it; null where they cannot be read or relied on. */
  readonly settings: Settings | null;
  /** Whether the journal's word on a record cannot be relied on, because entries are missing or were changed. */
  readonly doubts: (kind: Kind, id: string) => boolean;
  /** Its day in the programme time zone of that time. */
  readonly today: PlainDate;
  readonly changes: readonly RecordThen[];
  readonly records: { get<K extends Kind>(kind: K, id: string): RecordTypes[K] | undefined };
  readonly leads: LeadIndex;
}

/** Those of the entry's changes that are of a kind, without records of which the journal's word cannot be relied on. */
export function changesOf<K extends Kind>(
  { changes, doubts }: EntryThen,
  kind: K,
): readonly (RecordThen & { readonly before: RecordTypes[K] | null; readonly after: RecordTypes[K] })[] {
  return changes.filter((change) => change.kind === kind && !doubts(kind, change.id)) as never;
}
