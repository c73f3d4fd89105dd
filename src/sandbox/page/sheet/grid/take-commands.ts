import {
  CanceledError,
  CommandType,
  DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
  type DocumentDataModel,
  type ICellData,
  type ICommandInfo,
  ICommandService,
  type IDisposable,
  type Injector,
  type IRange,
  IUniverInstanceService,
  RedoCommand,
  UndoCommand,
} from '@univerjs/core';
import { AutoFillCommand, ClearSelectionContentCommand, SetRangeValuesCommand } from '@univerjs/sheets';
import { IEditorBridgeService, SetCellEditVisibleOperation } from '@univerjs/sheets-ui';
import { CutCommand, KeyCode, PasteCommand, SheetPasteShortKeyCommandName } from '@univerjs/ui';

/** What a person did in the grid; ranges are the grid's. */
export interface GridActions {
  /** False keeps the cell editor closed. */
  mayEdit(row: number, col: number): boolean;
  typed(range: IRange, text: string): void;
  picked(range: IRange, value: ICellData['v']): void;
  cleared(): void;
  pasted(text: string): void;
  filled(from: IRange, to: IRange): void;
  cut(): void;
  undo(): void;
  redo(): void;
}

/** Commands of the grid that change what one person looks at, not what the sheet holds. */
const ALLOWED = new Set(
  [
    'set-worksheet-activate',
    'move-selection',
    'move-selection-enter-tab',
    'expand-selection',
    'select-all',
    'select-range',
    'scroll-to-cell',
    'scroll-view',
    'scroll-view-reset',
    'set-scroll-relative',
    'set-zoom-ratio',
    'change-zoom-ratio',
    'set-worksheet-col-width',
    'set-row-height',
    'delta-column-width',
    'delta-row-height',
    'set-filter-range',
    'set-filter-criteria',
    'clear-filter-criteria',
    'remove-sheet-filter',
    're-calc-filter',
  ].map((name) => `sheet.command.${name}`),
);

/**
 * Stops every command by which the grid would change a sheet itself, and tells of those that a person may well mean:
 * they are carried out by the server. Changes that the page makes are mutations and pass.
 */
export function takeCommands(injector: Injector, actions: GridActions): IDisposable {
  const commands = injector.get(ICommandService);
  const editor = injector.get(IEditorBridgeService);
  let typed: string | undefined;

  const editedText = (): string => {
    const unit = injector
      .get(IUniverInstanceService)
      .getUnit<DocumentDataModel>(DOCS_NORMAL_EDITOR_UNIT_ID_KEY);
    return (unit?.getBody()?.dataStream ?? '').replace(/\r\n$/, '').replaceAll('\r', '\n');
  };

  const takers: Readonly<Record<string, (params: unknown) => void>> = {
    [SetRangeValuesCommand.id]: (params) => {
      const { range, value, redoUndoId } = params as SetValues;
      // The editor alone names its undo step.
      if (redoUndoId !== undefined && typed !== undefined) actions.typed(range, typed);
      else actions.picked(range, value?.v);
    },
    [ClearSelectionContentCommand.id]: () => actions.cleared(),
    [AutoFillCommand.id]: (params) => {
      const { sourceRange, targetRange } = params as { sourceRange: IRange; targetRange: IRange };
      actions.filled(sourceRange, targetRange);
    },
    [SheetPasteShortKeyCommandName]: (params) => {
      actions.pasted((params as { textContent?: string }).textContent ?? '');
    },
    [CutCommand.id]: () => actions.cut(),
    [UndoCommand.id]: () => actions.undo(),
    [RedoCommand.id]: () => actions.redo(),
    [PasteCommand.id]: () => undefined,
  };

  const onEditor = ({ visible, keycode }: { visible: boolean; keycode?: KeyCode }): void => {
    if (!visible) {
      typed = keycode === KeyCode.ESC ? undefined : editedText();
      return;
    }
    const at = editor.getEditLocation();
    if (at !== null && at !== undefined && !actions.mayEdit(at.row, at.column)) throw new CanceledError();
  };

  return commands.beforeCommandExecuted((info: Readonly<ICommandInfo>) => {
    if (info.id === SetCellEditVisibleOperation.id) {
      onEditor(info.params as { visible: boolean; keycode?: KeyCode });
      return;
    }
    if (info.type !== CommandType.COMMAND) return;
    const taker = takers[info.id];
    // While a cell is edited, these are about its text.
    const isInEditor = editor.isVisible().visible && !info.id.startsWith('sheet.');
    if (taker !== undefined && !isInEditor) {
      taker(info.params);
      throw new CanceledError();
    }
    if (/^sheets?\.command\./.test(info.id) && !ALLOWED.has(info.id)) throw new CanceledError();
  });
}

interface SetValues {
  readonly range: IRange;
  readonly value?: ICellData;
  readonly redoUndoId?: string;
}
