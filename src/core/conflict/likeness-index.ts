import {
  assembleInitials,
  assembleLikenessKeys,
  joinDistinctive,
  type LikenessKeys,
  likenessWords,
  numbersIn,
  weighWord,
} from './assemble-likeness-keys.ts';
import { BigramSignatures } from './bigram-signatures.ts';
import type { CustomerKeys } from './customer-keys.ts';
import { LIKENESS } from './likeness-weights.ts';
import { measureLikeness } from './measure-likeness.ts';

/** A record that is alike, and how. */
export interface Alike<Id> {
  readonly id: Id;
  /** Between `LIKENESS.possible` and 1. */
  readonly score: number;
  readonly reasons: readonly string[];
}

/** Finds the records that are alike to given keys without comparing with every record. */
export interface LikenessIndex<Id> {
  /** Adds a record, or replaces the one of that ID. */
  put(id: Id, keys: CustomerKeys): void;
  remove(id: Id): void;
  /** All records alike to the keys, the most alike first; the one of the same ID left out. */
  findAlike(id: Id, keys: CustomerKeys): readonly Alike<Id>[];
}

interface Slot<Id> {
  readonly id: Id;
  readonly keys: CustomerKeys;
  readonly numbers: string;
  likeness: LikenessKeys | null;
}

/** Beyond this many records a word no longer finds candidates: it is common in this registry. */
const COMMON_FROM = 500;
/** A word this rare finds the records that have it. */
const FINDS_FROM = 0.6;
/** What two edits of a name at most leave of its letter pairs, about. */
const SCAN_LIMITS = { mostLonger: 3, leastOverlap: 0.5 };

class ScanningIndex<Id> implements LikenessIndex<Id> {
  readonly #slots: (Slot<Id> | null)[] = [];
  readonly #slotOf = new Map<Id, number>();
  readonly #byWord = new Map<string, number[]>();
  readonly #byInitials = new Map<string, number[]>();
  readonly #signatures = new BigramSignatures();

  put(id: Id, keys: CustomerKeys): void {
    this.remove(id);
    const words = likenessWords(keys.core);
    const slot = this.#slots.length;
    this.#slots.push({ id, keys, numbers: numbersIn(words), likeness: null });
    this.#slotOf.set(id, slot);
    this.#signatures.add(joinDistinctive(words));
    for (const word of new Set(words)) {
      if (weighWord(word) >= FINDS_FROM) this.#add(this.#byWord, word, slot);
    }
    for (const initials of assembleInitials(keys.core)) this.#add(this.#byInitials, initials, slot);
  }

  remove(id: Id): void {
    const slot = this.#slotOf.get(id);
    if (slot === undefined) return;
    // Lists may go on naming the slot: an empty one is passed over.
    this.#slots[slot] = null;
    this.#slotOf.delete(id);
  }

  findAlike(id: Id, keys: CustomerKeys): readonly Alike<Id>[] {
    if (keys.core === '') return [];
    const own = assembleLikenessKeys(keys);
    const found: Alike<Id>[] = [];
    for (const candidate of this.#candidates(own)) {
      const slot = this.#slots[candidate];
      if (slot === null || slot === undefined || slot.id === id || slot.keys.core === '') continue;
      slot.likeness ??= assembleLikenessKeys(slot.keys);
      const { score, reasons } = measureLikeness(own, slot.likeness);
      if (score >= LIKENESS.possible) found.push({ id: slot.id, score, reasons });
    }
    return found.sort((a, b) => b.score - a.score);
  }

  #candidates(own: LikenessKeys): Set<number> {
    const candidates = new Set<number>();
    for (const { text } of own.words) {
      const slots = this.#byWord.get(text) ?? [];
      if (slots.length < COMMON_FROM) for (const slot of slots) candidates.add(slot);
    }
    if (own.words.length === 1) {
      for (const slot of this.#byInitials.get(own.joined) ?? []) candidates.add(slot);
    }
    for (const initials of own.initials) {
      for (const slot of this.#byWord.get(initials) ?? []) candidates.add(slot);
    }
    this.#scan(own, candidates);
    return candidates;
  }

  /** Adds the records whose distinctive letters are about as many, and about the same. */
  #scan(own: LikenessKeys, candidates: Set<number>): void {
    this.#signatures.scan(own.joined, SCAN_LIMITS, (slot) => {
      const other = this.#slots[slot]?.numbers ?? '';
      if (own.numbers === '' || other === '' || own.numbers === other) candidates.add(slot);
    });
  }

  #add(index: Map<string, number[]>, key: string, slot: number): void {
    const slots = index.get(key);
    if (slots === undefined) index.set(key, [slot]);
    else slots.push(slot);
  }
}

/** An empty index. Finding among 100,000 records takes a few milliseconds once they are in. */
export function createLikenessIndex<Id>(): LikenessIndex<Id> {
  return new ScanningIndex<Id>();
}
