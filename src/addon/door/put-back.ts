import { formatCell, type SheetValue } from '../../registry/rows/cell-values.ts';
import type { CellDifference } from '../../registry/rows/compare-rows.ts';
import type { OpenTable } from './tables.ts';

/** Begins every note of the registry's own, so that other people's notes are left alone. */
export const NOTE_MARK = 'Lead Registry: ';

/** A cell to be put back, with what to tell whoever typed it. */
export interface PutBack {
  readonly difference: CellDifference;
  readonly why: string;
}

interface Cell {
  readonly value: SheetValue;
  readonly note: string;
}

/** Puts cells back to what the records say and explains it in a note on each; cells below one another go together. */
export function putBack(table: OpenTable, cells: readonly PutBack[], timeZone: string): void {
  for (const { row, column, run } of columnRuns(table, cells, timeZone)) {
    const range = table.sheet.getRange(row, column, run.length, 1);
    range.setValues(run.map(({ value }) => [value]));
    if (run.some(({ note }) => note !== '')) range.setNotes(run.map(({ note }) => [note]));
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
