/** A date or time as Sheets keeps it: days since 1899-12-30 on the wall clock of the spreadsheet. */
export interface DateCell {
  readonly d: number;
  /** The display pattern that typing gave it, where that is not the locale's own. */
  readonly n?: string;
}

/** A formula as typed, with its `=`. Nothing computes it here: it reads as `#NAME?`. */
export interface FormulaCell {
  readonly f: string;
}

/** What a cell holds; the empty string is an empty cell. */
export type Cell = string | number | boolean | DateCell | FormulaCell;

/** One row of cells from column A on; cells beyond its end are empty. Rows are replaced, never changed. */
export type Row = readonly Cell[];

/** True for a cell that holds a formula. */
export function isFormula(cell: Cell): cell is FormulaCell {
  return typeof cell === 'object' && 'f' in cell;
}

/** True for a cell that holds a date by its own kind (a number may still be shown as one by its format). */
export function isDateCell(cell: Cell): cell is DateCell {
  return typeof cell === 'object' && 'd' in cell;
}

/** What a formula cell reads as, there being no formula engine. */
export const FORMULA_RESULT = '#NAME?';

/** The most characters that one cell may hold. Source: Google Sheets' limits; enforced on every write. */
export const MAX_CELL_CHARACTERS = 50_000;

/** The most cells that one spreadsheet may have. Source: apps-script/guides/support/best-practices. */
export const MAX_CELLS = 10_000_000;

/** The most columns that one tab may have: up to ZZZ. Not documented. */
export const MAX_COLUMNS = 18_278;

/** True if the two cells hold the same. */
export function sameCell(a: Cell, b: Cell): boolean {
  if (isFormula(a)) return isFormula(b) && a.f === b.f;
  if (isDateCell(a)) return isDateCell(b) && a.d === b.d;
  return a === b;
}
