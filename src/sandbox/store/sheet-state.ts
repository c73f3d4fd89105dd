import type { Box } from './a1.ts';
import type { Row } from './cells.ts';
import type { RunsByColumn } from './runs.ts';

/** A data validation rule as its builder left it. */
export interface ValidationRule {
  readonly type: string;
  readonly values: readonly (string | number | boolean | { readonly ms: number })[];
  readonly allowInvalid: boolean;
  readonly help: string | null;
}

/** A value of a style attribute such as font weight or background. */
export type StyleValue = string | number | boolean;

/** One protection of a tab or range. `editors` null means whoever may edit the file. */
export interface ProtectionState {
  readonly uid: string;
  readonly type: 'RANGE' | 'SHEET';
  readonly box: Box | null;
  readonly description: string;
  readonly warningOnly: boolean;
  readonly editors: readonly string[] | null;
  readonly domainEdit: boolean;
  readonly unprotected: readonly Box[];
}

/** A conditional format rule as its builder left it. */
export interface ConditionalRule {
  readonly type: string | null;
  readonly values: readonly (string | number)[];
  readonly background: string | null;
  readonly fontColor: string | null;
  readonly bold: boolean | null;
  readonly boxes: readonly Box[];
}

/**
 * One tab. Nested values are replaced, never changed in place (the array of rows is the exception), so
 * that an earlier state can be kept by keeping references.
 */
export interface SheetState {
  readonly id: number;
  name: string;
  hidden: boolean;
  maxRows: number;
  maxCols: number;
  /** Rows from 1 on; neither the array nor a row ends in emptiness, so its length is the last row. */
  rows: Row[];
  /** Number formats that someone set. */
  formats: RunsByColumn<string>;
  validations: RunsByColumn<ValidationRule>;
  notes: RunsByColumn<string>;
  styles: Readonly<Record<string, RunsByColumn<StyleValue>>>;
  protections: readonly ProtectionState[];
  conditionalRules: readonly ConditionalRule[];
  /** The cells of the filter that everybody sees, its headers included; absent where the tab has none. */
  filter?: Box | undefined;
  columnWidths: Readonly<Record<number, number>>;
  hiddenColumns: readonly number[];
  frozenRows: number;
  frozenColumns: number;
  tabColor: string | null;
  hiddenGridlines: boolean;
  /** The form whose responses this tab receives, and the column of each of its items. */
  form: { readonly id: string; readonly columns: Readonly<Record<string, number>> } | null;
}

/** One spreadsheet's contents; who may open it is kept with its file. */
export interface SpreadsheetState {
  readonly id: string;
  timeZone: string;
  locale: string;
  sheets: SheetState[];
  nextSheetId: number;
}

/** A tab as Sheets makes it: empty, 1,000 rows by 26 columns unless told otherwise. */
export function newSheet(id: number, name: string, maxRows = 1000, maxCols = 26): SheetState {
  return {
    id,
    name,
    hidden: false,
    maxRows,
    maxCols,
    rows: [],
    formats: {},
    validations: {},
    notes: {},
    styles: {},
    protections: [],
    conditionalRules: [],
    columnWidths: {},
    hiddenColumns: [],
    frozenRows: 0,
    frozenColumns: 0,
    tabColor: null,
    hiddenGridlines: false,
    form: null,
  };
}
