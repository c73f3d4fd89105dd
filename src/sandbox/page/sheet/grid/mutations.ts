import { BooleanNumber, CellValueType, type ICellData, type ICommandService } from '@univerjs/core';
import { AddDataValidationMutation, RemoveDataValidationMutation } from '@univerjs/data-validation';
import {
  InsertSheetMutation,
  RemoveSheetMutation,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetFrozenMutation,
  SetRangeValuesMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetRowCountMutation,
  ToggleGridlinesMutation,
} from '@univerjs/sheets';
import { RemoveSheetsFilterMutation, SetSheetsFilterRangeMutation } from '@univerjs/sheets-filter';
import type {
  ColumnRuns,
  SheetPatch,
  SpreadsheetView,
  TabParts,
  TabView,
} from '../../../server/sheet/spreadsheet-view.ts';
import type { Box } from '../../../store/a1.ts';
import { cellData, freezeOf, sheetIdOf, worksheetData } from './cell-data.ts';
import { rangeOfBox } from './ranges.ts';
import { validationRules } from './validation-rules.ts';

type Matrix = Record<number, Record<number, ICellData | null>>;

/** Of what stands in a cell, everything that typing or a formula could have left. */
const EMPTY: ICellData = { v: null, t: null, f: null, si: null, p: null };

const DEFAULT_WIDTH = 100;

/** Writes into the grid's workbook as a collaborator does: nothing of it is undone or checked there. */
export class SheetMutations {
  readonly #commands: ICommandService;
  readonly #unitId: string;
  readonly #canEdit: boolean;

  constructor(commands: ICommandService, view: SpreadsheetView) {
    this.#commands = commands;
    this.#unitId = view.id;
    this.#canEdit = view.canEdit;
  }

  /** Adds a tab. */
  insert(tab: TabView, index: number): void {
    this.#send(InsertSheetMutation.id, { index, sheet: worksheetData(tab) });
    this.replaceRules(undefined, tab);
    this.replaceFilter(undefined, tab);
  }

  /** Takes a tab out; it must not be the one that is looked at. */
  remove(sheetId: string): void {
    this.#send(RemoveSheetMutation.id, { subUnitId: sheetId, subUnitName: '' });
  }

