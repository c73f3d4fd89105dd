import { ServiceError } from '../errors.ts';
import type { Execution } from '../execution/execution.ts';
import { type Box, boxOfA1, columnNumber, intersection, parseA1 } from '../store/a1.ts';
import { lastColumn } from '../store/sheet-cells.ts';
import type { SheetState } from '../store/sheet-state.ts';
import { defineClass } from './define.ts';
import { type RangeHandle, rangeHandle, rangeShape, type SheetHandle, sheetShape } from './handles.ts';
import { int, text } from './shapes.ts';
import { checkOnGrid } from './spreadsheet-access.ts';

function checkCounts(rows: number, cols: number): void {
  if (rows < 1) throw new ServiceError('The number of rows in the range must be at least 1.');
  if (cols < 1) throw new ServiceError('The number of columns in the range must be at least 1.');
}

function checkStart(row: number, col: number): void {
  if (row < 1) throw new ServiceError('The starting row of the range is too small.');
  if (col < 1) throw new ServiceError('The starting column of the range is too small.');
}

/** The range of a box, after the checks that getRange makes. */
export function rangeOn(execution: Execution, on: { id: string; sheet: number }, box: Box): RangeHandle {
  checkStart(box.row, box.col);
  checkCounts(box.rows, box.cols);
  checkOnGrid(execution.world.sheet(on.id, on.sheet), box);
  return rangeHandle(on.id, on.sheet, box);
}

/** The range that A1 notation means; a tab named in it must be one of the spreadsheet. */
export function rangeOfA1(execution: Execution, id: string, sheet: SheetState, a1: string): RangeHandle {
  const parsed = parseA1(a1);
  if (parsed === undefined) throw new ServiceError('Range not found');
  const named =
    parsed.tab === undefined
      ? sheet
      : execution.world.spreadsheet(id).sheets.find((one) => one.name === parsed.tab);
  if (named === undefined) throw new ServiceError('Range not found');
  return rangeOn(execution, { id, sheet: named.id }, boxOfA1(parsed, named.maxRows, named.maxCols));
}

/** The box from A1 to the last cell with content; A1 alone on an empty tab. */
export function dataBox(sheet: SheetState): Box {
  return { row: 1, col: 1, rows: Math.max(1, sheet.rows.length), cols: Math.max(1, lastColumn(sheet)) };
}

/** How a tab hands out ranges. */
export const sheetRangeMethods = defineClass<SheetHandle>('Sheet', sheetShape, (define) => {
  define('free', 'getRange', [int, int], (execution, on, row, col) => {
    return rangeOn(execution, on, { row, col, rows: 1, cols: 1 });
  });
  define('free', 'getRange', [int, int, int], (execution, on, row, col, rows) => {
    return rangeOn(execution, on, { row, col, rows, cols: 1 });
  });
  define('free', 'getRange', [int, int, int, int], (execution, on, row, col, rows, cols) => {
    return rangeOn(execution, on, { row, col, rows, cols });
  });
  define('free', 'getRange', [text], (execution, on, a1) => {
    return rangeOfA1(execution, on.id, execution.world.sheet(on.id, on.sheet), a1);
  });
  define('read', 'getDataRange', [], (execution, on) => {
    return rangeHandle(on.id, on.sheet, dataBox(execution.world.sheet(on.id, on.sheet)));
  });
  define('free', 'getActiveRange', [], (execution, on) => selectedBox(execution, on));
  define('free', 'getActiveCell', [], (execution, on) => ({
    ...selectedBox(execution, on),
    rows: 1,
    cols: 1,
  }));
  define('free', 'getCurrentCell', [], (execution, on) => ({
    ...selectedBox(execution, on),
    rows: 1,
    cols: 1,
  }));
});

/** The range that the person at the keyboard has selected on a tab; A1 if nothing is. */
export function selectedBox(execution: Execution, on: { id: string; sheet: number }): RangeHandle {
  const selected = execution.world.state.selections[`${on.id} ${execution.start.activeUser}`];
  const sheet = execution.world.sheet(on.id, on.sheet);
  const grid = { row: 1, col: 1, rows: sheet.maxRows, cols: sheet.maxCols };
  const box = selected?.sheetId === on.sheet ? intersection(selected, grid) : undefined;
  return rangeHandle(on.id, on.sheet, box ?? { row: 1, col: 1, rows: 1, cols: 1 });
}

/** How a range hands out others. */
export const rangePlaceMethods = defineClass<RangeHandle>('Range', rangeShape, (define) => {
  define('free', 'getCell', [int, int], (execution, range, row, col) => {
    if (row < 1 || col < 1 || row > range.rows || col > range.cols) {
      throw new ServiceError('Cell reference out of range');
    }
    return rangeOn(execution, range, {
      row: range.row + row - 1,
      col: range.col + col - 1,
      rows: 1,
      cols: 1,
    });
  });
  define('free', 'offset', [int, int], (execution, range, rows, cols) => {
    return rangeOn(execution, range, { ...range, row: range.row + rows, col: range.col + cols });
  });
  define('free', 'offset', [int, int, int], (execution, range, rows, cols, height) => {
    return rangeOn(execution, range, {
      ...range,
      row: range.row + rows,
      col: range.col + cols,
      rows: height,
    });
  });
  define('free', 'offset', [int, int, int, int], (execution, range, rows, cols, height, width) => {
    const box = { row: range.row + rows, col: range.col + cols, rows: height, cols: width };
    return rangeOn(execution, range, box);
  });
});

/** A column given by number or by its letters. */
export function columnOf(value: number | string): number {
  return typeof value === 'number' ? value : columnNumber(value);
}
