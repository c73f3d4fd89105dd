import { distance } from 'fastest-levenshtein';
import type { LikenessKeys, WeighedWord } from './assemble-likeness-keys.ts';
import { LIKENESS } from './likeness-weights.ts';

/** How alike two records are, between 0 and 1, and why. Never certainty. */
export interface Likeness {
  readonly score: number;
  readonly reasons: readonly string[];
}

const UNLIKE: Likeness = { score: 0, reasons: [] };

/** Edits between two texts, two neighbouring letters in the wrong order being one. */
function countEdits(a: string, b: string): number {
  const edits = distance(a, b);
  if (edits !== 2 || a.length !== b.length) return edits;
  let at = 0;
  while (a.charAt(at) === b.charAt(at)) at += 1;
  const isSwapped = a.charAt(at) === b.charAt(at + 1) && a.charAt(at + 1) === b.charAt(at);
  return isSwapped && a.slice(at + 2) === b.slice(at + 2) ? 1 : edits;
}

/** How alike two words are: 1 if equal, less for each edit, 0 where they are different words. */
function compareWords(a: string, b: string): number {
  if (a === b) return 1;
  const length = Math.max(a.length, b.length);
  const allowed = length >= LIKENESS.twoEditsFrom ? 2 : length >= LIKENESS.oneEditFrom ? 1 : 0;
  if (allowed === 0 || Math.abs(a.length - b.length) > allowed) return 0;
  const edits = countEdits(a, b);
  return edits > allowed ? 0 : 1 - edits / length;
}

interface Alignment {
  readonly score: number;
  /** Share of the shorter name's weight that the other has too. */
  readonly contained: number;
  readonly respelt: readonly (readonly [WeighedWord, WeighedWord])[];
  readonly unmatched: readonly [readonly WeighedWord[], readonly WeighedWord[]];
}

function sumWeights(words: readonly WeighedWord[]): number {
  return words.reduce((sum, word) => sum + word.weight, 0);
}

/** Pairs the words of two names, equal ones first, then the most alike, each word once. */
function alignWords(left: readonly WeighedWord[], right: readonly WeighedWord[]): Alignment {
  const restLeft = new Set(left);
  const restRight = new Set(right);
  const respelt: (readonly [WeighedWord, WeighedWord])[] = [];
  let matched = 0;
  const pair = (a: WeighedWord, b: WeighedWord, alike: number): void => {
    restLeft.delete(a);
    restRight.delete(b);
    matched += (alike * (a.weight + b.weight)) / 2;
    if (alike < 1) respelt.push([a, b]);
  };
  for (const a of left) {
    for (const b of restRight) {
      if (a.text === b.text) {
        pair(a, b, 1);
        break;
      }
    }
  }
  const candidates: { a: WeighedWord; b: WeighedWord; alike: number }[] = [];
  for (const a of restLeft) {
    for (const b of restRight) {
      const alike = compareWords(a.text, b.text);
      if (alike > 0) candidates.push({ a, b, alike });
    }
  }
  candidates.sort((x, y) => y.alike - x.alike);
  for (const { a, b, alike } of candidates) {
    if (restLeft.has(a) && restRight.has(b)) pair(a, b, alike);
  }
  const [weightLeft, weightRight] = [sumWeights(left), sumWeights(right)];
  return {
    score: (2 * matched) / (weightLeft + weightRight),
    contained: matched / Math.min(weightLeft, weightRight),
    respelt,
    unmatched: [[...restLeft], [...restRight]],
  };
}

function isDistinctive(word: WeighedWord): boolean {
  return word.weight >= LIKENESS.distinctiveFrom;
}

function quoteWords(words: readonly WeighedWord[]): string {
  return words.map((word) => `"${word.text}"`).join(', ');
}

