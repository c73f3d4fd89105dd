import type { Judgement } from '../model/judgement.ts';
import { fingerprintFacts } from './fingerprint-facts.ts';
import { isCountryContradicting } from './parse-country.ts';
import type { ConflictNode, PreparedConflicts } from './prepare-conflicts.ts';

/** Why two records are, or may be, of one customer. */
export interface Link {
  readonly certainty: 'certain' | 'possible';
  readonly reason: string;
}

/** What speaks against two records of one name being one customer; null where nothing does. */
function findContradiction(a: ConflictNode, b: ConflictNode): string | null {
  if (isCountryContradicting(a.keys.country, b.keys.country)) {
    return `different country (${a.record.country.trim()}, ${b.record.country.trim()})`;
  }
  const [left, right] = [a.keys.domains, b.keys.domains];
  const isApart = left.length > 0 && right.length > 0 && !left.some((domain) => right.includes(domain));
  return isApart ? `different domain (${left.join(', ')}; ${right.join(', ')})` : null;
}

function matchDomain(prepared: PreparedConflicts, a: ConflictNode, b: ConflictNode): Link | null {
  const shared = a.keys.domains.filter((domain) => b.keys.domains.includes(domain));
  const telling = shared.find((domain) => !prepared.isCrowded(domain));
  if (telling !== undefined) return { certainty: 'certain', reason: `same domain ${telling}` };
  const crowded = shared[0];
  if (crowded === undefined) return null;
  return {
    certainty: 'possible',
    reason: `same domain ${crowded}, but more than five differently named records share it`,
  };
}

function matchName(a: ConflictNode, b: ConflictNode): Link | null {
  if (a.nameKey === '' || a.nameKey !== b.nameKey) return null;
  const reason = a.keys.name === b.keys.name ? 'same name' : 'same name without legal form';
  const contradiction = findContradiction(a, b);
  if (contradiction === null) return { certainty: 'certain', reason };
  return { certainty: 'possible', reason: `${reason}, but ${contradiction}` };
}

/**
 * What domain and name say of two records, judgements left aside; null where neither is the same. One registrable
 * domain is certain unless more than five differently named records share it, one name unless country or domain
 * contradict. Programme rules, section 3.
 */
export function matchRecords(prepared: PreparedConflicts, a: ConflictNode, b: ConflictNode): Link | null {
  const byDomain = matchDomain(prepared, a, b);
  if (byDomain?.certainty === 'certain') return byDomain;
  const byName = matchName(a, b);
  return byName?.certainty === 'certain' ? byName : (byName ?? byDomain);
}

/** The certain link of two records, by domain, name or a judgement "same"; null where they have none. */
export function linkCertainly(prepared: PreparedConflicts, a: ConflictNode, b: ConflictNode): Link | null {
  const match = matchRecords(prepared, a, b);
  if (match?.certainty === 'certain') return match;
  const judgement = prepared.judgementOf(a.id, b.id);
  if (judgement?.same !== true) return null;
  return { certainty: 'certain', reason: `judged the same on ${judgement.on}: ${judgement.reason}` };
}

/**
 * Whether a judgement "different" still counts for two records: both read as they did when it was made.
 * Programme rules, section 3, and the note on `Judgement`.
 */
export function isJudgedDifferent(prepared: PreparedConflicts, a: ConflictNode, b: ConflictNode): boolean {
  const judgement = prepared.judgementOf(a.id, b.id);
  return judgement?.same === false && isJudgedOnFacts(judgement, a) && isJudgedOnFacts(judgement, b);
}

function isJudgedOnFacts(judgement: Judgement, { id, record }: ConflictNode): boolean {
  const facts = judgement.left === id ? judgement.leftFacts : judgement.rightFacts;
  return facts === fingerprintFacts(record.name, record.website, record.country);
}
