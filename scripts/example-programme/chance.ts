import { createRandom } from '../matching/random.ts';

/** Draws of one seeded generator: the same seed gives the same draws in the same order. */
export interface Chance {
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
  /** True in that share of draws. */
  readonly happens: (share: number) => boolean;
  readonly shuffle: <T>(items: readonly T[]) => readonly T[];
  /** A time of day `HH:mm` from the hour `least` to the end of the hour `most`. */
  readonly time: (least: number, most: number) => string;
}

export function createChance(seed: number): Chance {
  const random = createRandom(seed);
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  return {
    between,
    pick: (from) => {
      const one = from[between(0, from.length - 1)];
      if (one === undefined) throw new Error('There is nothing to pick from.');
      return one;
    },
    happens: (share) => random() < share,
    shuffle: (items) => {
      const keyed = items.map((item) => ({ item, key: random() }));
      return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
    },
    time: (least, most) => {
      const minutes = between(least * 60, most * 60 + 59);
      return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
    },
  };
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
