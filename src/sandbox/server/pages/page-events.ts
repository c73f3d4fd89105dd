import type { Wire } from '../../realm/wire.ts';
import type { AskedQuestion } from '../../services/ui.ts';
import type { ExecutionRecord, ScriptError, ShownDialog } from '../../world-state.ts';
import type { SheetPatch } from '../sheet/spreadsheet-view.ts';

/** What a page shows at all times about the Workspace, for its viewer. */
export interface Pulse {
  /** Grows with every change. */
  readonly version: number;
  /** The Workspace's time, in milliseconds since 1970 UTC. */
  readonly now: number;
  readonly unread: number;
  /** Executions under way. */
  readonly running: number;
  readonly clock: ClockProgress | null;
  /** Why the Workspace could not be saved last; null when it was. */
  readonly saveProblem: string | null;
}

/** How far the clock has come on its way. */
export interface ClockProgress {
  readonly from: number;
  readonly until: number;
  readonly now: number;
  readonly executions: number;
}

/** What came of a function that a page had run. */
export interface EndedRun {
  readonly executionId: string;
  readonly function: string;
  readonly status: ExecutionRecord['status'];
  readonly error: ScriptError | null;
  readonly value: Wire;
}

/** What the server tells a page. */
export type PageEvent =
  | { readonly kind: 'hello'; readonly serverId: string }
  | { readonly kind: 'pulse'; readonly pulse: Pulse }
  | { readonly kind: 'sheet'; readonly spreadsheetId: string; readonly patches: readonly SheetPatch[] }
  | { readonly kind: 'sheet-closed'; readonly spreadsheetId: string; readonly message: string }
  | { readonly kind: 'selected'; readonly spreadsheetId: string; readonly tab: string; readonly a1: string }
  | { readonly kind: 'question'; readonly id: string; readonly asked: AskedQuestion }
  | { readonly kind: 'question-closed'; readonly id: string }
  | { readonly kind: 'dialog'; readonly dialog: DialogView }
  | { readonly kind: 'toast'; readonly title: string; readonly message: string }
  | { readonly kind: 'ended'; readonly run: EndedRun };

/** A dialog or sidebar to be shown; its page is at `/frame/<id>`. */
export interface DialogView extends Pick<ShownDialog, 'kind' | 'title' | 'width' | 'height'> {
  readonly id: string;
}

/** An event on the wire: numbers grow by one for each page. */
export interface NumberedEvent {
  readonly seq: number;
  readonly event: PageEvent;
}
