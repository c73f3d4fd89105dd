/** Plain data: it crosses to a page and into a report as it is. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

/** What came of showing a behaviour. */
export type Observed =
  | { readonly kind: 'returned'; readonly value: Plain }
  | {
      readonly kind: 'threw';
      readonly message: string;
      /** The calls went through, and the refusal came when the writes were flushed. */
      readonly late: boolean;
    };

/** What is expected of a behaviour: a value, or a refusal whose message has these words in it. */
export type Expected =
  | { readonly kind: 'returned'; readonly value: Plain }
  | { readonly kind: 'threw'; readonly message: string };

/**
 * `expected`: as the local Workspace behaves. `differently told`: refused as expected, but in other words or only when
 * flushed; Google translates its messages. `differs`: anything else.
 */
export type Verdict = 'expected' | 'differently told' | 'differs';

/** A behaviour that was looked at. */
export interface BehaviourResult {
  readonly kind: 'behaviour';
  /** The group that it belongs to. */
  readonly group: string;
  readonly title: string;
  /** Where it is documented, or `not documented`. */
  readonly source: string;
  readonly verdict: Verdict;
  readonly expected: Expected;
  readonly observed: Observed;
}

/** What one kind of call costs. */
export interface CostResult {
  readonly kind: 'cost';
  readonly title: string;
  /** How long each of the calls took, in milliseconds, in order. */
  readonly eachMs: readonly number[];
  /** Why it could not be measured; '' where it was. */
  readonly problem: string;
}

/** What one step of the check found. */
export type StepResult = BehaviourResult | CostResult;

/** What the platform says of itself: no address, no name of a file, nothing of the registry's records. */
export type Facts = { readonly [name: string]: Plain };

/** Behaviours that only people, other accounts or time can show. */
export interface NotChecked {
  readonly what: string;
  readonly why: string;
  /** How to look by hand; '' where there is no need to. */
  readonly byHand: string;
}
