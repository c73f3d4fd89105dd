import type { TabView } from '../../server/sheet/spreadsheet-view.ts';
import { type Box, intersection } from '../../store/a1.ts';
import type { Cell } from '../../store/cells.ts';
import { displayValue } from '../../store/display-value.ts';
import { runAt } from '../../store/runs.ts';
import type { ValidationRule } from '../../store/sheet-state.ts';

/** What a tab holds at a row and column (from 1). */
export function cellOf(tab: TabView, row: number, col: number): Cell {
  return tab.rows[row - 1]?.[col - 1] ?? '';
}

/** The number format set on a cell. */
export function formatOf(tab: TabView, row: number, col: number): string | undefined {
  return runAt(tab.formats[col], row);
}

/** The text that a person sees in a cell. */
export function shownText(tab: TabView, row: number, col: number): string {
  return displayValue(cellOf(tab, row, col), formatOf(tab, row, col));
}

/** The rule by which a cell is a checkbox; undefined for any other cell. */
export function checkboxOf(tab: TabView, row: number, col: number): ValidationRule | undefined {
  const rule = runAt(tab.validations[col], row);
  return rule?.type === 'CHECKBOX' ? rule : undefined;
}

/** How an edit of a cell is met: the strictest of all protections over it. */
export function protectionAt(tab: TabView, row: number, col: number): 'refuses' | 'warns' | undefined {
  return protectionOver(tab, { row, col, rows: 1, cols: 1 });
}

/** How an edit of any part of a box is met. */
export function protectionOver(tab: TabView, box: Box): 'refuses' | 'warns' | undefined {
  const over = tab.protections.filter((protection) => {
    if (protection.box !== null) return intersection(protection.box, box) !== undefined;
    return !protection.except.some((open) => {
      const shared = intersection(open, box);
      return shared !== undefined && shared.rows === box.rows && shared.cols === box.cols;
    });
  });
  if (over.some(({ effect }) => effect === 'refuses')) return 'refuses';
  return over.some(({ effect }) => effect === 'warns') ? 'warns' : undefined;
}

/**
 * Whether a cell is drawn as protected. A tab that as a whole only warns is told by the lock on its name: where every
 * cell is protected, marking them all says nothing.
 */
export function isMarkedProtected(tab: TabView, row: number, col: number): boolean {
  const marked = tab.protections.filter(({ box, effect }) => box !== null || effect === 'refuses');
  return protectionAt({ ...tab, protections: marked }, row, col) !== undefined;
}

/** The part of a box in which a tab holds anything; undefined when it is all empty. */
export function usedPart(tab: TabView, box: Box): Box | undefined {
  const width = Math.max(
    0,
    ...tab.rows.slice(box.row - 1, box.row - 1 + box.rows).map(({ length }) => length),
  );
  return intersection(box, { row: 1, col: 1, rows: tab.rows.length, cols: width });
}

/** The table of a tab with its header, for a filter: from the last frozen row down, as wide as the header is. */
export function headerBox(tab: TabView): Box {
  const row = Math.max(1, tab.frozenRows);
  const cols = Math.max(1, ...tab.rows.slice(0, row).map(({ length }) => length));
  return { row, col: 1, rows: tab.maxRows - row + 1, cols };
}

/** Copied cells as they are pasted at a selection: one cell fills all of it, more are pasted as they are. */
export function spread(copied: readonly (readonly string[])[], selected: Box): string[][] {
  const only = copied.length === 1 && copied[0]?.length === 1 ? copied[0][0] : undefined;
  if (only === undefined) return copied.map((row) => [...row]);
  return Array.from({ length: selected.rows }, () => new Array<string>(selected.cols).fill(only));
}
