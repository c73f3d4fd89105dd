import type { InnerStep, Problem, Scenario } from './scenario.ts';

/** The steps of a valid scenario that this build cannot play yet, as problems of the file. */
export function checkPlayable(scenario: Scenario): Problem[] {
  return scenario.steps.flatMap(checkStep);
}

function checkStep({ place, action, faults }: InnerStep): Problem[] {
  const notYet = (what: string): Problem => ({
    place: `${place}.${what}`,
    message: 'is not played by this build yet',
  });
  return [
    ...(action.kind === 'parallel' ? [notYet('parallel')] : []),
    ...(faults.during ? [notYet('during')] : []),
  ];
}
