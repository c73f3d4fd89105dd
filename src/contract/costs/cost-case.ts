import type { Scratch } from '../scratch.ts';

/** One kind of call whose time is measured. */
export interface CostCase {
  /** The call as scripts write it, and on how much. */
  readonly title: string;
  /** How often it is measured; slow calls less often. */
  readonly times: number;
  /** What is done before each call and not measured. */
  readonly before?: (scratch: Scratch, n: number) => void;
  readonly call: (scratch: Scratch, n: number) => unknown;
  /** What is done once all calls are measured. */
  readonly after?: (scratch: Scratch) => void;
}
