import { boxOfA1, formatA1, parseA1 } from '../../store/a1.ts';
import { type Cell, FORMULA_RESULT, isDateCell, isFormula } from '../../store/cells.ts';
import { dateSerial, displayValue } from '../../store/display-value.ts';
import { cellAt, formatAt, lastColumn } from '../../store/sheet-cells.ts';
import type { SheetState, SpreadsheetState } from '../../store/sheet-state.ts';
import { type RestMethod, spreadsheetFor } from '../method.ts';
import { RestError } from '../rest-error.ts';

/** Reads the values of one range. */
export const getValues: RestMethod = (world, person, request) => {
  const { spreadsheet } = spreadsheetFor(world, person, request.text('spreadsheetId') ?? '', 'view');
  return readRange(spreadsheet, request.text('range') ?? '', styleOf(request.text));
};

/** Reads the values of several ranges. */
export const batchGetValues: RestMethod = (world, person, request) => {
  const { spreadsheet } = spreadsheetFor(world, person, request.text('spreadsheetId') ?? '', 'view');
  const style = styleOf(request.text);
  const valueRanges = request.texts('ranges').map((range) => readRange(spreadsheet, range, style));
  return { spreadsheetId: spreadsheet.id, valueRanges };
};

interface ReadStyle {
  readonly render: string;
  readonly dates: string;
  readonly byColumns: boolean;
}

function styleOf(text: (name: string) => string | undefined): ReadStyle {
  return {
    render: text('valueRenderOption') ?? 'FORMATTED_VALUE',
    dates: text('dateTimeRenderOption') ?? 'SERIAL_NUMBER',
    byColumns: text('majorDimension') === 'COLUMNS',
  };
}

function readRange(spreadsheet: SpreadsheetState, range: string, style: ReadStyle): unknown {
  const { sheet, row, col, rows, cols } = findRange(spreadsheet, range);
  const lastRow = Math.min(row + rows - 1, sheet.rows.length);
  const lastCol = Math.min(col + cols - 1, lastColumn(sheet));
  const values: unknown[][] = [];
  for (let at = row; at <= lastRow; at++) {
    const line: unknown[] = [];
    for (let c = col; c <= lastCol; c++) {
      line.push(render(cellAt(sheet, at, c), formatAt(sheet, at, c), style));
    }
    values.push(line);
  }
  const found = trimmed(style.byColumns ? transposed(values) : values);
  const name = `'${sheet.name.replaceAll("'", "''")}'`;
  return {
    range: `${/^[A-Za-z_]\w*$/.test(sheet.name) ? sheet.name : name}!${formatA1({ row, col, rows, cols })}`,
    majorDimension: style.byColumns ? 'COLUMNS' : 'ROWS',
    ...(found.length === 0 ? {} : { values: found }),
  };
}

function findRange(spreadsheet: SpreadsheetState, range: string) {
  const unable = new RestError(400, `Unable to parse range: ${range}`);
  const bare = range.replace(/^'(.*)'$/s, '$1').replaceAll("''", "'");
  const whole = spreadsheet.sheets.find(({ name }) => name === bare);
  if (whole !== undefined) return { sheet: whole, row: 1, col: 1, rows: whole.maxRows, cols: whole.maxCols };
  const a1 = parseA1(range);
  if (a1 === undefined) throw unable;
  const sheet = spreadsheet.sheets.find(({ name }) => a1.tab === undefined || name === a1.tab);
  if (sheet === undefined) throw unable;
  const box = boxOfA1(
    a1.row !== undefined && a1.col !== undefined && a1.lastRow === undefined && a1.lastCol === undefined
      ? { ...a1, lastRow: a1.row, lastCol: a1.col }
      : a1,
    sheet.maxRows,
    sheet.maxCols,
  );
  if (box.row > sheet.maxRows || box.col > sheet.maxCols) {
    throw new RestError(
      400,
      `Range (${range}) exceeds grid limits. Max rows: ${sheet.maxRows}, max columns: ${sheet.maxCols}`,
    );
  }
  const rows = Math.min(box.rows, sheet.maxRows - box.row + 1);
  const cols = Math.min(box.cols, sheet.maxCols - box.col + 1);
  return { sheet: sheet as SheetState, row: box.row, col: box.col, rows, cols };
}

function render(cell: Cell, format: string | undefined, { render: how, dates }: ReadStyle): unknown {
  if (isFormula(cell)) return how === 'FORMULA' ? cell.f : FORMULA_RESULT;
  if (how === 'FORMATTED_VALUE') return displayValue(cell, format);
  if (dates === 'FORMATTED_STRING' && dateSerial(cell, format) !== undefined)
    return displayValue(cell, format);
  return isDateCell(cell) ? cell.d : cell;
}

/** Emptiness at the ends is left out. */
function trimmed(lines: readonly (readonly unknown[])[]): unknown[][] {
  const cut = lines.map((line) => withoutTail(line, (value) => value === ''));
  return withoutTail(cut, (line) => line.length === 0);
}

function withoutTail<T>(items: readonly T[], isEmpty: (item: T) => boolean): T[] {
  const out = [...items];
  for (let last = out.at(-1); last !== undefined && isEmpty(last); last = out.at(-1)) out.pop();
  return out;
}

function transposed(lines: readonly (readonly unknown[])[]): unknown[][] {
  return (lines[0] ?? []).map((_, i) => lines.map((line) => line[i]));
}
