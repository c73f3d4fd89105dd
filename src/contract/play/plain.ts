import type { Plain } from '../outcome.ts';

/** What looks like the address of a person. */
const ADDRESS = /[^\s@"'<>(),;:]+@[^\s@"'<>(),;:]+/g;

/** Longer texts are cut in the report: no behaviour shows itself in the middle of a long text. */
const LONGEST = 500;

/** A value as plain data: dates as ISO strings, service objects as their class, addresses left out. */
export function toPlain(value: unknown): Plain {
  switch (typeof value) {
    case 'string':
      return withoutAddresses(value);
    case 'number':
      // JSON has no other numbers.
      return Number.isFinite(value) ? value : String(value);
    case 'boolean':
      return value;
    case 'object':
      return value === null ? null : objectToPlain(value);
    case 'undefined':
      return null;
    default:
      return String(value);
  }
}

function objectToPlain(value: object): Plain {
  if (Array.isArray(value)) return value.map(toPlain);
  if (value instanceof Date) return value.toISOString();
  if (Object.getPrototypeOf(value) !== Object.prototype) return String(value);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPlain(item)]));
}

/** A text that may be told to others: nobody's address, and no longer than it is read. */
export function withoutAddresses(text: string): string {
  const told = text.replace(ADDRESS, '(address)');
  return told.length > LONGEST ? `${told.slice(0, LONGEST)}…` : told;
}

/** Whether two plain values are the same; the order of an object's keys does not count. */
export function isSame(a: Plain, b: Plain): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  const left = Object.entries(a);
  if (Array.isArray(a) !== Array.isArray(b) || left.length !== Object.keys(b).length) return false;
  const right = new Map(Object.entries(b));
  return left.every(([key, item]) => {
    const other = right.get(key);
    return other !== undefined && isSame(item, other);
  });
}
