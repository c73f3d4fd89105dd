import { ServiceError } from '../errors.ts';
import type { Execution } from '../execution/execution.ts';
import type { Wire } from '../realm/wire.ts';
import { normalEmail } from '../store/access.ts';
import { checkCellCount } from '../store/create-files.ts';
import type { Undo } from '../store/sheet-cells.ts';
import { newSheet, type SheetState, type SpreadsheetState } from '../store/sheet-state.ts';
import { isTimeZone } from '../store/time-zones.ts';
import { type Define, defineClass } from './define.ts';
import {
  type SheetHandle,
  type SpreadsheetHandle,
  sheetShape,
  spreadsheetShape,
  userHandle,
} from './handles.ts';
import { rangeOfA1, selectedBox } from './range-places.ts';
import { int, text } from './shapes.ts';
import { defineSharing } from './sharing.ts';
import { checkMayChange, editableFile, visibleFile } from './spreadsheet-access.ts';
import { activeRange, activeSheet } from './spreadsheet-app.ts';

/** The handle of a tab. */
export function sheetHandle(id: string, sheet: SheetState): SheetHandle {
  return { $: 'Sheet', id, sheet: sheet.id };
}

function change(
  execution: Execution,
  on: SpreadsheetHandle,
  run: (spreadsheet: SpreadsheetState) => Undo,
): void {
  editableFile(execution, on.id);
  execution.write(() => run(execution.world.spreadsheet(on.id)));
}

/** Throws the platform's words when another tab has that name, or when it is none. */
export function checkTabName(spreadsheet: SpreadsheetState, name: string, except?: SheetState): void {
  if (name === '' || name.length > 100) throw new ServiceError('Invalid sheet name');
  const taken = spreadsheet.sheets.some(
    (sheet) => sheet !== except && sheet.name.toLowerCase() === name.toLowerCase(),
  );
  if (taken) {
    throw new ServiceError(`A sheet with the name "${name}" already exists. Please enter another name.`);
  }
}

/**
 * Copies a tab into a spreadsheet: what stands in it and how it looks, neither its protections nor its link to a form.
 * Source: apps-script/reference/spreadsheet/sheet, copyTo.
 */
export function copyInto(execution: Execution, { id }: SpreadsheetHandle, original: SheetState): Wire {
  const spreadsheet = execution.world.spreadsheet(id);
  const name = `Copy of ${original.name}`;
  checkCellCount(spreadsheet, original.maxRows * original.maxCols);
  const copy: SheetState = {
    ...original,
    id: spreadsheet.nextSheetId === 1 ? firstSheetId(id) : spreadsheet.nextSheetId,
    name: spreadsheet.sheets.some((one) => one.name === name) ? freeCopyName(spreadsheet, name) : name,
    rows: [...original.rows],
    protections: [],
    filter: undefined,
    form: null,
  };
  spreadsheet.nextSheetId = copy.id + 1;
  change(execution, { $: 'Spreadsheet', id }, (live) => {
    live.sheets.push(copy);
    return () => {
      live.sheets = live.sheets.filter((one) => one !== copy);
    };
  });
  return sheetHandle(id, copy);
}

function freeCopyName(spreadsheet: SpreadsheetState, name: string): string {
  for (let n = 2; ; n++) {
    const numbered = `${name} ${n}`;
    if (!spreadsheet.sheets.some((sheet) => sheet.name === numbered)) return numbered;
  }
}

function insert(execution: Execution, on: SpreadsheetHandle, name?: string, index?: number): Wire {
  const spreadsheet = execution.world.spreadsheet(on.id);
  const chosen = name ?? freeName(spreadsheet);
  checkTabName(spreadsheet, chosen);
  checkCellCount(spreadsheet, 26_000);
  const sheet = newSheet(
    spreadsheet.nextSheetId === 1 ? firstSheetId(on.id) : spreadsheet.nextSheetId,
    chosen,
  );
  spreadsheet.nextSheetId = sheet.id + 1;
  change(execution, on, (live) => {
    checkTabName(live, chosen);
    live.sheets.splice(index ?? live.sheets.length, 0, sheet);
    return () => {
      live.sheets = live.sheets.filter((one) => one !== sheet);
    };
  });
  return sheetHandle(on.id, sheet);
}

