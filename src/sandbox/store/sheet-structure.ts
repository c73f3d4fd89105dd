import type { Box } from './a1.ts';
import type { Cell, Row } from './cells.ts';
import { type Runs, type RunsByColumn, withGapInserted, withRowsDeleted, withRowsInserted } from './runs.ts';
import type { ProtectionState, SheetState } from './sheet-state.ts';

type RunsChange = <T>(runs: Runs<T>) => Runs<T>;

function changeRuns(sheet: SheetState, change: RunsChange): void {
  const each = <T>(columns: RunsByColumn<T>): RunsByColumn<T> =>
    Object.fromEntries(Object.entries(columns).map(([col, runs]) => [col, change(runs)]));
  sheet.formats = each(sheet.formats);
  sheet.validations = each(sheet.validations);
  sheet.notes = each(sheet.notes);
  sheet.styles = Object.fromEntries(Object.entries(sheet.styles).map(([name, runs]) => [name, each(runs)]));
}

function changeColumns(sheet: SheetState, target: (col: number) => number | undefined): void {
  const each = <T>(columns: Readonly<Record<number, T>>): Readonly<Record<number, T>> => {
    const next: Record<number, T> = {};
    for (const [col, value] of Object.entries(columns)) {
      const to = target(Number(col));
      if (to !== undefined) next[to] = value;
    }
    return next;
  };
  sheet.formats = each(sheet.formats);
  sheet.validations = each(sheet.validations);
  sheet.notes = each(sheet.notes);
  sheet.styles = Object.fromEntries(Object.entries(sheet.styles).map(([name, runs]) => [name, each(runs)]));
  sheet.columnWidths = each(sheet.columnWidths);
  sheet.hiddenColumns = sheet.hiddenColumns.flatMap((col) => target(col) ?? []);
  if (sheet.form !== null) {
    const columns = Object.entries(sheet.form.columns).flatMap(([item, col]) => {
      const to = target(col);
      return to === undefined ? [] : [[item, to] as const];
    });
    sheet.form = { ...sheet.form, columns: Object.fromEntries(columns) };
  }
}

function changeBoxes(sheet: SheetState, change: (box: Box) => Box | undefined): void {
  const all = (boxes: readonly Box[]): Box[] => boxes.flatMap((box) => change(box) ?? []);
  sheet.protections = sheet.protections.flatMap((protection): ProtectionState[] => {
    const unprotected = all(protection.unprotected);
    if (protection.box === null) return [{ ...protection, unprotected }];
    const box = change(protection.box);
    return box === undefined ? [] : [{ ...protection, box, unprotected }];
  });
  sheet.conditionalRules = sheet.conditionalRules.map((rule) => ({ ...rule, boxes: all(rule.boxes) }));
  sheet.filter = sheet.filter && change(sheet.filter);
}

/** Where a stretch of `size` from `from` lies after `count` were inserted before `at`. */
function stretched(from: number, size: number, at: number, count: number): [number, number] {
  if (from >= at) return [from + count, size];
  return from + size > at ? [from, size + count] : [from, size];
}

/** Where a stretch lies after `count` from `at` on were deleted; size 0 means that it is gone. */
function shrunk(from: number, size: number, at: number, count: number): [number, number] {
  const lost = Math.max(0, Math.min(from + size, at + count) - Math.max(from, at));
  const start = from < at ? from : Math.max(at, from - count);
  return [start, size - lost];
}

/** Inserts `count` empty rows before row `at`; they take after the row above. */
export function insertRows(sheet: SheetState, at: number, count: number): void {
  if (at <= sheet.rows.length) {
    sheet.rows = [
      ...sheet.rows.slice(0, at - 1),
      ...new Array<Row>(count).fill([]),
      ...sheet.rows.slice(at - 1),
    ];
  }
  sheet.maxRows += count;
  const { notes } = sheet;
  changeRuns(sheet, (runs) => withRowsInserted(runs, at, count));
  // New rows take their look from the row above, but not what was written about it.
  sheet.notes = Object.fromEntries(
    Object.entries(notes).map(([col, runs]) => [col, withGapInserted(runs, at, count)]),
  );
  changeBoxes(sheet, (box) => {
    const [row, rows] = stretched(box.row, box.rows, at, count);
    return { ...box, row, rows };
  });
  if (sheet.frozenRows >= at) sheet.frozenRows += count;
}

/** Deletes `count` rows from row `at` on. */
export function deleteRows(sheet: SheetState, at: number, count: number): void {
  sheet.rows = [...sheet.rows.slice(0, at - 1), ...sheet.rows.slice(at - 1 + count)];
  while (sheet.rows.length > 0 && sheet.rows.at(-1)?.length === 0) sheet.rows.pop();
  sheet.maxRows -= count;
  changeRuns(sheet, (runs) => withRowsDeleted(runs, at, count));
  changeBoxes(sheet, (box) => {
    const [row, rows] = shrunk(box.row, box.rows, at, count);
    return rows === 0 ? undefined : { ...box, row, rows };
  });
  sheet.frozenRows -= Math.max(0, Math.min(sheet.frozenRows, at + count - 1) - at + 1);
}

/** Inserts `count` empty columns before column `at`. */
export function insertColumns(sheet: SheetState, at: number, count: number): void {
  const gap: Cell[] = new Array<Cell>(count).fill('');
  sheet.rows = sheet.rows.map((row) =>
    row.length < at ? row : [...row.slice(0, at - 1), ...gap, ...row.slice(at - 1)],
  );
  sheet.maxCols += count;
  changeColumns(sheet, (col) => (col >= at ? col + count : col));
  changeBoxes(sheet, (box) => {
    const [col, cols] = stretched(box.col, box.cols, at, count);
    return { ...box, col, cols };
  });
}

/** Deletes `count` columns from column `at` on. */
export function deleteColumns(sheet: SheetState, at: number, count: number): void {
  sheet.rows = sheet.rows.map((row) => {
    if (row.length < at) return row;
    const kept = [...row.slice(0, at - 1), ...row.slice(at - 1 + count)];
    while (kept.length > 0 && kept.at(-1) === '') kept.pop();
    return kept;
  });
  while (sheet.rows.length > 0 && sheet.rows.at(-1)?.length === 0) sheet.rows.pop();
  sheet.maxCols -= count;
  changeColumns(sheet, (col) => (col < at ? col : col < at + count ? undefined : col - count));
  changeBoxes(sheet, (box) => {
    const [col, cols] = shrunk(box.col, box.cols, at, count);
    return cols === 0 ? undefined : { ...box, col, cols };
  });
}

/**
 * Moves `count` columns from `from` so that they stand before the column that is now `before`.
 */
export function moveColumns(sheet: SheetState, from: number, count: number, before: number): void {
  const width = sheet.maxCols;
  const order = Array.from({ length: width }, (_, i) => i + 1);
  const moved = order.splice(from - 1, count);
  order.splice(before > from ? before - 1 - count : before - 1, 0, ...moved);
  sheet.rows = sheet.rows.map((row) => {
    const next = order.map((col) => row[col - 1] ?? '');
    while (next.length > 0 && next.at(-1) === '') next.pop();
    return next;
  });
  changeColumns(sheet, (col) => order.indexOf(col) + 1);
}
