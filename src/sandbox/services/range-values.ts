import { ServiceError } from '../errors.ts';
import type { Execution } from '../execution/execution.ts';
import type { Wire } from '../realm/wire.ts';
import { formatA1 } from '../store/a1.ts';
import { type Cell, isFormula, type Row } from '../store/cells.ts';
import { acceptsCell, validationMessage } from '../store/check-validation.ts';
import { coerceValue, coercionContext, readValue } from '../store/coerce-value.ts';
import { displayValue } from '../store/display-value.ts';
import { type Runs, runAt, withRun } from '../store/runs.ts';
import { cellAt, clearCells, formatAt, mapColumns, snapshotLook, writeCells } from '../store/sheet-cells.ts';
import type { SheetState, ValidationRule } from '../store/sheet-state.ts';
import { type Define, defineClass, SELF } from './define.ts';
import { type RangeHandle, rangeShape } from './handles.ts';
import { anything, isList, listOf, text } from './shapes.ts';
import { changeBox, checkMayChange, checkOnGrid } from './spreadsheet-access.ts';

const grid = listOf(
  listOf({ is: (value: Wire): value is Wire => value === undefined || anything.is(value) }),
);

/** The tab of a range that still lies on its grid. */
export function sheetOf(execution: Execution, range: RangeHandle): SheetState {
  const sheet = execution.world.sheet(range.id, range.sheet);
  checkOnGrid(sheet, range);
  return sheet;
}

/** A rectangle of what `read` answers for each cell of a range. */
export function readGrid<T>(range: RangeHandle, read: (row: number, col: number) => T): T[][] {
  return Array.from({ length: range.rows }, (_row, i) =>
    Array.from({ length: range.cols }, (_col, j) => read(range.row + i, range.col + j)),
  );
}

function readValues(execution: Execution, range: RangeHandle): Wire[][] {
  const sheet = sheetOf(execution, range);
  const { timeZone } = execution.world.spreadsheet(range.id);
  const out: Wire[][] = new Array(range.rows);
  for (let i = 0; i < range.rows; i++) {
    const cells = sheet.rows[range.row - 1 + i];
    const row: Wire[] = new Array(range.cols);
    for (let j = 0; j < range.cols; j++) {
      const cell = cells?.[range.col - 1 + j] ?? '';
      row[j] =
        typeof cell === 'string' || typeof cell === 'boolean'
          ? cell
          : readValue(cell, formatAt(sheet, range.row + i, range.col + j), timeZone);
    }
    out[i] = row;
  }
  return out;
}

/** Throws the platform's words when `data` has not the shape of the range. */
export function checkShape(range: RangeHandle, data: readonly (readonly unknown[])[]): void {
  if (data.length !== range.rows) {
    throw new ServiceError(
      `The number of rows in the data does not match the number of rows in the range. The data has ${data.length} but the range has ${range.rows}.`,
    );
  }
  const uneven = data.find((row) => row.length !== range.cols);
  if (uneven !== undefined) {
    throw new ServiceError(
      `The number of columns in the data does not match the number of columns in the range. The data has ${uneven.length} but the range has ${range.cols}.`,
    );
  }
}

interface Coerced {
  readonly block: readonly Row[];
  /** Formats that values bring along, for cells that have none. */
  readonly formats: readonly { readonly row: number; readonly col: number; readonly format: string }[];
}

/** The cells that values passed by a script become, checked against the validations of their places. */
export function coerceBlock(
  execution: Execution,
  range: RangeHandle,
  data: readonly (readonly Wire[])[],
): Coerced {
  const sheet = sheetOf(execution, range);
  const { timeZone } = execution.world.spreadsheet(range.id);
  const context = coercionContext(timeZone, execution.now);
  const formats: { row: number; col: number; format: string }[] = [];
  const columns = Array.from({ length: range.cols }, (_, j) => ({
    formats: sheet.formats[range.col + j],
    validations: sheet.validations[range.col + j],
  }));
  const block = data.map((values, i) =>
    columns.map((column, j): Cell => {
      const row = range.row + i;
      const format = column.formats === undefined ? undefined : runAt(column.formats, row);
      const typed = coerceValue(values[j], format, context);
      if (typed === undefined)
        throw new ServiceError(`Cannot convert ${JSON.stringify(values[j])} to a cell value.`);
      if (column.validations !== undefined) {
        checkRule(column.validations, row, range.col + j, typed.cell, format, timeZone);
      }
      if (typed.format !== undefined && format === undefined) {
        formats.push({ row, col: range.col + j, format: typed.format });
      }
      return typed.cell;
    }),
  );
  return { block, formats };
}

