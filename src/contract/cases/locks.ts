import type { ContractGroup } from '../case.ts';

const LOCK = 'apps-script/reference/lock/lock';

export const LOCKS: ContractGroup = {
  title: 'Locks',
  needs: 'nothing',
  cases: [
    {
      title: 'are taken on asking, once more without effect, and let go',
      source: LOCK,
      observe: () => {
        // A lock of the person's own: nobody waits for it.
        const lock = LockService.getUserLock();
        const taken = [lock.hasLock(), lock.tryLock(10), lock.tryLock(10), lock.hasLock()];
        lock.releaseLock();
        return [...taken, lock.hasLock()];
      },
      returns: [false, true, true, true, false],
    },
    {
      title: 'may be let go without being held',
      source: LOCK,
      observe: () => {
        const lock = LockService.getUserLock();
        lock.releaseLock();
        return lock.hasLock();
      },
      returns: false,
    },
    {
      title: 'of the document are there for a script that is bound to it',
      source: 'apps-script/reference/lock/lock-service',
      observe: () => LockService.getDocumentLock() !== null,
      returns: true,
    },
  ],
};
