import type { CustomerRecordId } from '../model/judgement.ts';
import { isApproved } from '../registration/is-approved.ts';
import { compareRecordIds } from './compare-record-ids.ts';
import { linkCertainly } from './link-records.ts';
import type { ConflictNode, PreparedConflicts } from './prepare-conflicts.ts';

/** A record of a customer, and how it is known to be one: through which record, and why. */
export interface CustomerMember {
  readonly node: ConflictNode;
  /** The record through which it was found; null for the one that was asked about. */
  readonly through: CustomerRecordId | null;
  readonly reason: string;
}

/** All records of one customer, nearest to the one asked about first. */
export type Customer = ReadonlyMap<CustomerRecordId, CustomerMember>;

/** Records not yet known that may have a certain link with this one, each once, in a fixed order. */
function findNeighbours(
  prepared: PreparedConflicts,
  node: ConflictNode,
  known: Customer,
): readonly CustomerRecordId[] {
  const ids = new Set<CustomerRecordId>();
  const sources = [prepared.withName(node.nameKey), prepared.judgedWith(node.id)];
  for (const domain of node.keys.domains) {
    if (!prepared.isCrowded(domain)) sources.push(prepared.withDomain(domain));
  }
  for (const source of sources) {
    for (const id of source) if (!known.has(id)) ids.add(id);
  }
  return [...ids].sort(compareRecordIds);
}

/**
 * Whether a record speaks for its customer to others. A request that was never approved does not: anybody can name
 * two companies in one, and it would make them the same. Once a person has judged it the same as another, it does.
 */
function leadsOn(prepared: PreparedConflicts, { id, source }: ConflictNode): boolean {
  if (source.kind === 'account' || isApproved(source.registration)) return true;
  return prepared.judgedWith(id).some((other) => prepared.judgementOf(id, other)?.same === true);
}

/**
 * The customer of a record: all records, also those that are over, that certain links connect with it directly or
 * through others; a request that was never approved leads no further, unless a person judged it the same. What was
 * judged the same so passes on its other names and domains.
 * Costs what the customer's records cost, not what the world costs. Empty where no record has the ID.
 * Programme rules, section 3.
 */
export function findCustomer(prepared: PreparedConflicts, id: CustomerRecordId): Customer {
  const members = new Map<CustomerRecordId, CustomerMember>();
  const start = prepared.find(id);
  if (start === undefined) return members;
  members.set(id, { node: start, through: null, reason: '' });
  // The loop also visits members that are added while it runs: a breadth-first search.
  for (const { node } of members.values()) {
    if (node !== start && !leadsOn(prepared, node)) continue;
    for (const otherId of findNeighbours(prepared, node, members)) {
      const other = prepared.find(otherId);
      const link = other === undefined ? null : linkCertainly(prepared, node, other);
      if (other !== undefined && link !== null) {
        members.set(otherId, { node: other, through: node.id, reason: link.reason });
      }
    }
  }
  return members;
}

/** How a member is known to be of the customer, in words: directly, or through the records in between. */
export function describeMember(customer: Customer, member: CustomerMember): string {
  const between: string[] = [];
  let before = member.through === null ? undefined : customer.get(member.through);
  while (before !== undefined && before.through !== null) {
    between.unshift(`${before.node.id} (${before.reason})`);
    before = customer.get(before.through);
  }
  return between.length === 0 ? member.reason : `through ${between.join(', ')}: ${member.reason}`;
}
