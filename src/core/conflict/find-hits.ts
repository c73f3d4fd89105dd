import type { CustomerRecordId } from '../model/judgement.ts';
import { compareRecordIds } from './compare-record-ids.ts';
import { compareLetters } from './count-edits.ts';
import { type Customer, describeMember, findCustomer } from './find-customer.ts';
import { POSSIBLE_FROM } from './likeness-weights.ts';
import { matchRecords } from './link-records.ts';
import type { ConflictNode, PreparedConflicts } from './prepare-conflicts.ts';

/** A record that may be of the customer that was asked about. */
export interface Hit {
  readonly node: ConflictNode;
  /** How alike, below 1. */
  readonly score: number;
  readonly reasons: readonly string[];
}

/**
 * Records that may be of the request's customer and are none of it yet: matches that something contradicts, and likenesses
 * from that score on; the most alike first.
 */
export function findHits(
  prepared: PreparedConflicts,
  request: ConflictNode,
  customer: Customer,
  from = POSSIBLE_FROM,
): readonly Hit[] {
  const hits = new Map<CustomerRecordId, Hit>();
  for (const alike of prepared.likeness().findAlike(request.id, request.keys, from)) {
    const node = customer.has(alike.id) ? undefined : prepared.find(alike.id);
    if (node === undefined) continue;
    const reasons = alike.explain(request.record.name, node.record.name);
    hits.set(alike.id, { node, score: alike.score, reasons });
  }
  const sharing = [
    prepared.withName(request.nameKey),
    ...request.keys.domains.map((d) => prepared.withDomain(d)),
  ];
  for (const id of new Set(sharing.flat())) {
    const node = customer.has(id) ? undefined : prepared.find(id);
    const match = node === undefined ? null : matchRecords(prepared, request, node);
    if (node === undefined || match === null) continue;
    // The same name or domain with a contradiction is asked about, however alike the rest is.
    const score = Math.max(hits.get(id)?.score ?? 0, POSSIBLE_FROM);
    hits.set(id, { node, score, reasons: [match.reason] });
  }
  return [...hits.values()].sort((a, b) => b.score - a.score || compareRecordIds(a.node.id, b.node.id));
}

/** A record that is, or may be, of one customer with another. */
export interface CustomerMatch {
  readonly id: CustomerRecordId;
  readonly certainty: 'certain' | 'possible' | 'unlikely';
  /** 1 where certain. */
  readonly score: number;
  readonly reasons: readonly string[];
}

/**
 * All records that are or may be of one customer with this one, whatever their standing: certain ones, those that a person
 * would be asked about, and less likely ones from that score on. The most alike first.
 */
export function findMatches(
  prepared: PreparedConflicts,
  id: CustomerRecordId,
  from = POSSIBLE_FROM,
): readonly CustomerMatch[] {
  const request = prepared.find(id);
  if (request === undefined) return [];
  const customer = findCustomer(prepared, id);
  // Of several certain ones the name that is written most alike comes first.
  const byName = (id: CustomerRecordId) =>
    compareLetters(request.keys.name, prepared.find(id)?.keys.name ?? '');
  const certain = [...customer.values()].flatMap((member): CustomerMatch[] => {
    if (member.through === null) return [];
    const reasons = [describeMember(customer, member)];
    return [{ id: member.node.id, certainty: 'certain', score: 1, reasons }];
  });
  const others = findHits(prepared, request, customer, from).map(
    ({ node, score, reasons }): CustomerMatch => {
      return { id: node.id, certainty: score >= POSSIBLE_FROM ? 'possible' : 'unlikely', score, reasons };
    },
  );
  return [...certain.sort((left, right) => byName(right.id) - byName(left.id)), ...others];
}
