import { ServiceError } from '../errors.ts';
import type { Wire } from '../realm/wire.ts';
import { type Define, defineClass, mergeMethods, Self } from './define.ts';
import {
  type BooleanConditionHandle,
  booleanConditionShape,
  type ConditionalBuilderHandle,
  type ConditionalHandle,
  conditionalBuilderShape,
  conditionalShape,
  rangeHandle,
  rangeShape,
  type SheetHandle,
  sheetShape,
} from './handles.ts';
import { either, flag, listOf, nothing, num, text } from './shapes.ts';
import { changeSheet } from './spreadsheet-access.ts';

function condition(
  on: ConditionalBuilderHandle,
  type: string,
  values: readonly (string | number)[] = [],
): Self {
  return keep(on, { type, values: [...values] });
}

const builder = defineClass<ConditionalBuilderHandle>(
  'ConditionalFormatRuleBuilder',
  conditionalBuilderShape,
  (define) => {
    conditions(define);
    const color = either(text, nothing);
    define('free', 'setBackground', [color], (_x, on, background) => keep(on, { background }));
    define('free', 'setFontColor', [color], (_x, on, fontColor) => keep(on, { fontColor }));
    define('free', 'setBold', [flag], (_x, on, bold) => keep(on, { bold }));
    define('free', 'setRanges', [listOf(rangeShape)], (_x, on, ranges) => {
      const boxes = ranges.map(({ row, col, rows, cols }) => ({ row, col, rows, cols }));
      const first = ranges[0];
      if (first === undefined) throw new ServiceError('The conditional format rule needs a range.');
      return new Self({ ...on, id: first.id, sheet: first.sheet, rule: { ...on.rule, boxes } });
    });
    define('free', 'build', [], (_x, on): Wire => {
      if (on.rule.type === null) throw new ServiceError('The conditional format rule has no condition.');
      return { ...on, $: 'ConditionalFormatRule' };
    });
  },
);

function keep(on: ConditionalBuilderHandle, change: { readonly [key: string]: Wire }): Self {
  return new Self({ ...on, rule: { ...on.rule, ...change } });
}

function conditions(define: Define<ConditionalBuilderHandle>): void {
  const texts: readonly (readonly [string, string])[] = [
    ['whenTextEqualTo', 'TEXT_EQUAL_TO'],
    ['whenTextContains', 'TEXT_CONTAINS'],
    ['whenTextDoesNotContain', 'TEXT_DOES_NOT_CONTAIN'],
    ['whenTextStartsWith', 'TEXT_STARTS_WITH'],
    ['whenTextEndsWith', 'TEXT_ENDS_WITH'],
    ['whenFormulaSatisfied', 'CUSTOM_FORMULA'],
  ];
  for (const [name, type] of texts) {
    define('free', name, [text], (_x, on, value) => condition(on, type, [value]));
  }
  const numbers: readonly (readonly [string, string])[] = [
    ['whenNumberEqualTo', 'NUMBER_EQUAL_TO'],
    ['whenNumberGreaterThan', 'NUMBER_GREATER_THAN'],
    ['whenNumberLessThan', 'NUMBER_LESS_THAN'],
  ];
  for (const [name, type] of numbers) {
    define('free', name, [num], (_x, on, value) => condition(on, type, [value]));
  }
  define('free', 'whenCellEmpty', [], (_x, on) => condition(on, 'CELL_EMPTY'));
  define('free', 'whenCellNotEmpty', [], (_x, on) => condition(on, 'CELL_NOT_EMPTY'));
}

const rule = defineClass<ConditionalHandle>('ConditionalFormatRule', conditionalShape, (define) => {
  define('free', 'getRanges', [], (_x, on) => on.rule.boxes.map((box) => rangeHandle(on.id, on.sheet, box)));
  define('free', 'copy', [], (_x, on): Wire => ({ ...on, $: 'ConditionalFormatRuleBuilder' }));
  define('free', 'getBooleanCondition', [], (_x, on): Wire => {
    const { type, values } = on.rule;
    return { $: 'BooleanCondition', type, values: [...values] };
  });
});

const booleanCondition = defineClass<BooleanConditionHandle>(
  'BooleanCondition',
  booleanConditionShape,
  (define) => {
    define('free', 'getCriteriaType', [], (_x, on) => ({ $: 'Enum', of: 'BooleanCriteria', name: on.type }));
    define('free', 'getCriteriaValues', [], (_x, on) => [...on.values]);
  },
);

const onSheet = defineClass<SheetHandle>('Sheet', sheetShape, (define) => {
  define('write', 'setConditionalFormatRules', [listOf(conditionalShape)], (execution, on, rules) => {
    const foreign = rules.find(
      (one) => one.rule.boxes.length === 0 || one.sheet !== on.sheet || one.id !== on.id,
    );
    if (foreign !== undefined)
      throw new ServiceError('Conditional format rule cannot reference a different sheet.');
    changeSheet(execution, on, (sheet) => {
      const before = sheet.conditionalRules;
      sheet.conditionalRules = rules.map((one) => one.rule);
      return () => {
        sheet.conditionalRules = before;
      };
    });
  });
  define('read', 'getConditionalFormatRules', [], (execution, on) => {
    return execution.world.sheet(on.id, on.sheet).conditionalRules.map((one): Wire => {
      const boxes = one.boxes.map((box): Wire => ({ ...box }));
      return { $: 'ConditionalFormatRule', id: on.id, sheet: on.sheet, rule: { ...one, boxes } };
    });
  });
  define('write', 'clearConditionalFormatRules', [], (execution, on) => {
    changeSheet(execution, on, (sheet) => {
      const before = sheet.conditionalRules;
      sheet.conditionalRules = [];
      return () => {
        sheet.conditionalRules = before;
      };
    });
  });
});

/** Conditional formats, kept and not drawn. Source: apps-script/reference/spreadsheet. */
export const conditionalFormatMethods = mergeMethods([builder, rule, booleanCondition, onSheet]);
