import type { TabPlan } from './assemble-tab-plans.ts';
import type { PlannedTab } from './repair-tab.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Rows that a new book begins with. */
const BOOK_ROWS = 200;

/**
 * Finds every planned tab, by its headers where people renamed it, or makes it, each new one behind the one that comes before it in the plan. The single empty tab
 * of a new spreadsheet becomes the first of them.
 */
export function placeTabs(workbook: Spreadsheet, plans: readonly TabPlan[]): readonly PlannedTab[] {
  const sheets = [...workbook.getSheets()];
  const names = sheets.map((sheet) => sheet.getName());
  const [first] = plans;
  const [only] = sheets;
  const placed: PlannedTab[] = [];
  if (first && only && sheets.length === 1 && names[0] !== first.name && isEmpty(only)) {
    only.setName(first.name);
    names[0] = first.name;
    placed.push(begin(first, only));
  }
  for (const plan of plans) {
    if (placed.some((tab) => tab.plan === plan)) continue;
    const at = names.indexOf(plan.name);
    const found = sheets[at];
    if (at >= 0 && found) {
      // One without content was left by a run that was cut off as it made it.
      placed.push(
        isEmpty(found) ? begin(plan, found) : { plan, sheet: found, isNew: false, formerName: null },
      );
      continue;
    }
    const renamed = findRenamed(plan, plans, sheets, names);
    if (renamed !== null) {
      const { sheet, formerName } = renamed;
      sheet.setName(plan.name);
      names[sheets.indexOf(sheet)] = plan.name;
      placed.push({ plan, sheet, isNew: false, formerName });
      continue;
    }
    const before = placed.at(-1);
    const index = before ? names.indexOf(before.plan.name) + 1 : 0;
    const sheet = workbook.insertSheet(plan.name, index);
    sheets.splice(index, 0, sheet);
    names.splice(index, 0, plan.name);
    placed.push(begin(plan, sheet));
  }
  return placed;
}

/** A new tab, no larger than it needs to be. */
function begin(plan: TabPlan, sheet: Sheet): PlannedTab {
  // The books are read whole, their spare rows included.
  const spareRows = plan.isBook ? sheet.getMaxRows() - BOOK_ROWS : 0;
  if (spareRows > 0) sheet.deleteRows(BOOK_ROWS + 1, spareRows);
  // Empty columns count as cells too, once there are a hundred thousand rows.
  const columns = plan.columns.length + plan.ownColumns;
  const spareColumns = sheet.getMaxColumns() - columns;
  if (spareColumns > 0) sheet.deleteColumns(columns + 1, spareColumns);
  return { plan, sheet, isNew: true, formerName: null };
}

/** A tab that people renamed: it has no planned name, its first planned header and most of the others. */
function findRenamed(
  plan: TabPlan,
  plans: readonly TabPlan[],
  sheets: readonly Sheet[],
  names: readonly string[],
): { readonly sheet: Sheet; readonly formerName: string } | null {
  const headers = plan.columns.map(({ header }) => header);
  const planned = new Set(plans.map(({ name }) => name));
  let best: { sheet: Sheet; formerName: string; known: number } | null = null;
  for (const [i, sheet] of sheets.entries()) {
    const formerName = names[i] ?? '';
    if (planned.has(formerName) || isEmpty(sheet) || sheet.getFormUrl() !== null) continue;
    const row = sheet.getRange(1, 1, 1, sheet.getMaxColumns()).getValues()[0] ?? [];
    const texts = new Set(row.map((cell) => String(cell).trim()));
    const known = headers.filter((header) => texts.has(header)).length;
    const isIt = texts.has(headers[0] ?? '') && known * 2 > headers.length;
    if (isIt && known > (best?.known ?? 0)) best = { sheet, formerName, known };
  }
  return best;
}

function isEmpty(sheet: Sheet): boolean {
  return sheet.getLastRow() === 0 && sheet.getFormUrl() === null;
}
