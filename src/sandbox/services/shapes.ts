import type { Wire, WireObject } from '../realm/wire.ts';

/** What one parameter of a method may be. */
export interface Shape<T extends Wire> {
  readonly is: (value: Wire) => value is T;
}

/** A shape for each parameter. */
export type Shapes<A extends readonly Wire[]> = {
  readonly [K in keyof A]: Shape<A[K] extends Wire ? A[K] : never>;
};

/** True for plain and tagged objects, not for arrays. */
export function isObject(value: Wire): value is WireObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for arrays. */
export function isList(value: Wire): value is readonly Wire[] {
  return Array.isArray(value);
}

export type DateWire = { readonly $: 'Date'; readonly ms: number };
export type EnumWire = { readonly $: 'Enum'; readonly of: string; readonly name: string };

export const text: Shape<string> = { is: (value): value is string => typeof value === 'string' };
export const int: Shape<number> = {
  is: (value): value is number => typeof value === 'number' && Number.isInteger(value),
};
export const num: Shape<number> = {
  is: (value): value is number => typeof value === 'number' && Number.isFinite(value),
};
export const flag: Shape<boolean> = { is: (value): value is boolean => typeof value === 'boolean' };
export const date: Shape<DateWire> = {
  is: (value): value is DateWire => isObject(value) && value.$ === 'Date' && Number.isFinite(value.ms),
};
export const record: Shape<WireObject> = {
  is: (value): value is WireObject => isObject(value) && value.$ === undefined,
};
export const anything: Shape<Wire> = { is: (value): value is Wire => value !== undefined };
export const nothing: Shape<null> = { is: (value): value is null => value === null };

/** An array of one shape. */
export function listOf<T extends Wire>(shape: Shape<T>): Shape<readonly T[]> {
  return { is: (value): value is readonly T[] => isList(value) && value.every((item) => shape.is(item)) };
}

/** Either of two shapes. */
export function either<A extends Wire, B extends Wire>(a: Shape<A>, b: Shape<B>): Shape<A | B> {
  return { is: (value): value is A | B => a.is(value) || b.is(value) };
}

/** A service object whose class is `tag`. */
export function handleOf<H extends WireObject & { readonly $: string }>(tag: H['$']): Shape<H> {
  return { is: (value): value is H => isObject(value) && value.$ === tag };
}

/** A member of the named enum. */
export function enumOf(name: string): Shape<EnumWire> {
  return { is: (value): value is EnumWire => isObject(value) && value.$ === 'Enum' && value.of === name };
}
