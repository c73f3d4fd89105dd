import type { World } from '../../execution/world.ts';
import type { Box } from '../../store/a1.ts';
import type { Cell } from '../../store/cells.ts';
import { fitsCell, TOO_LONG_MESSAGE } from '../../store/coerce-value.ts';
import { checkCellCount } from '../../store/create-files.ts';
import { PROTECTED_MESSAGE, refusingProtections } from '../../store/protections.ts';
import { cellAt, snapshot, withBox, writeCells } from '../../store/sheet-cells.ts';
import { newSheet, type SheetState, type SpreadsheetState } from '../../store/sheet-state.ts';
import type { FileState } from '../../world-state.ts';
import { applyMask, type FieldMask, parseMask } from '../field-mask.ts';
import { type RestMethod, spreadsheetFor } from '../method.ts';
import { RestError } from '../rest-error.ts';
import { describeProperties } from './spreadsheets.ts';

interface CellData {
  readonly userEnteredValue?: {
    readonly stringValue?: string;
    readonly numberValue?: number;
    readonly boolValue?: boolean;
    readonly formulaValue?: string;
  };
  readonly userEnteredFormat?: { readonly numberFormat?: { readonly pattern?: string } };
}

interface RowData {
  readonly values?: readonly CellData[];
}

interface Change {
  readonly appendCells?: {
    readonly sheetId?: number;
    readonly rows?: readonly RowData[];
    readonly fields?: string;
  };
  readonly updateCells?: {
    readonly start?: { readonly sheetId?: number; readonly rowIndex?: number; readonly columnIndex?: number };
    readonly rows?: readonly RowData[];
    readonly fields?: string;
  };
  readonly appendDimension?: {
    readonly sheetId?: number;
    readonly dimension?: string;
    readonly length?: number;
  };
  readonly addSheet?: {
    readonly properties?: {
      readonly title?: string;
      readonly gridProperties?: { readonly rowCount?: number; readonly columnCount?: number };
    };
  };
}

/** Where changes take place, and who makes them. */
interface Place {
  readonly world: World;
  readonly person: string;
  readonly file: FileState;
  readonly spreadsheet: SpreadsheetState;
  /** How Google's messages name the request. */
  readonly at: string;
}

/** Carries out all requests or, where one fails, none. Triggers are not told: Google tells them of no API's writes. */
export const batchUpdate: RestMethod = (world, person, request) => {
  const id = request.text('spreadsheetId') ?? '';
  const { file, spreadsheet } = spreadsheetFor(world, person, id, 'edit');
  const { requests = [] } = (request.body ?? {}) as { readonly requests?: readonly Change[] };
  if (requests.length === 0) throw new RestError(400, 'Must specify at least one request.');
  const undos = spreadsheet.sheets.map(snapshot);
  const before = { ...spreadsheet, sheets: [...spreadsheet.sheets] };
  try {
    const replies = requests.map((change, i) => {
      const [kind = ''] = Object.keys(change);
      return carryOut({ world, person, file, spreadsheet, at: `requests[${i}].${kind}` }, change);
    });
    return { spreadsheetId: id, replies };
  } catch (error) {
    Object.assign(spreadsheet, before);
    for (const undo of undos) undo();
    throw error;
  }
};

function carryOut(place: Place, change: Change): unknown {
  if (change.appendCells !== undefined) return appendCells(place, change.appendCells);
  if (change.updateCells !== undefined) return updateCells(place, change.updateCells);
  if (change.appendDimension !== undefined) return appendDimension(place, change.appendDimension);
  if (change.addSheet !== undefined) return addSheet(place, change.addSheet);
  throw new RestError(400, `Invalid ${place.at}: The local Workspace does not know this kind of request.`);
}

function appendCells(place: Place, { sheetId = 0, rows = [], fields }: NonNullable<Change['appendCells']>) {
  const sheet = sheetOf(place, sheetId);
  const row = sheet.rows.length + 1;
  const missing = row + rows.length - 1 - sheet.maxRows;
  if (missing > 0) grow(place, sheet, missing, 0);
  return setCells(place, sheet, { row, col: 1 }, rows, fields);
}

function updateCells(place: Place, { start, rows = [], fields }: NonNullable<Change['updateCells']>) {
  if (start === undefined) {
    throw new RestError(400, `Invalid ${place.at}: The local Workspace takes a start, not a range.`);
  }
  const sheet = sheetOf(place, start.sheetId ?? 0);
  const corner = { row: (start.rowIndex ?? 0) + 1, col: (start.columnIndex ?? 0) + 1 };
  return setCells(place, sheet, corner, rows, fields);
}

