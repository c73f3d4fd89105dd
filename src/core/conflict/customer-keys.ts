import { assembleDomains } from './assemble-domains.ts';
import type { CustomerRecord } from './conflict-world.ts';
import { normaliseName } from './normalise-name.ts';
import { parseCountry } from './parse-country.ts';

/** What is compared of a record: plain data that can be stored beside it. */
export interface CustomerKeys {
  /** The normal form of the name with its legal form. */
  readonly name: string;
  /** The normal form without. */
  readonly core: string;
  /** The country in parentheses with which both end; '' where there is none. */
  readonly located: string;
  /** Whether the name was written in a syllabary: kana or Hangul. */
  readonly isSyllabic: boolean;
  /** Registrable domains that count, sorted. */
  readonly domains: readonly string[];
  /** Alpha-2 code, or the folded text of an unknown country, or ''. */
  readonly country: string;
}

const SYLLABARY = /[\u3040-\u30ff\uac00-\ud7af]/;

/** The keys of a record. They change only with its name, website, country, contacts or its partner's domains. */
export function assembleCustomerKeys(record: CustomerRecord): CustomerKeys {
  const { full, core, located } = normaliseName(record.name);
  return {
    name: full,
    core,
    located,
    isSyllabic: SYLLABARY.test(record.name),
    domains: assembleDomains(record.website, record.emails, record.ownDomains),
    country: parseCountry(record.country),
  };
}
