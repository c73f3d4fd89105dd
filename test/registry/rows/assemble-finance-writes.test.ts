import { describe, expect, test } from 'vitest';
import { assembleFinanceWrites } from '../../../src/registry/rows/assemble-finance-writes.ts';
import { FINANCE_TAB } from '../../../src/registry/schema/tabs/finance.ts';

const timeZone = 'America/Chicago';
const WIDTH = FINANCE_TAB.columns.length;

/** Headers and so many rows, some of which have another number of lines. */
function textsOf(rows: number, others: Readonly<Record<number, number>> = {}): string[][] {
  const body = Array.from({ length: rows }, (_, i) =>
    FINANCE_TAB.columns.map(({ type }, j) =>
      j === 1 ? `=Partner ${i + 2}` : type === 'date' ? '2026-01-05' : String(others[i + 2] ?? 0),
    ),
  );
  return [FINANCE_TAB.columns.map(({ header }) => header), ...body];
}

/** A tab after writing, as the spreadsheet service reads it: the apostrophe before a literal text is not stored. */
function written(
  standing: readonly (readonly unknown[])[],
  texts: readonly (readonly string[])[],
): unknown[][] {
  const sheet = standing.map((row) => [...row]);
  for (const { row, column, values } of assembleFinanceWrites({ standing, texts, timeZone })) {
    expect(column).toBe(1);
    values.forEach((cells, i) => {
      sheet[row - 1 + i] = cells.map((cell) => (typeof cell === 'string' ? cell.replace(/^'/, '') : cell));
    });
  }
  return sheet;
}

const shown = (texts: readonly (readonly string[])[]) => written([], texts);

/** Each block by its rows. */
function rowsWritten(
  standing: readonly (readonly unknown[] | null)[],
  texts: readonly (readonly string[])[],
): readonly string[] {
  return assembleFinanceWrites({ standing, texts, timeZone }).map(
    ({ row, values }) => `${row}–${row + values.length - 1}`,
  );
}

describe('what is written of the Finance tab', () => {
  test('is nothing where it says what it is to say', () => {
    expect(rowsWritten(shown(textsOf(2000)), textsOf(2000))).toEqual([]);
  });

  test('is what differs and what lies between', () => {
    expect(rowsWritten(shown(textsOf(2000)), textsOf(2000, { 10: 1, 40: 1 }))).toEqual(['10–40']);
    expect(rowsWritten(shown(textsOf(2000)), textsOf(2003))).toEqual(['2002–2004']);
    expect(rowsWritten([['']], textsOf(2))).toEqual(['1–3']);
    // Rows that were not read may say anything.
    expect(rowsWritten([null, null, null, null, null], textsOf(2))).toEqual(['1–5']);
  });

  test('is two blocks at most, without a long stretch that stays', () => {
    const others = { 2: 1, 9: 1, 700: 1, 1990: 1, 1995: 1 };
    expect(rowsWritten(shown(textsOf(2000)), textsOf(2000, others))).toEqual(['2–700', '1990–1995']);
  });

  test('puts right what people sorted, typed, emptied or renamed', () => {
    const texts = textsOf(3, { 2: 7, 4: 9 });
    const right = shown(texts);
    const [headers = [], ...rows] = right;
    for (const spoilt of [
      [headers, ...[...rows].reverse()],
      [headers, rows[0] ?? [], (rows[1] ?? []).map(() => 1), rows[2] ?? []],
      [headers, [], rows[1] ?? [], rows[2] ?? []],
      [headers.map(() => 'Mine'), ...rows],
    ]) {
      expect(rowsWritten(spoilt, texts)).not.toEqual([]);
      expect(written(spoilt, texts)).toEqual(right);
    }
  });

  test('empties rows that are no more', () => {
    const sheet = written(shown(textsOf(5)), textsOf(2));
    expect(sheet.slice(0, 3)).toEqual(shown(textsOf(2)));
    expect(sheet.slice(3)).toEqual(Array.from({ length: 3 }, () => Array.from({ length: WIDTH }, () => '')));
  });

  test('takes a name for text and a day for the start of that day in the spreadsheet', () => {
    const [, row] = shown(textsOf(1));
    const dateAt = FINANCE_TAB.columns.findIndex(({ type }) => type === 'date');
    expect(row?.[1]).toBe('=Partner 2');
    expect(row?.[dateAt]).toEqual(new Date('2026-01-05T06:00:00Z'));
    const [block] = assembleFinanceWrites({ standing: [], texts: textsOf(1), timeZone });
    expect(block?.values[1]?.[1]).toBe("'=Partner 2");
  });
});
