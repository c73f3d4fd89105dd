/**
 * Reduces Google's discovery documents to the methods that the local Workspace serves and the schemas that these reach:
 * `tsx scripts/generate-discovery.ts FOLDER`, where FOLDER holds `sheets-v4.json`, `drive-v3.json`, `script-v1.json`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { reduceDiscovery, SERVED } from './discovery/reduce-discovery.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Usage: tsx scripts/generate-discovery.ts FOLDER');
  process.exitCode = 2;
} else {
  for (const name of Object.keys(SERVED)) {
    const reduced = reduceDiscovery(name, JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')));
    const target = resolve(import.meta.dirname, `../src/sandbox/rest/discovery/${name}.generated.json`);
    writeFileSync(target, `${JSON.stringify(reduced)}\n`);
  }
}
