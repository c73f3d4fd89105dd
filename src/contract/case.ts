import type { Plain } from './outcome.ts';
import type { Scratch } from './scratch.ts';

/** Where behaviours are documented that no page of Google's documentation states. */
export const THREADS = 'public threads';
export const UNDOCUMENTED = 'not documented';

interface Behaviour {
  /** The behaviour, as a sentence or the end of one that its group begins. */
  readonly title: string;
  /** A path below Google's documentation, `public threads` or `not documented`. */
  readonly source: string;
  /** Shows it. Writes that it leaves are flushed before it is judged. */
  readonly observe: (scratch: Scratch) => unknown;
}

/**
 * One behaviour of the platform. `returns` is what `observe` answers, dates as their ISO strings and `undefined` as
 * null; `throws` is a part of the message with which it is refused. No observation may depend on the day, the person
 * or the files of whoever runs it.
 */
export type ContractCase = Behaviour & ({ readonly returns: Plain } | { readonly throws: string });

/** Behaviours that belong together. */
export interface ContractGroup {
  readonly title: string;
  /** Whether each of them begins with an empty tab; the others touch no spreadsheet. */
  readonly needs: 'an empty tab' | 'nothing';
  readonly cases: readonly ContractCase[];
}
