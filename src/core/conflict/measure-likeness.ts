import { alignWords } from './align-words.ts';
import type { LikenessKeys } from './assemble-likeness-keys.ts';
import { explainLikeness } from './explain-likeness.ts';
import { assembleFeatures, type LikenessFeatures } from './likeness-features.ts';
import { LIKENESS_BIAS, LIKENESS_WEIGHTS, MOST_LIKELY } from './likeness-weights.ts';

/** How alike two records are. */
export interface Likeness {
  /** Between 0 and 1, never certainty. */
  readonly score: number;
  /** Why, given the two names as people wrote them, in the order in which the records were given. */
  readonly explain: (oneName: string, otherName: string) => readonly string[];
}

const FEATURES = Object.keys(LIKENESS_WEIGHTS) as readonly (keyof LikenessFeatures)[];

/** The weighed sum of features as a number like a probability. */
function scoreFeatures(features: LikenessFeatures): number {
  const sum = FEATURES.reduce(
    (total, feature) => total + LIKENESS_WEIGHTS[feature] * features[feature],
    LIKENESS_BIAS,
  );
  return Math.min(MOST_LIKELY, 1 / (1 + Math.exp(-sum)));
}

/**
 * How alike two records are: by their words (weighed by rarity, each allowed a spelling), by their letters, initials and
 * sound; country, region, domain and numbers speak for or against. Symmetric.
 */
export function measureLikeness(one: LikenessKeys, other: LikenessKeys): Likeness {
  // Words of equal likeness are paired in the order given; a fixed order makes the measure symmetric.
  const isInOrder = orderKey(one) <= orderKey(other);
  const keys = isInOrder ? ([one, other] as const) : ([other, one] as const);
  const alignment = alignWords(...keys);
  const features = assembleFeatures(...keys, alignment);
  return {
    score: scoreFeatures(features),
    explain: (oneName, otherName) => {
      const names = isInOrder ? ([oneName, otherName] as const) : ([otherName, oneName] as const);
      return explainLikeness({ keys, names, isSwapped: !isInOrder }, alignment, features);
    },
  };
}

function orderKey({ words }: LikenessKeys): string {
  return words.map(({ text }) => text).join(' ');
}
