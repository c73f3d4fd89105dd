import type { Alignment } from './align-words.ts';
import {
  isCountryWord,
  isRegionWord,
  type LikenessKeys,
  type WeighedWord,
} from './assemble-likeness-keys.ts';
import { GENERIC_WORDS } from './business-words.ts';
import { countEdits } from './count-edits.ts';
import type { LikenessFeatures } from './likeness-features.ts';

/** Two records that are compared, with the names as people wrote them. */
export interface NamedPair {
  readonly keys: readonly [LikenessKeys, LikenessKeys];
  readonly names: readonly [string, string];
  /** Whether the second was given first: sentences name them in that order. */
  readonly isSwapped: boolean;
}

const ALIKE_BY_LETTERS = 0.3;
const ALIKE_BY_SOUND = 0.4;

/** Why two names are alike, in words for a person, what speaks against last. */
export function explainLikeness(
  { keys: [a, b], names, isSwapped }: NamedPair,
  alignment: Alignment,
  features: LikenessFeatures,
): readonly string[] {
  const reasons: string[] = [];
  const { respelt, more, evidence } = alignment;
  const quoted = names.map((name) => `'${name.trim()}'`);
  const [left, right] = isSwapped ? [quoted[1], quoted[0]] : quoted;
  if (features.initials > 0) {
    const [short, long] = a.words.length <= b.words.length ? quoted : [quoted[1], quoted[0]];
    reasons.push(`${short} is the acronym of ${long}`);
  }
  const differences = respelt.length === 0 ? listDifferences(a, b, more) : null;
  if (differences !== null) reasons.push(`${left} and ${right} ${describeDifferences(differences)}`);
  for (const [one, other] of respelt) reasons.push(describeRespelt(one, other));
  const all = [...more[0], ...more[1]];
  if (differences === null && evidence > 0 && all.length > 0)
    reasons.push(`${left} and ${right} have the same words but for ${quoteWords(all)}`);
  if (features.sound > ALIKE_BY_SOUND) reasons.push(`${left} and ${right} sound alike`);
  if (reasons.length === 0 && features.letters > ALIKE_BY_LETTERS) {
    const edits = countEdits(a.joined, b.joined);
    reasons.push(`${left} and ${right} are ${edits === 1 ? 'one letter' : `${edits} letters`} apart`);
  }
  if (features.domainLabel > 0) reasons.push('the domain of one is called like the other');
  if (features.sameCountry > 0) reasons.push('same country');
  if (features.otherCountry > 0) reasons.push('different countries speak against');
  if (features.otherDomain > 0) reasons.push('different domains speak against');
  if (features.otherRegion > 0) reasons.push('different regions in the names speak against');
  if (features.oneNumber > 0) reasons.push('a number in one name speaks against');
  return reasons;
}

function quoteWords(words: readonly WeighedWord[]): string {
  return words.map(({ text }) => `"${text}"`).join(', ');
}

/** What two names of the same words differ in; null where they differ in a word that tells companies apart. */
function listDifferences(
  a: LikenessKeys,
  b: LikenessKeys,
  more: Alignment['more'],
): readonly string[] | null {
  const words = [...more[0], ...more[1]].map(({ text }) => text);
  const isSaying = (word: string) => !isRegionWord(word) && !GENERIC_WORDS.has(word);
  if (words.some(isSaying) || more[0].length === a.words.length || more[1].length === b.words.length)
    return null;
  const generic = words.filter((word) => GENERIC_WORDS.has(word));
  const textOf = ({ words: own }: LikenessKeys) => own.map(({ text }) => text);
  const inOrder = textOf(a).filter((word) => textOf(b).includes(word));
  const isReordered =
    inOrder.join() !==
    textOf(b)
      .filter((word) => textOf(a).includes(word))
      .join();
  return [
    ...(a.form === b.form ? [] : ['legal form']),
    ...(words.some(isCountryWord) || a.located !== b.located ? ['country word'] : []),
    ...(words.some((word) => isRegionWord(word) && !isCountryWord(word)) ? ['region'] : []),
    ...(generic.length > 0 ? [`the word ${generic.map((word) => `"${word}"`).join(' and ')}`] : []),
    ...(isReordered ? ['word order'] : []),
    ...(a.key === b.key && textOf(a).join() !== textOf(b).join() && words.length === 0 ? ['spacing'] : []),
  ];
}

function describeDifferences(differences: readonly string[]): string {
  if (differences.length === 0) return 'say the same';
  const last = differences.at(-1) ?? '';
  const others = differences.slice(0, -1);
  return `differ only in ${others.length === 0 ? last : `${others.join(', ')} and ${last}`}`;
}

function describeRespelt(left: string, right: string): string {
  if (right.includes(' ') || left.includes(' ')) return `"${left}" and "${right}" are one word or two`;
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  return long.startsWith(short) && long.length - short.length > 1
    ? `"${short}" may be short for "${long}"`
    : `"${left}" and "${right}" are spelt alike`;
}