// Tabs other than the first have large ids that nobody can guess; nothing should count on their order.
function firstSheetId(id: string): number {
  return 1_000_000 + ((id.charCodeAt(5) * 7919 + id.charCodeAt(9) * 104_729) % 900_000_000);
}

function freeName(spreadsheet: SpreadsheetState): string {
  for (let n = spreadsheet.sheets.length + 1; ; n++) {
    const name = `Sheet${n}`;
    if (!spreadsheet.sheets.some((sheet) => sheet.name === name)) return name;
  }
}

function remove(execution: Execution, on: SpreadsheetHandle, handle: SheetHandle): undefined {
  checkMayChange(execution, handle, null);
  change(execution, on, (spreadsheet) => {
    const sheet = execution.world.sheet(on.id, handle.sheet);
    const others = spreadsheet.sheets.filter((one) => one !== sheet);
    if (!others.some((one) => !one.hidden)) {
      throw new ServiceError("You can't remove all the visible sheets in a document.");
    }
    if (sheet.form !== null)
      throw new ServiceError('You cannot delete a sheet with a linked form. Please unlink it first.');
    const before = spreadsheet.sheets;
    spreadsheet.sheets = others;
    return () => {
      spreadsheet.sheets = before;
    };
  });
}

function setActive(execution: Execution, on: SpreadsheetHandle, handle: SheetHandle): SheetHandle {
  const sheet = execution.world.sheet(on.id, handle.sheet);
  const key = `${on.id} ${execution.start.activeUser}`;
  execution.world.state.selections[key] = { sheetId: sheet.id, row: 1, col: 1, rows: 1, cols: 1 };
  return handle;
}

/** Spreadsheet: its tabs, settings and sharing. Source: apps-script/reference/spreadsheet/spreadsheet. */
export const spreadsheetMethods = defineClass<SpreadsheetHandle>(
  'Spreadsheet',
  spreadsheetShape,
  (define) => {
    tabs(define);
    settings(define);
    selection(define);
    defineSharing(define);
  },
);

function tabs(define: Define<SpreadsheetHandle>): void {
  define('free', 'getSheets', [], (x, on) =>
    x.world.spreadsheet(on.id).sheets.map((one) => sheetHandle(on.id, one)),
  );
  define('free', 'getNumSheets', [], (x, on) => x.world.spreadsheet(on.id).sheets.length);
  define('free', 'getSheetByName', [text], (execution, on, name) => {
    const sheet = execution.world.spreadsheet(on.id).sheets.find((one) => one.name === name);
    return sheet === undefined ? null : sheetHandle(on.id, sheet);
  });
  define('free', 'getSheetById', [int], (execution, on, id) => {
    const sheet = execution.world.spreadsheet(on.id).sheets.find((one) => one.id === id);
    return sheet === undefined ? null : sheetHandle(on.id, sheet);
  });
  define('write', 'insertSheet', [], (execution, on) => insert(execution, on));
  define('write', 'insertSheet', [text], (execution, on, name) => insert(execution, on, name));
  define('write', 'insertSheet', [int], (execution, on, index) => insert(execution, on, undefined, index));
  define('write', 'insertSheet', [text, int], (execution, on, name, index) =>
    insert(execution, on, name, index),
  );
  define('write', 'deleteSheet', [sheetShape], (execution, on, handle) => remove(execution, on, handle));
  define('write', 'deleteActiveSheet', [], (execution, on) => {
    remove(execution, on, sheetHandle(on.id, activeSheet(execution, on.id)));
    return sheetHandle(on.id, activeSheet(execution, on.id));
  });
  define('write', 'moveActiveSheet', [int], (execution, on, position) => {
    const moved = activeSheet(execution, on.id);
    change(execution, on, (spreadsheet) => {
      const before = spreadsheet.sheets;
      const others = before.filter((sheet) => sheet !== moved);
      if (position < 1 || position > before.length) throw new ServiceError('Invalid argument: pos');
      spreadsheet.sheets = [...others.slice(0, position - 1), moved, ...others.slice(position - 1)];
      return () => {
        spreadsheet.sheets = before;
      };
    });
  });
  define('free', 'getRange', [text], (execution, on, a1) => {
    return rangeOfA1(execution, on.id, activeSheet(execution, on.id), a1);
  });
}

