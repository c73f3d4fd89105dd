import type { RecordChange } from '../state/draft.ts';
import { sameJson } from '../state/same-json.ts';
import type { JournalChange } from './journal-entry.ts';

type Fields = { readonly [field: string]: unknown };

/** The fields of a record that a change touched, as they were and as they are. */
export function diffRecord(change: RecordChange): JournalChange {
  const after: Fields = { ...change.after };
  if (change.before === null) return { r: change.key, b: null, a: after };
  const before: Fields = { ...change.before };
  const b: Record<string, unknown> = {};
  const a: Record<string, unknown> = {};
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (field in before && field in after && sameJson(before[field], after[field])) continue;
    if (field in before) b[field] = before[field];
    if (field in after) a[field] = after[field];
  }
  return { r: change.key, b, a };
}

/** The record after the change. Applying it again gives the same. */
export function redoChange(record: Fields | null, change: JournalChange): Fields {
  return swapFields(record ?? {}, change.b ?? {}, change.a);
}

/** The record before the change; null where the change made it. */
export function undoChange(record: Fields, change: JournalChange): Fields | null {
  return change.b === null ? null : swapFields(record, change.a, change.b);
}

function swapFields(record: Fields, out: Fields, into: Fields): Fields {
  const next: Record<string, unknown> = { ...record };
  for (const field of Object.keys(out)) delete next[field];
  return Object.assign(next, into);
}
