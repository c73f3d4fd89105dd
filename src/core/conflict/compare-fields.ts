import { assembleDomains } from './assemble-domains.ts';
import { assembleLikenessKeys } from './assemble-likeness-keys.ts';
import { measureLikeness } from './measure-likeness.ts';
import { isCountryContradicting } from './parse-country.ts';
import type { ConflictNode, PreparedConflicts } from './prepare-conflicts.ts';

/** What two records say in one field, and how alike that is. */
export interface FieldComparison {
  readonly field: 'name' | 'website' | 'contacts' | 'country';
  /** As people typed it; of contacts the mail domains. */
  readonly request: string;
  readonly record: string;
  /** 1 where it is the same, 0 where it contradicts; null where one of them says nothing that can be compared. */
  readonly alike: number | null;
  /** A sentence for a person. */
  readonly note: string;
}

/**
 * Two records side by side, field by field, for whoever has to say whether they are one customer.
 * Programme rules, section 3.
 */
export function compareFields(
  prepared: PreparedConflicts,
  request: ConflictNode,
  record: ConflictNode,
): readonly FieldComparison[] {
  return [
    compareNames(prepared, request, record),
    compareDomains(prepared, 'website', request, record),
    compareDomains(prepared, 'contacts', request, record),
    compareCountries(request, record),
  ];
}

function compareNames(
  prepared: PreparedConflicts,
  request: ConflictNode,
  record: ConflictNode,
): FieldComparison {
  const names = { field: 'name', request: request.record.name, record: record.record.name } as const;
  if (request.nameKey !== '' && request.nameKey === record.nameKey) {
    const isWhole = request.keys.name === record.keys.name;
    const note = isWhole
      ? 'The same name, case, accents and punctuation set aside.'
      : 'The same name once the legal form is set aside.';
    return { ...names, alike: 1, note };
  }
  // Country and domains have rows of their own: here the names speak alone.
  const [one, other] = [request, record].map(({ keys }) => {
    return assembleLikenessKeys({ ...keys, country: '', domains: [] }, prepared.likeness().rarity);
  });
  if (one === undefined || other === undefined || one.words.length === 0 || other.words.length === 0)
    return { ...names, alike: null, note: 'One of the names has no letters to compare.' };
  const { score, explain } = measureLikeness(one, other);
  const reasons = explain(names.request, names.record);
  const note = reasons.length === 0 ? 'The names have little in common.' : sentence(reasons.join('; '));
  return { ...names, alike: score, note };
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

const WORDS = {
  website: {
    own: ({ record }: ConflictNode) => assembleDomains(record.website, [], []),
    shown: ({ record }: ConflictNode) => record.website,
    none: 'The website',
  },
  contacts: {
    own: ({ record }: ConflictNode) => assembleDomains('', record.emails, record.ownDomains),
    shown: ({ record }: ConflictNode) => mailDomains(record.emails).join(', '),
    none: 'The contacts’ e-mail domain',
  },
} as const;

function mailDomains(emails: readonly string[]): readonly string[] {
  return [...new Set(emails.map((email) => email.slice(email.lastIndexOf('@') + 1)))];
}

function compareDomains(
  prepared: PreparedConflicts,
  field: 'website' | 'contacts',
  request: ConflictNode,
  record: ConflictNode,
): FieldComparison {
  const { own, shown, none } = WORDS[field];
  const texts = { field, request: shown(request), record: shown(record) } as const;
  const [left, right] = [own(request), own(record)];
  // A website is found in the other's addresses too, and the other way round.
  const shared = [
    ...left.filter((domain) => record.keys.domains.includes(domain)),
    ...right.filter((domain) => request.keys.domains.includes(domain)),
  ][0];
  if (shared !== undefined) {
    return prepared.isCrowded(shared)
      ? {
          ...texts,
          alike: null,
          note: `Both have ${shared}, but so do more than five differently named records: it tells little.`,
        }
      : { ...texts, alike: 1, note: `Same domain ${shared}.` };
  }
  if (left.length > 0 && right.length > 0)
    return { ...texts, alike: 0, note: `Different domains: ${left.join(', ')} and ${right.join(', ')}.` };
  return { ...texts, alike: null, note: describeMissing(none, texts, left, right) };
}

/** Why nothing can be compared: nothing was typed, or it does not say whose it is. */
function describeMissing(
  none: string,
  texts: { readonly request: string; readonly record: string },
  left: readonly string[],
  right: readonly string[],
): string {
  const isVague = (typed: string, domains: readonly string[]) => typed.trim() !== '' && domains.length === 0;
  const vague = [
    ...(isVague(texts.request, left) ? [texts.request.trim()] : []),
    ...(isVague(texts.record, right) ? [texts.record.trim()] : []),
  ];
  if (vague.length > 0) return `${vague.join(' and ')} may belong to anybody and is not compared.`;
  if (texts.request.trim() === '' && texts.record.trim() === '') return `${none} is not known of either.`;
  return `${none} is not known of ${texts.request.trim() === '' ? 'the request' : 'the record on file'}.`;
}

function compareCountries(request: ConflictNode, record: ConflictNode): FieldComparison {
  const texts = {
    field: 'country',
    request: request.record.country,
    record: record.record.country,
  } as const;
  const [left, right] = [request.keys.country, record.keys.country];
  if (left === '' && right === '')
    return { ...texts, alike: null, note: 'The country is not known of either.' };
  if (left === '' || right === '') {
    const whose = left === '' ? 'the request' : 'the record on file';
    return { ...texts, alike: null, note: `The country is not known of ${whose}.` };
  }
  return isCountryContradicting(left, right)
    ? { ...texts, alike: 0, note: 'Different countries.' }
    : { ...texts, alike: 1, note: 'Same country.' };
}
