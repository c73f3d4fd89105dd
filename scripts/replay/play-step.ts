import { ActionRefused } from '../../src/sandbox/errors.ts';
import { type Answer, refusal } from './answer.ts';
import { beginCommand } from './call-command.ts';
import { findCell } from './find-cell.ts';
import { findResponseId } from './find-response-id.ts';
import { stepFaults } from './platform-faults.ts';
import type { Action, Faults, InnerStep } from './scenario.ts';
import type { World } from './world.ts';

/** Gives the answer of something that was begun, once its executions have run. */
type Finish = () => Answer;

/**
 * Plays one step whose time has come and whose references are resolved. `key` tells it apart from other steps. Steps
 * side by side are not played by it: see `playTogether`.
 */
export function playStep(world: World, step: InnerStep, key: string): Answer {
  return beginStep(world, step, key)();
}

/**
 * Plays the steps of a `parallel` as simultaneous executions, interleaved at service calls as the seed says. Their
 * answers come in the order of the steps. What their mail needs is sent when all have ended.
 */
export async function playTogether(
  world: World,
  steps: readonly InnerStep[],
  { key, seed }: { readonly key: string; readonly seed: number },
): Promise<readonly Answer[]> {
  const begun = await world.workspace.parallel(
    steps.map((step, n) => () => beginStep(world, step, `${key}-${n + 1}`)),
    seed,
  );
  return begun.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value();
  });
}

function beginStep(world: World, step: InnerStep, key: string): Finish {
  const { action, faults } = step;
  switch (action.kind) {
    case 'time':
      return () => ({ ok: true });
    case 'do':
      return beginCall(world, step, key, action.as, action.command, action.input);
    case 'import':
      return beginCall(world, step, key, action.as, 'importRows', { tab: action.tab, rows: action.rows });
    case 'form':
      return beginForm(world, action, faults);
    case 'edit':
    case 'paste':
      return beginTyping(world, action, faults);
    case 'parallel':
      throw new Error(`${step.place}: steps side by side do not stand inside others`);
  }
}

function beginCall(
  world: World,
  { faults }: InnerStep,
  key: string,
  as: string,
  command: string,
  input: unknown,
): Finish {
  const { platform, catchUp } = stepFaults(world, faults, as);
  const call = beginCommand(world.workspace, world.scriptId, {
    as,
    command,
    input,
    requestId: `step-${key}`,
    faults: platform,
  });
  return () => {
    catchUp();
    const { answer, use } = call.finish();
    const most = world.calls.get(command) ?? { reads: 0, writes: 0 };
    world.calls.set(command, {
      reads: Math.max(most.reads, use.reads),
      writes: Math.max(most.writes, use.writes),
    });
    return answer;
  };
}

/** `ok` says that the response was kept; the ID is that of the lead or request that it has become by now. */
function beginForm(world: World, action: Extract<Action, { kind: 'form' }>, faults: Faults): Finish {
  const { as, answers, form } = action;
  const formId = world.formIds[form];
  const { platform, catchUp } = stepFaults(world, faults, as);
  try {
    const { responseId } = world.workspace.submitForm({
      formId,
      as,
      answers,
      deliver: faults.deliver ?? 1,
      faults: platform,
    });
    return () => {
      catchUp();
      const id = findResponseId(world, responseId);
      return id === null ? { ok: true } : { ok: true, id };
    };
  } catch (error) {
    if (!(error instanceof ActionRefused)) throw error;
    const refused = refusal('required', error.message);
    return () => refused;
  }
}

/** What Google or the registry puts back shows in the tables, not in the answer. */
function beginTyping(
  world: World,
  action: Extract<Action, { kind: 'edit' | 'paste' }>,
  faults: Faults,
): Finish {
  const { workspace, spreadsheetId } = world;
  const { as } = action;
  // Who may not edit the file types into nothing: the tables show that nothing became of it.
  if (!workspace.canEdit(spreadsheetId, as)) return () => ({ ok: true });
  const target = action.kind === 'edit' ? action.edit : action.paste;
  const cell = findCell(world, target);
  if ('missing' in cell) return () => refusal('not-found', cell.missing);
  const { platform, catchUp } = stepFaults(world, faults, as);
  const { deliver = 1 } = faults;
  const where = { spreadsheetId, as, tab: target.tab, ...cell, faults: { ...platform, deliver } };
  if (action.kind === 'edit') workspace.edit({ ...where, value: action.edit.value });
  else workspace.paste({ ...where, values: action.paste.values });
  return () => {
    catchUp();
    return { ok: true };
  };
}
