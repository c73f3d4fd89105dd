import type { ColumnType } from '../schema/column.ts';

/** A spreadsheet to be made for others: tabs of literal values, never formulas. */
export interface FileSpec {
  readonly name: string;
  readonly tabs: readonly FileTab[];
}

export interface FileTab {
  readonly name: string;
  /** Canonical texts, row by row; all rows are equally long. */
  readonly rows: readonly (readonly string[])[];
  /** What the columns hold below their headings. A text that does not fit its column is shown as text. */
  readonly columns: readonly FileColumn[];
  /** Which rows, counted from 0, are headings: bold on a light ground. */
  readonly headings: readonly number[];
  /** Rows at the top that stay in sight. */
  readonly frozenRows: number;
}

export interface FileColumn {
  readonly type: ColumnType;
  /** Pixels. */
  readonly width: number;
}

/** Rows filled up with empty cells to the width of the tab, so that they make a rectangle. */
export function padRows(rows: readonly (readonly string[])[], width: number): readonly (readonly string[])[] {
  return rows.map((cells) => Array.from({ length: width }, (_, i) => cells[i] ?? ''));
}
