import { ServiceError } from '../errors.ts';
import type { Execution } from '../execution/execution.ts';
import { checkCellCount } from '../store/create-files.ts';
import {
  clearCells,
  lastColumn,
  snapshot,
  snapshotLook,
  type Undo,
  writeCells,
} from '../store/sheet-cells.ts';
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
import { anything, either, flag, int, listOf, nothing, text } from './shapes.ts';
import { checkTabName } from './spreadsheet.ts';
import { changeSheet, checkMayChange } from './spreadsheet-access.ts';

function look(execution: Execution, on: SheetHandle, change: (sheet: SheetState) => void): void {
  changeSheet(execution, on, (sheet) => {
    const undo = snapshotLook(sheet);
    change(sheet);
    return undo;
  });
}

function structure(execution: Execution, on: SheetHandle, change: (sheet: SheetState) => void): void {
  changeSheet(execution, on, (sheet) => {
    const undo = snapshot(sheet);
    change(sheet);
    return undo;
  });
}

/** Sheet: names, sizes, order. Source: apps-script/reference/spreadsheet/sheet. */
export const sheetMethods = defineClass<SheetHandle>('Sheet', sheetShape, (define) => {
  names(define);
  sizes(define);
  rowsAndColumns(define);
  views(define);
  contents(define);
});

function names(define: Define<SheetHandle>): void {
  define('free', 'getName', [], (x, on) => x.world.sheet(on.id, on.sheet).name);
  define('free', 'getSheetName', [], (x, on) => x.world.sheet(on.id, on.sheet).name);
  define('free', 'getIndex', [], (x, on) => {
    return x.world.spreadsheet(on.id).sheets.indexOf(x.world.sheet(on.id, on.sheet)) + 1;
  });
  define('write', 'setName', [text], (execution, on, name) => {
    const spreadsheet = execution.world.spreadsheet(on.id);
    look(execution, on, (sheet) => {
      checkTabName(spreadsheet, name, sheet);
      sheet.name = name;
    });
    return SELF;
  });
  define('read', 'getFormUrl', [], (x, on) => {
    const { form } = x.world.sheet(on.id, on.sheet);
    return form === null ? null : `https://docs.google.com/forms/d/${form.id}/edit`;
  });
  define('free', 'activate', [], (execution, on) => {
    const key = `${on.id} ${execution.start.activeUser}`;
    execution.world.state.selections[key] = { sheetId: on.sheet, row: 1, col: 1, rows: 1, cols: 1 };
    return SELF;
  });
}

function sizes(define: Define<SheetHandle>): void {
  define('read', 'getLastRow', [], (x, on) => x.world.sheet(on.id, on.sheet).rows.length);
  define('read', 'getLastColumn', [], (x, on) => lastColumn(x.world.sheet(on.id, on.sheet)));
  define('free', 'getMaxRows', [], (x, on) => x.world.sheet(on.id, on.sheet).maxRows);
  define('free', 'getMaxColumns', [], (x, on) => x.world.sheet(on.id, on.sheet).maxCols);
  define('free', 'getFrozenRows', [], (x, on) => x.world.sheet(on.id, on.sheet).frozenRows);
  define('free', 'getFrozenColumns', [], (x, on) => x.world.sheet(on.id, on.sheet).frozenColumns);
  define('write', 'setFrozenRows', [int], (execution, on, rows) => {
    look(execution, on, (sheet) => {
      if (rows < 0 || rows >= sheet.maxRows)
        throw new ServiceError("You can't freeze all visible rows on the sheet.");
      sheet.frozenRows = rows;
    });
  });
  define('write', 'setFrozenColumns', [int], (execution, on, columns) => {
    look(execution, on, (sheet) => {
      if (columns < 0 || columns >= sheet.maxCols) {
        throw new ServiceError("You can't freeze all visible columns on the sheet.");
      }
      sheet.frozenColumns = columns;
    });
  });
}

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
    checkCellCount(execution.world.spreadsheet(on.id), count * sheet.maxRows);
    insertColumns(sheet, before, count);
  });
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

function views(define: Define<SheetHandle>): void {
  define('free', 'isSheetHidden', [], (x, on) => x.world.sheet(on.id, on.sheet).hidden);
  define('write', 'hideSheet', [], (execution, on) => {
    const { sheets } = execution.world.spreadsheet(on.id);
    look(execution, on, (sheet) => {
      if (!sheets.some((one) => one !== sheet && !one.hidden)) {
        throw new ServiceError("You can't hide all the sheets in a document.");
      }
      sheet.hidden = true;
    });
    return SELF;
  });
  define('write', 'showSheet', [], (execution, on) => {
    look(execution, on, (sheet) => {
      sheet.hidden = false;
    });
    return SELF;
  });
  define('write', 'setTabColor', [either(text, nothing)], (execution, on, color) => {
    look(execution, on, (sheet) => {
      sheet.tabColor = color;
    });
    return SELF;
  });
  define('write', 'setHiddenGridlines', [flag], (execution, on, hidden) => {
    look(execution, on, (sheet) => {
      sheet.hiddenGridlines = hidden;
    });
    return SELF;
  });
  define('free', 'getTabColor', [], (x, on) => x.world.sheet(on.id, on.sheet).tabColor);
  columnViews(define);
}

function columnViews(define: Define<SheetHandle>): void {
  const widths = (
    execution: Execution,
    on: SheetHandle,
    from: number,
    count: number,
    width: number,
  ): void => {
    look(execution, on, (sheet) => {
      if (from < 1 || from + count - 1 > sheet.maxCols)
        throw new ServiceError('Those columns are out of bounds.');
      const all = { ...sheet.columnWidths };
      for (let col = from; col < from + count; col++) all[col] = width;
      sheet.columnWidths = all;
    });
  };
  define('write', 'setColumnWidth', [int, int], (execution, on, col, width) => {
    widths(execution, on, col, 1, width);
    return SELF;
  });
  define('write', 'setColumnWidths', [int, int, int], (execution, on, from, count, width) => {
    widths(execution, on, from, count, width);
    return SELF;
  });
  define(
    'read',
    'getColumnWidth',
    [int],
    (x, on, col) => x.world.sheet(on.id, on.sheet).columnWidths[col] ?? 100,
  );
  const hide = (
    execution: Execution,
    on: SheetHandle,
    from: number,
    count: number,
    hidden: boolean,
  ): undefined => {
    look(execution, on, (sheet) => {
      const others = sheet.hiddenColumns.filter((col) => col < from || col >= from + count);
      const these = Array.from({ length: count }, (_, i) => from + i);
      sheet.hiddenColumns = hidden ? [...others, ...these] : others;
    });
  };
  define('write', 'hideColumns', [int], (execution, on, from) => hide(execution, on, from, 1, true));
  define('write', 'hideColumns', [int, int], (execution, on, from, count) =>
    hide(execution, on, from, count, true),
  );
  define('write', 'showColumns', [int], (execution, on, from) => hide(execution, on, from, 1, false));
  define('write', 'showColumns', [int, int], (execution, on, from, count) =>
    hide(execution, on, from, count, false),
  );
  define('read', 'isColumnHiddenByUser', [int], (x, on, col) => {
    return x.world.sheet(on.id, on.sheet).hiddenColumns.includes(col);
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
    look(execution, on, (sheet) => {
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
