import {
  DataValidationErrorStyle,
  DataValidationRenderMode,
  DataValidationType,
  type ISheetDataValidationRule,
} from '@univerjs/core';
import { serializeListOptions } from '@univerjs/sheets';
import type { TabView } from '../../../server/sheet/spreadsheet-view.ts';
import type { Run } from '../../../store/runs.ts';
import type { ValidationRule } from '../../../store/sheet-state.ts';

/**
 * The validations of a tab that show as something to click: dropdowns for those who may edit, and checkboxes. The
 * server checks the rest.
 */
export function validationRules(tab: TabView, canEdit: boolean): ISheetDataValidationRule[] {
  const rules = new Map<string, ISheetDataValidationRule>();
  for (const [col, runs] of Object.entries(tab.validations)) {
    for (const run of runs) {
      if (!canEdit && run.value.type !== 'CHECKBOX') continue;
      const key = JSON.stringify(run.value);
      const uid = `tab-${tab.id}-rule-${rules.size + 1}`;
      const rule = rules.get(key) ?? clickable(run.value, uid);
      if (rule === undefined) continue;
      rule.ranges.push(rangeOf(run, Number(col)));
      rules.set(key, rule);
    }
  }
  return [...rules.values()];
}

function rangeOf(run: Run<ValidationRule>, col: number): ISheetDataValidationRule['ranges'][number] {
  return { startRow: run.first - 1, endRow: run.last - 1, startColumn: col - 1, endColumn: col - 1 };
}

function clickable(rule: ValidationRule, uid: string): ISheetDataValidationRule | undefined {
  const common = {
    uid,
    ranges: [],
    allowBlank: true,
    showErrorMessage: false,
    errorStyle: DataValidationErrorStyle.INFO,
  };
  if (rule.type === 'CHECKBOX') return { ...common, type: DataValidationType.CHECKBOX };
  if (rule.type !== 'VALUE_IN_LIST') return undefined;
  return {
    ...common,
    type: DataValidationType.LIST,
    formula1: serializeListOptions(rule.values.map(String)),
    renderMode: DataValidationRenderMode.ARROW,
  };
}
