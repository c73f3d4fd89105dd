import type { CustomerRecordId } from '../model/judgement.ts';
import { findCustomer } from './find-customer.ts';
import { findHits } from './find-hits.ts';
import type { PreparedConflicts } from './prepare-conflicts.ts';

/**
 * The records whose verdict may depend on this one: those of its customer, and those that are alike with theirs. The
 * record itself is among them; empty where no record has the ID.
 */
export function findRelated(
  prepared: PreparedConflicts,
  id: CustomerRecordId,
): ReadonlySet<CustomerRecordId> {
  const related = new Set<CustomerRecordId>();
  const node = prepared.find(id);
  if (node === undefined) return related;
  const customer = findCustomer(prepared, id);
  for (const member of customer.keys()) related.add(member);
  for (const hit of findHits(prepared, node, customer)) {
    for (const member of findCustomer(prepared, hit.node.id).keys()) related.add(member);
  }
  return related;
}