function settings(define: Define<SpreadsheetHandle>): void {
  define('free', 'getUrl', [], (_x, on) => `https://docs.google.com/spreadsheets/d/${on.id}/edit`);
  define('free', 'getName', [], (execution, on) => visibleFile(execution, on.id).name);
  define('write', 'rename', [text], (execution, on, name) => {
    change(execution, on, () => {
      const file = visibleFile(execution, on.id);
      const before = file.name;
      file.name = name;
      return () => {
        file.name = before;
      };
    });
  });
  define(
    'free',
    'getSpreadsheetTimeZone',
    [],
    (execution, on) => execution.world.spreadsheet(on.id).timeZone,
  );
  define('write', 'setSpreadsheetTimeZone', [text], (execution, on, timeZone) => {
    if (!isTimeZone(timeZone)) throw new ServiceError(`Invalid argument: timezone`);
    change(execution, on, (spreadsheet) => {
      const before = spreadsheet.timeZone;
      spreadsheet.timeZone = timeZone;
      return () => {
        spreadsheet.timeZone = before;
      };
    });
  });
  define('free', 'getSpreadsheetLocale', [], (execution, on) => execution.world.spreadsheet(on.id).locale);
  define('write', 'setSpreadsheetLocale', [text], (execution, on, locale) => {
    if (locale !== 'en_US') {
      // Typed input and display follow en_US only; any other locale would silently read dates wrongly.
      throw new ServiceError(`not available in the local Workspace: locale ${locale}`);
    }
    change(execution, on, () => () => undefined);
  });
  define('free', 'getOwner', [], (execution, on) => userHandle(visibleFile(execution, on.id).owner));
  define('read', 'getFormUrl', [], (execution, on) => {
    const linked = execution.world.spreadsheet(on.id).sheets.find((sheet) => sheet.form !== null)?.form;
    return linked ? `https://docs.google.com/forms/d/${linked.id}/edit` : null;
  });
  toasts(define);
}

function toasts(define: Define<SpreadsheetHandle>): void {
  const toast = (execution: Execution, on: SpreadsheetHandle, message: string, title: string): undefined => {
    const shown = {
      at: execution.now,
      as: normalEmail(execution.start.activeUser),
      spreadsheetId: on.id,
      message,
      title,
    };
    execution.world.state.toasts.push(shown);
    execution.world.ui.toast?.(shown);
  };
  define('free', 'toast', [text], (x, on, message) => toast(x, on, message, ''));
  define('free', 'toast', [text, text], (x, on, message, title) => toast(x, on, message, title));
  define('free', 'toast', [text, text, int], (x, on, message, title, _seconds) =>
    toast(x, on, message, title),
  );
}

function selection(define: Define<SpreadsheetHandle>): void {
  define('free', 'getActiveSheet', [], (execution, on) => sheetHandle(on.id, activeSheet(execution, on.id)));
  define('free', 'setActiveSheet', [sheetShape], (execution, on, handle) => setActive(execution, on, handle));
  define('free', 'getActiveRange', [], (execution, on) => activeRange(execution, on.id));
  define('free', 'getActiveCell', [], (execution, on) => ({
    ...activeRange(execution, on.id),
    rows: 1,
    cols: 1,
  }));
  define('free', 'getCurrentCell', [], (execution, on) => {
    return {
      ...selectedBox(execution, { id: on.id, sheet: activeSheet(execution, on.id).id }),
      rows: 1,
      cols: 1,
    };
  });
}
