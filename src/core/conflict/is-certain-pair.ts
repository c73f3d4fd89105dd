import type { CustomerRecordId } from '../model/judgement.ts';
import { matchRecords } from './link-records.ts';
import type { PreparedConflicts } from './prepare-conflicts.ts';

/**
 * Whether two records match for certain by themselves, by domain or name and not by a judgement: a judgement
 * "different" is then refused. False where either is unknown. Programme rules, section 3.
 */
export function isCertainPair(
  prepared: PreparedConflicts,
  a: CustomerRecordId,
  b: CustomerRecordId,
): boolean {
  const [left, right] = [prepared.find(a), prepared.find(b)];
  if (left === undefined || right === undefined) return false;
  return matchRecords(prepared, left, right)?.certainty === 'certain';
}
