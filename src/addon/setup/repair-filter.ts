import type { TabPlan } from './assemble-tab-plans.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Gives a tab that people look through its filter, over all its rows whatever comes later. One that is there stays, with
 * whatever people have chosen in it: a tab has only one. Returns whether there was none. One read, for such a tab.
 */
export function repairFilter(plan: TabPlan, sheet: Sheet): boolean {
  if (plan.isFiltered !== true || sheet.getFilter() !== null) return false;
  sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()).createFilter();
  return true;
}
