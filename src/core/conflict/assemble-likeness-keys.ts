import type { CustomerKeys } from './customer-keys.ts';
import { RAREST, TOKEN_RARITY } from './generated/token-rarity.generated.ts';
import { ABBREVIATIONS, FILL_WORDS, GENERIC_WORDS, LIKENESS, REGION_WORDS } from './likeness-weights.ts';
import { findCountryCode } from './parse-country.ts';

/** A word of a name and how much it tells companies apart, up to 1. */
export interface WeighedWord {
  readonly text: string;
  readonly weight: number;
}

/** What the likeness measure compares of one record. */
export interface LikenessKeys {
  readonly words: readonly WeighedWord[];
  /** The distinctive words without spaces. */
  readonly joined: string;
  /** First letters of all words, with and without those of fill words; of three words at least. */
  readonly initials: readonly string[];
  /** Numbers in the name, Roman ones included, in order. */
  readonly numbers: string;
  /** Countries and regions in the name, in order. */
  readonly regions: string;
  readonly country: string;
  readonly domains: readonly string[];
}

const ROMAN = new Map(
  [...'i ii iii iv v vi vii viii ix x xi xii'.split(' ').entries()].map(([i, r]) => [r, i + 1]),
);
const HAS_DIGIT = /\d/;
const DIGITS = /\d+/g;
const LEADING_ZEROS = /^0+(?=\d)/;
const LEAST_RARITY = 3;
const LEAST_INITIALS = 3;
const LEAST_COUNTRY_LENGTH = 4;

let weights: ReadonlyMap<string, number> | null = null;

/** Unpacked on first use. */
function listedWeights(): ReadonlyMap<string, number> {
  weights ??= new Map(
    TOKEN_RARITY.flatMap(([rarity, words]) =>
      words.split(' ').map((word) => [word, (rarity - LEAST_RARITY) / (RAREST - LEAST_RARITY)] as const),
    ),
  );
  return weights;
}

function isRegion(word: string): boolean {
  if (REGION_WORDS.has(word)) return true;
  return word.length >= LEAST_COUNTRY_LENGTH && findCountryCode(word) !== undefined;
}

/** How much a word tells companies apart: 0 for fill words, little for generic ones, 1 for the rarest. */
export function weighWord(word: string): number {
  if (FILL_WORDS.has(word)) return 0;
  if (GENERIC_WORDS.has(word)) return LIKENESS.genericWord;
  return Math.max(listedWeights().get(word) ?? 1, LIKENESS.genericWord);
}

/** The words of a core as they are compared, fill words left out unless there are no others. */
export function likenessWords(core: string): readonly string[] {
  const words = core.split(' ').map((word) => ABBREVIATIONS.get(word) ?? word);
  const telling = words.filter((word) => !FILL_WORDS.has(word));
  return telling.length === 0 ? words : telling;
}

/** The distinctive words joined; all words where none is distinctive. */
export function joinDistinctive(words: readonly string[]): string {
  const distinctive = words.filter((word) => weighWord(word) >= LIKENESS.distinctiveFrom && !isRegion(word));
  return (distinctive.length === 0 ? words : distinctive).join('');
}

/** First letters of a core's words, with fill words and without, where they are three or more. */
export function assembleInitials(core: string): readonly string[] {
  let all = '';
  let telling = '';
  for (const word of core.split(' ')) {
    all += word.charAt(0);
    if (!FILL_WORDS.has(word)) telling += word.charAt(0);
  }
  if (all.length < LEAST_INITIALS) return [];
  return telling.length < LEAST_INITIALS || telling === all ? [all] : [all, telling];
}

/** What the likeness measure compares, from the keys of a record. */
export function assembleLikenessKeys(keys: CustomerKeys): LikenessKeys {
  const texts = likenessWords(keys.core);
  const regions = texts.filter(isRegion).map((word) => findCountryCode(word) ?? word);
  const weighed = texts.map((text) => ({
    text,
    weight: isRegion(text) ? LIKENESS.regionWord : weighWord(text),
  }));
  const total = weighed.reduce((sum, word) => sum + word.weight, 0);
  const words = total < LIKENESS.leastTotal ? texts.map((text) => ({ text, weight: 1 })) : weighed;
  return {
    words,
    joined: joinDistinctive(texts),
    initials: assembleInitials(keys.core),
    numbers: numbersIn(texts),
    regions: [...new Set(regions)].sort().join(' '),
    country: keys.country,
    domains: keys.domains,
  };
}

/** The numbers in a name's words; Roman ones count where they are not the name's first word. */
export function numbersIn(words: readonly string[]): string {
  let numbers = '';
  for (const [index, word] of words.entries()) {
    const roman = index > 0 ? ROMAN.get(word) : undefined;
    const found = roman === undefined ? (HAS_DIGIT.test(word) ? word.match(DIGITS) : null) : [String(roman)];
    for (const digits of found ?? []) numbers += ` ${digits.replace(LEADING_ZEROS, '')}`;
  }
  return numbers.trimStart();
}
