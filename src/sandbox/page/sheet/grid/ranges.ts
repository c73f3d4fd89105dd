import type { IRange } from '@univerjs/core';
import type { Box } from '../../../store/a1.ts';

/** The rows and columns (from 1) that a range of the grid (from 0) covers on a grid of that size. */
export function boxOf(range: IRange, maxRows: number, maxCols: number): Box {
  const edge = (value: number, other: number): number => (Number.isFinite(value) ? value : other);
  const row = edge(range.startRow, 0);
  const col = edge(range.startColumn, 0);
  const lastRow = Math.min(edge(range.endRow, maxRows - 1), maxRows - 1);
  const lastCol = Math.min(edge(range.endColumn, maxCols - 1), maxCols - 1);
  return { row: row + 1, col: col + 1, rows: lastRow - row + 1, cols: lastCol - col + 1 };
}

/** The range of the grid that a box is. */
export function rangeOfBox(box: Box): IRange {
  return {
    startRow: box.row - 1,
    startColumn: box.col - 1,
    endRow: box.row + box.rows - 2,
    endColumn: box.col + box.cols - 2,
  };
}

/** The smallest box around two. */
export function around(a: Box, b: Box): Box {
  const row = Math.min(a.row, b.row);
  const col = Math.min(a.col, b.col);
  return {
    row,
    col,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    cols: Math.max(a.col + a.cols, b.col + b.cols) - col,
  };
}
