import { describe, expect, test } from 'vitest';
import { libraryOf } from '../../scripts/build/measure-libraries.ts';

const cases = [
  { name: 'a package', path: 'node_modules/tldts/dist/index.js', library: 'tldts' },
  { name: 'a package with a scope', path: 'node_modules/@js/thing/index.js', library: '@js/thing' },
  { name: 'a package inside another', path: 'node_modules/a/node_modules/b/index.js', library: 'b' },
  { name: 'a room of our own', path: 'src/core/money/money.ts', library: 'src/core' },
  { name: 'a path of Windows', path: 'src\\core\\money.ts', library: 'src/core' },
];

describe('The cost of a file', () => {
  for (const { name, path, library } of cases) {
    test(`is counted for ${name}`, () => {
      expect(libraryOf(path)).toBe(library);
    });
  }
});
