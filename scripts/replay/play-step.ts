import { ActionRefused } from '../../src/sandbox/errors.ts';
import { type Answer, refusal } from './answer.ts';
import { callCommand } from './call-command.ts';
import { findCell } from './find-cell.ts';
import { findResponseId } from './find-response-id.ts';
import { platformFaults } from './platform-faults.ts';
import type { Action, Faults, InnerStep } from './scenario.ts';
import type { World } from './world.ts';

/** Plays one step whose time has come and whose references are resolved. `number` tells steps apart. */
export function playStep(world: World, step: InnerStep, number: number): Answer {
  const { action, faults } = step;
  switch (action.kind) {
    case 'time':
      return { ok: true };
    case 'do':
      return playCommand(world, step, number, action.as, action.command, action.input);
    case 'import':
      return playCommand(world, step, number, action.as, 'importRows', {
        tab: action.tab,
        rows: action.rows,
      });
    case 'form':
      return playForm(world, action, faults);
    case 'edit':
    case 'paste':
      return playTyping(world, action, faults);
    case 'parallel':
      throw new Error(`${step.place}: steps side by side are not played by this build yet`);
  }
}

function playCommand(
  world: World,
  { faults }: InnerStep,
  number: number,
  as: string,
  command: string,
  input: unknown,
): Answer {
  const { answer, use } = callCommand(world.workspace, world.scriptId, {
    as,
    command,
    input,
    requestId: `step-${number}`,
    faults: platformFaults(faults),
  });
  const most = world.calls.get(command) ?? { reads: 0, writes: 0 };
  world.calls.set(command, {
    reads: Math.max(most.reads, use.reads),
    writes: Math.max(most.writes, use.writes),
  });
  return answer;
}

/** `ok` says that the response was kept; the ID is that of the lead or request that it has become by now. */
function playForm(world: World, action: Extract<Action, { kind: 'form' }>, faults: Faults): Answer {
  const { as, answers, form } = action;
  const formId = world.formIds[form];
  const deliver = faults.deliver ?? 1;
  try {
    const submission = { formId, as, answers, deliver, faults: platformFaults(faults) };
    const { responseId } = world.workspace.submitForm(submission);
    const id = findResponseId(world, responseId);
    return id === null ? { ok: true } : { ok: true, id };
  } catch (error) {
    if (error instanceof ActionRefused) return refusal('required', error.message);
    throw error;
  }
}

/** What Google or the registry puts back shows in the tables, not in the answer. */
function playTyping(
  world: World,
  action: Extract<Action, { kind: 'edit' | 'paste' }>,
  faults: Faults,
): Answer {
  const { workspace, spreadsheetId } = world;
  const { as } = action;
  // Who may not edit the file types into nothing: the tables show that nothing became of it.
  if (!workspace.canEdit(spreadsheetId, as)) return { ok: true };
  const target = action.kind === 'edit' ? action.edit : action.paste;
  const cell = findCell(world, target);
  if ('missing' in cell) return refusal('not-found', cell.missing);
  const where = {
    spreadsheetId,
    as,
    tab: target.tab,
    row: cell.row,
    column: cell.column,
    faults: platformFaults(faults),
  };
  if (action.kind === 'edit') workspace.edit({ ...where, value: action.edit.value });
  else workspace.paste({ ...where, values: action.paste.values });
  return { ok: true };
}
