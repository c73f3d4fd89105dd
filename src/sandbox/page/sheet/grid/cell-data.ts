import { BooleanNumber, CellValueType, type ICellData, type IWorksheetData } from '@univerjs/core';
import type { TabView } from '../../../server/sheet/spreadsheet-view.ts';
import { cellOf, checkboxOf, shownText } from '../cell-state.ts';

/** Rows and columns as Google Sheets draws them, in pixels. */
const ROW_HEIGHT = 21;
const COLUMN_WIDTH = 100;

/** Under what id the grid knows a tab. */
export function sheetIdOf(tab: number): string {
  return `tab-${tab}`;
}

/** The tab behind an id of the grid. */
export function tabIdOf(sheetId: string): number {
  return Number(sheetId.slice('tab-'.length));
}

/**
 * What the grid is given for a cell: the text that the Workspace shows, so that nothing is formatted twice, or a tick
 * for a checkbox. Null for an empty cell.
 */
export function cellData(tab: TabView, row: number, col: number): ICellData | null {
  const cell = cellOf(tab, row, col);
  if (cell === '') return null;
  const rule = checkboxOf(tab, row, col);
  if (rule !== undefined) {
    const checked = rule.values.length === 0 ? cell === true : cell === rule.values[0];
    return { v: checked ? 1 : 0, t: CellValueType.BOOLEAN };
  }
  return { v: shownText(tab, row, col), t: CellValueType.STRING };
}

function allCells(tab: TabView): Record<number, Record<number, ICellData>> {
  const rows: Record<number, Record<number, ICellData>> = {};
  for (let i = 0; i < tab.rows.length; i++) {
    const cells: Record<number, ICellData> = {};
    const width = tab.rows[i]?.length ?? 0;
    for (let j = 0; j < width; j++) {
      const data = cellData(tab, i + 1, j + 1);
      if (data !== null) cells[j] = data;
    }
    if (width > 0) rows[i] = cells;
  }
  return rows;
}

/** Where the frozen part of a tab ends, as the grid wants it told. */
export function freezeOf(tab: TabView): IWorksheetData['freeze'] {
  return {
    xSplit: tab.frozenColumns,
    ySplit: tab.frozenRows,
    startRow: tab.frozenRows === 0 ? -1 : tab.frozenRows,
    startColumn: tab.frozenColumns === 0 ? -1 : tab.frozenColumns,
  };
}

/** Widths and hiding of all columns that have any. */
export function columnData(tab: TabView): IWorksheetData['columnData'] {
  const columns: Record<number, { w?: number; hd?: BooleanNumber }> = {};
  for (const [col, width] of Object.entries(tab.columnWidths)) columns[Number(col) - 1] = { w: width };
  for (const col of tab.hiddenColumns) columns[col - 1] = { ...columns[col - 1], hd: BooleanNumber.TRUE };
  return columns;
}

/** A tab as the grid takes it; what cells look like is asked for cell by cell. */
export function worksheetData(tab: TabView): IWorksheetData {
  return {
    id: sheetIdOf(tab.id),
    name: tab.name,
    tabColor: tab.color ?? '',
    hidden: BooleanNumber.FALSE,
    freeze: freezeOf(tab),
    rowCount: tab.maxRows,
    columnCount: tab.maxCols,
    zoomRatio: 1,
    scrollTop: 0,
    scrollLeft: 0,
    defaultColumnWidth: COLUMN_WIDTH,
    defaultRowHeight: ROW_HEIGHT,
    mergeData: [],
    cellData: allCells(tab),
    rowData: {},
    columnData: columnData(tab),
    rowHeader: { width: 46 },
    columnHeader: { height: 24 },
    showGridlines: tab.hiddenGridlines ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    rightToLeft: BooleanNumber.FALSE,
  };
}
