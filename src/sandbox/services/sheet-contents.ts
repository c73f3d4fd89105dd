import { ServiceError } from '../errors.ts';
import type { Execution } from '../execution/execution.ts';
import { MAX_COLUMNS } from '../store/cells.ts';
import { checkCellCount } from '../store/create-files.ts';
import { clearCells, snapshot, type Undo, writeCells } from '../store/sheet-cells.ts';
import type { SheetState } from '../store/sheet-state.ts';
import {
  deleteColumns,
  deleteRows,
  insertColumns,
  insertRows,
  moveColumns,
} from '../store/sheet-structure.ts';
import { sortRows } from '../store/sort-rows.ts';
import { type Define, defineClass, SELF } from './define.ts';
import { rangeHandle, rangeShape, type SheetHandle, sheetShape } from './handles.ts';
import { coerceBlock } from './range-values.ts';
import { anything, flag, int, listOf } from './shapes.ts';
import { changeTab } from './sheet.ts';
import { changeSheet, checkMayChange } from './spreadsheet-access.ts';

function structure(execution: Execution, on: SheetHandle, change: (sheet: SheetState) => void): void {
  changeSheet(execution, on, (sheet) => {
    const undo = snapshot(sheet);
    change(sheet);
    return undo;
  });
}

/** Sheet: its rows, columns and contents as a whole. Source: apps-script/reference/spreadsheet/sheet. */
export const sheetContentMethods = defineClass<SheetHandle>('Sheet', sheetShape, (define) => {
  rowsAndColumns(define);
  contents(define);
});

function addRows(execution: Execution, on: SheetHandle, before: number, count: number): void {
  if (count < 1) throw new ServiceError('Invalid argument: howMany');
  structure(execution, on, (sheet) => {
    if (before < 1 || before > sheet.maxRows + 1) throw new ServiceError('Those rows are out of bounds.');
    checkCellCount(execution.world.spreadsheet(on.id), count * sheet.maxCols);
    insertRows(sheet, before, count);
  });
}

function addColumns(execution: Execution, on: SheetHandle, before: number, count: number): void {
  if (count < 1) throw new ServiceError('Invalid argument: howMany');
  structure(execution, on, (sheet) => {
    if (before < 1 || before > sheet.maxCols + 1) throw new ServiceError('Those columns are out of bounds.');
    checkColumnCount(sheet, count);
    checkCellCount(execution.world.spreadsheet(on.id), count * sheet.maxRows);
    insertColumns(sheet, before, count);
  });
}

function checkColumnCount({ maxCols }: SheetState, more: number): void {
  if (maxCols + more > MAX_COLUMNS) {
    throw new ServiceError(
      `This action would increase the number of columns in the worksheet above the limit of ${MAX_COLUMNS} columns.`,
    );
  }
}

function dropRows(execution: Execution, on: SheetHandle, at: number, count: number): undefined {
  const sheet = execution.world.sheet(on.id, on.sheet);
  checkMayChange(execution, on, { row: at, col: 1, rows: count, cols: sheet.maxCols });
  execution.write(() => {
    const live = execution.world.sheet(on.id, on.sheet);
    if (at < 1 || count < 1 || at + count - 1 > live.maxRows)
      throw new ServiceError('Those rows are out of bounds.');
    if (count >= live.maxRows) throw new ServiceError("You can't delete all the rows on the sheet.");
    if (at + count > live.maxRows && at <= live.frozenRows + 1) {
      throw new ServiceError('It is not possible to delete all non-frozen rows.');
    }
    const undo = snapshot(live);
    deleteRows(live, at, count);
    return undo;
  });
}

function dropColumns(execution: Execution, on: SheetHandle, at: number, count: number): undefined {
  const sheet = execution.world.sheet(on.id, on.sheet);
  checkMayChange(execution, on, { row: 1, col: at, rows: sheet.maxRows, cols: count });
  execution.write(() => {
    const live = execution.world.sheet(on.id, on.sheet);
    if (at < 1 || count < 1 || at + count - 1 > live.maxCols)
      throw new ServiceError('Those columns are out of bounds.');
    if (count >= live.maxCols) throw new ServiceError("You can't delete all the columns on the sheet.");
    const undo = snapshot(live);
    deleteColumns(live, at, count);
    return undo;
  });
}

