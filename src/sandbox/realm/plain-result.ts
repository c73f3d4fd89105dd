import { RealDate } from './clock.ts';
import type { Wire } from './wire.ts';

const REFUSED = 'The script completed but the returned value is not a supported return type.';

/**
 * A copy of what a dialog endpoint returned: numbers, strings, booleans, null and plain objects or arrays
 * of them, nested at will. Undefined in an array becomes null, in an object it is left out; a Date, a
 * function, a service object or a value that contains itself throws.
 * Source: apps-script/guides/html/communication, "Parameters and return values".
 */
export function plainResult(value: unknown): Wire {
  return value === undefined ? undefined : copy(value, []);
}

function copy(value: unknown, above: readonly object[]): Wire {
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    typeof value === 'number'
  ) {
    return value;
  }
  if (typeof value !== 'object' || above.includes(value)) throw new Error(REFUSED);
  const inside = [...above, value];
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return Array.from(items, (item) => (item === undefined ? null : copy(item, inside)));
  }
  if (value instanceof RealDate) throw new Error(REFUSED);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) throw new Error(REFUSED);
  const out: Record<string, Wire> = {};
  for (const [key, item] of Object.entries(value)) if (item !== undefined) out[key] = copy(item, inside);
  return out;
}
