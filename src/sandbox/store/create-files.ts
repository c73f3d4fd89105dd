import { ServiceError } from '../errors.ts';
import type { World } from '../execution/world.ts';
import type { FileState } from '../world-state.ts';
import { MAX_CELLS } from './cells.ts';
import { newSheet, type SpreadsheetState } from './sheet-state.ts';

/** A file's entry in the local Drive, unshared. */
export function newFile(
  world: World,
  kind: FileState['kind'],
  name: string,
  owner: string,
  at: number,
): FileState {
  const file: FileState = {
    id: world.newId(kind === 'folder' ? 33 : 44),
    kind,
    name,
    owner,
    editors: [],
    viewers: [],
    trashed: false,
    parent: null,
    shareableByEditors: true,
    description: '',
    createdAt: at,
  };
  world.state.files[file.id] = file;
  return file;
}

/** Makes a spreadsheet with one empty tab and answers its id. */
export function createSpreadsheet(
  world: World,
  wish: {
    readonly name: string;
    readonly owner: string;
    readonly at: number;
    readonly timeZone: string;
    readonly locale?: string;
    readonly rows?: number;
    readonly cols?: number;
  },
): string {
  const file = newFile(world, 'spreadsheet', wish.name, wish.owner, wish.at);
  world.state.spreadsheets[file.id] = {
    id: file.id,
    timeZone: wish.timeZone,
    locale: wish.locale ?? 'en_US',
    sheets: [newSheet(0, 'Sheet1', wish.rows, wish.cols)],
    nextSheetId: 1,
  };
  return file.id;
}

/** How many cells the grids of a spreadsheet's tabs have, empty ones included: what the platform's limit counts. */
export function countGridCells(spreadsheet: SpreadsheetState): number {
  return spreadsheet.sheets.reduce((sum, sheet) => sum + sheet.maxRows * sheet.maxCols, 0);
}

/** Throws when `more` cells would take the spreadsheet over the platform's limit. */
export function checkCellCount(spreadsheet: SpreadsheetState, more: number): void {
  if (countGridCells(spreadsheet) + more > MAX_CELLS) {
    throw new ServiceError(
      'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    );
  }
}
