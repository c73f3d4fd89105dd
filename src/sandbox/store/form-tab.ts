import type { World } from '../execution/world.ts';
import type { FormResponseState, FormState } from '../world-state.ts';
import type { Box } from './a1.ts';
import { type Cell, MAX_CELL_CHARACTERS } from './cells.ts';
import { isQuestion } from './check-answers.ts';
import { displayValue } from './display-value.ts';
import { serialOfInstant } from './serial-date.ts';
import { cellAt, lastColumn, writeCells } from './sheet-cells.ts';
import { newSheet, type SheetState } from './sheet-state.ts';

/** Keys of the columns that belong to no item. */
const TIMESTAMP = 'timestamp';
const EMAIL = 'email';

/** The tab that receives a form's responses, or undefined when none does. */
export function responseTab(world: World, form: FormState): SheetState | undefined {
  const { destination } = form;
  if (destination === null) return undefined;
  const { sheets } = world.spreadsheet(destination.spreadsheetId);
  return sheets.find((sheet) => sheet.id === destination.sheetId);
}

/**
 * Links a form to a spreadsheet: a new tab `Form Responses N` with a column for the time stamp, for the
 * address if it is collected, and for each question. Takes effect at once.
 * Source: apps-script/reference/forms/form, setDestination.
 */
export function linkForm(world: World, form: FormState, spreadsheetId: string): void {
  const spreadsheet = world.spreadsheet(spreadsheetId);
  let n = 1;
  while (spreadsheet.sheets.some((sheet) => sheet.name === `Form Responses ${n}`)) n += 1;
  const sheet = newSheet(
    200_000_000 + world.draw(`form-tab:${form.id}:${n}`, 900_000_000),
    `Form Responses ${n}`,
    100,
    26,
  );
  spreadsheet.sheets.unshift(sheet);
  sheet.form = { id: form.id, columns: {} };
  sheet.frozenRows = 1;
  form.destination = { spreadsheetId, sheetId: sheet.id };
  updateColumns(world, form);
}

/** Gives every question without a column one at the right, and renames the headers of renamed ones. */
export function updateColumns(world: World, form: FormState): void {
  const sheet = responseTab(world, form);
  if (sheet?.form == null) return;
  const columns: Record<string, number> = { ...sheet.form.columns };
  const wanted: (readonly [string, string])[] = [
    [TIMESTAMP, 'Timestamp'],
    ...(form.collectEmail ? [[EMAIL, 'Email Address'] as const] : []),
    ...form.items.filter(isQuestion).map((item) => [String(item.id), item.title] as const),
  ];
  for (const [key, title] of wanted) {
    const known = columns[key];
    const col = known ?? Math.max(lastColumn(sheet), 0, ...Object.values(columns)) + 1;
    if (col > sheet.maxCols) sheet.maxCols = col;
    columns[key] = col;
    const isFixed = known !== undefined && (key === TIMESTAMP || key === EMAIL);
    if (!isFixed && cellAt(sheet, 1, col) !== title) writeCells(sheet, 1, col, [[title]]);
  }
  sheet.form = { ...sheet.form, columns };
}

/** Where a response was written, and its texts as the trigger tells them. */
export interface WrittenResponse {
  readonly sheet: SheetState;
  readonly box: Box;
  readonly values: readonly string[];
  readonly namedValues: Readonly<Record<string, readonly string[]>>;
}

/**
 * Writes a response into the linked tab, below its last row with content, as literal text. An answer longer than a
 * cell takes is whole in the form's own store alone: what Google leaves of it in the tab is not documented, here as
 * much as a cell takes. Undefined when no tab is linked (or it has gone).
 */
export function writeResponse(
  world: World,
  form: FormState,
  response: FormResponseState,
): WrittenResponse | undefined {
  const sheet = responseTab(world, form);
  if (sheet?.form == null || form.destination === null) return undefined;
  updateColumns(world, form);
  const { timeZone } = world.spreadsheet(form.destination.spreadsheetId);
  const cells = new Map<number, Cell>();
  for (const [key, col] of Object.entries(sheet.form.columns)) {
    if (key === TIMESTAMP) {
      // Forms keeps whole seconds in the sheet.
      const at = Math.floor(response.at / 1000) * 1000;
      cells.set(col, { d: serialOfInstant(at, timeZone), n: 'm/d/yyyy h:mm:ss' });
    } else cells.set(col, key === EMAIL ? response.email : fitting(response.answers[key] ?? ''));
  }
  const row = Math.max(sheet.rows.length, 1) + 1;
  if (row > sheet.maxRows) sheet.maxRows = row;
  const width = Math.max(...cells.keys());
  const written = Array.from({ length: width }, (_, i) => cells.get(i + 1) ?? '');
  writeCells(sheet, row, 1, [written]);
  return { sheet, box: { row, col: 1, rows: 1, cols: width }, ...textsOf(sheet, written) };
}

function fitting(answer: string): string {
  return answer.slice(0, MAX_CELL_CHARACTERS);
}

function textsOf(sheet: SheetState, cells: readonly Cell[]): Pick<WrittenResponse, 'values' | 'namedValues'> {
  const values = cells.map((cell) => displayValue(cell, undefined));
  const namedValues: Record<string, string[]> = {};
  values.forEach((value, i) => {
    const title = displayValue(cellAt(sheet, 1, i + 1), undefined);
    namedValues[title] = [...(namedValues[title] ?? []), value];
  });
  return { values, namedValues };
}
