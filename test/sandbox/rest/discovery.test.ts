import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { reduceDiscovery, SERVED } from '../../../scripts/discovery/reduce-discovery.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const ORIGINALS = resolve(ROOT, '../shared/data/discovery');

test.skipIf(!existsSync(ORIGINALS)).each(Object.keys(SERVED))(
  'The reduced form of %s is what its document gives',
  (name) => {
    const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
    const original = read(resolve(ORIGINALS, `${name}.json`)) as Readonly<Record<string, unknown>>;
    const kept = read(resolve(ROOT, `src/sandbox/rest/discovery/${name}.generated.json`));
    expect(kept).toEqual(JSON.parse(JSON.stringify(reduceDiscovery(name, original))));
  },
);
