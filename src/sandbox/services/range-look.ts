import type { Execution } from '../execution/execution.ts';
import type { Wire } from '../realm/wire.ts';
import { effectiveFormat } from '../store/display-value.ts';
import { type RunsByColumn, runAt, withEach } from '../store/runs.ts';
import { cellAt, clearCells, formatAt, mapColumns, snapshotLook, withBox } from '../store/sheet-cells.ts';
import type { SheetState, StyleValue } from '../store/sheet-state.ts';
import { sortRows } from '../store/sort-rows.ts';
import { type Define, defineClass, SELF } from './define.ts';
import { type RangeHandle, rangeShape } from './handles.ts';
import { columnOf } from './range-places.ts';
import { checkShape, readGrid, sheetOf } from './range-values.ts';
import {
  either,
  enumOf,
  flag,
  int,
  isObject,
  listOf,
  nothing,
  num,
  record,
  type Shape,
  text,
} from './shapes.ts';
import { changeBox } from './spreadsheet-access.ts';

/** Changes what a range looks like, as a write that waits for the next flush. */
export function changeLook(
  execution: Execution,
  range: RangeHandle,
  change: (sheet: SheetState) => void,
): typeof SELF {
  changeBox(execution, range, (sheet) => {
    const undo = snapshotLook(sheet);
    change(sheet);
    return undo;
  });
  return SELF;
}

/** `columns` with one value for each cell of a range. */
export function withGrid<T>(
  columns: RunsByColumn<T>,
  range: RangeHandle,
  grid: readonly (readonly (T | undefined)[])[],
): RunsByColumn<T> {
  return mapColumns(columns, range, (runs, col) =>
    withEach(
      runs,
      range.row,
      grid.map((row) => row[col - range.col]),
    ),
  );
}

interface Style {
  readonly name: string;
  readonly one: string;
  readonly many?: string;
  readonly shape: Shape<Wire>;
  readonly initial: StyleValue;
}

const textOrNull: Shape<Wire> = either(text, nothing);

const STYLES: readonly Style[] = [
  { name: 'background', one: 'Background', many: 'Backgrounds', shape: textOrNull, initial: '#ffffff' },
  { name: 'fontColor', one: 'FontColor', many: 'FontColors', shape: textOrNull, initial: '#000000' },
  { name: 'fontWeight', one: 'FontWeight', many: 'FontWeights', shape: textOrNull, initial: 'normal' },
  { name: 'fontStyle', one: 'FontStyle', many: 'FontStyles', shape: textOrNull, initial: 'normal' },
  { name: 'fontFamily', one: 'FontFamily', many: 'FontFamilies', shape: textOrNull, initial: 'Arial' },
  { name: 'fontLine', one: 'FontLine', many: 'FontLines', shape: textOrNull, initial: 'none' },
  { name: 'fontSize', one: 'FontSize', many: 'FontSizes', shape: num, initial: 10 },
  { name: 'wrap', one: 'Wrap', many: 'Wraps', shape: flag, initial: false },
  {
    name: 'wrapStrategy',
    one: 'WrapStrategy',
    many: 'WrapStrategies',
    shape: enumOf('WrapStrategy'),
    initial: 'OVERFLOW',
  },
  {
    name: 'horizontal',
    one: 'HorizontalAlignment',
    many: 'HorizontalAlignments',
    shape: textOrNull,
    initial: 'general',
  },
  {
    name: 'vertical',
    one: 'VerticalAlignment',
    many: 'VerticalAlignments',
    shape: textOrNull,
    initial: 'bottom',
  },
];

function styleValue(value: Wire): StyleValue | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return isObject(value) ? String(value.name) : undefined;
}

function defineStyle(define: Define<RangeHandle>, style: Style): void {
  const read = (sheet: SheetState, row: number, col: number): Wire => {
    const value = runAt(sheet.styles[style.name]?.[col], row) ?? style.initial;
    return style.name === 'wrapStrategy' ? { $: 'Enum', of: 'WrapStrategy', name: String(value) } : value;
  };
  define('write', `set${style.one}`, [style.shape], (execution, range, value) => {
    return changeLook(execution, range, (sheet) => {
      const columns = withBox(sheet.styles[style.name] ?? {}, range, styleValue(value));
      sheet.styles = { ...sheet.styles, [style.name]: columns };
    });
  });
  define('read', `get${style.one}`, [], (execution, range) =>
    read(sheetOf(execution, range), range.row, range.col),
  );
  if (style.many === undefined) return;
  define('write', `set${style.many}`, [listOf(listOf(style.shape))], (execution, range, values) => {
    checkShape(range, values);
    return changeLook(execution, range, (sheet) => {
      const columns = withGrid(
        sheet.styles[style.name] ?? {},
        range,
        values.map((row) => row.map(styleValue)),
      );
      sheet.styles = { ...sheet.styles, [style.name]: columns };
    });
  });
  define('read', `get${style.many}`, [], (execution, range) => {
    const sheet = sheetOf(execution, range);
    return readGrid(range, (row, col) => read(sheet, row, col));
  });
}

