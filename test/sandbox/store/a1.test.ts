import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxOfA1, columnLetters, columnNumber, formatA1, parseA1 } from '../../../src/sandbox/store/a1.ts';

describe('A1 notation', () => {
  const cases = [
    { text: 'B2', box: { row: 2, col: 2, rows: 1, cols: 1 } },
    { text: '$B$2:$C9', box: { row: 2, col: 2, rows: 8, cols: 2 } },
    { text: 'c9:B2', box: { row: 2, col: 2, rows: 8, cols: 2 } },
    { text: 'C2:C', box: { row: 2, col: 3, rows: 99, cols: 1 } },
    { text: '2:2', box: { row: 2, col: 1, rows: 1, cols: 10 } },
    { text: 'A:B', box: { row: 1, col: 1, rows: 100, cols: 2 } },
    { text: "'It''s mine'!A1", box: { row: 1, col: 1, rows: 1, cols: 1 }, tab: "It's mine" },
    { text: 'Leads!B:B', box: { row: 1, col: 2, rows: 100, cols: 1 }, tab: 'Leads' },
  ];
  test.each(cases)('reads $text', ({ text, box, tab }) => {
    const parsed = parseA1(text);
    expect(parsed?.tab).toBe(tab);
    expect(parsed && boxOfA1(parsed, 100, 10)).toEqual(box);
  });

  test.each(['', 'A', '1', 'A0', 'A1:', 'A1:B2:C3', 'Ä1', 'A1 B2', 'AAAA1'])('does not read %j', (text) => {
    expect(parseA1(text)).toBeUndefined();
  });

  test('writes what it reads', () => {
    const cell = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(cell, fc.integer({ min: 1, max: 18_278 }), cell, cell, (row, col, rows, cols) => {
        const box = { row, col, rows, cols: Math.min(cols, 18_278 - col + 1) };
        const parsed = parseA1(formatA1(box));
        expect(parsed && boxOfA1(parsed, 0, 0)).toEqual(box);
      }),
      { examples: [[1, 1, 1, 1]] },
    );
  });

  test('numbers columns by letters without a gap', () => {
    expect([1, 26, 27, 702, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
    fc.assert(fc.property(fc.integer({ min: 1, max: 18_278 }), (n) => columnNumber(columnLetters(n)) === n));
  });
});
