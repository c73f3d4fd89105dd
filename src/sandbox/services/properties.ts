import { ServiceError } from '../errors.ts';
import type { Execution } from '../execution/execution.ts';
import { defineClass, defineService, mergeMethods, SELF } from './define.ts';
import { flag, handleOf, record, text } from './shapes.ts';

type PropertiesHandle = { readonly $: 'Properties'; readonly store: string };

const MAX_VALUE_BYTES = 9 * 1024;
const MAX_STORE_BYTES = 500 * 1024;

function storeOf(execution: Execution, handle: PropertiesHandle): Record<string, string> {
  const { stores } = execution.start.script;
  const store = stores[handle.store] ?? {};
  stores[handle.store] = store;
  return store;
}

/** Source: apps-script/guides/services/quotas, "Properties value size" and "Properties total storage". */
function put(store: Record<string, string>, key: string, value: string): void {
  if (Buffer.byteLength(value) > MAX_VALUE_BYTES) {
    throw new ServiceError(`Argument too large: value`);
  }
  const others = Object.entries(store).filter(([other]) => other !== key);
  const total = others.reduce(
    (sum, [name, kept]) => sum + Buffer.byteLength(name) + Buffer.byteLength(kept),
    0,
  );
  if (total + Buffer.byteLength(key) + Buffer.byteLength(value) > MAX_STORE_BYTES) {
    throw new ServiceError(
      'You have exceeded the property storage quota. Please remove some properties and try again.',
    );
  }
  store[key] = value;
}

const service = defineService('PropertiesService', (define) => {
  define('free', 'getScriptProperties', [], () => ({ $: 'Properties', store: 'script' }));
  define('free', 'getDocumentProperties', [], () => ({ $: 'Properties', store: 'document' }));
  define('free', 'getUserProperties', [], (execution) => {
    return { $: 'Properties', store: `user:${execution.start.effectiveUser}` };
  });
});

const store = defineClass('Properties', handleOf<PropertiesHandle>('Properties'), (define) => {
  define('read', 'getProperty', [text], (execution, on, key) => storeOf(execution, on)[key] ?? null);
  define('read', 'getProperties', [], (execution, on) => ({ ...storeOf(execution, on) }));
  define('read', 'getKeys', [], (execution, on) => Object.keys(storeOf(execution, on)));
  define('write', 'setProperty', [text, text], (execution, on, key, value) => {
    put(storeOf(execution, on), key, value);
    return SELF;
  });
  define('write', 'setProperties', [record], (execution, on, values) => {
    for (const [key, value] of Object.entries(values)) put(storeOf(execution, on), key, String(value));
    return SELF;
  });
  define('write', 'setProperties', [record, flag], (execution, on, values, deleteOthers) => {
    if (deleteOthers) execution.start.script.stores[on.store] = {};
    for (const [key, value] of Object.entries(values)) put(storeOf(execution, on), key, String(value));
    return SELF;
  });
  define('write', 'deleteProperty', [text], (execution, on, key) => {
    delete storeOf(execution, on)[key];
    return SELF;
  });
  define('write', 'deleteAllProperties', [], (execution, on) => {
    execution.start.script.stores[on.store] = {};
    return SELF;
  });
});

/** PropertiesService: string stores of the script, the document and each user. */
export const propertiesMethods = mergeMethods([service, store]);
