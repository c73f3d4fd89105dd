import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { getDomain } from 'tldts';
import { describe, expect, it } from 'vitest';
import { deferIndex, deferSuffixIndex } from '../../scripts/build/defer-suffix-index.ts';

const HOSTS = [
  'www.globex.co.uk',
  'northwind.example',
  'acme.github.io',
  'www.ck',
  'a.b.kobe.jp',
  'city.kobe.jp',
  'shop.blogspot.com',
  'localhost',
];

describe('the index of public suffixes, derived when it is first needed', () => {
  it('gives the same domains as the library', async () => {
    const { outputFiles } = await build({
      stdin: { contents: "export { getDomain } from 'tldts';", resolveDir: import.meta.dirname },
      bundle: true,
      write: false,
      format: 'esm',
      mainFields: ['module', 'main'],
      plugins: [deferSuffixIndex],
    });
    const text = outputFiles[0]?.text ?? '';
    const deferred: { getDomain: typeof getDomain } = await import(
      `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`
    );
    const options = { allowPrivateDomains: true };
    expect(HOSTS.map((host) => deferred.getDomain(host, options))).toEqual(
      HOSTS.map((host) => getDomain(host, options)),
    );
    expect(text).toContain('deriveIndex');
  });

  it('refuses a module of another shape, so that a new version of the library is looked at', () => {
    const source = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
    expect(() => deferIndex(source)).toThrow('derives its index in another way');
  });
});
