import {
  assembleBareKey,
  assembleInitials,
  assembleLikenessKeys,
  bareCore,
  joinDistinctive,
  type LikenessKeys,
  labelsOf,
  likenessWords,
  weighWord,
} from './assemble-likeness-keys.ts';
import { BigramSignatures, type ScanLimits } from './bigram-signatures.ts';
import type { CustomerKeys } from './customer-keys.ts';
import { POSSIBLE_FROM } from './likeness-weights.ts';
import { type Likeness, measureLikeness } from './measure-likeness.ts';
import { assembleSound } from './sound-keys.ts';
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

interface Slot<Id> {
  readonly id: Id;
  readonly keys: CustomerKeys;
  likeness: LikenessKeys | null;
}

/** Beyond this many records a word no longer finds candidates: it is common in this registry. */
const COMMON_FROM = 500;
/** A word this rare finds the records that have it. */
const FINDS_FROM = 0.35;
/** What two edits of a name at most leave of its letter pairs, about. */
const SCAN_LIMITS: ScanLimits = { mostLonger: 3, leastOverlap: 0.5 };
/** Sounds differ more. */
const SOUND_LIMITS: ScanLimits = { mostLonger: 4, leastOverlap: 0.45 };

class ScanningIndex<Id> implements LikenessIndex<Id> {
  readonly #slots: (Slot<Id> | null)[] = [];
  readonly #slotOf = new Map<Id, number>();
  /** By words, by initials (marked with a dot), by domain labels (marked with an at sign) and by joined names. */
  readonly #bySign = new Map<string, number[]>();
  readonly #signatures = new BigramSignatures();
  /** Of the records written in a syllabary, and of all once such a name has been asked for. */
  readonly #syllabic: { slot: number; sound: string }[] = [];
  #sounds: BigramSignatures | null = null;
  /** In how many names on file each word is. */
  readonly #counts = new Map<string, number>();
  readonly #names = { count: 0 };
  readonly #rarity: WordRarity = learnRarity(this.#names, this.#counts);

  /** The rarity of words as the records on file have them. */
  get rarity(): WordRarity {
    return this.#rarity;
  }

  put(id: Id, keys: CustomerKeys): void {
    this.remove(id);
    const core = bareCore(keys);
    const words = likenessWords(core);
    const slot = this.#slots.length;
    this.#slots.push({ id, keys, likeness: null });
    this.#slotOf.set(id, slot);
    const distinctive = joinDistinctive(words);
    this.#signatures.add(distinctive);
    this.#sounds?.add(assembleSound(words.join('')));
    if (keys.isSyllabic) this.#syllabic.push({ slot, sound: assembleSound(words.join('')) });
    const signs = new Set(words.filter((word) => weighWord(word) >= FINDS_FROM));
    for (const initials of assembleInitials(core)) signs.add(`.${initials}`);
    for (const label of labelsOf(keys.domains)) signs.add(`@${label}`);
    signs.add(`=${assembleBareKey(core)}`).add(`=${distinctive}`);
    for (const sign of signs) this.#add(sign, slot);
    this.#count(words, 1);
  }

  remove(id: Id): void {
    const slot = this.#slotOf.get(id);
    if (slot === undefined) return;
    const known = this.#slots[slot];
    if (known) this.#count(likenessWords(bareCore(known.keys)), -1);
    // Lists may go on naming the slot: an empty one is passed over.
    this.#slots[slot] = null;
    this.#slotOf.delete(id);
  }

  findAlike(id: Id, keys: CustomerKeys, from = POSSIBLE_FROM): readonly Alike<Id>[] {
    if (keys.core === '') return [];
    const own = assembleLikenessKeys(keys, this.#rarity);
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
      slot.likeness ??= assembleLikenessKeys(slot.keys, this.#rarity);
      found.push([slot.id, slot.likeness]);
    }
    return found;
  }

  #candidates(own: LikenessKeys): Set<number> {
    const candidates = new Set<number>();
    const take = (sign: string): void => {
      const slots = this.#bySign.get(sign) ?? [];
      if (slots.length < COMMON_FROM) for (const slot of slots) candidates.add(slot);
    };
    for (const { text } of own.words) take(text);
    // Initials are words of the other name, or the other way round.
    for (const initials of own.initials) take(initials);
    if (own.words.length <= 2) for (const text of new Set([own.joined, own.words[0]?.text])) take(`.${text}`);
    for (const name of new Set([own.key, own.joined, own.distinctive])) {
      take(`=${name}`);
      take(`@${name}`);
    }
    for (const label of own.labels) take(`=${label}`);
    this.#signatures.scan(own.distinctive, SCAN_LIMITS, (slot) => candidates.add(slot));
    if (own.isSyllabic) this.#allSounds().scan(own.sound, SOUND_LIMITS, (slot) => candidates.add(slot));
    else if (this.#syllabic.length > 0) this.#scanSyllabic(own, candidates);
    return candidates;
  }

  #allSounds(): BigramSignatures {
    if (this.#sounds === null) {
      this.#sounds = new BigramSignatures();
      for (const slot of this.#slots) {
        this.#sounds.add(slot === null ? '' : assembleSound(likenessWords(bareCore(slot.keys)).join('')));
      }
    }
    return this.#sounds;
  }

  #scanSyllabic(own: LikenessKeys, candidates: Set<number>): void {
    const sounds = new BigramSignatures();
    for (const { sound } of this.#syllabic) sounds.add(sound);
    sounds.scan(own.sound, SOUND_LIMITS, (n) => {
      const found = this.#syllabic[n];
      if (found !== undefined) candidates.add(found.slot);
    });
  }

  #count(words: readonly string[], change: number): void {
    this.#names.count += change;
    for (const word of new Set(words)) this.#counts.set(word, (this.#counts.get(word) ?? 0) + change);
  }

  #add(sign: string, slot: number): void {
    const slots = this.#bySign.get(sign);
    if (slots === undefined) this.#bySign.set(sign, [slot]);
    else slots.push(slot);
  }
}

/** An empty index. Finding among 100,000 records takes a few milliseconds once they are in. */
export function createLikenessIndex<Id>(): LikenessIndex<Id> {
  return new ScanningIndex<Id>();
}