/** Formats, styles, notes and order of ranges. Source: apps-script/reference/spreadsheet/range. */
export const rangeLookMethods = defineClass<RangeHandle>('Range', rangeShape, (define) => {
  for (const style of STYLES) defineStyle(define, style);
  define('write', 'setBackgroundColor', [textOrNull], (execution, range, value) => {
    return changeLook(execution, range, (sheet) => {
      const columns = withBox(sheet.styles.background ?? {}, range, styleValue(value));
      sheet.styles = { ...sheet.styles, background: columns };
    });
  });
  borders(define);
  numberFormats(define);
  notes(define);
  clearing(define);
  sorting(define);
});

function borders(define: Define<RangeHandle>): void {
  const side = either(flag, nothing);
  // Borders are drawn on the platform and change nothing that a script reads back.
  define('write', 'setBorder', [side, side, side, side, side, side], (execution, range, ..._sides) => {
    return changeLook(execution, range, () => undefined);
  });
  define(
    'write',
    'setBorder',
    [side, side, side, side, side, side, textOrNull, either(enumOf('BorderStyle'), nothing)],
    (execution, range, ..._sides) => changeLook(execution, range, () => undefined),
  );
}

function numberFormats(define: Define<RangeHandle>): void {
  define('write', 'setNumberFormat', [text], (execution, range, format) => {
    return changeLook(execution, range, (sheet) => {
      sheet.formats = withBox(
        sheet.formats,
        range,
        format === 'General' || format === '' ? undefined : format,
      );
    });
  });
  define('write', 'setNumberFormats', [listOf(listOf(text))], (execution, range, formats) => {
    checkShape(range, formats);
    return changeLook(execution, range, (sheet) => {
      sheet.formats = withGrid(
        sheet.formats,
        range,
        formats.map((row) => row.map((one) => one || undefined)),
      );
    });
  });
  const read = (sheet: SheetState, row: number, col: number): string => {
    return effectiveFormat(cellAt(sheet, row, col), formatAt(sheet, row, col));
  };
  define('read', 'getNumberFormat', [], (execution, range) =>
    read(sheetOf(execution, range), range.row, range.col),
  );
  define('read', 'getNumberFormats', [], (execution, range) => {
    const sheet = sheetOf(execution, range);
    return readGrid(range, (row, col) => read(sheet, row, col));
  });
}

function notes(define: Define<RangeHandle>): void {
  const set = (execution: Execution, range: RangeHandle, note: string | null): typeof SELF => {
    return changeLook(execution, range, (sheet) => {
      sheet.notes = withBox(sheet.notes, range, note === null || note === '' ? undefined : note);
    });
  };
  define('write', 'setNote', [textOrNull], (execution, range, note) => {
    return set(execution, range, typeof note === 'string' ? note : null);
  });
  define('write', 'setNotes', [listOf(listOf(textOrNull))], (execution, range, grid) => {
    checkShape(range, grid);
    return changeLook(execution, range, (sheet) => {
      const values = grid.map((row) =>
        row.map((note) => (typeof note === 'string' && note !== '' ? note : undefined)),
      );
      sheet.notes = withGrid(sheet.notes, range, values);
    });
  });
  define('write', 'clearNote', [], (execution, range) => set(execution, range, null));
  define('read', 'getNote', [], (execution, range) => {
    return runAt(sheetOf(execution, range).notes[range.col], range.row) ?? '';
  });
  define('read', 'getNotes', [], (execution, range) => {
    const sheet = sheetOf(execution, range);
    return readGrid(range, (row, col) => runAt(sheet.notes[col], row) ?? '');
  });
}

function withoutLook(sheet: SheetState, range: RangeHandle): void {
  sheet.formats = withBox(sheet.formats, range, undefined);
  sheet.styles = Object.fromEntries(
    Object.entries(sheet.styles).map(([name, columns]) => [name, withBox(columns, range, undefined)]),
  );
}

function clearing(define: Define<RangeHandle>): void {
  define('write', 'clearFormat', [], (execution, range) => {
    return changeLook(execution, range, (sheet) => withoutLook(sheet, range));
  });
  define('write', 'clear', [], (execution, range) => {
    changeBox(execution, range, (sheet) => {
      const undoCells = clearCells(sheet, range);
      const undoLook = snapshotLook(sheet);
      withoutLook(sheet, range);
      sheet.notes = withBox(sheet.notes, range, undefined);
      return () => {
        undoLook();
        undoCells();
      };
    });
    return SELF;
  });
}

function sorting(define: Define<RangeHandle>): void {
  const column = either(int, either(record, text));
  const key = (spec: Wire): { col: number; ascending: boolean } => {
    if (isObject(spec)) return { col: columnOf(Number(spec.column)), ascending: spec.ascending !== false };
    return { col: typeof spec === 'string' ? columnOf(spec) : Number(spec), ascending: true };
  };
  define('write', 'sort', [column], (execution, range, spec) => {
    changeBox(execution, range, (sheet) => sortRows(sheet, range, [key(spec)]));
    return SELF;
  });
  define('write', 'sort', [listOf(column)], (execution, range, specs) => {
    changeBox(execution, range, (sheet) => sortRows(sheet, range, specs.map(key)));
    return SELF;
  });
  define('free', 'activate', [], (execution, range) => {
    const key = `${range.id} ${execution.start.activeUser}`;
    const { row, col, rows, cols } = range;
    execution.world.state.selections[key] = { sheetId: range.sheet, row, col, rows, cols };
    return SELF;
  });
}
