import { ServiceError } from '../errors.ts';
import type { Execution } from '../execution/execution.ts';
import type { Wire } from '../realm/wire.ts';
import { fillCheckboxes } from '../store/fill-checkboxes.ts';
import { runAt } from '../store/runs.ts';
import { snapshotLook, type Undo, withBox } from '../store/sheet-cells.ts';
import type { SheetState, ValidationRule } from '../store/sheet-state.ts';
import { type Define, defineClass, mergeMethods, SELF, Self } from './define.ts';
import {
  type RangeHandle,
  rangeShape,
  type ValidationBuilderHandle,
  type ValidationHandle,
  validationBuilderShape,
  validationShape,
} from './handles.ts';
import { withGrid } from './range-look.ts';
import { checkShape, readGrid, sheetOf } from './range-values.ts';
import { anything, type DateWire, date, either, flag, listOf, nothing, num, text } from './shapes.ts';
import { changeBox } from './spreadsheet-access.ts';

type RuleValue = ValidationRule['values'][number];

const ruleOrNull = either(validationShape, nothing);

function ruleOf(handle: ValidationHandle | null): ValidationRule | undefined {
  return handle === null ? undefined : handle.rule;
}

/** Sets rules over a range; boxes that get a checkbox rule become FALSE, which counts as content. */
function setRules(
  execution: Execution,
  range: RangeHandle,
  rules: readonly (readonly (ValidationRule | undefined)[])[] | ValidationRule | undefined,
): typeof SELF {
  changeBox(execution, range, (sheet): Undo => {
    const undoLook = snapshotLook(sheet);
    sheet.validations = isGrid(rules)
      ? withGrid(sheet.validations, range, rules)
      : withBox(sheet.validations, range, rules);
    const undoCells = fillCheckboxes(sheet, range);
    return () => {
      undoCells();
      undoLook();
    };
  });
  return SELF;
}

function isGrid<T>(
  rules: readonly (readonly T[])[] | ValidationRule | undefined,
): rules is readonly (readonly T[])[] {
  return Array.isArray(rules);
}

function readRule(sheet: SheetState, row: number, col: number): Wire {
  const rule = runAt(sheet.validations[col], row);
  return rule === undefined ? null : { $: 'DataValidation', rule: { ...rule } };
}

const onRange = defineClass<RangeHandle>('Range', rangeShape, (define) => {
  define('write', 'setDataValidation', [ruleOrNull], (x, range, rule) => setRules(x, range, ruleOf(rule)));
  define('write', 'setDataValidations', [listOf(listOf(ruleOrNull))], (x, range, grid) => {
    checkShape(range, grid);
    return setRules(
      x,
      range,
      grid.map((row) => row.map(ruleOf)),
    );
  });
  define('write', 'clearDataValidations', [], (x, range) => setRules(x, range, undefined));
  define('write', 'insertCheckboxes', [], (x, range) => {
    return setRules(x, range, { type: 'CHECKBOX', values: [], allowInvalid: false, help: null });
  });
  define('read', 'getDataValidation', [], (x, range) => readRule(sheetOf(x, range), range.row, range.col));
  define('read', 'getDataValidations', [], (x, range) => {
    const sheet = sheetOf(x, range);
    return readGrid(range, (row, col) => readRule(sheet, row, col));
  });
});

function required(on: ValidationBuilderHandle, type: string, values: readonly RuleValue[]): Self {
  return new Self({ ...on, rule: { ...on.rule, type, values: [...values] } });
}

const instant = (value: DateWire): RuleValue => ({ ms: value.ms });

const builder = defineClass<ValidationBuilderHandle>(
  'DataValidationBuilder',
  validationBuilderShape,
  (define) => {
    define('free', 'requireValueInList', [listOf(anything)], (_x, on, values) => {
      return required(on, 'VALUE_IN_LIST', listValues(values));
    });
    define('free', 'requireValueInList', [listOf(anything), flag], (_x, on, values, _dropdown) => {
      return required(on, 'VALUE_IN_LIST', listValues(values));
    });
    define('free', 'requireCheckbox', [], (_x, on) => required(on, 'CHECKBOX', []));
    define('free', 'requireCheckbox', [anything], (_x, on, checked) =>
      required(on, 'CHECKBOX', listValues([checked])),
    );
    define('free', 'requireFormulaSatisfied', [text], (_x, on, formula) =>
      required(on, 'CUSTOM_FORMULA', [formula]),
    );
    dates(define);
    numbers(define);
    texts(define);
    define('free', 'setAllowInvalid', [flag], (_x, on, allowInvalid) => {
      return new Self({ ...on, rule: { ...on.rule, allowInvalid } });
    });
    define('free', 'setHelpText', [text], (_x, on, help) => new Self({ ...on, rule: { ...on.rule, help } }));
    define('free', 'build', [], (_x, on) => {
      if (on.rule.type === '') throw new ServiceError('The data validation rule has no criteria.');
      return { $: 'DataValidation', rule: on.rule };
    });
  },
);

