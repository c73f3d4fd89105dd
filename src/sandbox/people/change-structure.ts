import { ActionRefused } from '../errors.ts';
import type { World } from '../execution/world.ts';
import { normalEmail } from '../store/access.ts';
import { deleteRows, insertRows } from '../store/sheet-structure.ts';
import { type SortKey, sortRows } from '../store/sort-rows.ts';
import { type ChangeType, changeEvent } from '../triggers/events.ts';
import { fireInstallable } from '../triggers/fire.ts';
import { type EditResult, type PersonAt, refusalFor, tabOf } from './edit-cells.ts';

/** Tells the change triggers what kind of change a person made. */
export function fireChange(world: World, at: PersonAt, type: ChangeType): EditResult {
  const body = changeEvent(at.spreadsheetId, type);
  const executions = fireInstallable(
    world,
    at.spreadsheetId,
    'ON_CHANGE',
    normalEmail(at.as),
    body,
    at.faults,
  );
  return { applied: true, executions };
}

/** Inserts empty rows before row `row` as a person; a change event tells that it happened, not where. */
export function insertRowsAs(
  world: World,
  at: PersonAt & { readonly row: number; readonly count?: number },
): EditResult {
  const sheet = tabOf(world, at);
  const count = at.count ?? 1;
  if (at.row < 1 || at.row > sheet.maxRows + 1 || count < 1) throw new ActionRefused('There is no such row.');
  const refusal = refusalFor(world, at, sheet, { row: at.row, col: 1, rows: 1, cols: sheet.maxCols });
  if (refusal !== undefined) return { applied: false, reason: refusal };
  insertRows(sheet, at.row, count);
  return fireChange(world, at, 'INSERT_ROW');
}

/** Deletes rows from row `row` on as a person. */
export function deleteRowsAs(
  world: World,
  at: PersonAt & { readonly row: number; readonly count?: number },
): EditResult {
  const sheet = tabOf(world, at);
  const count = at.count ?? 1;
  if (at.row < 1 || count < 1 || at.row + count - 1 > sheet.maxRows || count >= sheet.maxRows) {
    throw new ActionRefused('There are no such rows.');
  }
  const refusal = refusalFor(world, at, sheet, { row: at.row, col: 1, rows: count, cols: sheet.maxCols });
  if (refusal !== undefined) return { applied: false, reason: refusal };
  deleteRows(sheet, at.row, count);
  return fireChange(world, at, 'REMOVE_ROW');
}

/**
 * Sorts the rows below the frozen ones by a column, as a person. Rows that only move tell no trigger.
 * Source: workspace/add-ons/concepts/editor-triggers.
 */
export function sortAs(
  world: World,
  at: PersonAt & { readonly column: number; readonly ascending: boolean },
): EditResult {
  const sheet = tabOf(world, at);
  // Without frozen rows a person would still leave the header where it is.
  const row = Math.max(1, sheet.frozenRows) + 1;
  const box = { row, col: 1, rows: Math.max(1, sheet.rows.length - row + 1), cols: sheet.maxCols };
  const refusal = refusalFor(world, at, sheet, box);
  if (refusal !== undefined) return { applied: false, reason: refusal };
  const keys: readonly SortKey[] = [{ col: at.column, ascending: at.ascending }];
  if (sheet.rows.length >= row) sortRows(sheet, box, keys);
  return { applied: true, executions: [] };
}
