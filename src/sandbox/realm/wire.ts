/**
 * What crosses between a script's realm and the Workspace: plain data only, so that the two may sit in
 * one thread or in two. Objects that carry a `$` stand for something else: `{ $: 'Date', ms }`,
 * `{ $: 'Enum', of, name }`, or a service object such as `{ $: 'Range', … }`.
 */
export type Wire = undefined | null | string | number | boolean | readonly Wire[] | WireObject;

/** A plain object on the wire; see {@link Wire}. */
export interface WireObject {
  readonly [key: string]: Wire;
}

/** One service call: `Range.setValues`, the handle of the object it was called on, its arguments. */
export interface CallRequest {
  readonly method: string;
  readonly on: Wire;
  readonly args: readonly Wire[];
}

/** The answer to a call. `now` is the execution's clock after it, in milliseconds since 1970 UTC. */
export type CallResponse =
  | { readonly kind: 'value'; readonly now: number; readonly value: Wire }
  /** The object that was called answers itself; `handle` replaces what it stands for. */
  | { readonly kind: 'self'; readonly now: number; readonly handle?: WireObject }
  | { readonly kind: 'error'; readonly now: number; readonly message: string }
  /** The execution has ended: nothing further may run in it. */
  | { readonly kind: 'end'; readonly now: number };

/** The only way out of a realm. */
export type Call = (request: CallRequest) => CallResponse;

/** What a class or service has. Put together once: every execution has a realm of its own. */
export interface ClassSurface {
  /** The names of its methods, and of the enums below. */
  readonly members: ReadonlySet<string>;
  readonly enums: readonly string[];
}

/** The names a realm offers, as data, so that the facade holds no list of its own. */
export interface Surface {
  /** By the name of the class or service. */
  readonly classes: Readonly<Record<string, ClassSurface>>;
  /** Classes that exist as global objects of their own name. */
  readonly services: readonly string[];
  /** Services that Apps Script has and the Workspace has not: touching any member throws. */
  readonly absent: readonly string[];
  /** The values of each enum, by its name. */
  readonly enums: Readonly<Record<string, readonly string[]>>;
}

/** How a realm begins: its clock and the seed of its `Math.random`. */
export interface RealmStart {
  readonly now: number;
  readonly seed: number;
}

/** What the Workspace asks of a realm once the script's files are loaded. */
export interface RealmJob {
  /** `name` or `object.member`. */
  readonly path: string;
  readonly args: readonly Wire[];
  /** Dialog calls reach global functions only, and answer plain values only. */
  readonly mode: 'script' | 'dialog';
}

/** How a job ended. A promise is settled by the time this is read, unless nothing will ever settle it. */
export type RealmOutcome =
  | { readonly kind: 'value'; readonly value: Wire }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unsettled' }
  | { readonly kind: 'error'; readonly name: string; readonly message: string; readonly stack: string };

/** The handle by which the Workspace drives a realm. */
export interface RealmEntry {
  /** Sets the job that the realm's run hook will do. */
  readonly prepare: (job: RealmJob) => void;
  readonly outcome: () => RealmOutcome;
}
