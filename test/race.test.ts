import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildWhenStale } from '../scripts/replay/build-when-stale.ts';
import { openRaceWorld } from './bench/race/race-world.ts';
import { runSearch } from './bench/race/run-search.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The lock's service as one that everybody gets at once. */
const NO_LOCK = `
var NoLockService = (function () {
  var lock = { tryLock: function () { return true; }, waitLock: function () {}, releaseLock: function () {} };
  return { getDocumentLock: function () { return lock; }, getScriptLock: function () { return lock; } };
})();`;

describe('commands that run at the same time', () => {
  beforeAll(() => buildWhenStale(root));

  it('end as some order of them alone would, and never with two holders of a customer', async () => {
    const report = await runSearch(openRaceWorld(root), { perPair: 2, everyPair: 24, groups: 9, seed: 3 });
    expect(report.lost).toEqual([]);
    expect(report.runs).toBeGreaterThan(45);
  });

  it('are caught by the search where the lock is taken away', async () => {
    const unlocked = openRaceWorld(
      root,
      (code) => `${code.replaceAll('LockService', 'NoLockService')}\n${NO_LOCK}`,
    );
    const report = await runSearch(unlocked, {
      perPair: 4,
      everyPair: 16,
      groups: 0,
      seed: 3,
      untilLost: true,
    });
    expect(report.lost).toHaveLength(1);
  });
});
