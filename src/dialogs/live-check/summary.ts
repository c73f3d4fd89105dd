import type { BehaviourResult, CostResult, NotChecked, StepResult, Verdict } from '../../contract/outcome.ts';

/** The verdicts in the order in which people want to read them. */
export const VERDICTS: readonly Verdict[] = ['differs', 'differently told', 'expected'];

/** What the list is narrowed to. */
export type Filter = 'all' | Verdict | 'not checked';

/** A verdict as it is shown. */
export const VERDICT_NAMES: { readonly [verdict in Verdict]: string } = {
  differs: 'Differs',
  'differently told': 'Differently told',
  expected: 'As expected',
};

/** What the check has found so far, sorted for reading. */
export interface Summary {
  readonly behaviours: { readonly [verdict in Verdict]: readonly BehaviourResult[] };
  readonly costs: readonly CostResult[];
}

/** Puts results that belong together together, each in the order in which it was found. */
export function summarise(results: readonly StepResult[]): Summary {
  const behaviours = results.flatMap((one) => (one.kind === 'behaviour' ? [one] : []));
  const of = (verdict: Verdict) => behaviours.filter((one) => one.verdict === verdict);
  return {
    behaviours: {
      differs: of('differs'),
      'differently told': of('differently told'),
      expected: of('expected'),
    },
    costs: results.flatMap((one) => (one.kind === 'cost' ? [one] : [])),
  };
}

/** The behaviours that a filter and the words of a search leave, what differs first. */
export function narrow({ behaviours }: Summary, filter: Filter, search: string): readonly BehaviourResult[] {
  return VERDICTS.filter((verdict) => filter === 'all' || filter === verdict)
    .flatMap((verdict) => behaviours[verdict])
    .filter((one) => hasWords(`${one.group} ${one.title} ${one.source}`, search));
}

/** What is not checked, as far as a filter and the words of a search leave it. */
export function narrowNotChecked(
  list: readonly NotChecked[],
  filter: Filter,
  search: string,
): readonly NotChecked[] {
  if (filter !== 'all' && filter !== 'not checked') return [];
  return list.filter(({ what, why }) => hasWords(`${what} ${why}`, search));
}

function hasWords(text: string, search: string): boolean {
  const lower = text.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word));
}

/** The middle of the times in milliseconds, of an even number of them the mean of the two; null of none. */
export function median(times: readonly number[]): number | null {
  const sorted = [...times].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
