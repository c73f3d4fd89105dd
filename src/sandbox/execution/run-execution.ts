import vm from 'node:vm';
import type { RealmEntry, RealmOutcome, Surface, Wire } from '../realm/wire.ts';
import { methods } from '../services/all-methods.ts';
import { surface } from '../services/surface.ts';
import type { Menu } from '../services/ui.ts';
import type { ExecutionRecord, ScriptError } from '../world-state.ts';
import { compiledFacade, compileFiles } from './compile.ts';
import { Execution, type ExecutionStart } from './execution.ts';
import type { World } from './world.ts';

/** The record of an execution and what its function returned. */
export interface ExecutionResult extends ExecutionRecord {
  readonly value: Wire;
  /** Menus that it added to the user interface. */
  readonly menus: readonly Menu[];
}

/** Real time after which a script that makes no call is taken to run for ever. */
const RUNAWAY_MS = 120_000;

const runJob = new vm.Script('runJob_()', { filename: 'workspace-run.js' });
const settle = new vm.Script('undefined', { filename: 'workspace-settle.js' });

/**
 * Runs one function of a script in a realm of its own and records the execution. The script's failure is
 * part of the answer; only a defect of the Workspace throws.
 */
export function runExecution(world: World, start: ExecutionStart, args: readonly Wire[]): ExecutionResult {
  const execution = new Execution(world, methods, start);
  const outcome = inTimeZone(start.script.manifest.timeZone, () => runRealm(execution, args));
  execution.finish();
  if (execution.defect !== undefined) throw execution.defect;
  const error = errorOf(execution, outcome);
  const result: ExecutionRecord = {
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
    status: execution.ended?.status ?? (error === null ? 'done' : 'failed'),
    error,
    missing: execution.missing,
  };
  world.state.executions.push(result);
  const value = result.status === 'done' && outcome.kind === 'value' ? outcome.value : undefined;
  return { ...result, value, menus: execution.menus };
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

function runRealm(execution: Execution, args: readonly Wire[]): RealmOutcome {
  const { start } = execution;
  if (!NAME.test(start.function)) return { kind: 'missing' };
  const context = vm.createContext({}, { microtaskMode: 'afterEvaluate' });
  try {
    const boot: unknown = compiledFacade().runInContext(context);
    const entry = bootRealm(boot, execution, surface);
    for (const file of compileFiles(start.script.files)) file.runInContext(context, { timeout: RUNAWAY_MS });
    entry.prepare({ path: start.function, args, mode: start.kind === 'dialog' ? 'dialog' : 'script' });
    runJob.runInContext(context, { timeout: RUNAWAY_MS });
    settle.runInContext(context);
    return entry.outcome();
  } catch (error) {
    return outcomeOfThrown(error);
  }
}

function bootRealm(boot: unknown, execution: Execution, offered: Surface): RealmEntry {
  if (typeof boot !== 'function') throw new Error('The facade did not compile to a function.');
  const seed = execution.world.draw(`random:${execution.id}`, 2 ** 31);
  return boot(execution.call, offered, { now: execution.now, seed });
}

/** What a file's top-level code threw. Errors of the realm are no errors of this one, so none is assumed. */
function outcomeOfThrown(error: unknown): RealmOutcome {
  if (typeof error !== 'object' || error === null) {
    return { kind: 'error', name: '', message: String(error), stack: '' };
  }
  const part = (key: string): string => String(Reflect.get(error, key) ?? '');
  return { kind: 'error', name: part('name'), message: part('message'), stack: part('stack') };
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
