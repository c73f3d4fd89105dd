import { RealDate } from './clock.ts';
import type { Wire, WireObject } from './wire.ts';

/** Finds or makes the realm's object for a tagged wire object. */
export interface Minting {
  readonly mint: (handle: WireObject) => unknown;
  /** The handle behind a service object or enum member of this realm; undefined for anything else. */
  readonly handleOf: (value: object) => WireObject | undefined;
}

/** True for objects on the wire; Array.isArray holds across realms, so host arrays are told apart. */
export function isWireObject(value: Wire): value is WireObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWireArray(value: Wire): value is readonly Wire[] {
  return Array.isArray(value);
}

/** Rebuilds a wire value with this realm's own constructors, so that `instanceof` holds in scripts. */
export function decode(value: Wire, minting: Minting): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isWireArray(value)) {
    const out = new Array<unknown>(value.length);
    for (let i = 0; i < value.length; i++) {
      const item = value[i];
      out[i] = typeof item === 'object' ? decode(item, minting) : item;
    }
    return out;
  }
  if (!isWireObject(value)) return undefined;
  const tag = value.$;
  if (tag === undefined) {
    const out: Record<string, unknown> = {};
    for (const key of Object.keys(value)) out[key] = decode(value[key], minting);
    return out;
  }
  if (tag === 'Date') return new RealDate(Number(value.ms));
  return minting.mint(value);
}

/** Turns what a script passes into plain data. Functions become `{ $: 'Function' }`, which no service takes. */
export function encode(value: unknown, minting: Minting): Wire {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'undefined':
      return value;
    case 'bigint':
      return { $: 'BigInt', text: String(value) };
    case 'symbol':
      return { $: 'Symbol' };
    case 'function':
      return { $: 'Function' };
    default:
      return value === null || value === undefined ? null : encodeObject(value, minting, 0);
  }
}

const DEEPEST = 100;

function encodeObject(value: object, minting: Minting, depth: number): Wire {
  if (depth > DEEPEST) throw new Error('The value is nested too deeply, or contains itself.');
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    const out = new Array<Wire>(items.length);
    for (let i = 0; i < items.length; i++) out[i] = encodeItem(items[i], minting, depth);
    return out;
  }
  if (value instanceof RealDate) return { $: 'Date', ms: value.getTime() };
  const handle = minting.handleOf(value);
  if (handle !== undefined) return handle;
  const out: Record<string, Wire> = {};
  for (const [key, item] of Object.entries(value)) out[key] = encodeItem(item, minting, depth);
  return out;
}

function encodeItem(item: unknown, minting: Minting, depth: number): Wire {
  if (typeof item === 'object' && item !== null) return encodeObject(item, minting, depth + 1);
  return encode(item, minting);
}
