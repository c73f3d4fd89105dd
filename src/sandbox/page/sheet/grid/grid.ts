import {
  ICommandService,
  type IDisposable,
  type Injector,
  IUniverInstanceService,
  LifecycleService,
  LifecycleStages,
  LocaleType,
  type Univer,
  UniverInstanceType,
  type Workbook,
} from '@univerjs/core';
import { IRenderManagerService } from '@univerjs/engine-render';
import {
  SetSelectionsOperation,
  SetWorksheetActivateCommand,
  SetWorksheetActiveOperation,
  SheetsSelectionsService,
} from '@univerjs/sheets';
import {
  RemoveSheetFilterCommand,
  SetSheetFilterRangeCommand,
  SheetsFilterService,
} from '@univerjs/sheets-filter';
import { IDescriptionService } from '@univerjs/sheets-formula';
import {
  AutoFillUIController,
  HoverManagerService,
  ISheetClipboardService,
  ScrollToRangeOperation,
  SheetSkeletonManagerService,
} from '@univerjs/sheets-ui';
import { CopyCommand, ILayoutService } from '@univerjs/ui';
import type { SheetPatch, SpreadsheetView, TabView } from '../../../server/sheet/spreadsheet-view.ts';
import type { Box } from '../../../store/a1.ts';
import { sheetIdOf, tabIdOf, worksheetData } from './cell-data.ts';
import { createUniver } from './create-univer.ts';
import { decorateCells } from './decorate-cells.ts';
import { keepFormulaBarFocused } from './formula-bar.ts';
import { SheetMutations } from './mutations.ts';
import { boxOf, rangeOfBox } from './ranges.ts';
import { type GridActions, takeCommands } from './take-commands.ts';

/** The cell under the pointer, and where it is drawn, in pixels from the grid's corner. */
export interface HoveredCell {
  readonly row: number;
  readonly col: number;
  readonly right: number;
  readonly top: number;
}

/** What the grid tells of. */
export interface GridEvents extends GridActions {
  selected(): void;
  /** The selected cells have been put on the clipboard, as the grid does it. */
  copied(): void;
  activated(tab: number): void;
  hovered(cell: HoveredCell | undefined): void;
}

/** The tab that a person looks at and the cells that they have selected, the last ones added first. */
export interface GridSelection {
  readonly tab: TabView;
  readonly boxes: readonly Box[];
}

/** The spreadsheet grid. It shows a view, and changes nothing in it by itself. */
export class Grid {
  readonly #univer: Univer;
  readonly #injector: Injector;
  readonly #commands: ICommandService;
  readonly #mutations: SheetMutations;
  readonly #disposables: IDisposable[] = [];
  readonly #abort = new AbortController();
  #view: SpreadsheetView;
  /** Fulfilled once the grid is on the screen. */
  readonly drawn: Promise<void>;

