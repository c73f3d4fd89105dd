import {
  displayName,
  isCompany,
  type Organisation,
  otherNames,
} from '../../../scripts/matching/organisations.ts';
import { assembleNameKey } from '../../../src/core/conflict/normalise-name.ts';
import { isCountryContradicting } from '../../../src/core/conflict/parse-country.ts';
import { keysOf } from './matchers.ts';

/** How often two names that the check takes for certainly the same are of one organisation. */
export interface Certainty {
  readonly pairs: number;
  readonly precision: number;
  readonly wrong: readonly string[];
}

/**
 * Every pair of names of companies that are the same once legal form and the like are set aside, and whose countries don't
 * contradict: of one organisation, its relatives or its website, or wrongly certain.
 */
export function measureCertainty(organisations: readonly Organisation[], withCountry: boolean): Certainty {
  const byName = new Map<string, { own: Organisation; name: string; country: string }[]>();
  for (const own of organisations.filter(isCompany)) {
    for (const name of new Set([displayName(own), ...otherNames(own)])) {
      const keys = keysOf({ name, country: withCountry ? own.country : '' });
      const key = assembleNameKey(keys.core);
      byName.set(key, [...(byName.get(key) ?? []), { own, name, country: keys.country }]);
    }
  }
  let pairs = 0;
  const wrong: string[] = [];
  for (const named of byName.values()) {
    for (const [i, one] of named.entries()) {
      for (const other of named.slice(i + 1)) {
        if (isCountryContradicting(one.country, other.country)) continue;
        pairs += 1;
        if (!isOne(one.own, other.own))
          wrong.push(`${one.name} (${one.own.country}) | ${other.name} (${other.own.country})`);
      }
    }
  }
  return { pairs, precision: 1 - wrong.length / Math.max(1, pairs), wrong };
}

function isOne(a: Organisation, b: Organisation): boolean {
  const isRelated = (one: Organisation, other: Organisation) =>
    (one.related ?? []).some(([, id]) => id === other.id);
  // The data holds some companies twice, under tomey.co.jp and tomey.com.
  const isSite = labelOf(a) !== '' && labelOf(a) === labelOf(b);
  return a.id === b.id || isRelated(a, b) || isRelated(b, a) || isSite;
}

function labelOf({ website = '' }: Organisation): string {
  return /^https?:\/\/(?:www\.)?([^./]+)/i.exec(website)?.[1]?.toLowerCase() ?? '';
}
