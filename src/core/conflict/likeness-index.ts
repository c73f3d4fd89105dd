import {
  assembleInitials,
  assembleLikenessKeys,
  joinDistinctive,
  type LikenessKeys,
  likenessWords,
  numbersIn,
  weighWord,
} from './assemble-likeness-keys.ts';
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
  readonly words: readonly string[];
  readonly joined: string;
  readonly numbers: string;
  likeness: LikenessKeys | null;
}

/** Beyond this many records a word no longer finds candidates: it is common in this registry. */
const COMMON_FROM = 500;
/** A word this rare finds the records that have it. */
const FINDS_FROM = 0.6;
const WORDS_A_SIGNATURE = 4;
const LEAST_OVERLAP = 0.5;
const LONGEST_EDIT = 3;

/** Which pairs of neighbouring letters a text has, as 128 bits; edits change few of them. */
function signBigrams(text: string, into: Uint32Array, at: number): void {
  let before = 0x5e;
  for (let index = 0; index <= text.length; index += 1) {
    const letter = index < text.length ? text.charCodeAt(index) : 0x24;
    const bit = (Math.imul(before, 31) + Math.imul(letter, 131) + ((before * letter) >>> 3)) & 127;
    into[at + (bit >>> 5)] = (into[at + (bit >>> 5)] ?? 0) | (1 << (bit & 31));
    before = letter;
  }
}

function countBits(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

class ScanningIndex<Id> implements LikenessIndex<Id> {
  readonly #slots: (Slot<Id> | null)[] = [];
  readonly #slotOf = new Map<Id, number>();
  readonly #byWord = new Map<string, number[]>();
  readonly #byInitials = new Map<string, number[]>();
  #signatures = new Uint32Array(0);
  #bitCounts = new Uint8Array(0);
  #lengths = new Uint8Array(0);

  put(id: Id, keys: CustomerKeys): void {
    this.remove(id);
    const words = likenessWords(keys.core);
    const slot = this.#slots.length;
    const joined = joinDistinctive(words);
    this.#slots.push({ id, keys, words, joined, numbers: numbersIn(words), likeness: null });
    this.#slotOf.set(id, slot);
    this.#grow();
    this.#sign(slot, joined);
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
    for (const candidate of this.#candidates(keys, own)) {
      const slot = this.#slots[candidate];
      if (slot === null || slot === undefined || slot.id === id || slot.keys.core === '') continue;
      slot.likeness ??= assembleLikenessKeys(slot.keys);
      const { score, reasons } = measureLikeness(own, slot.likeness);
      if (score >= LIKENESS.possible) found.push({ id: slot.id, score, reasons });
    }
    return found.sort((a, b) => b.score - a.score);
  }

  #candidates(keys: CustomerKeys, own: LikenessKeys): Set<number> {
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
    this.#scan(own, keys, candidates);
    return candidates;
  }

  /** Adds the records whose distinctive letters are about as many, and about the same. */
  #scan(own: LikenessKeys, keys: CustomerKeys, candidates: Set<number>): void {
    const signature = new Uint32Array(WORDS_A_SIGNATURE);
    signBigrams(own.joined, signature, 0);
    const [s0 = 0, s1 = 0, s2 = 0, s3 = 0] = signature;
    const bits = countBits(s0) + countBits(s1) + countBits(s2) + countBits(s3);
    const length = Math.min(own.joined.length, 255);
    const numbers = numbersIn(likenessWords(keys.core));
    const [signatures, bitCounts, lengths] = [this.#signatures, this.#bitCounts, this.#lengths];
    for (let slot = 0, at = 0; slot < this.#slots.length; slot += 1, at += WORDS_A_SIGNATURE) {
      if (Math.abs((lengths[slot] ?? 0) - length) > LONGEST_EDIT) continue;
      const shared =
        countBits(s0 & (signatures[at] ?? 0)) +
        countBits(s1 & (signatures[at + 1] ?? 0)) +
        countBits(s2 & (signatures[at + 2] ?? 0)) +
        countBits(s3 & (signatures[at + 3] ?? 0));
      if (2 * shared < LEAST_OVERLAP * (bits + (bitCounts[slot] ?? 0))) continue;
      const other = this.#slots[slot]?.numbers ?? '';
      if (numbers === '' || other === '' || numbers === other) candidates.add(slot);
    }
  }

  #add(index: Map<string, number[]>, key: string, slot: number): void {
    const slots = index.get(key);
    if (slots === undefined) index.set(key, [slot]);
    else slots.push(slot);
  }

  #grow(): void {
    const needed = this.#slots.length;
    if (needed <= this.#lengths.length) return;
    const size = Math.max(1024, needed * 2);
    const signatures = new Uint32Array(size * WORDS_A_SIGNATURE);
    signatures.set(this.#signatures);
    const bitCounts = new Uint8Array(size);
    bitCounts.set(this.#bitCounts);
    const lengths = new Uint8Array(size);
    lengths.set(this.#lengths);
    [this.#signatures, this.#bitCounts, this.#lengths] = [signatures, bitCounts, lengths];
  }

  #sign(slot: number, joined: string): void {
    const at = slot * WORDS_A_SIGNATURE;
    signBigrams(joined, this.#signatures, at);
    let bits = 0;
    for (let word = 0; word < WORDS_A_SIGNATURE; word += 1)
      bits += countBits(this.#signatures[at + word] ?? 0);
    this.#bitCounts[slot] = bits;
    this.#lengths[slot] = Math.min(joined.length, 255);
  }
}

/** An empty index. Finding among 100,000 records takes a few milliseconds once they are in. */
export function createLikenessIndex<Id>(): LikenessIndex<Id> {
  return new ScanningIndex<Id>();
}
