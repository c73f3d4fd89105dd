import type { Kind, RecordTypes } from '../records.ts';
import { type RecordKey, recordKey, splitRecordKey } from './record-key.ts';
import type { RecordsView } from './records-view.ts';

/** The records of an earlier time: those of today, but for the ones that were different or missing then. */
export class RecordsAsOf implements RecordsView {
  readonly #today: RecordsView;
  readonly #earlier: ReadonlyMap<RecordKey, object | null>;

  constructor(today: RecordsView, earlier: ReadonlyMap<RecordKey, object | null>) {
    this.#today = today;
    this.#earlier = earlier;
  }

  get<K extends Kind>(kind: K, id: string): RecordTypes[K] | undefined {
    const earlier = this.#earlier.get(recordKey(kind, id));
    if (earlier === undefined) return this.#today.get(kind, id);
    return earlier === null ? undefined : (earlier as RecordTypes[K]);
  }

  list<K extends Kind>(kind: K): readonly RecordTypes[K][] {
    return this.#today.list(kind).flatMap((record) => this.get(kind, record.id) ?? []);
  }

  highestNumber(kind: Kind): number {
    return this.#today.highestNumber(kind);
  }

  changedSince(kind: Kind, entry: number): readonly string[] {
    const different = [...this.#earlier.keys()].map(splitRecordKey).filter((key) => key.kind === kind);
    return [...new Set([...this.#today.changedSince(kind, entry), ...different.map(({ id }) => id)])];
  }
}
