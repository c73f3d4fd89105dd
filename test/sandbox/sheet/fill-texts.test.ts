import { expect, test } from 'vitest';
import { fillTexts } from '../../../src/sandbox/server/sheet/fill-texts.ts';
import type { Cell } from '../../../src/sandbox/store/cells.ts';

const cases: readonly {
  readonly name: string;
  readonly source: readonly Cell[];
  readonly format?: string;
  readonly backwards?: boolean;
  readonly expected: readonly string[];
}[] = [
  { name: 'repeats a single number', source: [5], expected: ['5', '5', '5'] },
  { name: 'counts on at equal steps', source: [10, 20], expected: ['30', '40', '50'] },
  { name: 'counts on in decimals without noise', source: [0.1, 0.2], expected: ['0.3', '0.4', '0.5'] },
  { name: 'repeats numbers at unequal steps', source: [1, 2, 4], expected: ['1', '2', '4'] },
  { name: 'counts down before the first', source: [10, 20], backwards: true, expected: ['0', '-10', '-20'] },
  {
    name: 'goes on by days from a single date, over the end of a month',
    source: [{ d: 46_052 }],
    format: 'yyyy-mm-dd',
    expected: ['2026-01-31', '2026-02-01', '2026-02-02'],
  },
  { name: 'counts on what ends in a number', source: ['Q-009'], expected: ['Q-010', 'Q-011', 'Q-012'] },
  { name: 'repeats other texts in turn', source: ['a', 'b'], expected: ['a', 'b', 'a'] },
  { name: 'keeps texts that look like formulas', source: ['=x'], expected: ["'=x", "'=x", "'=x"] },
  { name: 'repeats what is mixed', source: [1, 'x'], expected: ['1', 'x', '1'] },
];

test.each(cases)('Filling $name', ({ source, format, backwards = false, expected }) => {
  const cells = source.map((cell) => ({ cell, format }));
  expect(fillTexts(cells, 3, backwards)).toEqual(expected);
});
