import type { Alignment } from './align-words.ts';
import type { LikenessKeys, WeighedWord } from './assemble-likeness-keys.ts';
import { compareLetters, countEdits } from './count-edits.ts';

/** What is weighed of two names. Numbers between 0 and 1 unless said otherwise. */
export interface LikenessFeatures {
  /** Share of both names' weight that is in both. */
  readonly sharedWords: number;
  /** Share of the lighter name that is in the other, and of the heavier one. */
  readonly lighterName: number;
  readonly heavierName: number;
  /** The heaviest word that the other lacks, of the name where that is lighter, and of the other. */
  readonly bothHaveMore: number;
  readonly oneHasMore: number;
  /** Each name has a distinctive word that the other lacks. */
  readonly bothDistinctive: number;
  /** How alike the names are by their letters, beyond what chance gives; and the same for the shorter names less. */
  readonly letters: number;
  readonly lettersOfLong: number;
  /** The same of the names with their legal forms. */
  readonly wholeName: number;
  /** One slip of the keyboard apart, in names that are long enough for that to say something. */
  readonly oneSlip: number;
  /** One name is the initials of the other: of four letters, of three less. */
  readonly initials: number;
  /** The same words in any order, or the same letters. */
  readonly sameWords: number;
  /** What one has more than the other says nothing: a country, "Group", a legal form. */
  readonly onlyGenericMore: number;
  /** Weight that both have for certain, two distinctive words at most: between 0 and 2. */
  readonly evidence: number;
  /** All of one name is in the other: by how much it tells, and by how much that is more than half a rare word. */
  readonly contained: number;
  readonly containedDistinctive: number;
  /** The weight of the first word, where it is the same. */
  readonly firstWord: number;
  /** Written in a syllabary and not: how alike they sound, with vowels and without. */
  readonly sound: number;
  readonly consonants: number;
  /** Numbers in both names and not the same; in one name only. */
  readonly numbersDiffer: number;
  readonly oneNumber: number;
  readonly sameCountry: number;
  readonly otherCountry: number;
  /** The country of one is not told. */
  readonly unknownCountry: number;
  /** Each name has a country, region or city that the other lacks. */
  readonly otherRegion: number;
  /** Both have domains, and none in common. */
  readonly otherDomain: number;
  /** The name of one is the label of the other's domain. */
  readonly domainLabel: number;
}

const NOTHING_BY_CHANCE = { letters: 0.6, sound: 0.4, consonants: 0.5 };
const LONG_NAME = 14;
const SLIP_FROM = 8;
const LONG_SOUND = 7;
const LONG_INITIALS = 4;
const SHORT_INITIALS = 0.85;
const DISTINCTIVE_MORE = 0.35;
const GENERIC_MORE = 0.15;
const LEAST_LABEL = 5;

/** How far a likeness is beyond what chance gives: 0 there, 1 where the two are equal. */
function beyond(alike: number, chance: number): number {
  return Math.max(0, alike - chance) / (1 - chance);
}

function heaviest(words: readonly WeighedWord[]): number {
  return words.reduce((most, { weight }) => Math.max(most, weight), 0);
}

function flag(isSo: boolean): number {
  return isSo ? 1 : 0;
}

