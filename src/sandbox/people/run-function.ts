import { AccessDenied, DialogCallRefused } from '../errors.ts';
import type { Faults } from '../execution/execution.ts';
import { type ExecutionResult, runExecution } from '../execution/run-execution.ts';
import type { World } from '../execution/world.ts';
import { canEdit, normalEmail } from '../store/access.ts';
import type { ScriptState } from '../world-state.ts';
import { checkDialogArgs } from './check-dialog-args.ts';

/** One function that a person runs. */
export interface RunRequest {
  readonly as: string;
  readonly function: string;
  /** Plain values; for dialogs they are what the page passes to `google.script.run`. */
  readonly args?: readonly unknown[];
  readonly context: 'menu' | 'dialog' | 'editor';
  readonly faults?: Faults;
}

/** Throws unless the person may run the script's code: only editors of its container may. */
export function checkMayRun(world: World, script: ScriptState, email: string): void {
  const file = world.state.files[script.containerId];
  if (file === undefined || file.trashed || !canEdit(world.state, file, email)) {
    throw new AccessDenied(`${email} may not edit the spreadsheet, so its script does not run for them.`);
  }
}

/**
 * Runs a function as a person at the keyboard, with their rights. Throws AccessDenied when they may not
 * edit the container, and DialogCallRefused when a dialog could not make the call; otherwise whatever
 * the script does, failing included, is in the answer.
 */
export function runFunction(world: World, scriptId: string, request: RunRequest): ExecutionResult {
  const script = world.script(scriptId);
  const email = normalEmail(request.as);
  checkMayRun(world, script, email);
  if (request.context === 'dialog' && !/^[A-Za-z$][\w$]*$/.test(request.function)) {
    throw new DialogCallRefused(`google.script.run.${request.function} is not a function`);
  }
  if (request.context === 'dialog' && request.function.endsWith('_')) {
    throw new DialogCallRefused(`google.script.run.${request.function} is not a function`);
  }
  world.focus(undefined);
  return runExecution(
    world,
    {
      script,
      function: request.function,
      kind: request.context,
      effectiveUser: email,
      activeUser: email,
      visibleUser: email,
      at: world.state.now,
      uiAllowed: request.context !== 'editor',
      ...(request.faults === undefined ? {} : { faults: request.faults }),
    },
    checkDialogArgs(request.args ?? []),
  );
}
