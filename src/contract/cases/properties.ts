import type { ContractGroup } from '../case.ts';

const PROPERTIES = 'apps-script/reference/properties/properties';
const QUOTAS = 'apps-script/guides/services/quotas';

/** Begins every key that a behaviour sets. */
const KEY = 'live check ';

type Store = GoogleAppsScript.Properties.Properties;

/** Does something with a store of the person's own, and leaves nothing behind in it: the script's own store is in use. */
function inStore<T>(work: (store: Store) => T): T {
  const store = PropertiesService.getUserProperties();
  tidy(store);
  try {
    return work(store);
  } finally {
    tidy(store);
  }
}

function tidy(store: Store): void {
  for (const key of store.getKeys()) if (key.startsWith(KEY)) store.deleteProperty(key);
}

export const PROPERTIES_CASES: ContractGroup = {
  title: 'Properties',
  needs: 'nothing',
  cases: [
    {
      title: 'are null where they were never set',
      source: PROPERTIES,
      observe: () => inStore((store) => store.getProperty(`${KEY}x`)),
      returns: null,
    },
    {
      title: 'come back as they were set, and are gone when they are deleted',
      source: PROPERTIES,
      observe: () =>
        inStore((store) => {
          store.setProperty(`${KEY}x`, 'é\n');
          const kept = store.getProperty(`${KEY}x`);
          store.deleteProperty(`${KEY}x`);
          return [kept, store.getProperty(`${KEY}x`)];
        }),
      returns: ['é\n', null],
    },
    {
      title: 'of the script are apart from those of the person',
      source: 'apps-script/guides/properties',
      observe: () =>
        inStore((store) => {
          store.setProperty(`${KEY}x`, 'mine');
          return PropertiesService.getScriptProperties().getProperty(`${KEY}x`);
        }),
      returns: null,
    },
    {
      title: 'hold strings only',
      source: PROPERTIES,
      // @ts-expect-error: a number is no text
      observe: () => inStore((store) => store.setProperty(`${KEY}x`, 5).getProperty(`${KEY}x`)),
      throws: "The parameters (String,number) don't match the method signature",
    },
    {
      title: 'take 9 KB a value',
      source: QUOTAS,
      observe: () =>
        inStore((store) => store.setProperty(`${KEY}a`, 'x'.repeat(9216)).getProperty(`${KEY}a`)?.length),
      returns: 9216,
    },
    {
      title: 'take no more than 9 KB a value',
      source: QUOTAS,
      observe: () => inStore((store) => store.setProperty(`${KEY}b`, 'x'.repeat(9217)).getKeys().length),
      throws: 'Argument too large: value',
    },
    {
      title: 'take 500 KB a store',
      source: QUOTAS,
      observe: () =>
        inStore((store) => {
          for (let i = 0; i < 60; i++) store.setProperty(`${KEY}${i}`, 'x'.repeat(9000));
          return store.getKeys().length;
        }),
      throws: 'You have exceeded the property storage quota.',
    },
  ],
};
