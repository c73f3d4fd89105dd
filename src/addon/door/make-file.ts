import type { FileSpec, FileTab } from '../../registry/files/file-spec.ts';
import { formatCell, literalText, type SheetValue } from '../../registry/rows/cell-values.ts';
import type { ColumnType } from '../../registry/schema/column.ts';
import type { Services } from '../services/services.ts';
import { AUTOMATIC, numberFormatOf } from '../setup/number-formats.ts';
import { noteFile } from './left-over-files.ts';
import { writeBlocks } from './tables.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const HEADING_BACKGROUND = '#d9e2f3';

/** Pixels: what dates, amounts and most names need, and from where on a column gets its own width. */
const USUAL_WIDTH = 130;
const WIDE = 200;

/** Makes a file that no entry names yet, shared with nobody: the entry that names it shares it. */
export function makeFile(
  services: Services,
  spec: FileSpec,
  timeZone: string,
): { readonly id: string; readonly url: string } {
  const file = services.spreadsheets.create(spec.name);
  noteFile(services, file.getId());
  // Before anything is written: a date is the day of the file's own zone.
  file.setSpreadsheetTimeZone(timeZone);
  spec.tabs.forEach((tab, i) => {
    const [first] = file.getSheets();
    const sheet = i === 0 && first ? first.setName(tab.name) : file.insertSheet(tab.name, i);
    fillSheet(sheet, tab, timeZone);
  });
  return { id: file.getId(), url: file.getUrl() };
}

/** Values first, then how they look: one call for each thing, whatever the number of cells, and none for nothing. */
function fillSheet(sheet: Sheet, tab: FileTab, timeZone: string): void {
  const { rows, columns, headings, frozenRows } = tab;
  const isHeading = (row: number) => headings.includes(row);
  const typeOf = (row: number, column: number): ColumnType =>
    isHeading(row) ? 'text' : (columns[column]?.type ?? 'text');
  const eachCell = <T>(show: (text: string, row: number, column: number) => T) =>
    rows.map((cells, row) => cells.map((text, column) => show(text, row, column)));
  const values = eachCell((text, row, column) => showCell(typeOf(row, column), text, timeZone));
  writeBlocks(sheet, [{ row: 1, column: 1, values }]);
  const all = sheet.getRange(1, 1, rows.length, columns.length);
  const formats = eachCell((text, row, column) =>
    text === '' ? AUTOMATIC : numberFormatOf(typeOf(row, column), text),
  );
  if (formats.flat().some((format) => format !== AUTOMATIC)) all.setNumberFormats(formats);
  all.setFontWeights(eachCell((_text, row) => (isHeading(row) ? 'bold' : 'normal')));
  all.setBackgrounds(eachCell((_text, row) => (isHeading(row) ? HEADING_BACKGROUND : null)));
  if (columns.some(({ type }) => type === 'long-text')) {
    all.setVerticalAlignment('top');
    all.setWraps(eachCell((_text, row, column) => typeOf(row, column) === 'long-text'));
  }
  sheet.setFrozenRows(frozenRows);
  setWidths(sheet, columns);
}

/** One width for most columns, their own for those that differ much: a call each. */
function setWidths(sheet: Sheet, columns: FileTab['columns']): void {
  sheet.setColumnWidths(1, columns.length, USUAL_WIDTH);
  columns.forEach(({ width }, n) => {
    if (width >= WIDE) sheet.setColumnWidth(n + 1, width);
  });
}

const NUMBER = /^-?\d+(\.\d+)?$/;

/** A number or day where it is one, else literal text. */
function showCell(type: ColumnType, text: string, timeZone: string): SheetValue {
  const isNumeric = type === 'amount' || type === 'rate' || type === 'integer';
  return isNumeric && !NUMBER.test(text) ? literalText(text) : formatCell(type, text, timeZone);
}
