import type { SheetEdit } from '../../server/sheet/sheet-edit.ts';
import type { Box } from '../../store/a1.ts';
import type { CellMenuAction } from './cell-menu.tsx';

/** The edit that a menu item means for the selected cells. */
export function editOfMenu(
  action: Exclude<CellMenuAction, 'cut' | 'copy' | 'paste' | 'clear'>,
  tab: number,
  box: Box,
): SheetEdit {
  const rows = { tab, count: box.rows };
  const columns = { tab, count: box.cols };
  switch (action) {
    case 'insert-above':
      return { kind: 'insert-rows', ...rows, row: box.row };
    case 'insert-below':
      return { kind: 'insert-rows', ...rows, row: box.row + box.rows };
    case 'delete-rows':
      return { kind: 'delete-rows', ...rows, row: box.row };
    case 'insert-left':
      return { kind: 'insert-columns', ...columns, column: box.col };
    case 'insert-right':
      return { kind: 'insert-columns', ...columns, column: box.col + box.cols };
    case 'delete-columns':
      return { kind: 'delete-columns', ...columns, column: box.col };
    case 'sort-up':
    case 'sort-down':
      return { kind: 'sort', tab, column: box.col, ascending: action === 'sort-up' };
  }
}