function setCells(
  place: Place,
  sheet: SheetState,
  corner: { readonly row: number; readonly col: number },
  rows: readonly RowData[],
  fields: string | undefined,
): unknown {
  if (fields === undefined || fields === '') {
    throw new RestError(400, `Invalid ${place.at}: At least one field must be listed in 'fields'.`);
  }
  const mask = parseMask(fields);
  const cols = Math.max(0, ...rows.map(({ values = [] }) => values.length));
  if (rows.length === 0 || cols === 0) return {};
  const box = { ...corner, rows: rows.length, cols };
  if (box.row + box.rows - 1 > sheet.maxRows || box.col + cols - 1 > sheet.maxCols) {
    throw new RestError(
      400,
      `Invalid ${place.at}: Attempting to write outside the sheet, which has ${sheet.maxRows} rows and ` +
        `${sheet.maxCols} columns.`,
    );
  }
  checkProtections(place, sheet, box);
  const wanted = rows.map(({ values = [] }) => values.map((data) => applyMask(data, mask) as CellData));
  if (names(mask, 'userEnteredValue')) {
    const block = wanted.map((values, i) =>
      Array.from({ length: cols }, (_, j) => {
        const data = values[j];
        return data === undefined ? cellAt(sheet, box.row + i, box.col + j) : toCell(place, data);
      }),
    );
    writeCells(sheet, box.row, box.col, block);
  }
  if (names(mask, 'userEnteredFormat')) setFormats(sheet, box, wanted);
  return {};
}

function names(mask: FieldMask, field: string): boolean {
  return '*' in mask || field in mask;
}

function toCell({ at }: Place, { userEnteredValue: value = {} }: CellData): Cell {
  const { stringValue, numberValue, boolValue, formulaValue } = value;
  if (formulaValue !== undefined) {
    if (!formulaValue.startsWith('=')) throw new RestError(400, `Invalid ${at}: A formula begins with =.`);
    return { f: formulaValue };
  }
  if (stringValue === undefined) return numberValue ?? boolValue ?? '';
  if (!fitsCell(stringValue)) throw new RestError(400, `Invalid ${at}: ${TOO_LONG_MESSAGE}`);
  return stringValue;
}

/** A cell whose data tell no format loses the one that it had. */
function setFormats(sheet: SheetState, box: Box, rows: readonly (readonly CellData[])[]): void {
  rows.forEach((values, i) => {
    values.forEach((data, j) => {
      const cell = { row: box.row + i, col: box.col + j, rows: 1, cols: 1 };
      sheet.formats = withBox(sheet.formats, cell, data.userEnteredFormat?.numberFormat?.pattern);
    });
  });
}

function appendDimension(place: Place, wish: NonNullable<Change['appendDimension']>): unknown {
  const sheet = sheetOf(place, wish.sheetId ?? 0);
  const length = wish.length ?? 0;
  if (length < 1) throw new RestError(400, `Invalid ${place.at}.length: must be positive.`);
  if (wish.dimension === 'COLUMNS') grow(place, sheet, 0, length);
  else grow(place, sheet, length, 0);
  return {};
}

function grow({ spreadsheet, at }: Place, sheet: SheetState, rows: number, cols: number): void {
  const [nextRows, nextCols] = [sheet.maxRows + rows, sheet.maxCols + cols];
  try {
    checkCellCount(spreadsheet, nextRows * nextCols - sheet.maxRows * sheet.maxCols);
  } catch (error) {
    throw new RestError(400, `Invalid ${at}: ${error instanceof Error ? error.message : error}`);
  }
  sheet.maxRows = nextRows;
  sheet.maxCols = nextCols;
}

function addSheet(place: Place, { properties = {} }: NonNullable<Change['addSheet']>): unknown {
  const { spreadsheet, at } = place;
  const id = spreadsheet.nextSheetId;
  const title = properties.title ?? `Sheet${id + 1}`;
  if (spreadsheet.sheets.some(({ name }) => name === title)) {
    throw new RestError(
      400,
      `Invalid ${at}: A sheet with the name "${title}" already exists. Please enter another name.`,
    );
  }
  const { rowCount, columnCount } = properties.gridProperties ?? {};
  const sheet = newSheet(id, title, rowCount, columnCount);
  checkGrid(place, sheet);
  spreadsheet.nextSheetId = id + 1;
  spreadsheet.sheets = [...spreadsheet.sheets, sheet];
  return { addSheet: { properties: describeProperties(sheet, spreadsheet.sheets.length - 1) } };
}

function checkGrid({ spreadsheet, at }: Place, { maxRows, maxCols }: SheetState): void {
  try {
    checkCellCount(spreadsheet, maxRows * maxCols);
  } catch (error) {
    throw new RestError(400, `Invalid ${at}: ${error instanceof Error ? error.message : error}`);
  }
}

function sheetOf({ spreadsheet, at }: Place, id: number): SheetState {
  const sheet = spreadsheet.sheets.find((one) => one.id === id);
  if (sheet === undefined) throw new RestError(400, `Invalid ${at}: No grid with id: ${id}`);
  return sheet;
}

function checkProtections({ world, person, file, at }: Place, sheet: SheetState, box: Box): void {
  const refusing = refusingProtections(sheet, box, file, person, world.state.domain);
  if (refusing.length > 0) throw new RestError(400, `Invalid ${at}: ${PROTECTED_MESSAGE}`);
}
