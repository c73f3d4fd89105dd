import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';
import { packText } from './pack-text.ts';

const UNPACK = fileURLToPath(new URL('./unpack-text.ts', import.meta.url));

/** Shorter literals are left as they are. */
const LONG = 1000;

const STRING = /"([^"\\\n]*)"/g;
const NUMBERS = /\[([\d,\s]*)\]/g;

/**
 * Packs the public suffix list while it is bundled: it would be a quarter of the script, half of it commas between zeros.
 * The values that the library sees are the same.
 */
export const packSuffixList: Plugin = {
  name: 'pack-suffix-list',
  setup({ onLoad }) {
    onLoad({ filter: /tldts[\\/]dist[\\/]es6[\\/]src[\\/]data[\\/]trie\.js$/ }, async ({ path }) => {
      const packed = packLiterals(await readFile(path, 'utf8'));
      return { loader: 'js', contents: `import { unpackText } from ${JSON.stringify(UNPACK)};\n${packed}` };
    });
  },
};

/** The module with each long text and each long list of numbers replaced by what unpacks it. */
export function packLiterals(source: string): string {
  return source
    .replace(STRING, (literal, text: string) => (text.length < LONG ? literal : unpacking(text)))
    .replace(NUMBERS, (literal, numbers: string) => {
      return numbers.length < LONG
        ? literal
        : `${unpacking(numbers.replace(/\s/g, ''))}.split(',').map(Number)`;
    });
}

function unpacking(text: string): string {
  return `unpackText(${JSON.stringify(packText(text))})`;
}
