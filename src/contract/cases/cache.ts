import { type ContractGroup, UNDOCUMENTED } from '../case.ts';

const CACHE = 'apps-script/reference/cache/cache';

/** Does something with the person's own cache under a key that nobody else has. */
function inCache<T>(work: (cache: GoogleAppsScript.Cache.Cache, key: string) => T): T {
  const cache = CacheService.getUserCache();
  const key = `live check ${Utilities.getUuid()}`;
  try {
    return work(cache, key);
  } finally {
    cache.remove(key);
  }
}

export const CACHE_CASES: ContractGroup = {
  title: 'Caches',
  needs: 'nothing',
  cases: [
    {
      title: 'answer null for what was never put',
      source: CACHE,
      observe: () => inCache((cache, key) => cache.get(key)),
      returns: null,
    },
    {
      title: 'keep what is put until it is removed',
      source: CACHE,
      observe: () =>
        inCache((cache, key) => {
          cache.put(key, 'é');
          const kept = cache.get(key);
          cache.remove(key);
          return [kept, cache.get(key)];
        }),
      returns: ['é', null],
    },
    {
      title: 'forget what is cached when its time is over',
      source: CACHE,
      observe: () =>
        inCache((cache, key) => {
          cache.put(key, 'v', 1);
          Utilities.sleep(3000);
          return cache.get(key);
        }),
      returns: null,
    },
    {
      title: 'take 100 KB a value and no more',
      source: CACHE,
      observe: () => inCache((cache, key) => cache.put(key, 'x'.repeat(100 * 1024 + 1))),
      throws: 'Argument too large: value',
    },
    {
      title: 'take keys of 250 characters and no more',
      source: CACHE,
      observe: () => CacheService.getUserCache().put('k'.repeat(251), 'v', 1),
      throws: 'Argument too large: key',
    },
    {
      title: 'keep nothing for longer than six hours',
      source: UNDOCUMENTED,
      observe: () => inCache((cache, key) => cache.put(key, 'v', 21_601)),
      throws: 'Invalid argument: expirationInSeconds',
    },
  ],
};
