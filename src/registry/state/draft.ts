import type { Kind, NumberedKind, RecordTypes } from '../records.ts';
import { formatId, idNumber, type RecordKey, recordKey } from './record-key.ts';
import type { RecordsView } from './records-view.ts';
import { sameJson } from './same-json.ts';
import { compareIds } from './state.ts';

/** A record before and after a plan; `before` is null for a new one. Records are never removed. */
export interface RecordChange {
  readonly key: RecordKey;
  readonly kind: Kind;
  readonly id: string;
  readonly before: RecordTypes[Kind] | null;
  readonly after: RecordTypes[Kind];
}

/**
 * The records as a plan in the making would leave them. Writes stay in the draft; what they are laid over never
 * changes. Drafts can be laid over drafts: one record's refused edit is dropped by dropping its draft.
 */
export class Draft implements RecordsView {
  readonly #base: RecordsView;
  readonly #written = new Map<Kind, Map<string, RecordTypes[Kind]>>();
  readonly #highest = new Map<Kind, number>();

  constructor(base: RecordsView) {
    this.#base = base;
  }

  get<K extends Kind>(kind: K, id: string): RecordTypes[K] | undefined {
    const written = this.#written.get(kind)?.get(id);
    return written === undefined ? this.#base.get(kind, id) : (written as RecordTypes[K]);
  }

  list<K extends Kind>(kind: K): readonly RecordTypes[K][] {
    const base = this.#base.list(kind);
    const written = this.#written.get(kind);
    if (!written) return base;
    const records: RecordTypes[K][] = [];
    const known = new Set<string>();
    for (const record of base) {
      known.add(record.id);
      records.push((written.get(record.id) as RecordTypes[K] | undefined) ?? record);
    }
    const added = [...written.keys()].filter((id) => !known.has(id)).sort(compareIds);
    for (const id of added) records.push(written.get(id) as RecordTypes[K]);
    return records;
  }

  highestNumber(kind: Kind): number {
    const known = this.#highest.get(kind) ?? this.#base.highestNumber(kind);
    // Found by looking through all records of the kind: asked for every record written, that would be all times all.
    this.#highest.set(kind, known);
    return known;
  }

  changedSince(kind: Kind, entry: number): readonly string[] {
    const written = this.#written.get(kind);
    if (written === undefined) return this.#base.changedSince(kind, entry);
    return [...new Set([...this.#base.changedSince(kind, entry), ...written.keys()])];
  }

  /** The next ID of this kind; it counts as given from then on. */
  nextId<K extends NumberedKind>(kind: K): string {
    const number = this.highestNumber(kind) + 1;
    this.#highest.set(kind, number);
    return formatId(kind, number);
  }

  /** Takes back the ID given last, for a record that was never written. */
  giveBack(kind: NumberedKind): void {
    this.#highest.set(kind, this.highestNumber(kind) - 1);
  }

  put<K extends Kind>(kind: K, record: RecordTypes[K]): void {
    let records = this.#written.get(kind);
    if (!records) {
      records = new Map();
      this.#written.set(kind, records);
    }
    records.set(record.id, record);
    const number = idNumber(record.id);
    if (number > this.highestNumber(kind)) this.#highest.set(kind, number);
  }

  /** How many records were written, those included that are as before. */
  get written(): number {
    let written = 0;
    for (const records of this.#written.values()) written += records.size;
    return written;
  }

  /** The IDs of the records of this kind that were written. */
  writtenOf(kind: Kind): readonly string[] {
    return [...(this.#written.get(kind)?.keys() ?? [])];
  }

  isWritten(kind: Kind, id: string): boolean {
    return this.#written.get(kind)?.has(id) === true;
  }

  /** Takes over everything written in a draft that was laid over this one. */
  absorb(child: Draft): void {
    for (const [kind, records] of child.#written) {
      for (const record of records.values()) this.put(kind, record as never);
    }
    for (const [kind, number] of child.#highest) {
      this.#highest.set(kind, Math.max(number, this.highestNumber(kind)));
    }
  }

  /** What differs from the records that the draft was laid over, in order of kind and ID. */
  changes(): readonly RecordChange[] {
    const changes: RecordChange[] = [];
    for (const [kind, records] of this.#written) {
      for (const id of [...records.keys()].sort(compareIds)) {
        const after = records.get(id);
        const before = this.#base.get(kind, id) ?? null;
        if (after === undefined || (before !== null && sameJson(before, after))) continue;
        changes.push({ key: recordKey(kind, id), kind, id, before, after });
      }
    }
    return changes;
  }
}
