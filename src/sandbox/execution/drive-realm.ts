import vm from 'node:vm';
import type { Call, RealmEntry, RealmJob, RealmOutcome, RealmStart, Surface } from '../realm/wire.ts';

/** Everything a realm needs to run one function of a script. */
export interface RealmProgram {
  readonly facade: vm.Script;
  readonly files: readonly vm.Script[];
  readonly surface: Surface;
  readonly start: RealmStart;
  readonly job: RealmJob;
}

/** Real time after which a function that makes no call is taken to run for ever. */
const RUNAWAY_MS = 120_000;

const runJob = new vm.Script('runJob_()', { filename: 'workspace-run.js' });
const settle = new vm.Script('undefined', { filename: 'workspace-settle.js' });

/** Runs a program in a fresh realm; the script's own errors are part of the outcome. */
export function driveRealm(program: RealmProgram, call: Call): RealmOutcome {
  const context = vm.createContext({}, { microtaskMode: 'afterEvaluate' });
  try {
    const boot: unknown = program.facade.runInContext(context);
    const entry = bootRealm(boot, program, call);
    for (const file of program.files) file.runInContext(context);
    entry.prepare(program.job);
    runJob.runInContext(context, { timeout: RUNAWAY_MS });
    settle.runInContext(context);
    return entry.outcome();
  } catch (error) {
    return outcomeOfThrown(error);
  }
}

function bootRealm(boot: unknown, program: RealmProgram, call: Call): RealmEntry {
  if (typeof boot !== 'function') throw new Error('The facade did not compile to a function.');
  return boot(call, program.surface, program.start);
}

/** What a file's top-level code threw. Errors of the realm are no errors of this one, so none is assumed. */
function outcomeOfThrown(error: unknown): RealmOutcome {
  if (typeof error !== 'object' || error === null) {
    return { kind: 'error', name: '', message: String(error), stack: '' };
  }
  const part = (key: string): string => String(Reflect.get(error, key) ?? '');
  return { kind: 'error', name: part('name'), message: part('message'), stack: part('stack') };
}