function likenessByWords(a: LikenessKeys, b: LikenessKeys): Likeness {
  const { score, contained, respelt, unmatched } = alignWords(a.words, b.words);
  const [moreLeft, moreRight] = unmatched;
  const reasons = respelt.map(([left, right]) => `"${left.text}" and "${right.text}" are spelt alike`);
  const more = [...moreLeft, ...moreRight];
  if (more.length === 0 && respelt.length === 0) reasons.push('the same words');
  if (more.length > 0) reasons.push(`the same words but for ${quoteWords(more)}`);
  if (moreLeft.some(isDistinctive) && moreRight.some(isDistinctive)) {
    return { score: score - LIKENESS.bothHaveMore, reasons };
  }
  const shorter = sumWeights(a.words) <= sumWeights(b.words) ? a.words : b.words;
  const distinctive = shorter.filter(isDistinctive).length;
  const isContained = contained > 0.999 && distinctive > 0 && more.length > 0;
  const asContained = isContained ? (distinctive > 1 ? LIKENESS.containedWords : LIKENESS.containedWord) : 0;
  return { score: Math.max(score, asContained), reasons };
}

function likenessByLetters(a: LikenessKeys, b: LikenessKeys): Likeness {
  const length = Math.max(a.joined.length, b.joined.length);
  const allowed =
    length >= LIKENESS.joinedThreeEditsFrom
      ? 3
      : length >= LIKENESS.joinedTwoEditsFrom
        ? 2
        : length >= LIKENESS.joinedOneEditFrom
          ? 1
          : 0;
  if (Math.abs(a.joined.length - b.joined.length) > allowed) return UNLIKE;
  const edits = countEdits(a.joined, b.joined);
  if (edits > allowed || length === 0) return UNLIKE;
  const letters =
    edits === 0 ? 'the same letters' : edits === 1 ? 'one slip apart' : `${edits} letters apart`;
  return { score: 1 - edits / length, reasons: [`"${a.joined}" and "${b.joined}": ${letters}`] };
}

function likenessByInitials(a: LikenessKeys, b: LikenessKeys): Likeness {
  for (const [short, long] of [
    [a, b],
    [b, a],
  ] as const) {
    if (short.words.length === 1 && long.initials.includes(short.joined)) {
      const score = short.joined.length > 3 ? LIKENESS.initials : LIKENESS.shortInitials;
      return { score, reasons: [`"${short.joined}" are the initials of the other name`] };
    }
  }
  return UNLIKE;
}

/** What speaks for or against besides the words, in order. */
function weighContext(a: LikenessKeys, b: LikenessKeys): Likeness {
  let score = 0;
  const reasons: string[] = [];
  const add = (change: number, reason: string): void => {
    score += change;
    reasons.push(reason);
  };
  if (a.country !== '' && b.country !== '') {
    if (a.country === b.country) add(LIKENESS.sameCountry, 'same country');
    else add(-LIKENESS.otherCountry, 'different countries speak against');
  }
  const isDomainKnown = a.domains.length > 0 && b.domains.length > 0;
  if (isDomainKnown && !a.domains.some((domain) => b.domains.includes(domain))) {
    add(-LIKENESS.otherDomain, 'different domains speak against');
  }
  if (a.regions !== '' && b.regions !== '' && a.regions !== b.regions) {
    add(-LIKENESS.otherRegion, 'different regions in the names speak against');
  }
  if ((a.numbers === '') !== (b.numbers === ''))
    add(-LIKENESS.oneNumber, 'a number in one name speaks against');
  return { score, reasons };
}

/**
 * How alike two records are: by their words (weighed by rarity, each allowed a spelling), by the letters of their
 * distinctive words, or by initials, whichever says most; country, domain, region and numbers speak for or against.
 * Symmetric. 0 where the names have different numbers.
 */
export function measureLikeness(one: LikenessKeys, other: LikenessKeys): Likeness {
  // Words of equal likeness are paired in the order given; a fixed order makes the measure symmetric.
  const [a, b] = orderKey(one) <= orderKey(other) ? [one, other] : [other, one];
  if (a.numbers !== '' && b.numbers !== '' && a.numbers !== b.numbers) return UNLIKE;
  const ways = [likenessByWords(a, b), likenessByLetters(a, b), likenessByInitials(a, b)];
  const best = ways.reduce((found, way) => (way.score > found.score ? way : found), UNLIKE);
  if (best.score <= 0) return UNLIKE;
  const context = weighContext(a, b);
  const score = Math.min(Math.max(best.score + context.score, 0), LIKENESS.most);
  return { score, reasons: [...best.reasons, ...context.reasons] };
}

function orderKey(keys: LikenessKeys): string {
  return keys.words.map((word) => word.text).join(' ');
}
