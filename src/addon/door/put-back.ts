import type { BlockWrite } from '../../registry/rows/assemble-writes.ts';
import { formatCell, type SheetValue } from '../../registry/rows/cell-values.ts';
import type { CellDifference } from '../../registry/rows/compare-rows.ts';
import type { OpenTable } from './tables.ts';

/** Begins every note of the registry's own, so that other people's notes are left alone. */
export const NOTE_MARK = 'Lead Registry: ';

/** Why the clock puts back what nothing told of. */
export const UNKNOWN_AUTHOR = 'Nobody knows who typed this: type it again, or use the Lead Registry menu.';

/** A cell to be put back, with what to tell whoever typed it. */
export interface PutBack {
  readonly difference: CellDifference;
  readonly why: string;
}

/** Notes for cells below one another. */
export interface NoteRun {
  readonly row: number;
  readonly column: number;
  readonly notes: readonly string[];
}

interface Cell {
  readonly value: SheetValue;
  readonly note: string;
}

/** What puts cells back to what the records say, and the notes that explain it; cells below one another go together. */
export function assemblePutBack(
  table: OpenTable,
  cells: readonly PutBack[],
  timeZone: string,
): { readonly blocks: readonly BlockWrite[]; readonly notes: readonly NoteRun[] } {
  const runs = columnRuns(table, cells, timeZone);
  return {
    blocks: runs.map(({ row, column, run }) => ({ row, column, values: run.map(({ value }) => [value]) })),
    notes: runs
      .filter(({ run }) => run.some(({ note }) => note !== ''))
      .map(({ row, column, run }) => ({ row, column, notes: run.map(({ note }) => note) })),
  };
}

/** Explains on the cells themselves. */
export function writeNotes({ sheet }: OpenTable, runs: readonly NoteRun[]): void {
  for (const { row, column, notes } of runs) {
    if (row + notes.length - 1 > sheet.getMaxRows() || column > sheet.getMaxColumns()) continue;
    sheet.getRange(row, column, notes.length, 1).setNotes(notes.map((note) => [note]));
  }
}

function columnRuns({ layout }: OpenTable, cells: readonly PutBack[], timeZone: string) {
  const sorted = [...cells].sort(
    (a, b) => a.difference.column - b.difference.column || a.difference.row - b.difference.row,
  );
  const runs: { row: number; column: number; run: Cell[] }[] = [];
  for (const { difference, why } of sorted) {
    const { row, column, text, typed } = difference;
    const type = layout.columns.get(column - 1)?.type ?? 'text';
    const note = why === '' ? '' : noteText(typed, why);
    const cell = { value: formatCell(type, text, timeZone), note };
    const last = runs.at(-1);
    if (last && last.column === column && last.row + last.run.length === row) last.run.push(cell);
    else runs.push({ row, column, run: [cell] });
  }
  return runs;
}

/** What the note on a cell says: what was typed is not lost. */
export function noteText(typed: string, why: string): string {
  const shown = typed.length > 200 ? `${typed.slice(0, 200)}…` : typed;
  return `${NOTE_MARK}put back from ${shown === '' ? 'empty' : `“${shown}”`}. ${why}`;
}
