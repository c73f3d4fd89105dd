import { ServiceError } from '../errors.ts';
import type { Execution } from '../execution/execution.ts';
import { createSpreadsheet } from '../store/create-files.ts';
import type { SheetState } from '../store/sheet-state.ts';
import { defineClass, defineService, mergeMethods, Self } from './define.ts';
import { type RangeHandle, rangeHandle, type SheetHandle, type SpreadsheetHandle } from './handles.ts';
import { selectedBox } from './range-places.ts';
import { handleOf, int, text } from './shapes.ts';
import { visibleFile } from './spreadsheet-access.ts';

/** The handle of a spreadsheet. */
export function spreadsheetHandle(id: string): SpreadsheetHandle {
  return { $: 'Spreadsheet', id };
}

/** The tab that the person at the keyboard looks at; the first one if nobody has looked yet. */
export function activeSheet(execution: Execution, id: string): SheetState {
  const { sheets } = execution.world.spreadsheet(id);
  const selected = execution.world.state.selections[`${id} ${execution.start.activeUser}`];
  const found =
    sheets.find((sheet) => sheet.id === selected?.sheetId) ?? sheets.find((sheet) => !sheet.hidden);
  if (found === undefined) throw new ServiceError('The spreadsheet has no visible sheet.');
  return found;
}

function active(execution: Execution): SpreadsheetHandle {
  // The account of a trigger may have lost its access since.
  return spreadsheetHandle(visibleFile(execution, execution.containerId, 'spreadsheet').id);
}

function activeSheetHandle(execution: Execution): SheetHandle {
  return { $: 'Sheet', id: execution.containerId, sheet: activeSheet(execution, execution.containerId).id };
}

/** The range selected on the tab that is looked at. */
export function activeRange(execution: Execution, id: string): RangeHandle {
  return selectedBox(execution, { id, sheet: activeSheet(execution, id).id });
}

/** The id inside a file's address. */
export function idOfUrl(url: string): string {
  const id = /\/d\/(?:e\/)?([\w-]+)/.exec(url)?.[1];
  if (id === undefined) throw new ServiceError('Invalid argument: url');
  return id;
}

function open(execution: Execution, id: string): SpreadsheetHandle {
  const file = visibleFile(execution, id, 'spreadsheet');
  return spreadsheetHandle(file.id);
}

function create(execution: Execution, name: string, rows = 1000, cols = 26): SpreadsheetHandle {
  const id = createSpreadsheet(execution.world, {
    name,
    owner: execution.start.effectiveUser,
    at: execution.now,
    timeZone: execution.world.spreadsheet(execution.containerId).timeZone,
    rows,
    cols,
  });
  return spreadsheetHandle(id);
}

const UI_KINDS = new Set(['menu', 'dialog']);

const app = defineService('SpreadsheetApp', (define) => {
  define('free', 'getActive', [], (execution) => active(execution));
  define('free', 'getActiveSpreadsheet', [], (execution) => active(execution));
  define('free', 'getActiveSheet', [], (execution) => activeSheetHandle(execution));
  define('free', 'getActiveRange', [], (execution) => activeRange(execution, execution.containerId));
  define('free', 'getCurrentCell', [], (execution) => {
    const range = activeRange(execution, execution.containerId);
    return rangeHandle(range.id, range.sheet, { row: range.row, col: range.col, rows: 1, cols: 1 });
  });
  define('read', 'openById', [text], (execution, _on, id) => open(execution, id));
  define('read', 'openByUrl', [text], (execution, _on, url) => open(execution, idOfUrl(url)));
  define('write', 'create', [text], (execution, _on, name) => create(execution, name));
  define('write', 'create', [text, int, int], (execution, _on, name, rows, cols) => {
    return create(execution, name, rows, cols);
  });
  define('flush', 'flush', [], (execution) => execution.commit());
  define('free', 'getUi', [], (execution) => {
    if (!execution.start.uiAllowed && !UI_KINDS.has(execution.start.kind)) {
      throw new ServiceError('Cannot call SpreadsheetApp.getUi() from this context.');
    }
    return { $: 'Ui' };
  });
  define('free', 'newDataValidation', [], () => {
    return {
      $: 'DataValidationBuilder',
      rule: { type: '', values: [], allowInvalid: true, help: null },
    };
  });
  define('free', 'newConditionalFormatRule', [], (execution) => {
    const rule = { type: null, values: [], background: null, fontColor: null, bold: null, boxes: [] };
    return { $: 'ConditionalFormatRuleBuilder', id: execution.containerId, sheet: 0, rule };
  });
  define('free', 'newRichTextValue', [], () => ({ $: 'RichTextValueBuilder', text: '' }));
});

type RichTextBuilderHandle = { readonly $: 'RichTextValueBuilder'; readonly text: string };
type RichTextHandle = { readonly $: 'RichTextValue'; readonly text: string };

const richBuilder = defineClass(
  'RichTextValueBuilder',
  handleOf<RichTextBuilderHandle>('RichTextValueBuilder'),
  (define) => {
    define('free', 'setText', [text], (_x, on, value) => new Self({ ...on, text: value }));
    define('free', 'build', [], (_x, on) => ({ $: 'RichTextValue', text: on.text }));
  },
);

const rich = defineClass('RichTextValue', handleOf<RichTextHandle>('RichTextValue'), (define) => {
  define('free', 'getText', [], (_x, on) => on.text);
});

/** SpreadsheetApp itself, and rich text without styles. */
export const spreadsheetAppMethods = mergeMethods([app, richBuilder, rich]);
