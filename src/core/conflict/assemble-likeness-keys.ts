import { commonSpelling, FILL_WORDS, GENERIC_WORDS, REGION_WORDS, translateHan } from './business-words.ts';
import type { CustomerKeys } from './customer-keys.ts';
import { RAREST } from './generated/token-rarity.generated.ts';
import { assembleNameKey } from './normalise-name.ts';
import { findCountryCode, findCountryName } from './parse-country.ts';
import { assembleSkeleton, assembleSound, romaniseHangul } from './sound-keys.ts';
import { BACKGROUND_RARITY, type WordRarity } from './word-rarity.ts';

/** A word of a name and how much it tells companies apart, up to 1. */
export interface WeighedWord {
  readonly text: string;
  readonly weight: number;
}

/** What the likeness measure compares of one record. */
export interface LikenessKeys {
  readonly words: readonly WeighedWord[];
  /** The sum of their weights. */
  readonly total: number;
  /** All words without spaces, business words in one spelling. */
  readonly joined: string;
  /** The distinctive words without spaces; all where none is. */
  readonly distinctive: string;
  /** The core without spaces as it was written, but for the names of countries where there is more. */
  readonly key: string;
  /** The name with its legal form, without spaces. */
  readonly full: string;
  /** The legal form, as far as it was set aside; '' where there is none. */
  readonly form: string;
  /** First letters of all words, with and without those of fill words; of three words at least. */
  readonly initials: readonly string[];
  /** Numbers in the name, Roman ones included, in order. */
  readonly numbers: string;
  /** Countries, regions and cities in the name. */
  readonly regions: readonly string[];
  /** The country in parentheses behind the name; '' where there is none. */
  readonly located: string;
  /** Whether the name was written in a syllabary (kana, Hangul), which writes other languages' names by their sound. */
  readonly isSyllabic: boolean;
  readonly sound: string;
  readonly skeleton: string;
  readonly country: string;
  readonly domains: readonly string[];
  /** The domains' own labels without hyphens: `globexoptics` of `globex-optics.de`. */
  readonly labels: readonly string[];
}

const ROMAN = new Map(
  [...'i ii iii iv v vi vii viii ix x xi xii'.split(' ').entries()].map(([i, r]) => [r, i + 1]),
);
const HAS_DIGIT = /\d/;
const DIGITS = /\d+/g;
const LEADING_ZEROS = /^0+(?=\d)/;
const LEAST_INITIALS = 3;
const LEAST_COUNTRY_LENGTH = 4;
const LEAST_LABEL = 4;

/** A word in one of eight names tells nothing, the rarest all. */
const LEAST_BITS = 3;
const LEAST_WEIGHT = 0.1;
const REGION_WEIGHT = 0.12;
/** A name of nothing but common words is compared by them all the same. */
const LEAST_TOTAL = 0.45;
/** From this weight on a word is distinctive. */
const DISTINCTIVE_FROM = 0.3;

/** Whether a word, or several that are compared as one, is the name of a country. */
export function isCountryWord(word: string): boolean {
  return word.length >= LEAST_COUNTRY_LENGTH && findCountryName(word) !== undefined;
}

/** Whether a word names a country, region or city. */
export function isRegionWord(word: string): boolean {
  return REGION_WORDS.has(word) || isCountryWord(word);
}

/** Countries, of one word or several, by one name each: "republica checa" and "czechia" are one. */
function joinCountries(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (let at = 0; at < words.length; ) {
    const found = findCountryAt(words, at);
    joined.push(found?.country ?? words[at] ?? '');
    at += found?.length ?? 1;
  }
  return joined;
}

const LONGEST_COUNTRY = 3;

function findCountryAt(words: readonly string[], at: number): { country: string; length: number } | null {
  for (let length = Math.min(LONGEST_COUNTRY, words.length - at); length > 0; length -= 1) {
    const text = words.slice(at, at + length).join(' ');
    const country = text.length >= LEAST_COUNTRY_LENGTH ? findCountryName(text) : undefined;
    if (country !== undefined) return { country, length };
  }
  return null;
}

