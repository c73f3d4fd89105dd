import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { formatCsv } from '../../../src/core/text/format-csv.ts';

const cellOf = (text: string) => formatCsv(['H'], [[{ text }]]).split('\r\n')[1];

describe('a CSV file', () => {
  test.each([
    { name: 'a name', text: 'Globex "GmbH", Köln', cell: '"Globex ""GmbH"", Köln"' },
    { name: 'a formula', text: '=IMPORTXML("x")', cell: '"\'=IMPORTXML(""x"")"' },
    { name: 'a formula behind white space', text: ' +1', cell: '"\' +1"' },
    { name: 'an address of a program', text: '@SUM(1)', cell: '"\'@SUM(1)"' },
    { name: 'digits that a number would lose', text: '007', cell: '"\'007"' },
    { name: 'a fraction that is a date', text: '1/2', cell: '"\'1/2"' },
    { name: 'a month and a number', text: 'DEC-12', cell: '"\'DEC-12"' },
    { name: 'a power of ten', text: '1E5', cell: '"\'1E5"' },
    { name: 'a reference', text: 'PAY-1', cell: '"PAY-1"' },
    { name: 'nothing', text: '', cell: '""' },
  ])('keeps $name as it is', ({ text, cell }) => {
    expect(cellOf(text)).toBe(cell);
  });

  test('is read back as it was written, whatever the text, with an apostrophe at most before it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 }), (texts) => {
        const csv = formatCsv(
          texts.map((_, i) => `H${i}`),
          [texts.map((text) => ({ text })), texts.map(() => ({ plain: '-1234.50' }))],
        );
        const read = Papa.parse<string[]>(csv.slice(1), { newline: '\r\n', delimiter: ',' }).data;
        expect(csv.startsWith('\uFEFF')).toBe(true);
        expect(read[1]?.map((cell, i) => (cell === `'${texts[i]}` ? texts[i] : cell))).toEqual(texts);
        expect(read[2]).toEqual(texts.map(() => '-1234.50'));
        expect(read[1]?.filter((cell) => /^\s*[=+@-]/.test(cell))).toEqual([]);
      }),
    );
  });
});