function listValues(values: readonly Wire[]): RuleValue[] {
  if (values.length > 500) throw new ServiceError('A list of values may have 500 items at most.');
  return values.map((value): RuleValue => {
    return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
  });
}

function dates(define: Define<ValidationBuilderHandle>): void {
  define('free', 'requireDate', [], (_x, on) => required(on, 'DATE_IS_VALID_DATE', []));
  const one: readonly (readonly [string, string])[] = [
    ['requireDateAfter', 'DATE_AFTER'],
    ['requireDateBefore', 'DATE_BEFORE'],
    ['requireDateEqualTo', 'DATE_EQUAL_TO'],
    ['requireDateOnOrAfter', 'DATE_ON_OR_AFTER'],
    ['requireDateOnOrBefore', 'DATE_ON_OR_BEFORE'],
  ];
  for (const [name, type] of one) {
    define('free', name, [date], (_x, on, value) => required(on, type, [instant(value)]));
  }
  define('free', 'requireDateBetween', [date, date], (_x, on, from, to) => {
    return required(on, 'DATE_BETWEEN', [instant(from), instant(to)]);
  });
  define('free', 'requireDateNotBetween', [date, date], (_x, on, from, to) => {
    return required(on, 'DATE_NOT_BETWEEN', [instant(from), instant(to)]);
  });
}

function numbers(define: Define<ValidationBuilderHandle>): void {
  const one: readonly (readonly [string, string])[] = [
    ['requireNumberEqualTo', 'NUMBER_EQUAL_TO'],
    ['requireNumberNotEqualTo', 'NUMBER_NOT_EQUAL_TO'],
    ['requireNumberGreaterThan', 'NUMBER_GREATER_THAN'],
    ['requireNumberGreaterThanOrEqualTo', 'NUMBER_GREATER_THAN_OR_EQUAL_TO'],
    ['requireNumberLessThan', 'NUMBER_LESS_THAN'],
    ['requireNumberLessThanOrEqualTo', 'NUMBER_LESS_THAN_OR_EQUAL_TO'],
  ];
  for (const [name, type] of one) {
    define('free', name, [num], (_x, on, value) => required(on, type, [value]));
  }
  define('free', 'requireNumberBetween', [num, num], (_x, on, from, to) =>
    required(on, 'NUMBER_BETWEEN', [from, to]),
  );
  define('free', 'requireNumberNotBetween', [num, num], (_x, on, from, to) => {
    return required(on, 'NUMBER_NOT_BETWEEN', [from, to]);
  });
}

function texts(define: Define<ValidationBuilderHandle>): void {
  define('free', 'requireTextContains', [text], (_x, on, part) => required(on, 'TEXT_CONTAINS', [part]));
  define('free', 'requireTextDoesNotContain', [text], (_x, on, part) =>
    required(on, 'TEXT_DOES_NOT_CONTAIN', [part]),
  );
  define('free', 'requireTextEqualTo', [text], (_x, on, wanted) => required(on, 'TEXT_EQUAL_TO', [wanted]));
  define('free', 'requireTextIsEmail', [], (_x, on) => required(on, 'TEXT_IS_VALID_EMAIL', []));
  define('free', 'requireTextIsUrl', [], (_x, on) => required(on, 'TEXT_IS_VALID_URL', []));
}

const rule = defineClass<ValidationHandle>('DataValidation', validationShape, (define) => {
  define('free', 'getAllowInvalid', [], (_x, on) => on.rule.allowInvalid);
  define('free', 'getHelpText', [], (_x, on) => on.rule.help);
  define('free', 'getCriteriaType', [], (_x, on) => {
    return { $: 'Enum', of: 'DataValidationCriteria', name: on.rule.type };
  });
  define('free', 'getCriteriaValues', [], (_x, on): Wire => {
    const values = on.rule.values.map(
      (value): Wire => (typeof value === 'object' ? { $: 'Date', ms: value.ms } : value),
    );
    return on.rule.type === 'VALUE_IN_LIST' ? [values, true] : values;
  });
  define('free', 'copy', [], (_x, on) => ({ $: 'DataValidationBuilder', rule: on.rule }));
});

/** Data validation. Source: apps-script/reference/spreadsheet/data-validation-builder. */
export const validationMethods = mergeMethods([onRange, builder, rule]);
