import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isMadeOfTypes, readDocument } from '../../../scripts/discovery/read-document.ts';
import { reduceDiscovery, SERVED } from '../../../scripts/discovery/reduce-discovery.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const ORIGINALS = resolve(ROOT, '../shared/data/discovery');

describe.each(Object.keys(SERVED))('The reduced form of %s', (name) => {
  const isThere = isMadeOfTypes(name) || existsSync(ORIGINALS);

  test.skipIf(!isThere)('is what its document gives', () => {
    const kept = JSON.parse(
      readFileSync(resolve(ROOT, `src/sandbox/rest/discovery/${name}.generated.json`), 'utf8'),
    );
    const reduced = reduceDiscovery(name, readDocument(name, ROOT, ORIGINALS));
    expect(kept).toEqual(JSON.parse(JSON.stringify(reduced)));
  });

  test('has every method that is served, with path and scopes', () => {
    const { methods } = JSON.parse(
      readFileSync(resolve(ROOT, `src/sandbox/rest/discovery/${name}.generated.json`), 'utf8'),
    );
    expect(methods.map(({ id }: { id: string }) => id).sort()).toEqual([...(SERVED[name] ?? [])].sort());
    for (const { path, scopes } of methods) {
      expect(path).not.toBe('');
      expect(scopes).not.toEqual([]);
    }
  });
});
