import { AccessDenied, ActionRefused } from '../../src/sandbox/errors.ts';
import { type Answer, refusal } from './answer.ts';
import { callCommand } from './call-command.ts';
import { findCell } from './find-cell.ts';
import { findResponseId } from './find-response-id.ts';
import type { Action, InnerStep } from './scenario.ts';
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
      return playForm(world, action, faults.deliver ?? 1);
    case 'edit':
    case 'paste':
      return playTyping(world, action);
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
  const { stopAfterCalls, keepWrites } = faults;
  const { answer, use } = callCommand(world.workspace, world.scriptId, {
    as,
    command,
    input,
    requestId: `step-${number}`,
    ...(stopAfterCalls === undefined ? {} : { stopAfterCalls }),
    ...(keepWrites === undefined ? {} : { keepWrites }),
  });
  const most = world.calls.get(command) ?? { reads: 0, writes: 0 };
  world.calls.set(command, {
    reads: Math.max(most.reads, use.reads),
    writes: Math.max(most.writes, use.writes),
  });
  return answer;
}

/** `ok` says that the response was kept; the ID is that of the lead or request that it has become by now. */
function playForm(world: World, action: Extract<Action, { kind: 'form' }>, deliver: 0 | 1 | 2): Answer {
  const { as, answers, form } = action;
  try {
    const { responseId } = world.workspace.submitForm({ formId: world.formIds[form], as, answers, deliver });
    const id = findResponseId(world, responseId);
    return id === null ? { ok: true } : { ok: true, id };
  } catch (error) {
    if (error instanceof ActionRefused) return refusal('required', error.message);
    throw error;
  }
}

function playTyping(world: World, action: Extract<Action, { kind: 'edit' | 'paste' }>): Answer {
  const { workspace, spreadsheetId } = world;
  const target = action.kind === 'edit' ? action.edit : action.paste;
  const cell = findCell(world, target);
  if ('missing' in cell) return refusal('not-found', cell.missing);
  const where = { spreadsheetId, as: action.as, tab: target.tab, row: cell.row, column: cell.column };
  try {
    if (action.kind === 'edit') workspace.edit({ ...where, value: action.edit.value });
    else workspace.paste({ ...where, values: action.paste.values });
    return { ok: true };
  } catch (error) {
    if (error instanceof AccessDenied)
      return refusal('not-allowed', `${action.as} may not edit the registry.`);
    throw error;
  }
}
