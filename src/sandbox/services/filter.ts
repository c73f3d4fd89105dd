import { ServiceError } from '../errors.ts';
import type { Execution } from '../execution/execution.ts';
import type { Wire } from '../realm/wire.ts';
import { type Box, intersection } from '../store/a1.ts';
import type { SheetState } from '../store/sheet-state.ts';
import { defineClass, mergeMethods } from './define.ts';
import {
  type FilterHandle,
  filterShape,
  type RangeHandle,
  rangeHandle,
  rangeShape,
  type SheetHandle,
  sheetShape,
} from './handles.ts';
import { checkOnGrid, editableFile } from './spreadsheet-access.ts';

type OnSheet = { readonly id: string; readonly sheet: number };

function sheetOf(execution: Execution, on: OnSheet): SheetState {
  return execution.world.sheet(on.id, on.sheet);
}

function find(execution: Execution, on: FilterHandle): Box {
  const { filter } = sheetOf(execution, on);
  if (filter === undefined) throw new ServiceError('The filter no longer exists.');
  return filter;
}

function setFilter(execution: Execution, on: OnSheet, filter: Box | undefined): void {
  editableFile(execution, on.id);
  execution.write(() => {
    const sheet = sheetOf(execution, on);
    const before = sheet.filter;
    sheet.filter = filter;
    return () => {
      sheet.filter = before;
    };
  });
}

function handle({ id, sheet }: OnSheet): Wire {
  return { $: 'Filter', id, sheet };
}

const onRange = defineClass<RangeHandle>('Range', rangeShape, (define) => {
  define('write', 'createFilter', [], (execution, range) => {
    const { row, col, rows, cols } = range;
    const sheet = sheetOf(execution, range);
    checkOnGrid(sheet, range);
    if (sheet.filter !== undefined) {
      throw new ServiceError("You can't create a filter in a sheet that already has a filter.");
    }
    setFilter(execution, range, { row, col, rows, cols });
    return handle(range);
  });
  define('read', 'getFilter', [], (execution, range) => {
    const { filter } = sheetOf(execution, range);
    return filter !== undefined && intersection(filter, range) !== undefined ? handle(range) : null;
  });
});

const onSheet = defineClass<SheetHandle>('Sheet', sheetShape, (define) => {
  define('read', 'getFilter', [], (execution, on) => {
    return sheetOf(execution, on).filter === undefined ? null : handle(on);
  });
});

const filter = defineClass<FilterHandle>('Filter', filterShape, (define) => {
  define('read', 'getRange', [], (execution, on) => rangeHandle(on.id, on.sheet, find(execution, on)));
  define('write', 'remove', [], (execution, on) => {
    find(execution, on);
    setFilter(execution, on, undefined);
  });
});

/**
 * The filter of a tab that everybody sees, without its criteria: the local Workspace hides no rows.
 * Source: apps-script/reference/spreadsheet/filter.
 */
export const filterMethods = mergeMethods([onRange, onSheet, filter]);
