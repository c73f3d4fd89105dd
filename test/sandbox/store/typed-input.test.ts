import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../src/sandbox/store/cells.ts';
import { serialOfDay } from '../../../src/sandbox/store/serial-date.ts';
import { parseTypedInput } from '../../../src/sandbox/store/typed-input.ts';

const YEAR = 2026;

interface Case {
  readonly text: string;
  readonly cell: Cell;
}

const numbers: readonly Case[] = [
  { text: '42', cell: 42 },
  { text: ' 42 ', cell: 42 },
  { text: '007', cell: 7 },
  { text: '-1.50', cell: -1.5 },
  { text: '+5', cell: 5 },
  { text: '.5', cell: 0.5 },
  { text: '1,234,567.8', cell: 1_234_567.8 },
  { text: '12.5%', cell: 0.125 },
  { text: '1e3', cell: 1000 },
  { text: '(12)', cell: -12 },
  { text: '-$3', cell: -3 },
  { text: '€1,000', cell: 1000 },
];

const literals = [
  'Acme',
  '1,23',
  '1,2345',
  '1.2.3',
  '+34 600 123',
  '0x10',
  'Infinity',
  'NaN',
  '-',
  '.',
  '%',
  '=',
  '$',
  '1-2-3-4',
  '2026-13-01',
  '2026-02-29',
  '13/13/2026',
  '2026-01-05T09:00:00Z',
  'May',
  'March 32',
  '24:00',
  'L-0001',
  'Decker 5',
  'x'.repeat(200),
];

const dates: readonly { readonly text: string; readonly date: readonly [number, number, number] }[] = [
  { text: '2026-10-02', date: [2026, 10, 2] },
  { text: '2026/10/2', date: [2026, 10, 2] },
  { text: '10/2/2026', date: [2026, 10, 2] },
  { text: '10-2-2026', date: [2026, 10, 2] },
  { text: '10/2/26', date: [2026, 10, 2] },
  { text: '10/2/99', date: [1999, 10, 2] },
  { text: '1/2', date: [2026, 1, 2] },
  { text: '2026-10', date: [2026, 10, 1] },
  { text: '10/2026', date: [2026, 10, 1] },
  { text: 'October 2, 2026', date: [2026, 10, 2] },
  { text: 'Oct 2', date: [2026, 10, 2] },
  { text: '2 oct 2026', date: [2026, 10, 2] },
  { text: '2-Oct-26', date: [2026, 10, 2] },
  { text: 'may 2027', date: [2027, 5, 1] },
  { text: '2028-02-29', date: [2028, 2, 29] },
];

describe('Typed input', () => {
  test.each(numbers)('reads $text as a number', ({ text, cell }) => {
    expect(parseTypedInput(text, YEAR).cell).toBe(cell);
  });

  test.each(dates)('reads $text as a date', ({ text, date: [year, month, day] }) => {
    expect(parseTypedInput(text, YEAR).cell).toMatchObject({ d: serialOfDay(year, month, day) });
  });

  test.each(literals)('keeps %s as text', (text) => {
    expect(parseTypedInput(text, YEAR).cell).toBe(text);
  });

  const times: readonly { readonly text: string; readonly minutes: number }[] = [
    { text: '9:30', minutes: 570 },
    { text: '9:30 PM', minutes: 1290 },
    { text: '12:15 am', minutes: 15 },
    { text: '23:59', minutes: 1439 },
  ];
  test.each(times)('reads $text as a time of day', ({ text, minutes }) => {
    expect(parseTypedInput(text, YEAR).cell).toMatchObject({ d: minutes / 1440 });
  });

  test('reads a date with a time', () => {
    const noon = (serialOfDay(2026, 10, 2) ?? 0) + 0.5;
    expect(parseTypedInput('2026-10-02 12:00:00', YEAR).cell).toMatchObject({ d: noon });
    expect(parseTypedInput('10/2/2026, 12:00 PM', YEAR).cell).toMatchObject({ d: noon });
  });

  test('brings along the format that the text shows', () => {
    expect(parseTypedInput('50%', YEAR)).toEqual({ cell: 0.5, format: '0%' });
    expect(parseTypedInput('$1,000.00', YEAR)).toEqual({ cell: 1000, format: '"$"#,##0.00' });
  });

  test('makes formulas of what begins with an equals sign', () => {
    expect(parseTypedInput('=IMPORTXML("x")', YEAR).cell).toEqual({ f: '=IMPORTXML("x")' });
  });

  test('keeps anything behind an apostrophe literal', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseTypedInput(`'${text}`, YEAR).cell).toBe(text);
      }),
    );
  });

  test('reads every plain decimal number as itself', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000, max: 1_000_000 }),
        fc.integer({ min: 0, max: 99 }),
        (whole, cents) => {
          const text = `${whole}.${String(cents).padStart(2, '0')}`;
          expect(parseTypedInput(text, YEAR).cell).toBe(Number(text) === 0 ? 0 : Number(text));
        },
      ),
    );
  });
});
