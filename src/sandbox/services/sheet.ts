import { ServiceError } from '../errors.ts';
import type { Execution } from '../execution/execution.ts';
import { lastColumn, snapshotLook } from '../store/sheet-cells.ts';
import type { SheetState } from '../store/sheet-state.ts';
import { type Define, defineClass, SELF } from './define.ts';
import { type SheetHandle, sheetShape, spreadsheetShape } from './handles.ts';
import { either, flag, int, nothing, text } from './shapes.ts';
import { checkTabName, copyInto } from './spreadsheet.ts';
import { changeSheet } from './spreadsheet-access.ts';

/** Changes what a tab looks like, as a write that waits for the next flush. */
export function changeTab(execution: Execution, on: SheetHandle, change: (sheet: SheetState) => void): void {
  changeSheet(execution, on, (sheet) => {
    const undo = snapshotLook(sheet);
    change(sheet);
    return undo;
  });
}

/** Sheet: names, sizes, views. Source: apps-script/reference/spreadsheet/sheet. */
export const sheetMethods = defineClass<SheetHandle>('Sheet', sheetShape, (define) => {
  names(define);
  sizes(define);
  views(define);
});

function names(define: Define<SheetHandle>): void {
  define('free', 'getName', [], (x, on) => x.world.sheet(on.id, on.sheet).name);
  define('free', 'getSheetName', [], (x, on) => x.world.sheet(on.id, on.sheet).name);
  define('free', 'getIndex', [], (x, on) => {
    return x.world.spreadsheet(on.id).sheets.indexOf(x.world.sheet(on.id, on.sheet)) + 1;
  });
  define('write', 'setName', [text], (execution, on, name) => {
    const spreadsheet = execution.world.spreadsheet(on.id);
    changeTab(execution, on, (sheet) => {
      checkTabName(spreadsheet, name, sheet);
      sheet.name = name;
    });
    return SELF;
  });
  define('write', 'copyTo', [spreadsheetShape], (execution, on, target) => {
    return copyInto(execution, target, execution.world.sheet(on.id, on.sheet));
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
    changeTab(execution, on, (sheet) => {
      if (rows < 0 || rows >= sheet.maxRows)
        throw new ServiceError("You can't freeze all visible rows on the sheet.");
      sheet.frozenRows = rows;
    });
  });
  define('write', 'setFrozenColumns', [int], (execution, on, columns) => {
    changeTab(execution, on, (sheet) => {
      if (columns < 0 || columns >= sheet.maxCols) {
        throw new ServiceError("You can't freeze all visible columns on the sheet.");
      }
      sheet.frozenColumns = columns;
    });
  });
}

function views(define: Define<SheetHandle>): void {
  define('free', 'isSheetHidden', [], (x, on) => x.world.sheet(on.id, on.sheet).hidden);
  define('write', 'hideSheet', [], (execution, on) => {
    const { sheets } = execution.world.spreadsheet(on.id);
    changeTab(execution, on, (sheet) => {
      if (!sheets.some((one) => one !== sheet && !one.hidden)) {
        throw new ServiceError("You can't hide all the sheets in a document.");
      }
      sheet.hidden = true;
    });
    return SELF;
  });
  define('write', 'showSheet', [], (execution, on) => {
    changeTab(execution, on, (sheet) => {
      sheet.hidden = false;
    });
    return SELF;
  });
  define('write', 'setTabColor', [either(text, nothing)], (execution, on, color) => {
    changeTab(execution, on, (sheet) => {
      sheet.tabColor = color;
    });
    return SELF;
  });
  define('write', 'setHiddenGridlines', [flag], (execution, on, hidden) => {
    changeTab(execution, on, (sheet) => {
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
    changeTab(execution, on, (sheet) => {
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
    changeTab(execution, on, (sheet) => {
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
