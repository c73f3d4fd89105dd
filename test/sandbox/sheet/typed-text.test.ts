import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typedText } from '../../../src/sandbox/server/sheet/typed-text.ts';
import type { Cell } from '../../../src/sandbox/store/cells.ts';
import { coerceText } from '../../../src/sandbox/store/coerce-value.ts';

const CONTEXT = { timeZone: 'Europe/Berlin', year: 2026 };

const anyText = fc.oneof(
  fc.string(),
  fc.constantFrom('=1+1', "'quoted", '1/2', '007', 'TRUE', '12%', '+1', '$5', 'Jan 5', '10:30', '1e5', ' 7'),
);

const date = fc
  .record({ day: fc.integer({ min: 2, max: 60_000 }), second: fc.integer({ min: 0, max: 86_399 }) })
  .map(({ day, second }): Cell => ({ d: day + second / 86_400 }));

test('The text of a cell, typed again, makes the same cell', () => {
  const cells = fc.oneof(anyText, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), date);
  const formats = fc.constantFrom(undefined, '0.00', 'yyyy-mm-dd', 'd mmm yyyy', '0%', '#,##0');
  fc.assert(
    fc.property(cells, formats, (cell, format) => {
      const again = coerceText(typedText(cell, format), format, CONTEXT).cell;
      if (typeof cell === 'object') {
        const serial = typeof again === 'object' && 'd' in again ? again.d : Number.NaN;
        expect(serial).toBeCloseTo('d' in cell ? cell.d : Number.NaN, 7);
      } else expect(again).toEqual(cell === 0 ? 0 : cell);
    }),
    { numRuns: 300, seed: 7 },
  );
});

test('Text stays text in a column of text', () => {
  fc.assert(
    fc.property(anyText, (text) => coerceText(typedText(text, '@'), '@', CONTEXT).cell === text),
    { numRuns: 200, seed: 7 },
  );
});

test('A date is told as it was typed where that says it all', () => {
  expect(typedText({ d: 46_027, n: 'yyyy-mm-dd' }, undefined)).toBe('2026-01-05');
  expect(typedText({ d: 46_027 }, 'mmm yyyy')).toBe('2026-01-05');
});
