import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** The loop in which the library derives its index while it is loaded, up to the first line of the next section. */
const LOOP = /\nfor \(let node = 0, offset = 0;[\s\S]*?\n\}\n/;
const LOOKUP = 'export default function suffixLookup(hostname, options, out) {\n';

/**
 * Lets tldts derive its index at the first lookup instead of while it is loaded. A library is loaded once elsewhere;
 * Apps Script evaluates the whole add-on anew for every execution, and most of them look no domain up.
 */
export const deferSuffixIndex: Plugin = {
  name: 'defer-suffix-index',
  setup({ onLoad }) {
    onLoad({ filter: /tldts[\\/]dist[\\/]es6[\\/]src[\\/]suffix-trie\.js$/ }, async ({ path }) => ({
      loader: 'js',
      contents: deferIndex(await readFile(path, 'utf8')),
    }));
  },
};

/** The module with its loop in a function that the first lookup calls. Throws where the module has another shape. */
export function deferIndex(source: string): string {
  const loop = LOOP.exec(source)?.[0];
  if (loop === undefined || !source.includes(LOOKUP)) {
    throw new Error(
      'tldts derives its index in another way than before: look at scripts/build/defer-suffix-index.ts.',
    );
  }
  return source
    .replace(loop, () => `\nlet isIndexed = false;\nfunction deriveIndex() {\nisIndexed = true;${loop}}\n`)
    .replace(LOOKUP, () => `${LOOKUP}    if (!isIndexed) deriveIndex();\n`);
}
