import { assembleLikenessKeys, type LikenessKeys } from './assemble-likeness-keys.ts';
import { BigramSignatures, type ScanLimits } from './bigram-signatures.ts';
import type { CustomerKeys } from './customer-keys.ts';
import { POSSIBLE_FROM } from './likeness-weights.ts';
import { type Likeness, measureLikeness } from './measure-likeness.ts';
import { assembleSigns, findBySigns, isCommonable } from './name-signs.ts';
import { learnRarity, type WordRarity } from './word-rarity.ts';

/** A record that is alike, and how. */
export interface Alike<Id> {
  readonly id: Id;
  /** From the least that was asked for to below 1. */
  readonly score: number;
  readonly explain: Likeness['explain'];
}

/** Finds the records that are alike to given keys without comparing with every record. */
export interface LikenessIndex<Id> {
  /** How rare words are among the records on file. */
  readonly rarity: WordRarity;
  /** Adds a record, or replaces the one of that ID. */
  put(id: Id, keys: CustomerKeys): void;
  remove(id: Id): void;
  /** All records alike to the keys, the most alike first; the one of the same ID left out. */
  findAlike(id: Id, keys: CustomerKeys, from?: number): readonly Alike<Id>[];
  /** The records worth comparing with, and what is compared of them; the one of the same ID left out. */
  findCandidates(id: Id, own: LikenessKeys): readonly (readonly [id: Id, keys: LikenessKeys])[];
}

/** Records that are not in the index, found by the same signs. */
export interface MoreRecords<Id> {
  /** How many names, and in how many a word is. */
  readonly names: number;
  readonly countOf: (word: string) => number;
  /** IDs of records that may be alike. */
  readonly findCandidates: (own: LikenessKeys) => Iterable<Id>;
  /** The keys of one of them; undefined where it is another's by now. */
  readonly keysOf: (id: Id) => CustomerKeys | undefined;
}

interface Slot<Id> {
  readonly id: Id;
  readonly keys: CustomerKeys;
  readonly words: readonly string[];
  likeness: LikenessKeys | null;
}

/** Beyond this many records a word no longer finds candidates: it is common in this registry. */
export const COMMON_FROM = 500;
/** What two edits of a name at most leave of its letter pairs, about; names that differ more are found by their words. */
export const LETTER_LIMITS: ScanLimits = { mostLonger: 3, leastOverlap: 0.5, leastAlike: 0.6 };
/** Sounds differ more. */
export const SOUND_LIMITS: ScanLimits = { mostLonger: 4, leastOverlap: 0.45, leastAlike: 0.5 };

class ScanningIndex<Id> implements LikenessIndex<Id> {
  readonly #slots: (Slot<Id> | null)[] = [];
  readonly #slotOf = new Map<Id, number>();
  readonly #bySign = new Map<string, number[]>();
  readonly #letters = new BigramSignatures();
  readonly #sounds = new BigramSignatures();
  /** Slots of records that were written in a syllabary. */
  readonly #syllabic = new Set<number>();
  /** In how many names on file each word is. */
  readonly #counts = new Map<string, number>();
  readonly #more: MoreRecords<Id> | null;
  readonly #moreKeys = new Map<Id, LikenessKeys | null>();
  readonly rarity: WordRarity;

  constructor(more: MoreRecords<Id> | null) {
    this.#more = more;
    this.rarity = learnRarity(
      () => this.#slotOf.size + (more?.names ?? 0),
      (word) => (this.#counts.get(word) ?? 0) + (more?.countOf(word) ?? 0),
    );
  }

  put(id: Id, keys: CustomerKeys): void {
    this.remove(id);
    const { signs, distinctive, sound, words } = assembleSigns(keys);
    const slot = this.#slots.length;
    this.#slots.push({ id, keys, words, likeness: null });
    this.#slotOf.set(id, slot);
    this.#letters.add(distinctive);
    this.#sounds.add(sound);
    if (keys.isSyllabic) this.#syllabic.add(slot);
    for (const sign of signs) {
      const slots = this.#bySign.get(sign);
      if (slots === undefined) this.#bySign.set(sign, [slot]);
      else slots.push(slot);
    }
    this.#count(words, 1);
  }

  remove(id: Id): void {
    const slot = this.#slotOf.get(id);
    if (slot === undefined) return;
    this.#count(this.#slots[slot]?.words ?? [], -1);
    // Lists may go on naming the slot: an empty one is passed over.
    this.#slots[slot] = null;
    this.#slotOf.delete(id);
  }

  findAlike(id: Id, keys: CustomerKeys, from = POSSIBLE_FROM): readonly Alike<Id>[] {
    if (keys.core === '') return [];
    const own = assembleLikenessKeys(keys, this.rarity);
    const found: { id: Id; likeness: Likeness }[] = [];
    for (const [other, compared] of this.findCandidates(id, own)) {
      const likeness = measureLikeness(own, compared);
      if (likeness.score >= from) found.push({ id: other, likeness });
    }
    found.sort((a, b) => b.likeness.score - a.likeness.score);
    return found.map(({ id: other, likeness }) => ({ id: other, ...likeness }));
  }

  findCandidates(id: Id, own: LikenessKeys): readonly (readonly [id: Id, keys: LikenessKeys])[] {
    const found: (readonly [Id, LikenessKeys])[] = [];
    for (const candidate of this.#candidates(own)) {
      const slot = this.#slots[candidate];
      if (slot === null || slot === undefined || slot.id === id || slot.keys.core === '') continue;
      slot.likeness ??= assembleLikenessKeys(slot.keys, this.rarity);
      found.push([slot.id, slot.likeness]);
    }
    for (const other of this.#more?.findCandidates(own) ?? []) {
      const keys = other === id || this.#slotOf.has(other) ? null : this.#keysOfMore(other);
      if (keys !== null) found.push([other, keys]);
    }
    return found;
  }

  #keysOfMore(id: Id): LikenessKeys | null {
    let known = this.#moreKeys.get(id);
    if (known === undefined) {
      const keys = this.#more?.keysOf(id);
      known = keys === undefined || keys.core === '' ? null : assembleLikenessKeys(keys, this.rarity);
      this.#moreKeys.set(id, known);
    }
    return known;
  }

  #candidates(own: LikenessKeys): Set<number> {
    const candidates = findBySigns(own, (sign) => {
      const slots = this.#bySign.get(sign) ?? [];
      return slots.length < COMMON_FROM || !isCommonable(sign) ? slots : [];
    });
    this.#letters.scan(own.distinctive, LETTER_LIMITS, (slot) => candidates.add(slot));
    if (own.isSyllabic || this.#syllabic.size > 0) {
      this.#sounds.scan(own.sound, SOUND_LIMITS, (slot) => {
        if (own.isSyllabic || this.#syllabic.has(slot)) candidates.add(slot);
      });
    }
    return candidates;
  }

  #count(words: readonly string[], change: number): void {
    for (const word of new Set(words)) this.#counts.set(word, (this.#counts.get(word) ?? 0) + change);
  }
}

/**
 * An empty index, over more records that are found elsewhere if there are any. Finding among 100,000 records takes a few
 * milliseconds once they are in.
 */
export function createLikenessIndex<Id>(more: MoreRecords<Id> | null = null): LikenessIndex<Id> {
  return new ScanningIndex<Id>(more);
}
