import { ServiceError } from '../errors.ts';
import type { Execution } from '../execution/execution.ts';
import type { Wire } from '../realm/wire.ts';
import { updateColumns } from '../store/form-tab.ts';
import type { FormItemState, FormState } from '../world-state.ts';
import { type Define, defineClass, mergeMethods, SELF, Self } from './define.ts';
import { editableForm, visibleForm } from './form-access.ts';
import { flag, handleOf, listOf, num, type Shape, text } from './shapes.ts';

export type ItemHandle = { readonly $: string; readonly id: string; readonly item: number };
type ValidationHandle = {
  readonly $: string;
  readonly type: string;
  readonly values: readonly Wire[];
  readonly help: string;
};

/** Class of an item's object by its type, and the method that adds one. */
export const ITEM_CLASSES: Readonly<Record<string, string>> = {
  TEXT: 'TextItem',
  PARAGRAPH_TEXT: 'ParagraphTextItem',
  LIST: 'ListItem',
  MULTIPLE_CHOICE: 'MultipleChoiceItem',
  DATE: 'DateItem',
  SECTION_HEADER: 'SectionHeaderItem',
};

/** Any item, by whatever class it is at hand. */
export const anyItem: Shape<ItemHandle> = {
  is: (value): value is ItemHandle =>
    ['Item', ...Object.values(ITEM_CLASSES)].some((tag) => handleOf<ItemHandle>(tag).is(value)),
};

const CAST: Readonly<Record<string, string>> = {
  TEXT: 'asTextItem',
  PARAGRAPH_TEXT: 'asParagraphTextItem',
  LIST: 'asListItem',
  MULTIPLE_CHOICE: 'asMultipleChoiceItem',
  DATE: 'asDateItem',
  SECTION_HEADER: 'asSectionHeaderItem',
};

function itemOf(form: FormState, on: ItemHandle): FormItemState {
  const item = form.items.find((one) => one.id === on.item);
  if (item === undefined) throw new ServiceError('The item has been deleted.');
  return item;
}

function update(execution: Execution, on: ItemHandle, change: (item: FormItemState) => void): typeof SELF {
  const form = editableForm(execution, on.id);
  change(itemOf(form, on));
  execution.commit();
  updateColumns(execution.world, form);
  return SELF;
}

function common(define: Define<ItemHandle>): void {
  const read = (x: Execution, on: ItemHandle): FormItemState => itemOf(visibleForm(x, on.id), on);
  define('free', 'getId', [], (_x, on) => on.item);
  define('read', 'getTitle', [], (x, on) => read(x, on).title);
  define('read', 'getHelpText', [], (x, on) => read(x, on).help);
  define('read', 'getIndex', [], (x, on) => visibleForm(x, on.id).items.indexOf(read(x, on)));
  define('read', 'getType', [], (x, on) => ({ $: 'Enum', of: 'ItemType', name: read(x, on).type }));
  define('write', 'setTitle', [text], (x, on, title) => {
    return update(x, on, (item) => {
      item.title = title;
    });
  });
  define('write', 'setHelpText', [text], (x, on, help) => {
    return update(x, on, (item) => {
      item.help = help;
    });
  });
}

function question(define: Define<ItemHandle>): void {
  define('read', 'isRequired', [], (x, on) => itemOf(visibleForm(x, on.id), on).required);
  define('write', 'setRequired', [flag], (x, on, required) => {
    return update(x, on, (item) => {
      item.required = required;
    });
  });
}

function choices(define: Define<ItemHandle>): void {
  define('write', 'setChoiceValues', [listOf(text)], (x, on, values) => {
    if (values.length === 0) throw new ServiceError('Array is empty: values');
    return update(x, on, (item) => {
      item.choices = values;
    });
  });
}

function validated(define: Define<ItemHandle>): void {
  define('write', 'setValidation', [handleOf<ValidationHandle>('TextValidation')], (x, on, rule) => {
    return update(x, on, (item) => {
      const values = rule.values.flatMap((value) =>
        typeof value === 'string' || typeof value === 'number' ? [value] : [],
      );
      item.validation = { type: rule.type, values, help: rule.help };
    });
  });
  define('write', 'clearValidation', [], (x, on) => {
    return update(x, on, (item) => {
      item.validation = null;
    });
  });
}

const typed = Object.entries(ITEM_CLASSES).map(([type, className]) =>
  defineClass<ItemHandle>(className, handleOf<ItemHandle>(className), (define) => {
    common(define);
    if (type !== 'SECTION_HEADER') question(define);
    if (type === 'LIST' || type === 'MULTIPLE_CHOICE') choices(define);
    if (type === 'TEXT' || type === 'PARAGRAPH_TEXT') validated(define);
  }),
);

const generic = defineClass<ItemHandle>('Item', handleOf<ItemHandle>('Item'), (define) => {
  common(define);
  for (const [type, name] of Object.entries(CAST)) {
    define('free', name, [], (x, on): Wire => {
      if (itemOf(visibleForm(x, on.id), on).type !== type) {
        throw new ServiceError(
          `Invalid conversion for item type: ${itemOf(visibleForm(x, on.id), on).type}.`,
        );
      }
      return { ...on, $: ITEM_CLASSES[type] ?? '' };
    });
  }
});

const rule = (on: ValidationHandle, type: string, values: readonly Wire[] = []): Self =>
  new Self({ ...on, type, values });

const validationBuilder = defineClass(
  'TextValidationBuilder',
  handleOf<ValidationHandle>('TextValidationBuilder'),
  (define) => {
    define('free', 'requireTextIsEmail', [], (_x, on) => rule(on, 'EMAIL'));
    define('free', 'requireTextIsUrl', [], (_x, on) => rule(on, 'URL'));
    define('free', 'requireNumber', [], (_x, on) => rule(on, 'NUMBER'));
    define('free', 'requireWholeNumber', [], (_x, on) => rule(on, 'WHOLE_NUMBER'));
    define('free', 'requireTextMatchesPattern', [text], (_x, on, pattern) => rule(on, 'PATTERN', [pattern]));
    define('free', 'requireTextContainsPattern', [text], (_x, on, pattern) =>
      rule(on, 'CONTAINS_PATTERN', [pattern]),
    );
    define('free', 'requireTextLengthLessThanOrEqualTo', [num], (_x, on, length) =>
      rule(on, 'MAX_LENGTH', [length]),
    );
    define('free', 'requireTextLengthGreaterThanOrEqualTo', [num], (_x, on, length) =>
      rule(on, 'MIN_LENGTH', [length]),
    );
    define('free', 'setHelpText', [text], (_x, on, help) => new Self({ ...on, help }));
    define('free', 'build', [], (_x, on) => ({ ...on, $: 'TextValidation' }));
  },
);

/** Questions of forms. Changes take effect at once. Source: apps-script/reference/forms. */
export const formItemMethods = mergeMethods([...typed, generic, validationBuilder]);
