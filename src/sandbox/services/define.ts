import type { CallKind } from '../call-costs.ts';
import { ServiceError } from '../errors.ts';
import type { Execution } from '../execution/execution.ts';
import type { Wire, WireObject } from '../realm/wire.ts';
import { isObject, type Shape, type Shapes } from './shapes.ts';

/** The answer "the object itself", with what it stands for from now on if that has changed. */
export class Self {
  readonly handle: WireObject | undefined;

  constructor(handle?: WireObject) {
    this.handle = handle;
  }
}

/** The object that was called, unchanged: what most setters answer. */
export const SELF = new Self();

/** What a method answers; those without an answer simply don't return. */
export type Reply = Wire | Self;

/** One service method as the choke point sees it. */
export interface Method {
  readonly kind: CallKind;
  readonly invoke: (execution: Execution, on: Wire, args: readonly Wire[]) => Reply;
}

/** Every method of a group of services, by `Class.method`. */
export type Methods = ReadonlyMap<string, Method>;

type Run<H, A extends readonly Wire[]> = (execution: Execution, on: H, ...args: A) => Reply;

type Overload = (
  execution: Execution,
  on: Wire,
  args: readonly Wire[],
) => { readonly reply: Reply } | undefined;

/** Adds a method, or an overload of one that is there already. Overloads are tried in order. */
export type Define<H> = <A extends readonly Wire[]>(
  kind: CallKind,
  name: string,
  shapes: readonly [...Shapes<A>],
  run: Run<H, A>,
) => void;

/** Collects the methods of a class whose objects have handles of shape `self`. */
export function defineClass<H extends Wire>(
  className: string,
  self: Shape<H>,
  fill: (define: Define<H>) => void,
): Methods {
  const overloads = new Map<string, { kind: CallKind; list: Overload[] }>();
  fill((kind, name, shapes, run) => {
    const key = `${className}.${name}`;
    const entry = overloads.get(key) ?? { kind, list: [] };
    entry.list.push((execution, on, args) => {
      if (!self.is(on) || !fits(args, shapes)) return undefined;
      return { reply: run(execution, on, ...args) };
    });
    overloads.set(key, entry);
  });
  const methods = new Map<string, Method>();
  for (const [key, { kind, list }] of overloads) {
    methods.set(key, { kind, invoke: (execution, on, args) => callFirst(key, list, execution, on, args) });
  }
  return methods;
}

/** Collects the methods of a service, which is called on no object. */
export function defineService(name: string, fill: (define: Define<undefined>) => void): Methods {
  return defineClass(name, { is: (value): value is undefined => value === undefined }, fill);
}

function fits<A extends readonly Wire[]>(args: readonly Wire[], shapes: readonly [...Shapes<A>]): args is A {
  const list: readonly Shape<Wire>[] = shapes;
  return args.length === list.length && list.every((shape, i) => shape.is(args[i]));
}

function callFirst(
  key: string,
  list: readonly Overload[],
  execution: Execution,
  on: Wire,
  args: readonly Wire[],
): Reply {
  for (const overload of list) {
    const outcome = overload(execution, on, args);
    if (outcome !== undefined) return outcome.reply;
  }
  const given = args.map(typeName).join(',');
  throw new ServiceError(`The parameters (${given}) don't match the method signature for ${qualified(key)}.`);
}

function typeName(value: Wire): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return 'String';
  if (typeof value !== 'object') return typeof value;
  if (Array.isArray(value)) return value.length > 0 ? `${typeName(value[0])}[]` : 'Array';
  return isObject(value) && typeof value.$ === 'string' ? value.$ : 'Object';
}

const SPREADSHEET_CLASSES = /^(Spreadsheet|Sheet|Range|Filter|Protection|DataValidation|ConditionalFormat)/;

function qualified(key: string): string {
  if (SPREADSHEET_CLASSES.test(key) && !key.startsWith('SpreadsheetApp')) return `SpreadsheetApp.${key}`;
  return /^Form[.R]|Item\./.test(key) ? `FormApp.${key}` : key;
}

/** Puts groups of methods together. */
export function mergeMethods(groups: readonly Methods[]): Methods {
  return new Map(groups.flatMap((group) => [...group]));
}
