import type { World } from '../../scripts/replay/world.ts';

/** A cell as the add-on would write it: text is literal text, a moment becomes local time of the sheet. */
export type FilledCell = string | number | boolean | Date;

/**
 * A script of its own beside the add-on: writes rows below what a tab holds, since playing them all would take hours, and
 * holds the workbook's lock for as long as it is told.
 */
export const FILL_SCRIPT = `
function fillTab(name, json) {
  var sheet = SpreadsheetApp.getActive().getSheetByName(name);
  var rows = JSON.parse(json).map(function (row) {
    return row.map(function (cell) { return cell !== null && typeof cell === 'object' ? new Date(cell.ms) : cell; });
  });
  var last = sheet.getLastRow();
  var missing = last + rows.length - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing + 200);
  sheet.getRange(last + 1, 1, rows.length, rows[0].length).setValues(rows);
}
function holdWorkbook(ms) {
  LockService.getDocumentLock().waitLock(1000);
  Utilities.sleep(ms);
}`;

const ROWS_AT_ONCE = 10_000;

/** Writes rows below what a tab of the registry holds, as the add-on writes its own. */
export function fillTab(
  { workspace, scriptId }: Pick<World, 'workspace' | 'scriptId'>,
  tab: string,
  rows: readonly (readonly FilledCell[])[],
): void {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const cells = rows.slice(from, from + ROWS_AT_ONCE).map((row) => row.map(onTheWire));
    const filled = workspace.run(scriptId, {
      as: 'head@one.example',
      function: 'fillTab',
      args: [tab, JSON.stringify(cells)],
      context: 'editor',
    });
    if (filled.status !== 'done') throw new Error(filled.error?.message ?? filled.status);
  }
}

function onTheWire(cell: FilledCell): Exclude<FilledCell, Date> | { readonly ms: number } {
  if (cell instanceof Date) return { ms: cell.getTime() };
  return cell;
}
