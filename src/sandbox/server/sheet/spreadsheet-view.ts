import type { Box } from '../../store/a1.ts';
import type { Cell, Row } from '../../store/cells.ts';
import type { Runs, RunsByColumn } from '../../store/runs.ts';
import type { ConditionalRule, StyleValue, ValidationRule } from '../../store/sheet-state.ts';

/** What a protection means to one viewer. */
export interface ProtectionView {
  /** The protected cells; null for the whole tab. */
  readonly box: Box | null;
  /** Parts of a protected tab that are open all the same. */
  readonly except: readonly Box[];
  /** Whether an edit is refused, done after a warning, or simply done. */
  readonly effect: 'refuses' | 'warns' | 'allows';
  readonly description: string;
}

/** One tab as a viewer sees it: contents as the store keeps them, looks by runs. Rows and columns count from 1. */
export interface TabView {
  readonly id: number;
  readonly name: string;
  readonly color: string | null;
  readonly maxRows: number;
  readonly maxCols: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly columnWidths: Readonly<Record<number, number>>;
  readonly hiddenColumns: readonly number[];
  readonly hiddenGridlines: boolean;
  readonly rows: readonly Row[];
  readonly formats: RunsByColumn<string>;
  readonly validations: RunsByColumn<ValidationRule>;
  readonly notes: RunsByColumn<string>;
  readonly styles: Readonly<Record<string, RunsByColumn<StyleValue>>>;
  readonly conditionalRules: readonly ConditionalRule[];
  /** The cells of the filter that everybody sees; null where the tab has none. */
  readonly filter: Box | null;
  readonly protections: readonly ProtectionView[];
}

/** A spreadsheet as one person sees it, hidden tabs left out. Plain JSON. */
export interface SpreadsheetView {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly canEdit: boolean;
  readonly tabs: readonly TabView[];
}

/** What of a spreadsheet is not in a tab. */
export type BookParts = Omit<SpreadsheetView, 'id' | 'tabs'>;

/** What of a tab changes as a whole: all but cells and what is kept by column. */
export type TabParts = Omit<TabView, 'id' | 'rows' | 'formats' | 'validations' | 'notes' | 'styles'>;

/** A cell and its place. */
export type PlacedCell = readonly [row: number, column: number, cell: Cell];

/** An attribute that is kept by column, with the runs that one column now has; empty when it has none. */
export type ColumnRuns =
  | { readonly of: 'formats'; readonly runs: Runs<string> }
  | { readonly of: 'notes'; readonly runs: Runs<string> }
  | { readonly of: 'validations'; readonly runs: Runs<ValidationRule> }
  | { readonly of: 'styles'; readonly style: string; readonly runs: Runs<StyleValue> };

/** One step from a view to the next. Plain JSON. */
export type SheetPatch =
  | { readonly kind: 'cells'; readonly tab: number; readonly cells: readonly PlacedCell[] }
  | { readonly kind: 'runs'; readonly tab: number; readonly column: number; readonly change: ColumnRuns }
  | { readonly kind: 'parts'; readonly tab: number; readonly parts: Partial<TabParts> }
  | { readonly kind: 'tab'; readonly tab: TabView }
  | { readonly kind: 'tabs'; readonly order: readonly number[] }
  | { readonly kind: 'book'; readonly parts: Partial<BookParts> };
