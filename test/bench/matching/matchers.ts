import { CmpStr } from 'cmpstr';
import { distance } from 'fastest-levenshtein';
import { bareCore } from '../../../src/core/conflict/assemble-likeness-keys.ts';
import { assembleCustomerKeys, type CustomerKeys } from '../../../src/core/conflict/customer-keys.ts';
import { createLikenessIndex } from '../../../src/core/conflict/likeness-index.ts';
import { POSSIBLE_FROM } from '../../../src/core/conflict/likeness-weights.ts';
import { assembleNameKey } from '../../../src/core/conflict/normalise-name.ts';
import { isCountryContradicting } from '../../../src/core/conflict/parse-country.ts';

/** A name with what is known of the company; '' where nothing is. */
export interface Named {
  readonly name: string;
  readonly country: string;
}

/** A way of finding names: prepared with those on file, it answers the scores of places that are alike. */
export interface Matcher {
  readonly name: string;
  /** Of the questions every so-manieth is asked: comparing with every name takes a while. */
  readonly everyQuestion: number;
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
  everyQuestion: 1,
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
        const isContradicted = isCountryContradicting(countries[place] ?? '', keys.country);
        scores.set(place, isContradicted ? Math.max(scores.get(place) ?? 0, POSSIBLE_FROM) : 1);
      }
      return scores;
    };
  },
};

/** Compares with every name on file, legal forms and countries in parentheses set aside. */
function comparing(
  name: string,
  prepareText: (core: string) => string,
  compare: (a: string, b: string) => number,
): Matcher {
  return {
    name,
    everyQuestion: 40,
    prepare: (onFile) => {
      const texts = onFile.map((named) => prepareText(bareCore(keysOf(named))));
      return (asked) => {
        const own = prepareText(bareCore(keysOf(asked)));
        return new Map(texts.map((text, place) => [place, compare(own, text)]));
      };
    },
  };
}

const jaroWinkler = CmpStr.create().setMetric('jaroWinkler');
const cosine = CmpStr.create().setMetric('cosine');

function trigramsOf(core: string): string {
  const padded = `  ${core.replaceAll(' ', '_')} `;
  return Array.from({ length: Math.max(1, padded.length - 2) }, (_, i) =>
    padded.slice(i, i + 3).replaceAll(' ', '^'),
  ).join(' ');
}

/** What anybody would try first. */
export const BASELINES: readonly Matcher[] = [
  comparing('exact', assembleNameKey, (a, b) => (a === b ? 1 : 0)),
  comparing(
    'Levenshtein',
    (core) => core,
    (a, b) => 1 - distance(a, b) / Math.max(1, a.length, b.length),
  ),
  comparing(
    'Jaro-Winkler',
    (core) => core,
    (a, b) => jaroWinkler.test(a, b).match,
  ),
  comparing('trigram cosine', trigramsOf, (a, b) => cosine.test(a, b).match),
];
