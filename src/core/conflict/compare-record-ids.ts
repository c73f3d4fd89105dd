import type { CustomerRecordId } from '../model/judgement.ts';
import { compareIds } from '../text/compare-ids.ts';

/** A fixed order of records, so that nothing depends on the order in which they were read: accounts, then leads. */
export function compareRecordIds(left: CustomerRecordId, right: CustomerRecordId): number {
  if (left.charAt(0) !== right.charAt(0)) return left < right ? -1 : 1;
  return compareIds(left, right);
}
