import { type Cell, isDateCell } from './cells.ts';
import { displayValue } from './display-value.ts';
import { instantOfSerial } from './serial-date.ts';
import type { ValidationRule } from './sheet-state.ts';

/**
 * True if the rule accepts the cell. Empty cells always pass; rules made of formulas are taken to pass,
 * there being no formula engine.
 */
export function acceptsCell(
  rule: ValidationRule,
  cell: Cell,
  format: string | undefined,
  timeZone: string,
): boolean {
  if (cell === '') return true;
  if (rule.type === 'VALUE_IN_LIST') {
    return rule.values.some((value) => String(value) === displayValue(cell, format) || value === cell);
  }
  if (rule.type === 'CHECKBOX') {
    return rule.values.length === 0 ? typeof cell === 'boolean' : rule.values.some((value) => value === cell);
  }
  if (rule.type.startsWith('DATE_')) {
    return isDateCell(cell) && acceptsDate(rule, instantOfSerial(cell.d, timeZone));
  }
  if (rule.type.startsWith('NUMBER_')) return typeof cell === 'number' && acceptsNumber(rule, cell);
  return rule.type.startsWith('TEXT_') ? acceptsText(rule, displayValue(cell, format)) : true;
}

function acceptsDate(rule: ValidationRule, at: number): boolean {
  const [from = 0, to = 0] = rule.values.map((value) =>
    typeof value === 'object' ? value.ms : Number(value),
  );
  const day = 86_400_000;
  switch (rule.type) {
    case 'DATE_AFTER':
      return at >= from + day;
    case 'DATE_BEFORE':
      return at < from;
    case 'DATE_ON_OR_AFTER':
      return at >= from;
    case 'DATE_ON_OR_BEFORE':
      return at < from + day;
    case 'DATE_EQUAL_TO':
      return at >= from && at < from + day;
    case 'DATE_BETWEEN':
      return at >= from && at < to + day;
    case 'DATE_NOT_BETWEEN':
      return at < from || at >= to + day;
    default:
      return true;
  }
}

function acceptsNumber(rule: ValidationRule, value: number): boolean {
  const [from = 0, to = 0] = rule.values.map(Number);
  switch (rule.type) {
    case 'NUMBER_GREATER_THAN':
      return value > from;
    case 'NUMBER_GREATER_THAN_OR_EQUAL_TO':
      return value >= from;
    case 'NUMBER_LESS_THAN':
      return value < from;
    case 'NUMBER_LESS_THAN_OR_EQUAL_TO':
      return value <= from;
    case 'NUMBER_EQUAL_TO':
      return value === from;
    case 'NUMBER_NOT_EQUAL_TO':
      return value !== from;
    case 'NUMBER_BETWEEN':
      return value >= from && value <= to;
    case 'NUMBER_NOT_BETWEEN':
      return value < from || value > to;
    default:
      return true;
  }
}

function acceptsText(rule: ValidationRule, text: string): boolean {
  const wanted = String(rule.values[0] ?? '').toLowerCase();
  switch (rule.type) {
    case 'TEXT_CONTAINS':
      return text.toLowerCase().includes(wanted);
    case 'TEXT_DOES_NOT_CONTAIN':
      return !text.toLowerCase().includes(wanted);
    case 'TEXT_EQUAL_TO':
      return text.toLowerCase() === wanted;
    case 'TEXT_IS_VALID_EMAIL':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
    case 'TEXT_IS_VALID_URL':
      return /^(https?:\/\/)?[^\s.]+\.\S+$/.test(text);
    default:
      return true;
  }
}

/** The platform's words for a refused value; `a1` names the cell. */
export function validationMessage(rule: ValidationRule, a1: string): string {
  const start = `The data you entered in cell ${a1} violates the data validation rules set on this cell.`;
  if (rule.help !== null && rule.help !== '') return `${start} ${rule.help}`;
  if (rule.type !== 'VALUE_IN_LIST') return start;
  return `${start} Please enter one of the following values: ${rule.values.map(String).join(', ')}.`;
}
