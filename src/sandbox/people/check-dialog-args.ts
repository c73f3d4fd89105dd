import { DialogCallRefused } from '../errors.ts';
import type { Wire } from '../realm/wire.ts';

/**
 * A copy of what a dialog passes to `google.script.run`: numbers, strings, booleans, null, plain objects
 * and arrays of them. Undefined in an array becomes null. Dates, functions and anything else throw.
 * Source: apps-script/guides/html/communication, "Parameters and return values".
 */
export function checkDialogArgs(args: readonly unknown[]): readonly Wire[] {
  return args.map((arg, i) => copy(arg, String(i), []));
}

function copy(value: unknown, place: string, above: readonly object[]): Wire {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'object' || above.includes(value)) throw refusal(place);
  const inside = [...above, value];
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return Array.from(items, (item, i) => copy(item, `${place}.${i}`, inside));
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) throw refusal(place);
  const out: Record<string, Wire> = {};
  for (const [key, item] of Object.entries(value)) {
    if (key === '$') throw refusal(`${place}.$`);
    if (item !== undefined) out[key] = copy(item, `${place}.${key}`, inside);
  }
  return out;
}

function refusal(place: string): DialogCallRefused {
  return new DialogCallRefused(`Failed due to illegal value in property: ${place}`);
}
