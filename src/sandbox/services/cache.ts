import { ServiceError } from '../errors.ts';
import type { Execution } from '../execution/execution.ts';
import type { CacheEntry } from '../world-state.ts';
import { defineClass, defineService, mergeMethods } from './define.ts';
import { handleOf, int, listOf, record, text } from './shapes.ts';

type CacheHandle = { readonly $: 'Cache'; readonly store: string };

const DEFAULT_SECONDS = 600;
const MAX_SECONDS = 21_600;
const MAX_KEY = 250;
const MAX_VALUE_BYTES = 100 * 1024;
const MAX_ITEMS = 1000;
const KEPT_ITEMS = 900;

function storeOf(execution: Execution, on: CacheHandle): Record<string, CacheEntry> {
  const { caches } = execution.start.script;
  const store = caches[on.store] ?? {};
  caches[on.store] = store;
  return store;
}

function get(execution: Execution, on: CacheHandle, key: string): string | null {
  const entry = storeOf(execution, on)[key];
  return entry === undefined || entry.until <= execution.now ? null : entry.value;
}

function put(execution: Execution, on: CacheHandle, key: string, value: string, seconds: number): undefined {
  if (key === '' || key.length > MAX_KEY) throw new ServiceError('Argument too large: key');
  if (Buffer.byteLength(value) > MAX_VALUE_BYTES) throw new ServiceError('Argument too large: value');
  if (seconds < 1 || seconds > MAX_SECONDS) throw new ServiceError('Invalid argument: expirationInSeconds');
  const store = storeOf(execution, on);
  store[key] = { value, until: execution.now + seconds * 1000 };
  const keys = Object.keys(store);
  if (keys.length <= MAX_ITEMS) return;
  const byAge = keys.sort((a, b) => (store[a]?.until ?? 0) - (store[b]?.until ?? 0));
  for (const old of byAge.slice(0, keys.length - KEPT_ITEMS)) delete store[old];
}

const service = defineService('CacheService', (define) => {
  define('free', 'getScriptCache', [], () => ({ $: 'Cache', store: 'script' }));
  define('free', 'getDocumentCache', [], () => ({ $: 'Cache', store: 'document' }));
  define('free', 'getUserCache', [], (x) => ({ $: 'Cache', store: `user:${x.start.effectiveUser}` }));
});

const cache = defineClass('Cache', handleOf<CacheHandle>('Cache'), (define) => {
  define('read', 'get', [text], (execution, on, key) => get(execution, on, key));
  define('read', 'getAll', [listOf(text)], (execution, on, keys) => {
    const found = keys.map((key) => [key, get(execution, on, key)] as const);
    return Object.fromEntries(found.filter(([, value]) => value !== null));
  });
  define('write', 'put', [text, text], (x, on, key, value) => put(x, on, key, value, DEFAULT_SECONDS));
  define('write', 'put', [text, text, int], (x, on, key, value, seconds) => put(x, on, key, value, seconds));
  define('write', 'putAll', [record], (x, on, values) => {
    for (const [key, value] of Object.entries(values)) put(x, on, key, String(value), DEFAULT_SECONDS);
  });
  define('write', 'putAll', [record, int], (x, on, values, seconds) => {
    for (const [key, value] of Object.entries(values)) put(x, on, key, String(value), seconds);
  });
  define('write', 'remove', [text], (x, on, key) => {
    delete storeOf(x, on)[key];
  });
  define('write', 'removeAll', [listOf(text)], (x, on, keys) => {
    for (const key of keys) delete storeOf(x, on)[key];
  });
});

/** CacheService, a hint that may be forgotten. Source: apps-script/reference/cache/cache. */
export const cacheMethods = mergeMethods([service, cache]);
