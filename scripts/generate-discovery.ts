/**
 * Reduces Google's discovery documents to the methods that the local Workspace serves and the schemas that these reach:
 * `tsx scripts/generate-discovery.ts FOLDER`, where FOLDER holds `sheets-v4.json`, `drive-v3.json`, `script-v1.json`. That
 * of Forms is made from googleapis' types.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readDocument } from './discovery/read-document.ts';
import { reduceDiscovery, SERVED } from './discovery/reduce-discovery.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Usage: tsx scripts/generate-discovery.ts FOLDER');
  process.exitCode = 2;
} else {
  const root = resolve(import.meta.dirname, '..');
  for (const name of Object.keys(SERVED)) {
    const reduced = reduceDiscovery(name, readDocument(name, root, folder));
    const target = resolve(root, `src/sandbox/rest/discovery/${name}.generated.json`);
    writeFileSync(target, `${JSON.stringify(reduced)}\n`);
  }
}
