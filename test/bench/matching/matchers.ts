import { assembleCustomerKeys, type CustomerKeys } from '../../../src/core/conflict/customer-keys.ts';
import { createLikenessIndex } from '../../../src/core/conflict/likeness-index.ts';
import { POSSIBLE_FROM } from '../../../src/core/conflict/likeness-weights.ts';
import { assembleNameKey } from '../../../src/core/conflict/normalise-name.ts';

/** A name with what is known of the company; '' where nothing is. */
export interface Named {
  readonly name: string;
  readonly country: string;
}

/** A way of finding names: prepared with those on file, it answers the scores of places that are alike. */
export interface Matcher {
  readonly name: string;
  readonly prepare: (onFile: readonly Named[]) => (asked: Named) => ReadonlyMap<number, number>;
}

export function keysOf({ name, country }: Named): CustomerKeys {
  return assembleCustomerKeys({ id: 'A-0', name, country, website: '', emails: [], ownDomains: [] });
}

/** Below it nothing is worth showing. */
const LEAST_SCORE = 0.02;

/** The check of the registry: the same name, or alike. */
export const REGISTRY: Matcher = {
  name: 'this check',
  prepare: (onFile) => {
    const index = createLikenessIndex<number>();
    const byName = new Map<string, number[]>();
    const countries: string[] = [];
    onFile.forEach((named, place) => {
      const keys = keysOf(named);
      index.put(place, keys);
      countries.push(keys.country);
      const key = assembleNameKey(keys.core);
      byName.set(key, [...(byName.get(key) ?? []), place]);
    });
    return (asked) => {
      const keys = keysOf(asked);
      const scores = new Map(index.findAlike(-1, keys, LEAST_SCORE).map(({ id, score }) => [id, score]));
      for (const place of byName.get(assembleNameKey(keys.core)) ?? []) {
        const other = countries[place] ?? '';
        const isContradicted = other !== '' && keys.country !== '' && other !== keys.country;
        scores.set(place, isContradicted ? Math.max(scores.get(place) ?? 0, POSSIBLE_FROM) : 1);
      }
      return scores;
    };
  },
};
