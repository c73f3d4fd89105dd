import { ActionRefused } from '../../errors.ts';
import type { ExecutionResult } from '../../execution/run-execution.ts';
import type { EditResult, PersonAt } from '../../people/edit-cells.ts';
import { type Box, formatA1 } from '../../store/a1.ts';
import { cellAt, formatAt } from '../../store/sheet-cells.ts';
import type { SheetState } from '../../store/sheet-state.ts';
import type { Workspace } from '../../workspace.ts';
import { fillTexts } from './fill-texts.ts';
import type { SheetEdit } from './sheet-edit.ts';

/**
 * Carries out what a person did to a tab, with all that comes of it; answers the executions. Throws ActionRefused with
 * a sentence for the person where nothing was changed.
 */
export function applySheetEdit(
  workspace: Workspace,
  spreadsheetId: string,
  as: string,
  edit: SheetEdit,
): readonly ExecutionResult[] {
  const sheet = workspace.read((state) =>
    state.spreadsheets[spreadsheetId]?.sheets.find(({ id }) => id === edit.tab),
  );
  if (sheet === undefined) throw new ActionRefused('This tab is no longer there.');
  const result = perform(workspace, { spreadsheetId, as, tab: sheet.name }, sheet, edit);
  if (!result.applied) throw new ActionRefused(result.reason);
  return result.executions;
}

function perform(workspace: Workspace, at: PersonAt, sheet: SheetState, edit: SheetEdit): EditResult {
  switch (edit.kind) {
    case 'type':
      return workspace.edit({ ...at, row: edit.row, column: edit.column, value: edit.text });
    case 'paste':
      return workspace.paste({ ...at, row: edit.row, column: edit.column, values: edit.values });
    case 'clear':
      return workspace.clear({ ...at, a1: formatA1(edit.box) });
    case 'fill':
      return fill(workspace, at, sheet, edit);
    case 'sort':
      return workspace.sort({ ...at, column: edit.column, ascending: edit.ascending });
    case 'insert-rows':
      return workspace.insertRows({ ...at, row: edit.row, count: edit.count });
    case 'delete-rows':
      return workspace.deleteRows({ ...at, row: edit.row, count: edit.count });
    case 'insert-columns':
      return workspace.insertColumns({ ...at, column: edit.column, count: edit.count });
    case 'delete-columns':
      return workspace.deleteColumns({ ...at, column: edit.column, count: edit.count });
  }
}

/** Fills away from the source on one side, as the handle allows: down, up, right or left. */
function fill(
  workspace: Workspace,
  at: PersonAt,
  sheet: SheetState,
  edit: { readonly from: Box; readonly to: Box },
): EditResult {
  const { from, to } = edit;
  const isDownOrUp = to.rows > from.rows;
  const backwards = isDownOrUp ? to.row < from.row : to.col < from.col;
  const count = isDownOrUp ? to.rows - from.rows : to.cols - from.cols;
  const lines = isDownOrUp ? from.cols : from.rows;
  if (count < 1) throw new ActionRefused('There is nothing to fill.');
  const filled = Array.from({ length: lines }, (_, line) => {
    const source = Array.from({ length: isDownOrUp ? from.rows : from.cols }, (_cell, i) => {
      const row = from.row + (isDownOrUp ? i : line);
      const col = from.col + (isDownOrUp ? line : i);
      return { cell: cellAt(sheet, row, col), format: formatAt(sheet, row, col) };
    });
    const texts = fillTexts(source, count, backwards);
    return backwards ? [...texts].reverse() : texts;
  });
  const values = isDownOrUp
    ? Array.from({ length: count }, (_, i) => filled.map((texts) => texts[i] ?? ''))
    : filled.map((texts) => [...texts]);
  const row = isDownOrUp && !backwards ? from.row + from.rows : to.row;
  const column = !isDownOrUp && !backwards ? from.col + from.cols : to.col;
  return workspace.paste({ ...at, row, column, values });
}
