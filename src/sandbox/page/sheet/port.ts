import type { SheetEdit } from '../../server/sheet/sheet-edit.ts';
import type { SheetPatch, SpreadsheetView } from '../../server/sheet/spreadsheet-view.ts';

/** What came of an edit: a refusal carries a sentence for the person. */
export type EditAnswer = { readonly ok: true } | { readonly ok: false; readonly message: string };

/** What the spreadsheet asks of the page around it. */
export interface SpreadsheetPort {
  /**
   * Carries out an edit. The promise is fulfilled once the patches that came of the edit have been handed to
   * {@link SpreadsheetHandle.patch}: what then stands in the touched cells is what the person sees.
   */
  edit(edit: SheetEdit): Promise<EditAnswer>;
  /** Tells what the person has selected, shortly after it changed. */
  selected(tab: string, a1: string): void;
  /** Tells that the person went to another tab. */
  activated?(tab: string): void;
}

/** What a person has selected, by names. */
export interface SelectedCells {
  readonly tab: string;
  readonly a1: string;
}

/** A spreadsheet on the page. */
export interface SpreadsheetHandle {
  /** Fulfilled once the grid is drawn and takes keys, anew after a reload; calls before that are kept until then. */
  readonly ready: Promise<void>;
  /** Brings the view up to date. */
  patch(patches: readonly SheetPatch[]): void;
  /** Replaces everything, as after a lost connection. */
  reload(view: SpreadsheetView): void;
  /** Goes to cells and selects them; a tab that the viewer does not see is let be. */
  show(tab: string, a1: string): void;
  /** What is selected now, told at once. */
  selection(): SelectedCells | undefined;
  /** The text that the grid shows in a cell; undefined for a tab that is not there. */
  shownText(tab: string, a1: string): string | undefined;
  /** Gives the grid the keys, as after a dialog. */
  focus(): void;
  /** Takes the spreadsheet off the page. */
  dispose(): void;
}
