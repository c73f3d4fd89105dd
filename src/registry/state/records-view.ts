import type { Kind, RecordTypes } from '../records.ts';

/** Read access to the registry's records, whether as they stand or as a plan would leave them. */
export interface RecordsView {
  get<K extends Kind>(kind: K, id: string): RecordTypes[K] | undefined;
  /** All records of a kind in order of creation. */
  list<K extends Kind>(kind: K): readonly RecordTypes[K][];
  /** The highest number given to a record of this kind, 0 before the first. */
  highestNumber(kind: Kind): number;
  /** IDs of the records that journal entries after this one wrote, and of those not journaled yet. */
  changedSince(kind: Kind, entry: number): readonly string[];
}
