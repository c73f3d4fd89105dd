import type { RecordChange } from '../state/draft.ts';
import { sameJson } from '../state/same-json.ts';
import type { JournalChange } from './journal-entry.ts';

type Fields = { readonly [field: string]: unknown };

/** The fields of a record that a change touched, as they were and as they are; objects inside are compared likewise. */
export function diffRecord(change: RecordChange): JournalChange {
  const after: Fields = { ...change.after };
  if (change.before === null) return { r: change.key, b: null, a: after };
  const { b, a } = diffFields({ ...change.before }, after);
  return { r: change.key, b, a };
}

/** The record after the change. Applying it again gives the same. */
export function redoChange(record: Fields | null, change: JournalChange): Fields {
  return change.b === null ? change.a : swapFields(record ?? {}, change.b, change.a);
}

/** The record before the change; null where the change made it. */
export function undoChange(record: Fields, change: JournalChange): Fields | null {
  return change.b === null ? null : swapFields(record, change.a, change.b);
}

function diffFields(before: Fields, after: Fields): { readonly b: Fields; readonly a: Fields } {
  const b = new Map<string, unknown>();
  const a = new Map<string, unknown>();
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, now] = [fieldOf(before, field), fieldOf(after, field)];
    const [was, is] = [hasField(before, field), hasField(after, field)];
    if (was && is && sameJson(old, now)) continue;
    if (isFields(old) && isFields(now)) {
      const inside = diffFields(old, now);
      b.set(field, inside.b);
      a.set(field, inside.a);
      continue;
    }
    if (was) b.set(field, old);
    if (is) a.set(field, now);
  }
  return { b: toFields(b), a: toFields(a) };
}

/** Takes fields out and puts others in; where both sides hold an object, inside that object. */
function swapFields(record: Fields, out: Fields, into: Fields): Fields {
  const next = new Map<string, unknown>(Object.entries(record));
  for (const field of Object.keys(out)) if (!hasField(into, field)) next.delete(field);
  for (const [field, value] of Object.entries(into)) {
    const [now, old] = [next.get(field), fieldOf(out, field)];
    next.set(field, isFields(value) && isFields(old) && isFields(now) ? swapFields(now, old, value) : value);
  }
  return toFields(next);
}

/** Assigning them one by one would lose a field named `__proto__`. */
function toFields(fields: ReadonlyMap<string, unknown>): Fields {
  return Object.fromEntries(fields);
}

/** Own fields only: every object inherits some, such as `valueOf`. */
function hasField(record: Fields, field: string): boolean {
  return Object.hasOwn(record, field);
}

function fieldOf(record: Fields, field: string): unknown {
  return hasField(record, field) ? record[field] : undefined;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
