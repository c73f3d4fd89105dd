import type { RealmJob, RealmOutcome, Wire } from '../realm/wire.ts';
import { methods } from '../services/all-methods.ts';
import { surface } from '../services/surface.ts';
import type { Menu } from '../services/ui.ts';
import type { ExecutionRecord, ScriptError } from '../world-state.ts';
import { compiledFacade, compileFiles } from './compile.ts';
import { driveRealm } from './drive-realm.ts';
import { Execution, type ExecutionStart } from './execution.ts';
import type { World } from './world.ts';

/** The record of an execution and what its function returned. */
export interface ExecutionResult extends ExecutionRecord {
  readonly value: Wire;
  /** Menus that it added to the user interface. */
  readonly menus: readonly Menu[];
}

/** An execution that has been set up and not yet run; `result` is filled in when it ends. */
export interface PlannedExecution {
  readonly execution: Execution;
  readonly job: RealmJob;
  readonly result: ExecutionResult;
}

/**
 * Runs one function of a script in a realm of its own and records the execution. The script's failure is
 * part of the answer; only a defect of the Workspace throws. While executions are gathered to run side by
 * side, or a trigger's waits for one that is interrupted, the answer is filled in when it has run.
 */
export function runExecution(world: World, start: ExecutionStart, args: readonly Wire[]): ExecutionResult {
  const execution = new Execution(world, methods, start);
  const job: RealmJob = { path: start.function, args, mode: start.kind === 'dialog' ? 'dialog' : 'script' };
  const planned = { execution, job, result: resultOf(execution, { kind: 'unsettled' }) };
  if (isTriggered(start) && world.postpone(planned)) return planned.result;
  if (world.gathered !== undefined) {
    world.gathered.push(planned);
    return planned.result;
  }
  carryOut(planned);
  // In the order of their events, those that they set off in turn behind them.
  for (const waiting of world.takePostponed()) carryOut(waiting);
  return planned.result;
}

function isTriggered({ kind }: ExecutionStart): boolean {
  return kind === 'simple' || kind === 'installable' || kind === 'clock';
}

function carryOut({ execution, job, result }: PlannedExecution): void {
  const { timeZone } = execution.start.script.manifest;
  const outcome = inTimeZone(timeZone, () => runRealm(execution, job));
  Object.assign(result, finishExecution(execution, outcome));
}

/** Ends an execution, records it and answers its result. */
export function finishExecution(execution: Execution, outcome: RealmOutcome): ExecutionResult {
  execution.finish();
  if (execution.defect !== undefined) throw execution.defect;
  const result = resultOf(execution, outcome);
  const { value: _value, menus: _menus, ...record } = result;
  execution.world.state.executions.push(record);
  return result;
}

function resultOf(execution: Execution, outcome: RealmOutcome): ExecutionResult {
  const { start } = execution;
  const error = errorOf(execution, outcome);
  const status = execution.ended?.status ?? (error === null ? 'done' : 'failed');
  return {
    id: execution.id,
    scriptId: start.script.id,
    function: start.function,
    kind: start.kind,
    as: start.effectiveUser,
    activeUser: start.activeUser,
    startedAt: start.at,
    ms: execution.elapsed,
    calls: execution.calls,
    log: execution.log,
    status,
    error,
    missing: execution.missing,
    value: status === 'done' && outcome.kind === 'value' ? outcome.value : undefined,
    menus: execution.menus,
  };
}

function errorOf(execution: Execution, outcome: RealmOutcome): ScriptError | null {
  if (execution.ended?.status === 'timed out') {
    return { name: 'Exception', message: 'Exceeded maximum execution time', stack: '' };
  }
  if (execution.ended !== undefined) {
    return { name: 'Exception', message: 'The execution was stopped', stack: '' };
  }
  switch (outcome.kind) {
    case 'value':
      return null;
    case 'error':
      return { name: outcome.name, message: outcome.message, stack: scriptFrames(outcome.stack) };
    case 'missing':
      return { name: 'Error', message: `Script function not found: ${execution.start.function}`, stack: '' };
    case 'unsettled':
      return { name: 'Error', message: 'The promise that the function returned never settled.', stack: '' };
  }
}

/** The part of a stack that lies in the script's own files. */
function scriptFrames(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => !/^\s+at /.test(line) || !/workspace-\w+\.js|node:|[/\\]/.test(line))
    .join('\n');
}

const NAME = /^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*$/;

/** True for `name` and `object.member`, the only ways to name a function from outside. */
export function isFunctionPath(path: string): boolean {
  return NAME.test(path);
}

function runRealm(execution: Execution, job: RealmJob): RealmOutcome {
  if (!isFunctionPath(job.path)) return { kind: 'missing' };
  const program = {
    facade: compiledFacade(),
    files: compileFiles(execution.start.script.files),
    surface,
    start: { now: execution.now, seed: execution.randomSeed },
    job,
  };
  return driveRealm(program, execution.call);
}

/** Local-time methods of Date follow the process: it takes the script's zone for as long as it runs. */
function inTimeZone<T>(timeZone: string, work: () => T): T {
  const before = process.env.TZ;
  if (before === timeZone) return work();
  process.env.TZ = timeZone;
  try {
    return work();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}
