import { ServiceError } from '../errors.ts';
import type { Execution } from '../execution/execution.ts';
import { defineClass, defineService, mergeMethods } from './define.ts';
import { handleOf, num } from './shapes.ts';

type LockHandle = { readonly $: 'Lock'; readonly name: string };

/**
 * Takes the lock if it is free or already this execution's. One that another execution holds is waited for
 * on this execution's clock: side by side until the other has let it go, otherwise, the holder being
 * suspended for as long as this one runs, in vain.
 */
function take(execution: Execution, name: string, waitMs: number): boolean {
  const { locks, lockReleases } = execution.world;
  const holder = locks.get(name);
  if (holder === execution) return true;
  const wait = Math.max(0, (lockReleases?.get(name) ?? 0) - execution.now);
  if (holder !== undefined || wait > waitMs) {
    execution.charge(Math.max(0, waitMs));
    return false;
  }
  execution.charge(wait);
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
    execution.world.releaseLock(on.name, execution);
  });
});

/** LockService. Locks keep out other executions that take them, not people, and don't flush. */
export const lockMethods = mergeMethods([service, lock]);
