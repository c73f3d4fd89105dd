import { describe, expect, it } from 'vitest';
import { formatCell } from '../../scripts/replay/format-cell.ts';
import type { ColumnType } from '../../src/registry/schema/column.ts';
import type { TableValue } from '../../src/sandbox/store/read-table.ts';

describe('formatCell', () => {
  const cases: { name: string; cell: TableValue; type?: ColumnType; currency?: string; text: string }[] = [
    { name: 'an empty cell', cell: '', type: 'date', text: '' },
    { name: 'a text that looks like a number', cell: '007', type: 'amount', currency: 'USD', text: '007' },
    { name: 'a date', cell: { date: '2026-01-05' }, type: 'date', text: '2026-01-05' },
    {
      name: 'a time in winter',
      cell: { date: '2026-01-05T10:00:00' },
      type: 'moment',
      text: '2026-01-05T10:00:00-06:00',
    },
    {
      name: 'midnight of a time column',
      cell: { date: '2026-01-05' },
      type: 'moment',
      text: '2026-01-05T00:00:00-06:00',
    },
    { name: 'a date in a column of one’s own', cell: { date: '2026-01-05' }, text: '2026-01-05' },
    { name: 'dollars', cell: 12345.68, type: 'amount', currency: 'USD', text: '12345.68' },
    { name: 'whole dollars', cell: 100, type: 'amount', currency: 'USD', text: '100.00' },
    { name: 'yen', cell: 123457, type: 'amount', currency: 'JPY', text: '123457' },
    { name: 'dinars', cell: 100.001, type: 'amount', currency: 'KWD', text: '100.001' },
    {
      name: 'fifteen digits',
      cell: 9007199254740.95,
      type: 'amount',
      currency: 'USD',
      text: '9007199254740.95',
    },
    { name: 'a negative amount', cell: -250.05, type: 'amount', currency: 'EUR', text: '-250.05' },
    { name: 'a rate', cell: 0.1, type: 'rate', currency: 'USD', text: '0.1' },
    { name: 'a ticked box', cell: true, text: 'yes' },
    { name: 'a formula', cell: { formula: '=1+1' }, text: '=1+1' },
  ];
  it.each(cases)('writes $name', ({ cell, type, currency = '', text }) => {
    expect(formatCell(cell, { type, currency, timeZone: 'America/Chicago' })).toBe(text);
  });
});
