import type { CostResult } from '../outcome.ts';
import { withoutAddresses } from '../play/plain.ts';
import type { Scratch } from '../scratch.ts';
import type { CostCase } from './cost-case.ts';

/** Measures one kind of call on an empty tab, in milliseconds. A refusal is told in place of the times. */
export function measureCost(one: CostCase, scratch: Scratch): CostResult {
  const { title } = one;
  try {
    scratch.empty();
    SpreadsheetApp.flush();
    const eachMs = Array.from({ length: one.times }, (_call, n) => timed(one, scratch, n));
    one.after?.(scratch);
    return { kind: 'cost', title, eachMs, problem: '' };
  } catch (error) {
    const problem = withoutAddresses(error instanceof Error ? error.message : String(error));
    return { kind: 'cost', title, eachMs: [], problem };
  }
}

function timed(one: CostCase, scratch: Scratch, n: number): number {
  one.before?.(scratch, n);
  const before = Date.now();
  one.call(scratch, n);
  return Date.now() - before;
}
