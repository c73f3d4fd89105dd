import { ActionRefused } from '../errors.ts';
import type { ExecutionResult } from '../execution/run-execution.ts';
import type { World } from '../execution/world.ts';
import { type Box, formatA1 } from '../store/a1.ts';
import { canEdit, normalEmail } from '../store/access.ts';
import { type Cell, isDateCell, isFormula, sameCell } from '../store/cells.ts';
import { acceptsCell, validationMessage } from '../store/check-validation.ts';
import { coerceText, coercionContext, fitsCell, TOO_LONG_MESSAGE } from '../store/coerce-value.ts';
import { PROTECTED_MESSAGE, refusingProtections } from '../store/protections.ts';
import { runAt, withRun } from '../store/runs.ts';
import { cellAt, clearCells, formatAt, mapColumns, writeCells } from '../store/sheet-cells.ts';
import type { SheetState } from '../store/sheet-state.ts';
import { changeEvent, editEvent } from '../triggers/events.ts';
import { type FaultsFor, fireInstallable, fireSimple } from '../triggers/fire.ts';

/** Where a person does something in a spreadsheet. */
export interface PersonAt {
  readonly spreadsheetId: string;
  readonly as: string;
  readonly tab: string;
  readonly faults?: FaultsFor;
}

/** What came of a person's action in a sheet. */
export type EditResult =
  | { readonly applied: true; readonly executions: readonly ExecutionResult[] }
  | { readonly applied: false; readonly reason: string };

/** The tab at which a person is; throws ActionRefused when there is none. */
export function tabOf(world: World, at: Pick<PersonAt, 'spreadsheetId' | 'tab'>): SheetState {
  world.focus(undefined);
  const sheet = world.spreadsheet(at.spreadsheetId).sheets.find((one) => one.name === at.tab);
  if (sheet === undefined) throw new ActionRefused(`There is no tab ${at.tab}.`);
  return sheet;
}

/** Why the person may not change these cells; undefined when they may. */
export function refusalFor(
  world: World,
  at: PersonAt,
  sheet: SheetState,
  box: Box | null,
): string | undefined {
  const file = world.file(at.spreadsheetId);
  const email = normalEmail(at.as);
  if (file === undefined || file.trashed || !canEdit(world.state, file, email)) {
    return `${email} may not edit this spreadsheet.`;
  }
  const refusing = refusingProtections(sheet, box, file, email, world.state.domain);
  return refusing.length > 0 ? PROTECTED_MESSAGE : undefined;
}

/** The text under which an event tells a cell: dates as serial numbers. */
function eventText(cell: Cell): string | undefined {
  if (cell === '') return undefined;
  if (isDateCell(cell)) return String(cell.d);
  if (isFormula(cell)) return cell.f;
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);
}

function fire(world: World, at: PersonAt, sheet: SheetState, box: Box, value?: string, oldValue?: string) {
  const email = normalEmail(at.as);
  world.state.selections[`${at.spreadsheetId} ${email}`] = { sheetId: sheet.id, ...box };
  const body = editEvent(at.spreadsheetId, sheet.id, box, value, oldValue);
  return [
    ...fireSimple(world, at.spreadsheetId, 'onEdit', email, body, at.faults),
    ...fireInstallable(world, at.spreadsheetId, 'ON_EDIT', email, body, at.faults),
    ...fireInstallable(
      world,
      at.spreadsheetId,
      'ON_CHANGE',
      email,
      changeEvent(at.spreadsheetId, 'EDIT'),
      at.faults,
    ),
  ];
}

/**
 * Types text into one cell as a person: read as typed input, refused by validations, by hard protections and where
 * no cell is as long, told to the edit triggers with value and old value. Rows and columns count from 1.
 */
