import { literalText } from '../../registry/rows/cell-values.ts';
import { isBlank } from '../../registry/rows/table-image.ts';
import { STATE_TAB } from '../../registry/schema/schema.ts';
import type { RecordChange } from '../../registry/state/draft.ts';
import { formatState, spreadStateRow } from '../../registry/state/format-state.ts';
import { type BooksMark, State, type StateRow } from '../../registry/state/state.ts';
import { findPlaces } from './find-places.ts';
import { readBox, writeBlocks } from './tables.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The `_state` tab as it stands. */
export interface StateBook {
  readonly sheet: Sheet;
  /** Position of each declared column, in the order of their declaration. */
  readonly places: readonly number[];
  readonly nextRow: number;
}

/** Reads `_state` as a whole. Its columns are found by header where they don't stand as declared. */
export function readState(sheet: Sheet): { readonly state: State; readonly stateBook: StateBook } {
  const declared = STATE_TAB.headers.length;
  const read = (columns: () => number) =>
    readBox(sheet, () => ({ row: 1, rows: sheet.getMaxRows(), columns: columns() }));
  let values = read(() => Math.min(declared, sheet.getMaxColumns()));
  const isDeclared = STATE_TAB.headers.every((header, i) => values[0]?.[i] === header);
  if (!isDeclared) values = read(() => sheet.getMaxColumns());
  const [headers = [], ...rows] = values;
  const places = findPlaces(STATE_TAB, headers);
  const cells = isDeclared ? rows : rows.map((row) => places.map((place) => row[place] ?? ''));
  let end = rows.length;
  while (end > 0 && isBlank(rows[end - 1] ?? [])) end -= 1;
  return { state: State.parse(cells), stateBook: { sheet, places, nextRow: end + 2 } };
}

/** Appends what entries made of the records, and the mark that says so, in one write. */
export function appendState(
  { state, stateBook }: { readonly state: State; readonly stateBook: StateBook },
  changes: readonly RecordChange[],
  mark: BooksMark,
): void {
  const { sheet, nextRow } = stateBook;
  const rows = formatState(changes, { ...mark, rows: state.standing + changes.length });
  writeBlocks(sheet, [{ row: nextRow, column: 1, values: rows.map((row) => cellsOf(row, stateBook)) }]);
}

/** Writes `_state` anew: these rows and nothing else. */
export function rewriteState(stateBook: StateBook, rows: readonly StateRow[]): void {
  const used = Math.max(stateBook.nextRow - 2, rows.length);
  const width = Math.max(...stateBook.places) + 1;
  const blank = Array.from({ length: used - rows.length }, () => Array.from({ length: width }, () => ''));
  const values = [...rows.map((row) => cellsOf(row, stateBook)), ...blank];
  writeBlocks(stateBook.sheet, [{ row: 2, column: 1, values }]);
}

/** So many rows of single records are no reason to write all of `_state` anew. */
const FEW_LOOSE = 200;

/** With many records, so large a share of loose ones is none either. */
const FEW_LOOSE_SHARE = 0.05;

/** Rewrites `_state` with many records in a row, once rows of single ones have gathered. */
export function compactState({
  state,
  stateBook,
  pending,
}: {
  readonly state: State;
  readonly stateBook: StateBook;
  readonly pending: readonly unknown[];
}): void {
  const used = stateBook.nextRow - 2;
  if (pending.length > 0 || used < FEW_LOOSE + FEW_LOOSE_SHARE * state.packed) return;
  rewriteState(stateBook, state.pack());
}

function cellsOf(row: StateRow, { places }: StateBook): (string | number)[] {
  const cells: (string | number)[] = Array.from({ length: Math.max(...places) + 1 }, () => '');
  spreadStateRow(row).forEach((cell, i) => {
    cells[places[i] ?? i] = typeof cell === 'number' ? cell : literalText(cell);
  });
  return cells;
}
