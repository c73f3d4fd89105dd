import type { FileSpec, FileTab } from '../../registry/files/file-spec.ts';
import { formatCell, literalText, type SheetValue } from '../../registry/rows/cell-values.ts';
import type { ColumnType } from '../../registry/schema/column.ts';
import type { Services } from '../services/services.ts';
import { numberFormatOf } from '../setup/number-formats.ts';
import { runsOf } from '../setup/runs-of.ts';
import { noteFile } from './left-over-files.ts';
import { writeBlocks } from './tables.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const HEADING_BACKGROUND = '#d9e2f3';

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

/** Values first, then how they look: one call for each thing, whatever the number of cells. */
function fillSheet(sheet: Sheet, { rows, columns, headings, frozenRows }: FileTab, timeZone: string): void {
  const isHeading = (row: number) => headings.includes(row);
  const typeOf = (row: number, column: number): ColumnType =>
    isHeading(row) ? 'text' : (columns[column]?.type ?? 'text');
  const values = rows.map((cells, row) => cells.map((text, n) => showCell(typeOf(row, n), text, timeZone)));
  writeBlocks(sheet, [{ row: 1, column: 1, values }]);
  const all = sheet.getRange(1, 1, rows.length, columns.length);
  all.setNumberFormats(
    rows.map((cells, row) => cells.map((text, n) => numberFormatOf(typeOf(row, n), text))),
  );
  all
    .setVerticalAlignment('top')
    .setWraps(rows.map((_, row) => columns.map(({ type }) => type === 'long-text' && !isHeading(row))));
  for (const { from, count } of runsOf(headings)) {
    sheet
      .getRange(from + 1, 1, count, columns.length)
      .setFontWeight('bold')
      .setBackground(HEADING_BACKGROUND);
  }
  sheet.setFrozenRows(frozenRows);
  setWidths(
    sheet,
    columns.map(({ width }) => width),
  );
}

/** Columns next to each other that are equally wide are one call. */
function setWidths(sheet: Sheet, widths: readonly number[]): void {
  let from = 0;
  widths.forEach((width, n) => {
    if (widths[n + 1] === width) return;
    sheet.setColumnWidths(from + 1, n + 1 - from, width);
    from = n + 1;
  });
}

const NUMBER = /^-?\d+(\.\d+)?$/;

/** A number or day where it is one, else literal text. */
function showCell(type: ColumnType, text: string, timeZone: string): SheetValue {
  const isNumeric = type === 'amount' || type === 'rate' || type === 'integer';
  return isNumeric && !NUMBER.test(text) ? literalText(text) : formatCell(type, text, timeZone);
}
