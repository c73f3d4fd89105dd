import { ServiceError } from '../errors.ts';
import type { Execution } from '../execution/execution.ts';
import { defineClass, defineService, mergeMethods } from './define.ts';
import { handleOf, num } from './shapes.ts';

type LockHandle = { readonly $: 'Lock'; readonly name: string };

/**
 * Takes the lock if it is free or already this execution's. Otherwise the holder is suspended for as long
 * as this execution runs, so waiting can only use up the time given.
 */
function take(execution: Execution, name: string, waitMs: number): boolean {
  const { locks } = execution.world;
  const holder = locks.get(name);
  if (holder === execution) return true;
  if (holder !== undefined) {
    execution.charge(Math.max(0, waitMs));
    return false;
  }
  locks.set(name, execution);
  return true;
}

const service = defineService('LockService', (define) => {
  const named = (name: string) => ({ $: 'Lock', name });
  define('free', 'getScriptLock', [], (x) => named(`script ${x.start.script.id}`));
  define('free', 'getDocumentLock', [], (x) => named(`document ${x.start.script.id} ${x.containerId}`));
  define('free', 'getUserLock', [], (x) => named(`user ${x.start.script.id} ${x.start.effectiveUser}`));
});

const lock = defineClass('Lock', handleOf<LockHandle>('Lock'), (define) => {
  define('lock', 'tryLock', [num], (execution, on, ms) => take(execution, on.name, ms));
  define('lock', 'waitLock', [num], (execution, on, ms) => {
    if (!take(execution, on.name, ms)) {
      throw new ServiceError('Lock timeout: another process was holding the lock for too long.');
    }
  });
  define('free', 'hasLock', [], (execution, on) => execution.world.locks.get(on.name) === execution);
  define('lock', 'releaseLock', [], (execution, on) => {
    if (execution.world.locks.get(on.name) === execution) execution.world.locks.delete(on.name);
  });
});

/** LockService. Locks keep out other executions that take them, not people, and don't flush. */
export const lockMethods = mergeMethods([service, lock]);