function rowsAndColumns(define: Define<SheetHandle>): void {
  const rows = (name: string, before: (at: number) => number): void => {
    define('write', name, [int], (execution, on, at) => {
      addRows(execution, on, before(at), 1);
      return SELF;
    });
    define('write', `${name.replace('Row', 'Rows')}`, [int, int], (execution, on, at, count) => {
      addRows(execution, on, before(at), count);
      return SELF;
    });
  };
  rows('insertRowAfter', (at) => at + 1);
  rows('insertRowBefore', (at) => at);
  const columns = (name: string, before: (at: number) => number): void => {
    define('write', name, [int], (execution, on, at) => {
      addColumns(execution, on, before(at), 1);
      return SELF;
    });
    define('write', `${name.replace('Column', 'Columns')}`, [int, int], (execution, on, at, count) => {
      addColumns(execution, on, before(at), count);
      return SELF;
    });
  };
  columns('insertColumnAfter', (at) => at + 1);
  columns('insertColumnBefore', (at) => at);
  define('write', 'deleteRow', [int], (execution, on, at) => {
    dropRows(execution, on, at, 1);
    return SELF;
  });
  define('write', 'deleteRows', [int, int], (execution, on, at, count) => dropRows(execution, on, at, count));
  define('write', 'deleteColumn', [int], (execution, on, at) => {
    dropColumns(execution, on, at, 1);
    return SELF;
  });
  define('write', 'deleteColumns', [int, int], (execution, on, at, count) =>
    dropColumns(execution, on, at, count),
  );
  define('write', 'moveColumns', [rangeShape, int], (execution, on, range, before) => {
    structure(execution, on, (sheet) => moveColumns(sheet, range.col, range.cols, before));
  });
}

function contents(define: Define<SheetHandle>): void {
  define('write', 'appendRow', [listOf(anything)], (execution, on, values) => {
    const sheet = execution.world.sheet(on.id, on.sheet);
    const row = sheet.rows.length + 1;
    const box = { row, col: 1, rows: 1, cols: Math.max(1, values.length) };
    checkMayChange(execution, on, box);
    const wide = Math.max(0, values.length - sheet.maxCols);
    const long = Math.max(0, row - sheet.maxRows);
    if (wide > 0 || long > 0) execution.write(() => grow(execution.world.sheet(on.id, on.sheet), long, wide));
    const { block } = coerceBlock(execution, rangeHandle(on.id, on.sheet, box), [values]);
    execution.write(() => {
      const live = execution.world.sheet(on.id, on.sheet);
      return writeCells(live, live.rows.length + 1, 1, block);
    });
    return SELF;
  });
  define('write', 'clear', [], (execution, on) => {
    structure(execution, on, (sheet) => {
      sheet.rows = [];
      sheet.formats = {};
      sheet.styles = {};
      sheet.conditionalRules = [];
    });
    return SELF;
  });
  define('write', 'clearContents', [], (execution, on) => {
    changeSheet(execution, on, (sheet) => {
      return clearCells(sheet, { row: 1, col: 1, rows: sheet.maxRows, cols: sheet.maxCols });
    });
    return SELF;
  });
  define('write', 'clearNotes', [], (execution, on) => {
    changeTab(execution, on, (sheet) => {
      sheet.notes = {};
    });
    return SELF;
  });
  define('write', 'sort', [int], (execution, on, col) => sortAll(execution, on, col, true));
  define('write', 'sort', [int, flag], (execution, on, col, ascending) =>
    sortAll(execution, on, col, ascending),
  );
}

function grow(sheet: SheetState, rows: number, cols: number): Undo {
  const { maxRows, maxCols } = sheet;
  sheet.maxRows += rows;
  sheet.maxCols += cols;
  return () => {
    sheet.maxRows = maxRows;
    sheet.maxCols = maxCols;
  };
}

function sortAll(execution: Execution, on: SheetHandle, col: number, ascending: boolean): typeof SELF {
  changeSheet(execution, on, (sheet) => {
    const row = sheet.frozenRows + 1;
    const box = { row, col: 1, rows: sheet.maxRows - row + 1, cols: sheet.maxCols };
    return sortRows(sheet, box, [{ col, ascending }]);
  });
  return SELF;
}
