import type { Kind, RecordTypes } from '../records.ts';
import type { Closing } from './closing.ts';
import {
  assemblePacks,
  findInPack,
  isPackable,
  isPackKey,
  type KeptRecord,
  listPack,
  type Pack,
  packKey,
  parsePack,
} from './pack.ts';
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
  /** The version of the records; missing in marks of the first version. */
  readonly schema?: number;
  /** Set while an import is running: nobody else writes. */
  readonly closed?: Closing;
}

export const EMPTY_MARK: BooksMark = { applied: 0, hash: '', journalRow: 0, recent: [] };

/** The record key of the mark's own row in `_state`. */
export const MARK_KEY = 'mark';

/** One row of the `_state` tab: record, the entry that wrote it, and the record as JSON. */
export type StateRow = readonly [record: string, entry: number, data: string];

/**
 * The journal's last word on every record, as the `_state` tab keeps it: rows of single records, to which entries append
 * and of which that of the highest entry counts, and rows of many older ones. Records are parsed when they are first
 * asked for.
 */
export class State implements RecordsView {
  readonly mark: BooksMark;
  /** How many rows of records were read, superseded ones included. */
  readonly standing: number;
  readonly #kinds = new Map<Kind, Map<string, Slot>>();
  readonly #packs = new Map<Kind, Pack[]>();
  /** Records of packs that were asked for one by one. */
  readonly #unpacked = new Map<string, Slot | null>();
  readonly #lists = new Map<Kind, readonly unknown[]>();

  private constructor(mark: BooksMark, standing: number) {
    this.mark = mark;
    this.standing = standing;
  }

  /** Reads rows of the `_state` tab in any order; rows that are no such rows are passed over. */
  static parse(rows: readonly (readonly unknown[])[]): State {
    const kinds = new Map<Kind, Map<string, Slot>>();
    const packs: Pack[] = [];
    let mark = EMPTY_MARK;
    let standing = 0;
    for (const row of rows) {
      const [record, entry, ...data] = row;
      if (typeof record !== 'string' || typeof entry !== 'number') continue;
      if (record !== MARK_KEY && !record.includes('/')) continue;
      const json = joinData(data);
      if (record === MARK_KEY) {
        if (entry >= mark.applied) mark = parseMark(json) ?? mark;
        continue;
      }
      standing += 1;
      if (isPackKey(record)) {
        const pack = parsePack(record, entry, json);
        if (pack !== null) packs.push(pack);
        continue;
      }
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
    for (const pack of packs.sort((a, b) => a.from - b.from)) {
      const known = state.#packs.get(pack.kind);
      if (known) known.push(pack);
      else state.#packs.set(pack.kind, [pack]);
    }
    return state;
  }

  /** How many records stand in packs. */
  get packed(): number {
    let packed = 0;
    for (const packs of this.#packs.values()) for (const { size } of packs) packed += size;
    return packed;
  }

  get<K extends Kind>(kind: K, id: string): RecordTypes[K] | undefined {
    const slot = this.#find(kind, id);
    return slot === undefined ? undefined : parseSlot<K>(slot);
  }

  list<K extends Kind>(kind: K): readonly RecordTypes[K][] {
    let list = this.#lists.get(kind);
    if (!list) {
      const records: unknown[] = [];
      for (const [, slot] of this.#sorted(kind)) {
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
    for (const { to } of this.#packs.get(kind) ?? []) highest = Math.max(highest, to);
    return highest;
  }

  /** The records that entries after this one wrote. */
  changedSince(kind: Kind, entry: number): readonly string[] {
    const ids = new Set<string>();
    for (const pack of this.#packs.get(kind) ?? []) {
      if (pack.newest <= entry) continue;
      for (const record of listPack(pack)) if (record.entry > entry) ids.add(record.id);
    }
    for (const [id, slot] of this.#kinds.get(kind) ?? []) if (slot.entry > entry) ids.add(id);
    return [...ids];
  }

  /** The rows of a `_state` tab that says the same with one row a record. */
  compact(): StateRow[] {
    const rows: StateRow[] = [];
    for (const kind of this.#everyKind()) {
      for (const [id, slot] of this.#sorted(kind)) rows.push([recordKey(kind, id), slot.entry, slot.json]);
    }
    return [...rows, markRow(this.mark, rows.length)];
  }

  /** The same with many records in a row, where that is possible. */
  pack(): StateRow[] {
    const rows: StateRow[] = [];
    for (const kind of this.#everyKind()) {
      const records = this.#sorted(kind).map(([id, { entry, json }]): KeptRecord => ({ id, entry, json }));
      const { packs, left } = isPackable(kind) ? assemblePacks(kind, records) : { packs: [], left: records };
      for (const pack of packs) rows.push([packKey(pack), pack.newest, pack.text]);
      for (const { id, entry, json } of left) rows.push([recordKey(kind, id), entry, json]);
    }
    return [...rows, markRow(this.mark, rows.length)];
  }

  #everyKind(): ReadonlySet<Kind> {
    return new Set([...this.#packs.keys(), ...this.#kinds.keys()]);
  }

  #find(kind: Kind, id: string): Slot | undefined {
    const loose = this.#kinds.get(kind)?.get(id);
    const packs = this.#packs.get(kind);
    if (packs === undefined) return loose;
    const key = recordKey(kind, id);
    let packed = this.#unpacked.get(key);
    if (packed === undefined) {
      packed = findPacked(packs, id);
      this.#unpacked.set(key, packed);
    }
    return packed !== null && (loose === undefined || packed.entry > loose.entry) ? packed : loose;
  }

  /** All slots of a kind in order of creation. */
  #sorted(kind: Kind): readonly (readonly [string, Slot])[] {
    const loose = this.#kinds.get(kind);
    const packs = this.#packs.get(kind);
    if (packs === undefined) return sortedSlots(loose);
    const slots = new Map<string, Slot>();
    for (const pack of packs) {
      for (const { id, entry, json } of listPack(pack)) {
        const known = slots.get(id);
        if (known !== undefined && known.entry > entry) continue;
        slots.set(id, this.#unpacked.get(recordKey(kind, id)) ?? { entry, json, parsed: undefined });
      }
    }
    for (const [id, slot] of loose ?? []) {
      const known = slots.get(id);
      if (known === undefined || slot.entry >= known.entry) slots.set(id, slot);
    }
    return sortedSlots(slots);
  }
}

/** The text that is spread over the data columns; most is in the first alone, and need not be copied. */
function joinData([first, ...more]: readonly unknown[]): string {
  return more.every((cell) => cell === '') ? String(first ?? '') : [first, ...more].join('');
}

function markRow(mark: BooksMark, rows: number): StateRow {
  return [MARK_KEY, mark.applied, JSON.stringify({ ...mark, rows })];
}

/** The record in the packs that may have it. */
function findPacked(packs: readonly Pack[], id: string): Slot | null {
  const number = idNumber(id);
  let found: Slot | null = null;
  for (const pack of packs) {
    if (number < pack.from || number > pack.to) continue;
    const record = findInPack(pack, id);
    if (record === undefined || (found !== null && found.entry > record.entry)) continue;
    found = { entry: record.entry, json: record.json, parsed: undefined };
  }
  return found;
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