/** How much a word tells companies apart: little if it names a region or a kind of company, 1 if it is among the rarest. */
export function weighWord(word: string, rarity: WordRarity = BACKGROUND_RARITY): number {
  if (isRegionWord(word)) return REGION_WEIGHT;
  const weight = Math.max(LEAST_WEIGHT, (rarity.bits(word) - LEAST_BITS) / (RAREST - LEAST_BITS));
  return GENERIC_WORDS.has(word) ? Math.min(weight, REGION_WEIGHT) : weight;
}

/** The words of a core as they are compared: business words in one spelling, fill words left out unless all are. */
export function likenessWords(core: string): readonly string[] {
  const words = joinCountries(translateHan(romaniseHangul(core)).split(' ')).map(commonSpelling);
  const telling = words.filter((word) => !FILL_WORDS.has(word));
  return telling.length === 0 ? words : telling;
}

/** The distinctive words joined; all words where none is distinctive. */
export function joinDistinctive(words: readonly string[], rarity: WordRarity = BACKGROUND_RARITY): string {
  const distinctive = words.filter((word) => isDistinctiveWord(word, rarity));
  return joinWords(distinctive.length === 0 ? words : distinctive);
}

/** Words without any spaces; the name of a country may have some. */
function joinWords(words: readonly string[]): string {
  return words.join('').replaceAll(' ', '');
}

function isDistinctiveWord(word: string, rarity: WordRarity): boolean {
  return !GENERIC_WORDS.has(word) && !isRegionWord(word) && weighWord(word, rarity) >= DISTINCTIVE_FROM;
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

function formOf({ name, core }: CustomerKeys): string {
  const words = core.split(' ');
  return name
    .split(' ')
    .filter((word) => !words.includes(word))
    .join(' ');
}

/** The core without the country in parentheses behind it. */
export function bareCore({ core, located }: Pick<CustomerKeys, 'core' | 'located'>): string {
  return located === '' ? core : core.slice(0, -located.length - 1);
}

/** What the likeness measure compares, from the keys of a record. */
export function assembleLikenessKeys(
  keys: CustomerKeys,
  rarity: WordRarity = BACKGROUND_RARITY,
): LikenessKeys {
  const core = bareCore(keys);
  const texts = likenessWords(core);
  const joined = joinWords(texts);
  const words = weighWords(texts, rarity);
  return {
    words,
    total: words.reduce((sum, { weight }) => sum + weight, 0),
    joined,
    distinctive: joinDistinctive(texts, rarity),
    key: assembleBareKey(core),
    full: assembleNameKey(bareCore({ core: keys.name, located: keys.located })),
    form: formOf(keys),
    initials: assembleInitials(core),
    numbers: numbersIn(texts),
    regions: texts.filter(isRegionWord),
    located: findCountryName(keys.located) ?? '',
    isSyllabic: keys.isSyllabic,
    // Asked for only where one of two names is written in a syllabary.
    get sound() {
      return assembleSound(joined);
    },
    get skeleton() {
      return assembleSkeleton(joined);
    },
    country: keys.country === '' ? (findCountryCode(keys.located) ?? '') : keys.country,
    domains: keys.domains,
    labels: labelsOf(keys.domains),
  };
}

/** What is left of a core without the names of countries, without spaces. */
export function assembleBareKey(core: string): string {
  const words = joinCountries(core.split(' '));
  const bare = words.filter((word) => !isCountryWord(word));
  return assembleNameKey((bare.length === 0 ? words : bare).join(''));
}

function weighWords(texts: readonly string[], rarity: WordRarity): readonly WeighedWord[] {
  const weighed = texts.map((text) => ({ text, weight: weighWord(text, rarity) }));
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  if (total >= LEAST_TOTAL) return weighed;
  return weighed.map(({ text, weight }) => ({ text, weight: Math.max(weight, LEAST_TOTAL / texts.length) }));
}

/** The labels of registrable domains, without suffix and hyphens; short ones say too little. */
export function labelsOf(domains: readonly string[]): readonly string[] {
  return domains
    .map((domain) => domain.slice(0, domain.indexOf('.')).replaceAll('-', ''))
    .filter((label) => label.length >= LEAST_LABEL);
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