  constructor(container: HTMLElement, view: SpreadsheetView, events: GridEvents) {
    this.#view = view;
    this.#univer = createUniver(container);
    this.#univer.createUnit(UniverInstanceType.UNIVER_SHEET, workbookData(view));
    this.#injector = this.#univer.__getInjector();
    this.#commands = this.#injector.get(ICommandService);
    this.#mutations = new SheetMutations(this.#commands, view);
    for (const tab of view.tabs) {
      this.#mutations.replaceRules(undefined, tab);
      this.#mutations.replaceFilter(undefined, tab);
    }
    this.#disposables.push(
      takeCommands(this.#injector, events),
      decorateCells(this.#injector, (sheetId) => this.#tab(tabIdOf(sheetId))),
      this.#listen(events),
    );
    keepFormulaBarFocused(container, this.#injector, this.#abort.signal);
    this.drawn = this.#injector
      .get(LifecycleService)
      .onStage(LifecycleStages.Rendered)
      .then(() => settle(this.#injector, container));
  }

  /** Shows what came after; `before` is what was shown. */
  update(after: SpreadsheetView, patches: readonly SheetPatch[]): void {
    const before = this.#view;
    this.#view = after;
    const inserted = new Set<number>();
    for (const patch of patches) {
      const id = patch.kind === 'tab' ? patch.tab.id : 'tab' in patch ? patch.tab : undefined;
      const [old, tab] = [before, after].map((one) => one.tabs.find((candidate) => candidate.id === id));
      if (tab === undefined || inserted.has(tab.id)) continue;
      if (old === undefined) {
        this.#mutations.insert(tab, this.#sheetCount());
        inserted.add(tab.id);
      } else this.#mutations.change(old, tab, patch);
    }
    this.#dropTabs();
    this.#repaint();
  }

  /** Puts back into cells what the view holds, whatever they show. */
  restore(tab: number, box: Box): void {
    const found = this.#tab(tab);
    if (found !== undefined) this.#mutations.writeBox(found, box);
  }

  /** Shows texts in cells until {@link restore} or {@link update} says what they hold. */
  preview(tab: number, box: Box, textAt: (row: number, col: number) => string | undefined): void {
    this.#mutations.preview(tab, box, textAt);
  }

  /** Goes to a tab. */
  async activate(tab: number): Promise<void> {
    const subUnitId = sheetIdOf(tab);
    await this.#commands.executeCommand(SetWorksheetActivateCommand.id, { unitId: this.#view.id, subUnitId });
  }

  /** Selects cells of the tab that one looks at, and scrolls to them. */
  select(tab: number, box: Box): void {
    const range = rangeOfBox(box);
    const { startRow, startColumn } = range;
    this.#commands.syncExecuteCommand(SetSelectionsOperation.id, {
      unitId: this.#view.id,
      subUnitId: sheetIdOf(tab),
      selections: [
        {
          range,
          primary: {
            ...rangeOfBox({ ...box, rows: 1, cols: 1 }),
            actualRow: startRow,
            actualColumn: startColumn,
            isMerged: false,
            isMergedMainCell: false,
          },
          style: null,
        },
      ],
    });
    this.#commands.syncExecuteCommand(ScrollToRangeOperation.id, { range });
  }

  /** What is selected. */
  selection(): GridSelection | undefined {
    const tab = this.#tab(tabIdOf(this.#workbook()?.getActiveSheet().getSheetId() ?? ''));
    if (tab === undefined) return undefined;
    const selections = this.#injector.get(SheetsSelectionsService).getCurrentSelections();
    const boxes = selections.map(({ range }) => boxOf(range, tab.maxRows, tab.maxCols));
    return { tab, boxes: boxes.reverse() };
  }

  /** The text that the grid holds for a cell. */
  shownText(tab: number, row: number, col: number): string | undefined {
    const sheet = this.#workbook()?.getSheetBySheetId(sheetIdOf(tab));
    if (sheet === null || sheet === undefined) return undefined;
    return String(sheet.getCellRaw(row - 1, col - 1)?.v ?? '');
  }

  /** Puts the selected cells on the clipboard. */
  copy(): void {
    void this.#commands.executeCommand(CopyCommand.id);
  }

  /** Takes away the frame around what was copied. */
  endCopy(): void {
    this.#injector.get(ISheetClipboardService).removeMarkSelection();
  }

  /** Turns the filter of the tab on, over a box with its header first, or off; it filters for this person alone. */
  toggleFilter(tab: number, box: Box): void {
    const at = { unitId: this.#view.id, subUnitId: sheetIdOf(tab) };
    if (this.isFiltered) this.#commands.syncExecuteCommand(RemoveSheetFilterCommand.id, at);
    else this.#commands.syncExecuteCommand(SetSheetFilterRangeCommand.id, { ...at, range: rangeOfBox(box) });
  }

  /** True if the tab that one looks at has a filter. */
  get isFiltered(): boolean {
    const sheetId = this.#workbook()?.getActiveSheet().getSheetId() ?? '';
    return this.#injector.get(SheetsFilterService).getFilterModel(this.#view.id, sheetId) !== null;
  }

  /** Takes keys again after a dialog. */
  focus(): void {
    this.#injector.get(IUniverInstanceService).focusUnit(this.#view.id);
    this.#injector.get(ILayoutService).focus();
  }

  dispose(): void {
    this.#abort.abort();
    for (const one of this.#disposables) one.dispose();
    this.#univer.dispose();
  }

  #tab(id: number): TabView | undefined {
    return this.#view.tabs.find((tab) => tab.id === id);
  }

  #workbook(): Workbook | undefined {
    const units = this.#injector.get(IUniverInstanceService);
    return units.getUnit<Workbook>(this.#view.id, UniverInstanceType.UNIVER_SHEET) ?? undefined;
  }

  #sheetCount(): number {
    return this.#workbook()?.getSheets().length ?? 0;
  }

  #dropTabs(): void {
    const workbook = this.#workbook();
    const first = this.#view.tabs[0];
    if (workbook === undefined || first === undefined) return;
    const gone = workbook
      .getSheets()
      .filter((sheet) => this.#tab(tabIdOf(sheet.getSheetId())) === undefined)
      .map((sheet) => sheet.getSheetId());
    if (gone.includes(workbook.getActiveSheet().getSheetId())) {
      this.#commands.syncExecuteCommand(SetWorksheetActiveOperation.id, {
        unitId: this.#view.id,
        subUnitId: sheetIdOf(first.id),
      });
    }
    for (const sheetId of gone) this.#mutations.remove(sheetId);
  }

  #repaint(): void {
    const render = this.#injector.get(IRenderManagerService).getRenderById(this.#view.id);
    if (render === null || render === undefined) return;
    render.with(SheetSkeletonManagerService).reCalculate();
    render.mainComponent?.makeForceDirty(true);
  }

  #listen(events: GridEvents): IDisposable {
    const hover = this.#injector.get(HoverManagerService).currentCell$.subscribe((cell) => {
      events.hovered(
        cell === null || cell === undefined
          ? undefined
          : {
              row: cell.location.row + 1,
              col: cell.location.col + 1,
              right: cell.position.endX,
              top: cell.position.startY,
            },
      );
    });
    const executed = this.#commands.onCommandExecuted(({ id, params }) => {
      if (id === SetSelectionsOperation.id) events.selected();
      if (id === CopyCommand.id) events.copied();
      if (id !== SetWorksheetActiveOperation.id) return;
      events.activated(tabIdOf((params as { subUnitId: string }).subUnitId));
    });
    return {
      dispose() {
        hover.unsubscribe();
        executed.dispose();
      },
    };
  }
}

/** What can be put right only once the grid is drawn. */
function settle(injector: Injector, container: HTMLElement): void {
  // Left to itself the fill handle begins to work only seconds later.
  injector.get(AutoFillUIController);
  // Nothing computes formulas here, so no functions are suggested for them.
  const functions = injector.get(IDescriptionService);
  functions.unregisterDescriptions([...functions.getDescriptions().keys()].map(String));
  container.querySelector('[data-u-comp="defined-name"] input')?.setAttribute('aria-label', 'Name box');
}

function workbookData(view: SpreadsheetView) {
  return {
    id: view.id,
    name: view.name,
    appVersion: '',
    locale: LocaleType.EN_US,
    styles: {},
    sheetOrder: view.tabs.map(({ id }) => sheetIdOf(id)),
    sheets: Object.fromEntries(view.tabs.map((tab) => [sheetIdOf(tab.id), worksheetData(tab)])),
  };
}
