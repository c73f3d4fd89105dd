import type { Box } from './a1.ts';
import { type Cell, FORMULA_RESULT, isDateCell, isFormula, type Row } from './cells.ts';
import { cellAt, type Undo, writeCells } from './sheet-cells.ts';
import type { SheetState } from './sheet-state.ts';

/** One key of a sort: a column of the tab, from 1. */
export interface SortKey {
  readonly col: number;
  readonly ascending: boolean;
}

function rank(cell: Cell): number {
  if (cell === '') return 9;
  if (typeof cell === 'number' || isDateCell(cell)) return 1;
  return typeof cell === 'boolean' ? 3 : 2;
}

const sizeOf = (cell: Cell): number =>
  isDateCell(cell) ? cell.d : typeof cell === 'number' ? cell : Number(cell);

const textOf = (cell: Cell): string => (isFormula(cell) ? FORMULA_RESULT : String(cell));

function compare(a: Cell, b: Cell, ascending: boolean): number {
  const [rankA, rankB] = [rank(a), rank(b)];
  // Empty cells come last whichever way one sorts.
  if (rankA === 9 || rankB === 9) return rankA - rankB;
  const order =
    rankA !== rankB
      ? rankA - rankB
      : rankA === 2
        ? textOf(a).localeCompare(textOf(b), 'en')
        : sizeOf(a) - sizeOf(b);
  return ascending ? order : -order;
}

/** Sorts the rows of a box by its keys, numbers before text before booleans, equal rows in their order. */
export function sortRows(sheet: SheetState, box: Box, keys: readonly SortKey[]): Undo {
  const rows = Array.from({ length: Math.min(box.rows, sheet.rows.length - box.row + 1) }, (_, i) => {
    const cells: Row = Array.from({ length: box.cols }, (_cell, j) =>
      cellAt(sheet, box.row + i, box.col + j),
    );
    return cells;
  });
  const sorted = [...rows].sort((a, b) => {
    for (const key of keys) {
      const order = compare(a[key.col - box.col] ?? '', b[key.col - box.col] ?? '', key.ascending);
      if (order !== 0) return order;
    }
    return 0;
  });
  return writeCells(sheet, box.row, box.col, sorted);
}
