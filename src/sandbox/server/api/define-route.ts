import type * as v from 'valibot';
import type { LiveWorkspace, Person } from '../live-workspace.ts';

/** What routes work on. */
export interface Site {
  readonly live: LiveWorkspace;
  /** What the page is called. */
  readonly title: string;
  /** Those to look through, in the order shown. */
  readonly people: () => readonly Person[];
}

/** Who calls, and from which page. */
export interface Caller {
  readonly viewer: string;
  readonly page: string;
}

/** One thing that a page may ask of the server. */
export interface Route<I, O> {
  readonly input: v.GenericSchema<unknown, I>;
  /** Whether the answer waits until what changed is saved. */
  readonly changes: boolean;
  readonly answer: (site: Site, input: I, caller: Caller) => O;
}

/** A route that only reads. */
export function reading<I, O>(
  input: v.GenericSchema<unknown, I>,
  answer: Route<I, O>['answer'],
): Route<I, O> {
  return { input, changes: false, answer };
}

/** A route after which something may be different. */
export function changing<I, O>(
  input: v.GenericSchema<unknown, I>,
  answer: Route<I, O>['answer'],
): Route<I, O> {
  return { input, changes: true, answer };
}
