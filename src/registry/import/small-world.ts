import type { Kind, RecordTypes } from '../records.ts';
import type { RecordChange } from '../state/draft.ts';
import { idNumber, recordKey } from '../state/record-key.ts';
import type { RecordsView } from '../state/records-view.ts';
import { sameJson } from '../state/same-json.ts';
import { compareIds } from '../state/state.ts';

/** The highest number given to each kind of record, over all that an import makes. */
export class Numbers {
  readonly #records: RecordsView;
  readonly #highest = new Map<Kind, number>();

  constructor(records: RecordsView) {
    this.#records = records;
  }

  highest(kind: Kind): number {
    const known = this.#highest.get(kind);
    if (known !== undefined) return known;
    const highest = this.#records.highestNumber(kind);
    this.#highest.set(kind, highest);
    return highest;
  }

  /** Counts the record's number as given. */
  note(kind: Kind, id: string): void {
    if (idNumber(id) > this.highest(kind)) this.#highest.set(kind, idNumber(id));
  }

  /** Where the counting stands, to go back to when what was numbered is dropped. */
  mark(): ReadonlyMap<Kind, number> {
    return new Map(this.#highest);
  }

  backTo(mark: ReadonlyMap<Kind, number>): void {
    for (const kind of this.#highest.keys()) {
      const before = mark.get(kind);
      if (before === undefined) this.#highest.delete(kind);
      else this.#highest.set(kind, before);
    }
  }
}

/**
 * A few records that belong together, taken out of the registry: commands decide on them what they would decide on all
 * of them, at the cost of the few.
 */
export class SmallWorld implements RecordsView {
  readonly #numbers: Numbers;
  readonly #taken = new Map<Kind, Map<string, RecordTypes[Kind]>>();
  readonly #written = new Map<Kind, Map<string, RecordTypes[Kind]>>();
  readonly #lists = new Map<Kind, readonly unknown[]>();

  constructor(numbers: Numbers) {
    this.#numbers = numbers;
  }

  /** Takes in a record as the registry has it. */
  take<K extends Kind>(kind: K, record: RecordTypes[K]): void {
    mapOf(this.#taken, kind).set(record.id, record);
    this.#lists.delete(kind);
  }

  /** Writes a record. */
  put<K extends Kind>(kind: K, record: RecordTypes[K]): void {
    mapOf(this.#written, kind).set(record.id, record);
    this.#numbers.note(kind, record.id);
    this.#lists.delete(kind);
  }

  get<K extends Kind>(kind: K, id: string): RecordTypes[K] | undefined {
    const record = this.#written.get(kind)?.get(id) ?? this.#taken.get(kind)?.get(id);
    return record as RecordTypes[K] | undefined;
  }

  list<K extends Kind>(kind: K): readonly RecordTypes[K][] {
    let list = this.#lists.get(kind);
    if (list === undefined) {
      const all = new Map([...(this.#taken.get(kind) ?? []), ...(this.#written.get(kind) ?? [])]);
      list = [...all.values()].sort((a, b) => compareIds(a.id, b.id));
      this.#lists.set(kind, list);
    }
    return list as readonly RecordTypes[K][];
  }

  highestNumber(kind: Kind): number {
    return this.#numbers.highest(kind);
  }

  changedSince(): readonly string[] {
    return [];
  }

  /** What was written and differs from what was taken, in order of kind and ID. */
  changes(): readonly RecordChange[] {
    return [...this.#written].flatMap(([kind, records]) =>
      [...records.values()]
        .sort((a, b) => compareIds(a.id, b.id))
        .flatMap((after): readonly RecordChange[] => {
          const before = this.#taken.get(kind)?.get(after.id) ?? null;
          if (before !== null && sameJson(before, after)) return [];
          return [{ key: recordKey(kind, after.id), kind, id: after.id, before, after }];
        }),
    );
  }
}

function mapOf(kinds: Map<Kind, Map<string, RecordTypes[Kind]>>, kind: Kind): Map<string, RecordTypes[Kind]> {
  let records = kinds.get(kind);
  if (records === undefined) {
    records = new Map();
    kinds.set(kind, records);
  }
  return records;
}
