import { isCountryWord, type LikenessKeys, type WeighedWord } from './assemble-likeness-keys.ts';
import { countEdits } from './count-edits.ts';

/** Which words of two names belong together. */
export interface Alignment {
  /** The weight that both have, the less the less alike its spellings are. */
  readonly matched: number;
  /** The same, of each pair of words the lighter one only: what is shared for certain. */
  readonly evidence: number;
  /** Pairs of words that are alike but not the same. */
  readonly respelt: readonly (readonly [string, string])[];
  /** What each name has more than the other. */
  readonly more: readonly [readonly WeighedWord[], readonly WeighedWord[]];
}

const LEAST_ABBREVIATION = 3;
const LONG_ABBREVIATION = 5;
/** Rarer words are names, and nobody abbreviates those by their beginning. */
const COMMON_BELOW = 0.7;
const LEAST_SPELLING = 4;
const MOST_LONGER = 3;
const LEAST_ALIKE = 0.66;
const LEAST_MERGED = 5;
const MERGED_WITH_EDIT = 9;

/**
 * How alike two words are: 1 if equal; less for each edit and for a common word's beginning, by which it is abbreviated; 0
 * for different words.
 */
function compareWords(one: WeighedWord, other: WeighedWord): number {
  const [a, b] = [one.text, other.text];
  if (a === b) return 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const isCommon = Math.min(one.weight, other.weight) < COMMON_BELOW;
  if (isCommon && short.length >= LEAST_ABBREVIATION && long.startsWith(short)) {
    return short.length >= LONG_ABBREVIATION ? 0.85 : 0.6;
  }
  if (long.length < LEAST_SPELLING || long.length - short.length > MOST_LONGER) return 0;
  const alike = 1 - countEdits(a, b) / long.length;
  return alike >= LEAST_ALIKE ? alike : 0;
}

/** The alignment of names whose letters are the same, however they are spaced: only countries may be more. */
function alignSame(left: LikenessKeys, right: LikenessKeys): Alignment {
  const countriesOf = (one: LikenessKeys, other: LikenessKeys) =>
    one.words.filter(({ text }) => isCountryWord(text) && other.words.every((word) => word.text !== text));
  const more = [countriesOf(left, right), countriesOf(right, left)] as const;
  const [restLeft, restRight] = more.map((words) => words.reduce((sum, { weight }) => sum + weight, 0));
  const [wholeLeft, wholeRight] = [left.total - (restLeft ?? 0), right.total - (restRight ?? 0)];
  return {
    matched: (wholeLeft + wholeRight) / 2,
    evidence: Math.min(wholeLeft, wholeRight),
    respelt: [],
    more,
  };
}

/** Pairs the words of two names, equal ones first, then the most alike, then words written as one. */
export function alignWords(left: LikenessKeys, right: LikenessKeys): Alignment {
  if (left.key === right.key) return alignSame(left, right);
  const restLeft = new Set(left.words);
  const restRight = new Set(right.words);
  const respelt: (readonly [string, string])[] = [];
  let matched = 0;
  let evidence = 0;
  const pair = (a: WeighedWord, b: WeighedWord, alike: number): void => {
    restLeft.delete(a);
    restRight.delete(b);
    matched += (alike * (a.weight + b.weight)) / 2;
    evidence += alike * Math.min(a.weight, b.weight);
    if (alike < 1) respelt.push([a.text, b.text]);
  };
  for (const a of left.words) {
    for (const b of restRight) {
      if (a.text !== b.text) continue;
      pair(a, b, 1);
      break;
    }
  }
  const mergeWords = (isExact: boolean): void => {
    const sides = [
      [restLeft, restRight],
      [restRight, restLeft],
    ] as const;
    for (const [whole, parts] of sides) {
      for (const word of [...whole]) {
        const merged = findMerged(word, [...parts], isExact);
        if (merged === null) continue;
        const [first, second] = merged;
        const both = first.weight + second.weight;
        matched += (word.weight + both) / 2;
        evidence += Math.min(word.weight, both);
        whole.delete(word);
        parts.delete(first);
        parts.delete(second);
        respelt.push([word.text, `${first.text} ${second.text}`]);
      }
    }
  };
  mergeWords(true);
  const candidates: { a: WeighedWord; b: WeighedWord; alike: number }[] = [];
  for (const a of restLeft) {
    for (const b of restRight) {
      const alike = compareWords(a, b);
      if (alike > 0) candidates.push({ a, b, alike });
    }
  }
  candidates.sort((x, y) => y.alike - x.alike);
  for (const { a, b, alike } of candidates) if (restLeft.has(a) && restRight.has(b)) pair(a, b, alike);
  mergeWords(false);
  return { matched, evidence, respelt, more: [[...restLeft], [...restRight]] };
}

/** Two neighbours that are one word in the other name. */
function findMerged(
  word: WeighedWord,
  parts: readonly WeighedWord[],
  isExact: boolean,
): readonly [WeighedWord, WeighedWord] | null {
  if (word.text.length < LEAST_MERGED) return null;
  const mostEdits = !isExact && word.text.length >= MERGED_WITH_EDIT ? 1 : 0;
  for (const [i, first] of parts.entries()) {
    const second = parts[i + 1];
    if (second === undefined) return null;
    const joined = first.text + second.text;
    if (joined === word.text || (mostEdits > 0 && countEdits(joined, word.text) <= mostEdits))
      return [first, second];
  }
  return null;
}
