import { installClock, installRandom, type RealmClock } from './clock.ts';
import { decode, encode } from './codec.ts';
import { installConsole } from './console.ts';
import { installFacade } from './facade.ts';
import { plainResult } from './plain-result.ts';
import type { Call, RealmEntry, RealmJob, RealmOutcome, RealmStart, Surface } from './wire.ts';

// Indirect evaluation sees the functions that a script keeps in top-level const and let, which are no
// properties of the global object.
const evaluate: unknown = Reflect.get(globalThis, 'eval');

function evaluateName(name: string): unknown {
  if (typeof evaluate !== 'function') return undefined;
  return Reflect.apply(evaluate, undefined, [`typeof ${name} === 'undefined' ? undefined : ${name}`]);
}

/**
 * Makes this bare realm an Apps Script one: services, console, clock. Afterwards the script's files are
 * evaluated in it, and the global `runJob_` hook does the job that `prepare` was given.
 */
export function boot(call: Call, surface: Surface, start: RealmStart): RealmEntry {
  const clock: RealmClock = { now: start.now };
  installClock(clock);
  installRandom(start.seed);
  const { minting, send } = installFacade(call, surface, clock);
  installConsole(send);
  let job: RealmJob = { path: '', args: [], mode: 'script' };
  let outcome: RealmOutcome = { kind: 'missing' };
  const builtIn = new Set(Object.getOwnPropertyNames(globalThis));

  function lookUp(path: string): { readonly self: unknown; readonly found: unknown } {
    const [first = '', ...members] = path.split('.');
    if (job.mode === 'dialog') {
      const own = Object.getOwnPropertyDescriptor(globalThis, path);
      return { self: undefined, found: builtIn.has(path) ? undefined : own?.value };
    }
    let self: unknown;
    let found = evaluateName(first);
    for (const member of members) {
      self = found;
      found = typeof self === 'object' && self !== null ? Reflect.get(self, member) : undefined;
    }
    return { self, found };
  }

  function fail(error: unknown): void {
    if (error instanceof Error) {
      outcome = { kind: 'error', name: error.name, message: error.message, stack: error.stack ?? '' };
    } else {
      outcome = { kind: 'error', name: '', message: String(error), stack: '' };
    }
  }

  function settle(value: unknown): void {
    try {
      outcome = { kind: 'value', value: job.mode === 'dialog' ? plainResult(value) : encode(value, minting) };
    } catch (error) {
      fail(error);
    }
  }

  function run(): void {
    try {
      const { self, found } = lookUp(job.path);
      if (typeof found !== 'function') {
        outcome = { kind: 'missing' };
        return;
      }
      const args = job.args.map((arg) => decode(arg, minting));
      const value: unknown = Reflect.apply(found, self, args);
      if (value instanceof Promise) {
        outcome = { kind: 'unsettled' };
        value.then(settle, fail);
      } else settle(value);
    } catch (error) {
      fail(error);
    }
  }

  Object.defineProperty(globalThis, 'runJob_', { value: run, enumerable: false });
  builtIn.add('runJob_');
  return {
    prepare: (next) => {
      job = next;
      outcome = { kind: 'missing' };
    },
    outcome: () => outcome,
  };
}
