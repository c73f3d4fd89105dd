import type { Action, Faults, InnerStep, Problem, Scenario } from './scenario.ts';

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
    ...(losesTyping(action, faults) ? [notYet('deliver')] : []),
    ...(faults.during ? [notYet('during')] : []),
  ];
}

/** Forms are told to the add-on as often as `deliver` says; commands are called, so nothing is told of them. */
function losesTyping(action: Action, { deliver = 1 }: Faults): boolean {
  return deliver !== 1 && (action.kind === 'edit' || action.kind === 'paste');
}