export function editCell(
  world: World,
  edit: PersonAt & { readonly row: number; readonly column: number; readonly value: string },
): EditResult {
  const sheet = tabOf(world, edit);
  const box = { row: edit.row, col: edit.column, rows: 1, cols: 1 };
  if (edit.row < 1 || edit.column < 1 || edit.row > sheet.maxRows || edit.column > sheet.maxCols) {
    throw new ActionRefused('There is no such cell.');
  }
  const refusal = refusalFor(world, edit, sheet, box);
  if (refusal !== undefined) return { applied: false, reason: refusal };
  if (!fitsCell(edit.value)) return { applied: false, reason: TOO_LONG_MESSAGE };
  const { timeZone } = world.spreadsheet(edit.spreadsheetId);
  const format = formatAt(sheet, edit.row, edit.column);
  const typed = coerceText(edit.value, format, coercionContext(timeZone, world.state.now));
  const rule = runAt(sheet.validations[edit.column], edit.row);
  if (rule !== undefined && !rule.allowInvalid && !acceptsCell(rule, typed.cell, format, timeZone)) {
    return { applied: false, reason: validationMessage(rule, formatA1(box)) };
  }
  const before = cellAt(sheet, edit.row, edit.column);
  writeCells(sheet, edit.row, edit.column, [[typed.cell]]);
  if (typed.format !== undefined && format === undefined) setFormat(sheet, box, typed.format);
  if (sameCell(before, typed.cell)) return { applied: true, executions: [] };
  return {
    applied: true,
    executions: fire(world, edit, sheet, box, eventText(typed.cell), eventText(before)),
  };
}

function setFormat(sheet: SheetState, box: Box, format: string): void {
  sheet.formats = mapColumns(sheet.formats, box, (runs) => withRun(runs, box.row, box.row, format));
}

/**
 * Pastes a block of texts with its corner at a cell, the grid growing if need be. Cells whose validation
 * refuses the text keep what they had; a block with a text longer than a cell takes is not pasted at all. The event tells no values, whatever the size of the block.
 */
export function pasteCells(
  world: World,
  paste: PersonAt & {
    readonly row: number;
    readonly column: number;
    readonly values: readonly (readonly string[])[];
  },
): EditResult {
  const sheet = tabOf(world, paste);
  const cols = Math.max(0, ...paste.values.map((row) => row.length));
  if (cols === 0) throw new ActionRefused('There is nothing to paste.');
  const box = { row: paste.row, col: paste.column, rows: paste.values.length, cols };
  const refusal = refusalFor(world, paste, sheet, box);
  if (refusal !== undefined) return { applied: false, reason: refusal };
  if (!paste.values.every((row) => row.every(fitsCell))) return { applied: false, reason: TOO_LONG_MESSAGE };
  sheet.maxRows = Math.max(sheet.maxRows, box.row + box.rows - 1);
  sheet.maxCols = Math.max(sheet.maxCols, box.col + box.cols - 1);
  const { timeZone } = world.spreadsheet(paste.spreadsheetId);
  const context = coercionContext(timeZone, world.state.now);
  const block = paste.values.map((values, i) =>
    Array.from({ length: cols }, (_, j): Cell => {
      const [row, col] = [box.row + i, box.col + j];
      const text = values[j];
      if (text === undefined) return cellAt(sheet, row, col);
      const format = formatAt(sheet, row, col);
      const typed = coerceText(text, format, context);
      const rule = runAt(sheet.validations[col], row);
      const refused =
        rule !== undefined && !rule.allowInvalid && !acceptsCell(rule, typed.cell, format, timeZone);
      return refused ? cellAt(sheet, row, col) : typed.cell;
    }),
  );
  writeCells(sheet, box.row, box.col, block);
  return { applied: true, executions: fire(world, paste, sheet, box) };
}

/** Empties cells as a person does with the Delete key; one cell alone tells its old value. */
export function clearBox(world: World, clear: PersonAt & { readonly box: Box }): EditResult {
  const sheet = tabOf(world, clear);
  const refusal = refusalFor(world, clear, sheet, clear.box);
  if (refusal !== undefined) return { applied: false, reason: refusal };
  const isOne = clear.box.rows === 1 && clear.box.cols === 1;
  const before = isOne ? eventText(cellAt(sheet, clear.box.row, clear.box.col)) : undefined;
  clearCells(sheet, clear.box);
  return { applied: true, executions: fire(world, clear, sheet, clear.box, undefined, before) };
}
