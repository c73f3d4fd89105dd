import type { World } from '../../scripts/replay/world.ts';
/** A cell as the add-on would write it: text is literal text, a moment becomes local time of the sheet. */
export type FilledCell = string | number | boolean | Date;
/**
 * A script of its own beside the add-on: writes rows below what a tab holds, since playing them all would take hours, and
 * holds the workbook's lock for as long as it is told.
 */
export declare const FILL_SCRIPT =
  "\nfunction fillTab(name, json) {\n  var sheet = SpreadsheetApp.getActive().getSheetByName(name);\n  var rows = JSON.parse(json).map(function (row) {\n    return row.map(function (cell) { return cell !== null && typeof cell === 'object' ? new Date(cell.ms) : cell; });\n  });\n  var last = sheet.getLastRow();\n  var missing = last + rows.length - sheet.getMaxRows();\n  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);\n  sheet.getRange(last + 1, 1, rows.length, rows[0].length).setValues(rows);\n}\nfunction holdWorkbook(ms) {\n  LockService.getDocumentLock().waitLock(1000);\n  Utilities.sleep(ms);\n}";
/** Writes rows below what a tab of the registry holds, as the add-on writes its own. */
export declare function fillTab(
  { workspace, scriptId }: Pick<World, 'workspace' | 'scriptId'>,
  tab: string,
  rows: readonly (readonly FilledCell[])[],
): void;
