import type { CustomerRecordId } from '../model/judgement.ts';
import { findCustomer } from './find-customer.ts';
import type { PreparedConflicts } from './prepare-conflicts.ts';

/** Whether two records are of one customer for certain, directly or through others. Programme rules, section 3. */
export function sameCustomer(prepared: PreparedConflicts, a: CustomerRecordId, b: CustomerRecordId): boolean {
  return findCustomer(prepared, a).has(b);
}