function checkRule(
  validations: Runs<ValidationRule>,
  row: number,
  col: number,
  cell: Cell,
  format: string | undefined,
  timeZone: string,
): void {
  const rule = runAt(validations, row);
  if (rule === undefined || rule.allowInvalid || acceptsCell(rule, cell, format, timeZone)) return;
  throw new ServiceError(validationMessage(rule, formatA1({ row, col, rows: 1, cols: 1 })));
}

function setCells(execution: Execution, range: RangeHandle, data: readonly (readonly Wire[])[]): void {
  checkShape(range, data);
  checkMayChange(execution, range, range);
  const { block, formats } = coerceBlock(execution, range, data);
  changeBox(execution, range, (sheet) => {
    const undoCells = writeCells(sheet, range.row, range.col, block);
    if (formats.length === 0) return undoCells;
    const undoLook = snapshotLook(sheet);
    for (const { row, col, format } of formats) {
      sheet.formats = mapColumns(sheet.formats, { row, col, rows: 1, cols: 1 }, (runs) =>
        withRun(runs, row, row, format),
      );
    }
    return () => {
      undoLook();
      undoCells();
    };
  });
}

const literalOf = (value: string): string => `'${value}`;

/** Values, display values and formulas of ranges. */
export const rangeValueMethods = defineClass<RangeHandle>('Range', rangeShape, (define) => {
  readers(define);
  define('write', 'setValue', [anything], (execution, range, value) => {
    const row = new Array<Wire>(range.cols).fill(value);
    setCells(execution, range, new Array<Wire[]>(range.rows).fill(row));
    return SELF;
  });
  define('write', 'setValues', [grid], (execution, range, data) => {
    setCells(execution, range, data);
    return SELF;
  });
  define('write', 'setFormula', [text], (execution, range, formula) => {
    const typed = formula.startsWith('=') || formula === '' ? formula : `=${formula}`;
    setCells(execution, range, new Array<Wire[]>(range.rows).fill(new Array<Wire>(range.cols).fill(typed)));
    return SELF;
  });
  define('write', 'setRichTextValue', [anything], (execution, range, value) => {
    setCells(execution, range, [[literalOf(richText(value))]]);
    return SELF;
  });
  define('write', 'setRichTextValues', [grid], (execution, range, values) => {
    setCells(
      execution,
      range,
      values.map((row) => row.map((value) => literalOf(richText(value)))),
    );
    return SELF;
  });
  define('write', 'clearContent', [], (execution, range) => {
    changeBox(execution, range, (sheet) => clearCells(sheet, range));
    return SELF;
  });
});

function richText(value: Wire): string {
  if (typeof value === 'object' && value !== null && !isList(value) && value.$ === 'RichTextValue') {
    return String(value.text);
  }
  throw new ServiceError('Only rich text values can be set as rich text.');
}

function readers(define: Define<RangeHandle>): void {
  define('read', 'getValues', [], (execution, range) => readValues(execution, range));
  define('read', 'getValue', [], (execution, range) => {
    return readValues(execution, { ...range, rows: 1, cols: 1 })[0]?.[0];
  });
  define('read', 'getDisplayValues', [], (execution, range) => {
    const sheet = sheetOf(execution, range);
    return readGrid(range, (row, col) => displayValue(cellAt(sheet, row, col), formatAt(sheet, row, col)));
  });
  define('read', 'getDisplayValue', [], (execution, range) => {
    const sheet = sheetOf(execution, range);
    return displayValue(cellAt(sheet, range.row, range.col), formatAt(sheet, range.row, range.col));
  });
  define('read', 'getFormulas', [], (execution, range) => {
    const sheet = sheetOf(execution, range);
    return readGrid(range, (row, col) => formulaOf(cellAt(sheet, row, col)));
  });
  define('read', 'getFormula', [], (execution, range) => {
    return formulaOf(cellAt(sheetOf(execution, range), range.row, range.col));
  });
  define('read', 'isBlank', [], (execution, range) => {
    const sheet = sheetOf(execution, range);
    return readGrid(range, (row, col) => cellAt(sheet, row, col))
      .flat()
      .every((cell) => cell === '');
  });
}

const formulaOf = (cell: Cell): string => (isFormula(cell) ? cell.f : '');
