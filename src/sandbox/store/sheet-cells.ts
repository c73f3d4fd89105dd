import type { Box } from './a1.ts';
import type { Cell, Row } from './cells.ts';
import { type Runs, type RunsByColumn, runAt, withRun } from './runs.ts';
import type { SheetState } from './sheet-state.ts';

/** Takes a change back; valid as long as nothing else has changed since. */
export type Undo = () => void;

/** The cell at `row`, `col` (from 1). */
export function cellAt(sheet: SheetState, row: number, col: number): Cell {
  return sheet.rows[row - 1]?.[col - 1] ?? '';
}

/** The number format that someone set for a cell, or undefined. */
export function formatAt(sheet: SheetState, row: number, col: number): string | undefined {
  return runAt(sheet.formats[col], row);
}

/** The number of the last column with content, or 0. */
export function lastColumn(sheet: SheetState): number {
  let last = 0;
  for (const row of sheet.rows) if (row.length > last) last = row.length;
  return last;
}

function withoutTail(row: readonly Cell[]): Row {
  let length = row.length;
  while (length > 0 && row[length - 1] === '') length--;
  return length === row.length ? row : row.slice(0, length);
}

function trimRows(rows: Row[]): void {
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
}

/** Writes a block of cells with its corner at `row`, `col`; the caller has checked that it fits. */
export function writeCells(sheet: SheetState, row: number, col: number, block: readonly Row[]): Undo {
  const { rows } = sheet;
  const saved = rows.slice(row - 1, row - 1 + block.length);
  while (rows.length < row - 1 + block.length) rows.push([]);
  block.forEach((cells, i) => {
    const old = rows[row - 1 + i] ?? [];
    const next: Cell[] = old.slice();
    while (next.length < col - 1) next.push('');
    for (let j = 0; j < cells.length; j++) next[col - 1 + j] = cells[j] ?? '';
    rows[row - 1 + i] = withoutTail(next);
  });
  trimRows(rows);
  return () => {
    while (rows.length < row - 1 + block.length) rows.push([]);
    for (let i = 0; i < block.length; i++) rows[row - 1 + i] = saved[i] ?? [];
    trimRows(rows);
  };
}

/** Empties the cells of a box. */
export function clearCells(sheet: SheetState, box: Box): Undo {
  const rows = Math.min(box.rows, sheet.rows.length - box.row + 1);
  if (rows <= 0) return () => undefined;
  const empty: Row = new Array<Cell>(box.cols).fill('');
  return writeCells(sheet, box.row, box.col, new Array<Row>(rows).fill(empty));
}

/** `columns` with `value` over a box; undefined clears. */
export function withBox<T>(columns: RunsByColumn<T>, box: Box, value: T | undefined): RunsByColumn<T> {
  return mapColumns(columns, box, (runs) => withRun(runs, box.row, box.row + box.rows - 1, value));
}

/** `columns` with the runs of each column of `box` replaced by what `change` makes of them. */
export function mapColumns<T>(
  columns: RunsByColumn<T>,
  box: Box,
  change: (runs: Runs<T>, col: number) => Runs<T>,
): RunsByColumn<T> {
  const next: Record<number, Runs<T>> = { ...columns };
  for (let col = box.col; col < box.col + box.cols; col++) {
    const runs = change(next[col] ?? [], col);
    if (runs.length === 0) delete next[col];
    else next[col] = runs;
  }
  return next;
}

/** Remembers a tab as it is now, cells included; undoing puts everything back. */
export function snapshot(sheet: SheetState): Undo {
  const rows = sheet.rows.slice();
  const before = { ...sheet };
  return () => {
    Object.assign(sheet, before, { rows });
  };
}

/** Remembers everything of a tab but its cells. */
export function snapshotLook(sheet: SheetState): Undo {
  const { rows: _rows, ...before } = sheet;
  return () => {
    Object.assign(sheet, before);
  };
}
