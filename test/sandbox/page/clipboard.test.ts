import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCells, writeCells } from '../../../src/sandbox/page/sheet/read-clipboard.ts';

test('Copied cells are read as they were, whatever they contain', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('a\tb', 'two\nlines', 'say "hi"', '"', ''));
  const block = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
    .chain(([rows, cols]) =>
      fc.array(fc.array(cell, { minLength: cols, maxLength: cols }), { minLength: rows, maxLength: rows }),
    );
  fc.assert(
    fc.property(block, (cells) => {
      const plain = cells.map((row) => row.map((text) => text.replaceAll('\r', ' ')));
      // Trailing emptiness is not told from the line break at the end.
      fc.pre(plain.at(-1)?.some((text) => text !== '') === true);
      expect(readCells(writeCells(plain))).toEqual(plain);
    }),
    { numRuns: 200, seed: 7 },
  );
});

test('What Excel puts on the clipboard is read without its last line break', () => {
  expect(readCells('a\tb\r\n"x ""y"""\t\r\n')).toEqual([
    ['a', 'b'],
    ['x "y"', ''],
  ]);
});

test('A lone quotation mark is a text like any other', () => {
  expect(readCells('"open\tb')).toEqual([['"open', 'b']]);
});

test('An empty clipboard holds no cells', () => {
  expect(readCells('')).toBeUndefined();
});
