import type { ContractCase, ContractGroup } from './case.ts';
import type { CostCase } from './costs/cost-case.ts';
import { COST_CASES } from './costs/cost-cases.ts';
import { measureCost } from './costs/measure-cost.ts';
import { GROUPS } from './groups.ts';
import type { StepResult } from './outcome.ts';
import { judge, playCase } from './play/play-case.ts';
import type { Scratch } from './scratch.ts';

type Step =
  | { readonly kind: 'behaviour'; readonly group: ContractGroup; readonly one: ContractCase }
  | { readonly kind: 'cost'; readonly one: CostCase };

const STEPS: readonly Step[] = [
  ...GROUPS.flatMap((group) => group.cases.map((one) => ({ kind: 'behaviour', group, one }) as const)),
  ...COST_CASES.map((one) => ({ kind: 'cost', one }) as const),
];

/** How many steps the whole check takes. */
export function countSteps(): number {
  return STEPS.length;
}

/** Takes the step of that number, from 0. Throws where there is none, or where the scratch files are out of reach. */
export function takeStep(n: number, scratch: Scratch): StepResult {
  const step = stepAt(n);
  return step.kind === 'cost' ? measureCost(step.one, scratch) : playCase(step.group, step.one, scratch);
}

/** The result of a step during which the platform ended the execution: it is not taken again. */
export function cutOffStep(n: number): StepResult {
  const step = stepAt(n);
  const message = 'Google ended the execution while this was looked at.';
  if (step.kind === 'cost') return { kind: 'cost', title: step.one.title, eachMs: [], problem: message };
  return judge(step.group, step.one, { kind: 'threw', message, late: true });
}

function stepAt(n: number): Step {
  const step = STEPS[n];
  if (!step) throw new RangeError(`The check has no step ${n}.`);
  return step;
}