  /** Brings a tab from `old` to `tab` as far as `patch` says. */
  change(old: TabView, tab: TabView, patch: SheetPatch): void {
    if (patch.kind === 'cells') {
      this.#write(
        tab,
        patch.cells.map(([row, col]) => [row, col]),
      );
    } else if (patch.kind === 'runs') this.#changeRuns(old, tab, patch.column, patch.change.of);
    else if (patch.kind === 'parts') this.#changeParts(old, tab, patch.parts);
    else if (patch.kind === 'tab') this.#replace(old, tab);
  }

  /** Writes what a tab holds into a box of its cells. */
  writeBox(tab: TabView, box: Box): void {
    const places: [number, number][] = [];
    for (let row = box.row; row < box.row + box.rows; row++) {
      for (let col = box.col; col < box.col + box.cols; col++) places.push([row, col]);
    }
    this.#write(tab, places);
  }

  /** Shows texts in cells for the time being. */
  preview(tab: number, box: Box, textAt: (row: number, col: number) => string | undefined): void {
    const cellValue: Matrix = {};
    for (let row = box.row; row < box.row + box.rows; row++) {
      const cells: Record<number, ICellData> = {};
      for (let col = box.col; col < box.col + box.cols; col++) {
        const text = textAt(row, col);
        if (text !== undefined) {
          cells[col - 1] = text === '' ? EMPTY : { ...EMPTY, v: text, t: CellValueType.STRING };
        }
      }
      cellValue[row - 1] = cells;
    }
    this.#send(SetRangeValuesMutation.id, { subUnitId: sheetIdOf(tab), cellValue });
  }

  /** Replaces the dropdowns and checkboxes that a tab had by those that it has. */
  replaceRules(old: TabView | undefined, tab: TabView): void {
    const subUnitId = sheetIdOf(tab.id);
    const gone = old === undefined ? [] : validationRules(old, this.#canEdit).map(({ uid }) => uid);
    const rule = validationRules(tab, this.#canEdit);
    if (gone.length > 0) this.#send(RemoveDataValidationMutation.id, { subUnitId, ruleId: gone });
    if (rule.length > 0) this.#send(AddDataValidationMutation.id, { subUnitId, rule });
  }

  /** The filter that everybody sees in place of what the tab had before; its criteria are each person's own. */
  replaceFilter(old: TabView | undefined, tab: TabView): void {
    const subUnitId = sheetIdOf(tab.id);
    if (tab.filter !== null) {
      this.#send(SetSheetsFilterRangeMutation.id, { subUnitId, range: rangeOfBox(tab.filter) });
    } else if (old !== undefined && old.filter !== null) {
      this.#send(RemoveSheetsFilterMutation.id, { subUnitId });
    }
  }

  #send(id: string, params: object): void {
    this.#commands.syncExecuteCommand(
      id,
      { unitId: this.#unitId, ...params },
      { onlyLocal: true, fromCollab: true },
    );
  }

  #write(tab: TabView, places: readonly (readonly [number, number])[]): void {
    const cellValue: Matrix = {};
    for (const [row, col] of places) {
      const cells = cellValue[row - 1] ?? {};
      const data = cellData(tab, row, col);
      cells[col - 1] = data === null ? EMPTY : { ...EMPTY, ...data };
      cellValue[row - 1] = cells;
    }
    this.#send(SetRangeValuesMutation.id, { subUnitId: sheetIdOf(tab.id), cellValue });
  }

  /** Formats and checkboxes decide what is written into cells; other looks are asked for as cells are drawn. */
  #changeRuns(old: TabView, tab: TabView, column: number, attribute: ColumnRuns['of']): void {
    if (attribute === 'validations') this.replaceRules(old, tab);
    if (attribute === 'formats' || attribute === 'validations') {
      this.writeBox(tab, { row: 1, col: column, rows: tab.rows.length, cols: 1 });
    }
  }

  #replace(old: TabView, tab: TabView): void {
    this.#changeParts(old, tab, tab);
    this.replaceRules(old, tab);
    const rows = Math.max(old.rows.length, tab.rows.length);
    const cols = Math.max(
      0,
      ...old.rows.map(({ length }) => length),
      ...tab.rows.map(({ length }) => length),
    );
    this.writeBox(tab, { row: 1, col: 1, rows, cols });
  }

  #changeParts(old: TabView, tab: TabView, parts: Partial<TabParts>): void {
    const subUnitId = sheetIdOf(tab.id);
    if (parts.maxRows !== undefined && parts.maxRows !== old.maxRows) {
      this.#send(SetWorksheetRowCountMutation.id, { subUnitId, rowCount: tab.maxRows });
    }
    if (parts.maxCols !== undefined && parts.maxCols !== old.maxCols) {
      this.#send(SetWorksheetColumnCountMutation.id, { subUnitId, columnCount: tab.maxCols });
    }
    if (parts.frozenRows !== undefined || parts.frozenColumns !== undefined) {
      this.#send(SetFrozenMutation.id, { subUnitId, ...freezeOf(tab) });
    }
    if (parts.hiddenGridlines !== undefined) {
      const showGridlines = tab.hiddenGridlines ? BooleanNumber.FALSE : BooleanNumber.TRUE;
      this.#send(ToggleGridlinesMutation.id, { subUnitId, showGridlines });
    }
    if (parts.filter !== undefined) this.replaceFilter(old, tab);
    if (parts.columnWidths !== undefined) this.#changeWidths(old, tab);
    if (parts.hiddenColumns !== undefined) this.#changeHidden(old, tab);
  }

  #changeWidths(old: TabView, tab: TabView): void {
    for (let col = 1; col <= tab.maxCols; col++) {
      const width = tab.columnWidths[col] ?? DEFAULT_WIDTH;
      if (width === (old.columnWidths[col] ?? DEFAULT_WIDTH)) continue;
      this.#send(SetWorksheetColWidthMutation.id, {
        subUnitId: sheetIdOf(tab.id),
        ranges: [this.#column(tab, col)],
        colWidth: width,
      });
    }
  }

  #changeHidden(old: TabView, tab: TabView): void {
    const subUnitId = sheetIdOf(tab.id);
    const shown = old.hiddenColumns.filter((col) => !tab.hiddenColumns.includes(col) && col <= tab.maxCols);
    const hidden = tab.hiddenColumns.filter((col) => !old.hiddenColumns.includes(col));
    const ranges = (columns: readonly number[]) => columns.map((col) => this.#column(tab, col));
    if (shown.length > 0) this.#send(SetColVisibleMutation.id, { subUnitId, ranges: ranges(shown) });
    if (hidden.length > 0) this.#send(SetColHiddenMutation.id, { subUnitId, ranges: ranges(hidden) });
  }

  #column(tab: TabView, col: number) {
    return rangeOfBox({ row: 1, col, rows: tab.maxRows, cols: 1 });
  }
}
