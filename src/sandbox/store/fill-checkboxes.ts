import type { Box } from './a1.ts';
import type { Cell, Row } from './cells.ts';
import { runAt } from './runs.ts';
import { cellAt, type Undo, writeCells } from './sheet-cells.ts';
import type { SheetState } from './sheet-state.ts';

/**
 * Fills the empty cells of a box that have a plain checkbox rule with FALSE, as an unticked box is. That
 * is content: it moves the last row to the end of the boxes.
 */
export function fillCheckboxes(sheet: SheetState, box: Box): Undo {
  const isBox = (row: number, col: number): boolean => {
    const rule = runAt(sheet.validations[col], row);
    return rule?.type === 'CHECKBOX' && rule.values.length === 0;
  };
  const columns = Array.from({ length: box.cols }, (_, j) => box.col + j);
  if (!columns.some((col) => sheet.validations[col]?.some((run) => run.value.type === 'CHECKBOX'))) {
    return () => undefined;
  }
  const block = Array.from(
    { length: box.rows },
    (_, i): Row =>
      columns.map((col): Cell => {
        const cell = cellAt(sheet, box.row + i, col);
        return cell === '' && isBox(box.row + i, col) ? false : cell;
      }),
  );
  return writeCells(sheet, box.row, box.col, block);
}
