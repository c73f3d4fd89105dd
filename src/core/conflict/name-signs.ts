import {
  assembleBareKey,
  assembleInitials,
  bareCore,
  joinDistinctive,
  type LikenessKeys,
  labelsOf,
  likenessWords,
  weighWord,
} from './assemble-likeness-keys.ts';
import type { CustomerKeys } from './customer-keys.ts';
import { assembleNameKey } from './normalise-name.ts';
import { assembleSound } from './sound-keys.ts';

/** What a record is found by without looking at it. */
export interface NameSigns {
  /**
   * Rare words; initials marked with a dot; labels of domains with an at sign, domains with a number sign; the name as it is
   * joined, in its several forms, with an equals sign.
   */
  readonly signs: ReadonlySet<string>;
  /** The distinctive words joined: names of about the same letters are alike. */
  readonly distinctive: string;
  readonly sound: string;
  /** All words that count, by which the registry learns how rare they are. */
  readonly words: readonly string[];
}

/** A word this rare finds the records that have it. */
const FINDS_FROM = 0.35;

/** The sign of a name that is joined. */
export function nameSign(joined: string): string {
  return `=${joined}`;
}

/** The sign of a registrable domain. */
export function domainSign(domain: string): string {
  return `#${domain}`;
}

/** The sign of what belongs to a partner. */
export function partnerSign(partner: string): string {
  return `%${partner}`;
}

/** Whether a sign that many records have finds none of them: a word, initials or a label, never a name, domain or partner. */
export function isCommonable(sign: string): boolean {
  return !/^[=#%]/.test(sign);
}

/** By what a record of these keys is found. */
export function assembleSigns(keys: CustomerKeys): NameSigns {
  const core = bareCore(keys);
  const words = likenessWords(core);
  const distinctive = joinDistinctive(words);
  const signs = new Set(words.filter((word) => weighWord(word) >= FINDS_FROM));
  for (const initials of assembleInitials(core)) signs.add(`.${initials}`);
  for (const label of labelsOf(keys.domains)) signs.add(`@${label}`);
  for (const domain of keys.domains) signs.add(domainSign(domain));
  for (const joined of [assembleBareKey(core), distinctive, assembleNameKey(keys.core)])
    if (joined !== '') signs.add(nameSign(joined));
  return { signs, distinctive, sound: assembleSound(words.join('').replaceAll(' ', '')), words };
}

/** With fewer records than this a word says enough for its records to be looked at. */
const FEW_HAVE = 12;

/** Words that more records have say enough where they are so much of the name. */
const LEAST_SHARE = 0.4;

/** The records that have signs of these keys, of which `find` tells those of one sign: without those that share little. */
export function findBySigns<Id>(own: LikenessKeys, find: (sign: string) => readonly Id[]): Set<Id> {
  const found = new Set<Id>();
  const shared = new Map<Id, number>();
  const weights = new Map(own.words.map(({ text, weight }) => [text, weight]));
  for (const sign of signsToAsk(own)) {
    const ids = find(sign);
    const weight = ids.length < FEW_HAVE ? undefined : weights.get(sign);
    for (const id of ids) {
      if (weight === undefined) found.add(id);
      else shared.set(id, (shared.get(id) ?? 0) + weight);
    }
  }
  for (const [id, weight] of shared) if (weight >= LEAST_SHARE * own.total) found.add(id);
  return found;
}

/** The signs by which records that may be alike to these keys are found. */
function signsToAsk(own: LikenessKeys): ReadonlySet<string> {
  const signs = new Set(own.words.map(({ text }) => text));
  // Initials are words of the other name, or the other way round.
  for (const initials of own.initials) signs.add(initials);
  if (own.words.length <= 2) {
    signs.add(`.${own.joined}`);
    if (own.words[0] !== undefined) signs.add(`.${own.words[0].text}`);
  }
  for (const joined of [own.key, own.joined, own.distinctive]) {
    signs.add(nameSign(joined));
    signs.add(`@${joined}`);
  }
  for (const label of own.labels) signs.add(nameSign(label));
  return signs;
}
