import { describe, expect, test } from 'vitest';
import { assembleFinanceWrites } from '../../../src/registry/rows/assemble-finance-writes.ts';

/** A tab of headers and so many rows, some of which say something else. */
function tab(rows: number, others: Readonly<Record<number, number>> = {}): (string | number)[][] {
  const body = Array.from({ length: rows }, (_, i) => [`row ${i + 2}`, others[i + 2] ?? 0]);
  return [['Name', 'Amount'], ...body];
}

/** Each block by its rows. */
function rowsWritten(before: (string | number)[][], after: (string | number)[][]): readonly string[] {
  return assembleFinanceWrites(before, after).map(({ row, values }) => `${row}–${row + values.length - 1}`);
}

describe('what is written of the Finance tab', () => {
  test('is all of a short tab, with rows that are no more emptied', () => {
    expect(assembleFinanceWrites(tab(2), tab(1, { 2: 5 }))).toEqual([
      {
        row: 1,
        column: 1,
        values: [
          ['Name', 'Amount'],
          ['row 2', 5],
          ['', ''],
        ],
      },
    ]);
  });

  test('is of a long tab what differs and what lies between', () => {
    expect(rowsWritten(tab(2000), tab(2000, { 10: 1, 40: 1 }))).toEqual(['10–40']);
    expect(rowsWritten(tab(2000), tab(2000))).toEqual([]);
    expect(rowsWritten(tab(2000), tab(2003))).toEqual(['2002–2004']);
  });

  test('is two blocks at most, without the widest stretch that stays', () => {
    expect(rowsWritten(tab(2000), tab(2000, { 2: 1, 9: 1, 700: 1, 1990: 1, 1995: 1 }))).toEqual([
      '2–700',
      '1990–1995',
    ]);
  });

  test('makes of what stood there what is to stand there', () => {
    for (const [before, after] of [
      [tab(1200), tab(900, { 3: 4, 800: 1 })],
      [tab(900, { 3: 4, 800: 1 }), tab(1200)],
      [tab(0), tab(1200)],
    ] as const) {
      const sheet: unknown[][] = before.map((row) => [...row]);
      for (const { row, values } of assembleFinanceWrites(before, after))
        values.forEach((cells, i) => {
          sheet[row - 1 + i] = [...cells];
        });
      const emptied = Array.from({ length: Math.max(0, before.length - after.length) }, () => ['', '']);
      expect(sheet).toEqual([...after, ...emptied]);
    }
  });
});
