import type { TabView } from '../../server/sheet/spreadsheet-view.ts';
import type { Cell } from '../../store/cells.ts';
import type { ConditionalRule } from '../../store/sheet-state.ts';
import { cellOf, shownText } from './cell-state.ts';

/**
 * The first conditional format rule whose condition a cell meets. Texts are compared as shown and without regard to
 * case. A rule made of a formula is never met, there being no formula engine.
 */
export function conditionalLook(tab: TabView, row: number, col: number): ConditionalRule | undefined {
  return tab.conditionalRules.find(
    (rule) =>
      rule.boxes.some(
        (box) => row >= box.row && row < box.row + box.rows && col >= box.col && col < box.col + box.cols,
      ) && isMet(rule, cellOf(tab, row, col), () => shownText(tab, row, col)),
  );
}

function isMet(rule: ConditionalRule, cell: Cell, shown: () => string): boolean {
  const [value = ''] = rule.values;
  const type = rule.type ?? '';
  if (type === 'CELL_EMPTY') return cell === '';
  if (type === 'CELL_NOT_EMPTY') return cell !== '';
  if (type.startsWith('NUMBER_')) return typeof cell === 'number' && isNumberMet(type, cell, Number(value));
  return type.startsWith('TEXT_') && isTextMet(type, shown().toLowerCase(), String(value).toLowerCase());
}

function isNumberMet(type: string, cell: number, value: number): boolean {
  if (type === 'NUMBER_EQUAL_TO') return cell === value;
  return type === 'NUMBER_GREATER_THAN' ? cell > value : type === 'NUMBER_LESS_THAN' && cell < value;
}

function isTextMet(type: string, text: string, value: string): boolean {
  switch (type) {
    case 'TEXT_EQUAL_TO':
      return text === value;
    case 'TEXT_CONTAINS':
      return text.includes(value);
    case 'TEXT_DOES_NOT_CONTAIN':
      return !text.includes(value);
    case 'TEXT_STARTS_WITH':
      return text.startsWith(value);
    case 'TEXT_ENDS_WITH':
      return text.endsWith(value);
    default:
      return false;
  }
}
