import { typedText } from '../../server/sheet/typed-text.ts';
import { intersection } from '../../store/a1.ts';
import { cellOf, formatOf, shownText } from './cell-state.ts';
import type { GridSelection } from './grid/grid.ts';
import { writeCells } from './read-clipboard.ts';

/**
 * What was copied here last. Others read what the cells show; pasted here again, the cells are what they were, which
 * a rounded number or a text that looks like a number would not be.
 */
export class CopiedCells {
  #text: string | undefined;
  #values: readonly (readonly string[])[] = [];

  /** Puts the selected cells on the clipboard. */
  write(selection: GridSelection | undefined): void {
    const [selected] = selection?.boxes ?? [];
    if (selection === undefined || selected === undefined) return;
    const { tab } = selection;
    const width = Math.max(1, ...tab.rows.map(({ length }) => length));
    const used = { row: 1, col: 1, rows: Math.max(1, tab.rows.length), cols: width };
    // Whole rows and columns end where the tab's contents end.
    const box = intersection(selected, used) ?? { ...selected, rows: 1, cols: 1 };
    const each = (textAt: (row: number, col: number) => string): readonly (readonly string[])[] =>
      Array.from({ length: box.rows }, (_row, i) =>
        Array.from({ length: box.cols }, (_cell, j) => textAt(box.row + i, box.col + j)),
      );
    this.#text = writeCells(each((row, col) => shownText(tab, row, col)));
    this.#values = each((row, col) => typedText(cellOf(tab, row, col), formatOf(tab, row, col)));
    void navigator.clipboard?.writeText(this.#text);
  }

  /** The texts to type for what is on the clipboard, if it was copied here. */
  valuesOf(clipboard: string): readonly (readonly string[])[] | undefined {
    return clipboard.replace(/\r\n?/g, '\n') === this.#text ? this.#values : undefined;
  }
}
