import type { Kind, RecordTypes } from '../records.ts';
import { idNumber, type RecordKey, recordKey, splitRecordKey } from './record-key.ts';
import type { RecordsView } from './records-view.ts';

interface Slot {
  entry: number;
  json: string;
  parsed: unknown;
}

/** Where the books stand: the last applied journal entry, its hash, and the latest idempotency keys. */
export interface BooksMark {
  readonly applied: number;
  readonly hash: string;
  /** Where the last applied entry begins in the journal's tab; only a hint, since people may move rows. */
  readonly journalRow: number;
  /** Idempotency keys of the latest commands, oldest first; the journal says what they answered. */
  readonly recent: readonly string[];
  /** How many rows of records stand in `_state`, superseded ones included; missing in marks of earlier versions. */
  readonly rows?: number;
}

export const EMPTY_MARK: BooksMark = { applied: 0, hash: '', journalRow: 0, recent: [] };

/** The record key of the mark's own row in `_state`. */
export const MARK_KEY = 'mark';

/** One row of the `_state` tab: record, the entry that wrote it, and the record as JSON. */
export type StateRow = readonly [record: string, entry: number, data: string];

/**
 * The journal's last word on every record, as the `_state` tab keeps it: an append-only list in which the row of
 * the highest entry counts. Records are parsed when they are first asked for.
 */
export class State implements RecordsView {
  readonly mark: BooksMark;
  /** How many rows of records were read, superseded ones included. */
  readonly standing: number;
  readonly #kinds = new Map<Kind, Map<string, Slot>>();
  readonly #lists = new Map<Kind, readonly unknown[]>();

  private constructor(mark: BooksMark, standing: number) {
    this.mark = mark;
    this.standing = standing;
  }

  /** Reads rows of the `_state` tab in any order; rows that are no such rows are passed over. */
  static parse(rows: readonly (readonly unknown[])[]): State {
    const kinds = new Map<Kind, Map<string, Slot>>();
    let mark = EMPTY_MARK;
    let standing = 0;
    for (const row of rows) {
      const [record, entry, ...data] = row;
      if (typeof record !== 'string' || typeof entry !== 'number') continue;
      if (record !== MARK_KEY && !record.includes('/')) continue;
      const json = data.length === 1 ? String(data[0]) : data.join('');
      if (record === MARK_KEY) {
        if (entry >= mark.applied) mark = parseMark(json) ?? mark;
        continue;
      }
      standing += 1;
      const { kind, id } = splitRecordKey(record as RecordKey);
      let slots = kinds.get(kind);
      if (!slots) {
        slots = new Map();
        kinds.set(kind, slots);
      }
      const known = slots.get(id);
      if (!known) slots.set(id, { entry, json, parsed: undefined });
      else if (entry >= known.entry) Object.assign(known, { entry, json });
    }
    const state = new State(mark, standing);
    for (const [kind, slots] of kinds) state.#kinds.set(kind, slots);
    return state;
  }

  get<K extends Kind>(kind: K, id: string): RecordTypes[K] | undefined {
    const slot = this.#kinds.get(kind)?.get(id);
    return slot === undefined ? undefined : parseSlot<K>(slot);
  }

  list<K extends Kind>(kind: K): readonly RecordTypes[K][] {
    let list = this.#lists.get(kind);
    if (!list) {
      const records: unknown[] = [];
      for (const [, slot] of sortedSlots(this.#kinds.get(kind))) {
        const record = parseSlot<K>(slot);
        if (record !== undefined) records.push(record);
      }
      list = records;
      this.#lists.set(kind, list);
    }
    return list as readonly RecordTypes[K][];
  }

  highestNumber(kind: Kind): number {
    let highest = 0;
    for (const id of this.#kinds.get(kind)?.keys() ?? []) highest = Math.max(highest, idNumber(id));
    return highest;
  }

  /** The rows of a `_state` tab that says the same with one row a record. */
  compact(): StateRow[] {
    const rows: StateRow[] = [];
    for (const [kind, slots] of this.#kinds) {
      for (const [id, slot] of slots) rows.push([recordKey(kind, id), slot.entry, slot.json]);
    }
    const mark: BooksMark = { ...this.mark, rows: rows.length };
    rows.push([MARK_KEY, mark.applied, JSON.stringify(mark)]);
    return rows;
  }
}

/** A mark as it was written; null for text that people left of one. */
function parseMark(json: string): BooksMark | null {
  try {
    return JSON.parse(json) as BooksMark;
  } catch {
    return null;
  }
}

function parseSlot<K extends Kind>(slot: Slot): RecordTypes[K] | undefined {
  if (slot.json === '') return undefined;
  slot.parsed ??= JSON.parse(slot.json);
  return slot.parsed as RecordTypes[K];
}

function sortedSlots(slots: ReadonlyMap<string, Slot> | undefined): readonly (readonly [string, Slot])[] {
  return [...(slots ?? [])].sort(([a], [b]) => compareIds(a, b));
}

/** Order of creation: by number, then by text for records that have none. */
export function compareIds(a: string, b: string): number {
  return idNumber(a) - idNumber(b) || (a < b ? -1 : a > b ? 1 : 0);
}
