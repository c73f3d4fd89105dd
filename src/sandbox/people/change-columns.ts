import { ActionRefused } from '../errors.ts';
import type { World } from '../execution/world.ts';
import { deleteColumns, insertColumns, moveColumns } from '../store/sheet-structure.ts';
import { fireChange } from './change-structure.ts';
import { type EditResult, type PersonAt, refusalFor, tabOf } from './edit-cells.ts';

/** Inserts empty columns before column `column` as a person; a change event tells that it happened, not where. */
export function insertColumnsAs(
  world: World,
  at: PersonAt & { readonly column: number; readonly count?: number },
): EditResult {
  const sheet = tabOf(world, at);
  const count = at.count ?? 1;
  if (at.column < 1 || at.column > sheet.maxCols + 1 || count < 1) {
    throw new ActionRefused('There is no such column.');
  }
  const refusal = refusalFor(world, at, sheet, { row: 1, col: at.column, rows: sheet.maxRows, cols: 1 });
  if (refusal !== undefined) return { applied: false, reason: refusal };
  insertColumns(sheet, at.column, count);
  return fireChange(world, at, 'INSERT_COLUMN');
}

/** Deletes columns from column `column` on as a person. */
export function deleteColumnsAs(
  world: World,
  at: PersonAt & { readonly column: number; readonly count?: number },
): EditResult {
  const sheet = tabOf(world, at);
  const count = at.count ?? 1;
  if (at.column < 1 || count < 1 || at.column + count - 1 > sheet.maxCols || count >= sheet.maxCols) {
    throw new ActionRefused('There are no such columns.');
  }
  const refusal = refusalFor(world, at, sheet, { row: 1, col: at.column, rows: sheet.maxRows, cols: count });
  if (refusal !== undefined) return { applied: false, reason: refusal };
  deleteColumns(sheet, at.column, count);
  return fireChange(world, at, 'REMOVE_COLUMN');
}

/**
 * Drags a column so that it stands before the column that is now `before`, as a person. No trigger is promised for
 * moves. Source: workspace/add-ons/concepts/editor-triggers.
 */
export function moveColumnAs(
  world: World,
  at: PersonAt & { readonly column: number; readonly before: number },
): EditResult {
  const sheet = tabOf(world, at);
  const { column, before } = at;
  if (column < 1 || column > sheet.maxCols || before < 1 || before > sheet.maxCols + 1) {
    throw new ActionRefused('There is no such column.');
  }
  const box = { row: 1, rows: sheet.maxRows, col: Math.min(column, before), cols: 1 };
  const refusal = refusalFor(world, at, sheet, { ...box, cols: Math.abs(before - column) + 1 });
  if (refusal !== undefined) return { applied: false, reason: refusal };
  moveColumns(sheet, column, 1, before);
  return { applied: true, executions: [] };
}