/** What is weighed of two names whose words are aligned. The same whichever comes first. */
export function assembleFeatures(
  a: LikenessKeys,
  b: LikenessKeys,
  { matched, evidence, respelt, more }: Alignment,
): LikenessFeatures {
  const [moreLeft, moreRight] = more.map(heaviest);
  const both = Math.min(moreLeft ?? 0, moreRight ?? 0);
  const one = Math.max(moreLeft ?? 0, moreRight ?? 0);
  const isContained = (more[0].length === 0) !== (more[1].length === 0);
  const capped = Math.min(1, evidence);
  const [first, second] = [a.words[0], b.words[0]];
  const shorter = Math.max(1, Math.min(a.distinctive.length, b.distinctive.length));
  const letters = beyond(
    Math.max(
      compareLetters(a.distinctive, b.distinctive),
      compareLetters(a.joined, b.joined),
      compareLetters(a.key, b.key),
    ),
    NOTHING_BY_CHANCE.letters,
  );
  return {
    sharedWords: (2 * matched) / (a.total + b.total),
    lighterName: Math.min(1, matched / Math.min(a.total, b.total)),
    heavierName: Math.min(1, matched / Math.max(a.total, b.total)),
    bothHaveMore: both,
    oneHasMore: one,
    bothDistinctive: flag(both > DISTINCTIVE_MORE),
    letters,
    lettersOfLong: (letters * Math.min(shorter, LONG_NAME)) / LONG_NAME,
    wholeName: beyond(compareLetters(a.full, b.full), NOTHING_BY_CHANCE.letters),
    oneSlip: flag(shorter >= SLIP_FROM && isOneSlip(a, b)),
    initials: Math.max(weighInitials(a, b), weighInitials(b, a)),
    sameWords: flag((more[0].length + more[1].length === 0 && respelt.length === 0) || a.joined === b.joined),
    onlyGenericMore: flag(one < GENERIC_MORE),
    evidence: Math.min(2, evidence),
    contained: flag(isContained) * capped,
    containedDistinctive: flag(isContained) * Math.max(0, capped - 0.5),
    firstWord: first !== undefined && first.text === second?.text ? Math.max(first.weight, second.weight) : 0,
    ...compareSounds(a, b),
    numbersDiffer: flag(a.numbers !== '' && b.numbers !== '' && a.numbers !== b.numbers),
    oneNumber: flag((a.numbers === '') !== (b.numbers === '')),
    sameCountry: flag(a.country !== '' && a.country === b.country),
    otherCountry: flag(a.country !== '' && b.country !== '' && a.country !== b.country),
    unknownCountry: flag(a.country === '' || b.country === ''),
    otherRegion: flag(isOtherRegion(a, b)),
    otherDomain: flag(
      a.domains.length > 0 && b.domains.length > 0 && !a.domains.some((domain) => b.domains.includes(domain)),
    ),
    domainLabel: flag(isLabelOf(a, b) || isLabelOf(b, a)),
  };
}

function isOtherRegion(a: LikenessKeys, b: LikenessKeys): boolean {
  const isOtherBranch = a.located !== '' && b.located !== '' && a.located !== b.located;
  return isOtherBranch || (hasOther(a.regions, b.regions) && hasOther(b.regions, a.regions));
}

function hasOther(regions: readonly string[], known: readonly string[]): boolean {
  return regions.some((region) => !known.includes(region));
}

function isOneSlip(a: LikenessKeys, b: LikenessKeys): boolean {
  const pairs = [
    [a.distinctive, b.distinctive],
    [a.joined, b.joined],
    [a.key, b.key],
  ] as const;
  const edits = pairs.map(([x, y]) => (Math.abs(x.length - y.length) > 1 ? 2 : countEdits(x, y)));
  return Math.min(...edits) === 1;
}

/** How much the one name says that it is the initials of the other. */
function weighInitials(short: LikenessKeys, long: LikenessKeys): number {
  if (short.words.length > 2) return 0;
  const [first] = short.words;
  const found = long.initials.find((initials) => initials === first?.text || initials === short.joined);
  if (found === undefined) return 0;
  return found.length >= LONG_INITIALS ? 1 : SHORT_INITIALS;
}

/** Only a name that was written by its sound is compared by it. */
function compareSounds(a: LikenessKeys, b: LikenessKeys): { sound: number; consonants: number } {
  if (a.isSyllabic === b.isSyllabic) return { sound: 0, consonants: 0 };
  const length = Math.min(a.sound.length, b.sound.length, LONG_SOUND) / LONG_SOUND;
  return {
    sound: beyond(compareLetters(a.sound, b.sound), NOTHING_BY_CHANCE.sound) * length,
    consonants: beyond(compareLetters(a.skeleton, b.skeleton), NOTHING_BY_CHANCE.consonants),
  };
}

function isLabelOf({ labels }: LikenessKeys, { key, joined, distinctive }: LikenessKeys): boolean {
  return labels.some(
    (label) => label.length >= LEAST_LABEL && (label === key || label === joined || label === distinctive),
  );
}
