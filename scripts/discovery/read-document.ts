import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentOfTypes } from './document-of-types.ts';

type Document = { readonly [key: string]: unknown };

/** Whether the document of an API is made from what googleapis brings, so that no folder of documents is needed. */
export function isMadeOfTypes(name: string): boolean {
  return name === 'forms-v1';
}

/** The discovery document of that name from a folder of them, or from googleapis below `root`. */
export function readDocument(name: string, root: string, folder: string): Document {
  if (!isMadeOfTypes(name)) return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  const [api = '', version = ''] = name.split('-');
  const library = join(root, 'node_modules/googleapis');
  const read = (path: string): string => readFileSync(join(library, path), 'utf8');
  const { version: release } = JSON.parse(read('package.json')) as { readonly version: string };
  return documentOfTypes(
    api,
    read(`build/src/apis/${api}/${version}.d.ts`),
    read(`build/src/apis/${api}/${version}.js`),
    release,
  );
}
