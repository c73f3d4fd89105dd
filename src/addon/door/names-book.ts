import { NameBook, type NameBookRow } from '../../core/conflict/name-book.ts';
import { isNameBookDue, makeNameBook, needsNameBook } from '../../registry/commands/make-name-book.ts';
import { NAMES_TAB } from '../../registry/schema/schema.ts';
import type { State } from '../../registry/state/state.ts';
import type { Services } from '../services/services.ts';
import { readBox, writeBlocks } from './tables.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const HEAD_ROW = 2;

/** Rows written at once: two million characters, well below what one call may carry. */
const ROWS_AT_ONCE = 40;

/**
 * The book of names as it stands, one read; null where there is none that can be relied on, and all records are compared
 * instead.
 */
export function readNameBook(services: Services, state: State): NameBook | null {
  const sheet = services.workbook().getSheetByName(NAMES_TAB.name);
  const book = sheet ? parseSheet(sheet) : null;
  // A book that knows more than the records do is of another history.
  return book === null || book.facts.upTo > state.mark.applied ? null : book;
}

/**
 * Makes the book of names anew where it is missing, was changed by people or knows too little by now. Whoever reads it while
 * it is written, or after this was stopped, finds that it is not whole, and does without.
 */
export function keepNameBook(services: Services, state: State): void {
  if (!needsNameBook(state) || !isNameBookDue(state, readNameBook(services, state))) return;
  const sheet = services.workbook().getSheetByName(NAMES_TAB.name) ?? insertTab(services);
  writeRows(sheet, makeNameBook(state, state.mark.applied));
}

function parseSheet(sheet: Sheet): NameBook | null {
  const [, ...values] = readBox(sheet, () => ({ row: 1, rows: sheet.getMaxRows(), columns: 1 }));
  const rows = values.map(([cell]) => String(cell));
  while (rows.at(-1) === '') rows.pop();
  return NameBook.parse(rows);
}

/** Somebody deleted the tab, or set-up has not made it yet; the next set-up protects it. */
function insertTab(services: Services): Sheet {
  const workbook = services.workbook();
  const sheet = workbook.insertSheet(NAMES_TAB.name, workbook.getSheets().length);
  sheet.hideSheet();
  const [rows, columns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (columns > 1) sheet.deleteColumns(2, columns - 1);
  if (rows > HEAD_ROW) sheet.deleteRows(HEAD_ROW + 1, rows - HEAD_ROW);
  sheet.getRange(1, 1).setValue(NAMES_TAB.headers[0]);
  return sheet;
}

/** The head last: without it the rows are no book. */
function writeRows(sheet: Sheet, [head = '', ...rows]: readonly NameBookRow[]): void {
  const writeHead = (text: string) => writeBlocks(sheet, [{ row: HEAD_ROW, column: 1, values: [[text]] }]);
  writeHead('');
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const values = rows.slice(from, from + ROWS_AT_ONCE).map((row) => [row]);
    writeBlocks(sheet, [{ row: HEAD_ROW + 1 + from, column: 1, values }]);
  }
  const [end, last] = [HEAD_ROW + rows.length, sheet.getMaxRows()];
  if (last > end) sheet.deleteRows(end + 1, last - end);
  writeHead(head);
}
