import { RAREST, TOKEN_RARITY } from './generated/token-rarity.generated.ts';

/** How rare words are among the names of companies. */
export interface WordRarity {
  /** Log2 of one in how many names has the word; the rarer the higher, `RAREST` at most. */
  readonly bits: (word: string) => number;
}

/** How many names the background table was counted in. */
const BACKGROUND_NAMES = 2 ** RAREST;

/** With fewer names than this a registry has nothing to teach about words. */
const ENOUGH_NAMES = 500;

/** A word that the table does not list is in one or two of its names. */
const UNLISTED = 1.5;

let background: ReadonlyMap<string, number> | null = null;

/** Unpacked on first use. */
function backgroundCount(word: string): number {
  background ??= new Map(
    TOKEN_RARITY.flatMap(([rarity, words]) =>
      words.split(' ').map((listed) => [listed, BACKGROUND_NAMES * 2 ** -rarity] as const),
    ),
  );
  return background.get(word) ?? UNLISTED;
}

/**
 * The rarity of words in a registry of so many names, of which `countOf` have a word; both may still grow. With fewer than
 * 500 names the background table decides: names of companies elsewhere.
 */
export function learnRarity(names: () => number, countOf: (word: string) => number): WordRarity {
  return {
    bits: (word) => {
      const all = names();
      const isEnough = all >= ENOUGH_NAMES;
      const count = backgroundCount(word) + (isEnough ? countOf(word) : 0);
      return Math.min(RAREST, -Math.log2(count / (BACKGROUND_NAMES + (isEnough ? all : 0))));
    },
  };
}

/** What is known before a registry has names of its own. */
export const BACKGROUND_RARITY: WordRarity = learnRarity(
  () => 0,
  () => 0,
);
