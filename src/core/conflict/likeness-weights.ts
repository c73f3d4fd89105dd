import type { LikenessFeatures } from './likeness-features.ts';

/**
 * Every weight of the likeness measure: the sum of features times weights, through the logistic function, is the score.
 * Those that are not marked as set were fitted by `scripts/fit-likeness.ts` to one half of the development data.
 */
export const LIKENESS_WEIGHTS: Readonly<Record<keyof LikenessFeatures, number>> = {
  sharedWords: 0.65,
  lighterName: -2.31,
  heavierName: 0.76,
  bothHaveMore: -2.04,
  oneHasMore: 1.44,
  bothDistinctive: -0.35,
  letters: 1.61,
  lettersOfLong: -1.6,
  wholeName: 1.98,
  oneSlip: 3.05,
  /** Set: a third of what is asked by its initials says so in no other way. */
  initials: 4.6,
  sameWords: 1.69,
  onlyGenericMore: 1.82,
  evidence: 1.31,
  contained: -4.0,
  containedDistinctive: 13.67,
  firstWord: 1.66,
  sound: 3.07,
  consonants: 1.88,
  /** Set: the programme's own rule, too rare in the data to be fitted. "Studio 54" is not "Studio 55". */
  numbersDiffer: -6.0,
  oneNumber: -0.13,
  sameCountry: 1.01,
  /** Set, less firmly than the data says: houses abroad are asked about, as those of the very same name are. */
  otherCountry: -2.2,
  /** Set: a country that nobody tells is most often the same. */
  unknownCountry: 0.9,
  /** Set: the Bank of China is not the Bank of India. */
  otherRegion: -3.0,
  /** Set: many companies have several domains. */
  otherDomain: -0.5,
  /** Set: whoever is called like another's domain may be that one. */
  domainLabel: 4.0,
};

/** The sum's constant term: two names of which nothing is known are hardly ever the same. */
export const LIKENESS_BIAS = -3.38;

/** From this score on two records are `possible`. Chosen on the same half of the data, at 2 to 3 % false alarms among 3,400 companies. */
export const POSSIBLE_FROM = 0.5;

/** The most that a likeness can be: certainty is another matter. */
export const MOST_LIKELY = 0.99;
