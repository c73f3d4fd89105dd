import type { SheetEdit } from '../../server/sheet/sheet-edit.ts';
import type { TabView } from '../../server/sheet/spreadsheet-view.ts';
import { typedText } from '../../server/sheet/typed-text.ts';
import type { Box } from '../../store/a1.ts';
import { cellOf, formatOf, usedPart } from './cell-state.ts';

/** An edit and the one that takes it back. */
export interface Step {
  readonly tab: number;
  readonly forth: SheetEdit;
  readonly back: SheetEdit;
}

const MOST_STEPS = 100;

/** What one person did in this window, for undo and redo. */
export class EditHistory {
  #done: readonly Step[] = [];
  #undone: readonly Step[] = [];

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Remembers what was just done; what had been undone before cannot be redone any more. */
  add(step: Step): void {
    this.#done = [...this.#done, step].slice(-MOST_STEPS);
    this.#undone = [];
  }

  /** Takes the last step off, to be carried out backwards. */
  undo(): Step | undefined {
    const step = this.#done.at(-1);
    if (step === undefined) return undefined;
    this.#done = this.#done.slice(0, -1);
    this.#undone = [...this.#undone, step];
    return step;
  }

  /** Takes the step that was undone last, to be carried out again. */
  redo(): Step | undefined {
    const step = this.#undone.at(-1);
    if (step === undefined) return undefined;
    this.#undone = this.#undone.slice(0, -1);
    this.#done = [...this.#done, step];
    return step;
  }

  /** Forgets the steps in a tab whose rows or columns are no longer where they were. */
  forget(tab: number): void {
    this.#done = this.#done.filter((step) => step.tab !== tab);
    this.#undone = this.#undone.filter((step) => step.tab !== tab);
  }
}

/** The cells whose contents an edit replaces; undefined for one that moves cells. */
export function touchedBox(edit: SheetEdit): Box | undefined {
  switch (edit.kind) {
    case 'type':
      return { row: edit.row, col: edit.column, rows: 1, cols: 1 };
    case 'paste': {
      const cols = Math.max(1, ...edit.values.map(({ length }) => length));
      return { row: edit.row, col: edit.column, rows: edit.values.length, cols };
    }
    case 'clear':
      return edit.box;
    case 'fill':
      return edit.to;
    default:
      return undefined;
  }
}

/** The edit that brings back what a tab holds now in the cells that `edit` is about to replace. */
export function inverseOf(tab: TabView, edit: SheetEdit): SheetEdit | undefined {
  const touched = touchedBox(edit);
  if (touched === undefined) return undefined;
  const box = edit.kind === 'clear' ? usedPart(tab, touched) : touched;
  if (box === undefined) return undefined;
  const values = Array.from({ length: box.rows }, (_row, i) =>
    Array.from({ length: box.cols }, (_cell, j) => {
      const [row, col] = [box.row + i, box.col + j];
      return typedText(cellOf(tab, row, col), formatOf(tab, row, col));
    }),
  );
  const at = { tab: tab.id, row: box.row, column: box.col };
  const only = values[0]?.[0];
  return box.rows === 1 && box.cols === 1 && only !== undefined
    ? { kind: 'type', ...at, text: only }
    : { kind: 'paste', ...at, values };
}
