import { describe, expect, test } from 'vitest';
import { cellName } from '../../../src/registry/audit/cell-name.ts';
import { showBoth, showValue } from '../../../src/registry/audit/show-value.ts';
import type { Column, ColumnType } from '../../../src/registry/schema/column.ts';

describe('A value in a finding', () => {
  const show = (type: ColumnType, text: string, currency: string) =>
    showValue(
      { type, currency: () => currency } as unknown as Column<never>,
      text,
      {} as never,
      'Asia/Tokyo',
    );

  test.each([
    { type: 'amount', text: '1250', currency: 'USD', shown: 'USD 1,250.00' },
    { type: 'amount', text: '-250.05', currency: 'USD', shown: 'USD -250.05' },
    { type: 'amount', text: '1234565', currency: 'JPY', shown: 'JPY 1,234,565' },
    { type: 'amount', text: '100', currency: 'KWD', shown: 'KWD 100.000' },
    // More decimals than the currency has are what is wrong.
    { type: 'amount', text: '10.005', currency: 'USD', shown: 'USD 10.005' },
    { type: 'amount', text: 'fifty', currency: 'USD', shown: 'fifty' },
    { type: 'amount', text: '12.5', currency: '', shown: '12.5' },
    { type: 'moment', text: '2026-01-06T16:00:00Z', currency: '', shown: '2026-01-07 01:00:00' },
    { type: 'moment', text: 'soon', currency: '', shown: 'soon' },
    { type: 'date', text: '2026-01-06', currency: '', shown: '2026-01-06' },
  ] as const)('is shown as people write it: $text as $type is $shown', ({ type, text, currency, shown }) => {
    expect(show(type, text, currency)).toBe(shown);
  });

  test('that is long is shown from shortly before the place where it is another', () => {
    const same = 'The same for both. '.repeat(20);
    const { found, expected } = showBoth(`${same}One\nway.`, `${same}The other.`);
    expect(found).toBe('… The same for both. One way.');
    expect(expected).toBe('… The same for both. The other.');
  });
});

test.each([
  { row: 1, column: 1, name: 'A1' },
  { row: 14, column: 26, name: 'Z14' },
  { row: 2, column: 27, name: 'AA2' },
  { row: 9, column: 52, name: 'AZ9' },
  { row: 9, column: 53, name: 'BA9' },
  { row: 1, column: 703, name: 'AAA1' },
])('Row $row, column $column is $name', ({ row, column, name }) => {
  expect(cellName(row, column)).toBe(name);
});
