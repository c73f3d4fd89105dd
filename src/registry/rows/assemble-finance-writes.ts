import type { BlockWrite } from './assemble-writes.ts';
import type { SheetValue } from './cell-values.ts';

type Rows = readonly (readonly SheetValue[])[];

/** A tab of at most so many rows is written as a whole: that costs little, and puts right whatever people did to it. */
export const FEW_FINANCE_ROWS = 500;

/**
 * What to write where `before` stands for `after` to stand there, in at most two blocks. In a long tab only the rows
 * that differ and what lies between them: the totals at the top and the latest months at the end, not the years between.
 */
export function assembleFinanceWrites(before: Rows, after: Rows): readonly BlockWrite[] {
  const length = Math.max(before.length, after.length);
  if (length <= FEW_FINANCE_ROWS) return [blockOf(after, 0, length - 1)];
  const differing = Array.from({ length }, (_, i) => i).filter((i) => !sameRow(before[i], after[i]));
  const [first, last] = [differing[0], differing.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (last - first < FEW_FINANCE_ROWS) return [blockOf(after, first, last)];
  const [end, start] = widestGap(differing);
  // Rows without a gap between them are one block.
  if (start - end < 2) return [blockOf(after, first, last)];
  return [blockOf(after, first, end), blockOf(after, start, last)];
}

function sameRow(a: Rows[number] | undefined, b: Rows[number] | undefined): boolean {
  return a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b);
}

/** The neighbours that lie farthest apart. */
function widestGap(places: readonly number[]): readonly [end: number, start: number] {
  let widest: readonly [number, number] = [0, 0];
  places.forEach((start, i) => {
    const end = places[i - 1];
    if (end !== undefined && start - end > widest[1] - widest[0]) widest = [end, start];
  });
  return widest;
}

/** Rows from one place to another, both inclusive; what is behind the last row is emptied. */
function blockOf(rows: Rows, from: number, to: number): BlockWrite {
  const empty = (rows[0] ?? []).map(() => '');
  const values = Array.from({ length: to - from + 1 }, (_, i) => rows[from + i] ?? empty);
  return { row: from + 1, column: 1, values };
}
