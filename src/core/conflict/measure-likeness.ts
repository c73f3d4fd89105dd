import { alignWords } from './align-words.ts';
import type { LikenessKeys } from './assemble-likeness-keys.ts';
import { explainLikeness } from './explain-likeness.ts';
import { assembleFeatures, type LikenessFeatures } from './likeness-features.ts';
import { LIKENESS_BIAS, LIKENESS_WEIGHTS, MOST_LIKELY } from './likeness-weights.ts';

/** How alike two records are, between 0 and 1, and why. Never certainty. */
export interface Likeness {
  readonly score: number;
  readonly reasons: readonly string[];
}

const FEATURES = Object.keys(LIKENESS_WEIGHTS) as readonly (keyof LikenessFeatures)[];

/** The weighed sum of features as a number like a probability. */
export function scoreFeatures(features: LikenessFeatures): number {
  const sum = FEATURES.reduce(
    (total, feature) => total + LIKENESS_WEIGHTS[feature] * features[feature],
    LIKENESS_BIAS,
  );
  return Math.min(MOST_LIKELY, 1 / (1 + Math.exp(-sum)));
}

/**
 * How alike two records are: by their words (weighed by rarity, each allowed a spelling), by their letters, initials and
 * sound; country, region, domain and numbers speak for or against. Symmetric. The reasons are those of a person, made when
 * they are asked for.
 */
export function measureLikeness(one: LikenessKeys, other: LikenessKeys): Likeness {
  // Words of equal likeness are paired in the order given; a fixed order makes the measure symmetric.
  const [a, b] = orderKey(one) <= orderKey(other) ? [one, other] : [other, one];
  const alignment = alignWords(a, b);
  const features = assembleFeatures(a, b, alignment);
  return {
    score: scoreFeatures(features),
    get reasons() {
      return explainLikeness(a, b, alignment, features);
    },
  };
}

function orderKey({ words }: LikenessKeys): string {
  return words.map(({ text }) => text).join(' ');
}
