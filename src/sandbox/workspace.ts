import { type CallCosts, DEFAULT_CALL_COSTS } from './call-costs.ts';
import { ActionRefused } from './errors.ts';
import { forgetOld } from './execution/forget-old.ts';
import { LiveExecutions, type LiveHooks } from './execution/live-executions.ts';
import type { ExecutionResult } from './execution/run-execution.ts';
import { runParallel } from './execution/run-parallel.ts';
import { type UiHandler, World } from './execution/world.ts';
import { bindScript, pushScript, type ScriptSource } from './people/bind-script.ts';
import { deleteColumnsAs, insertColumnsAs, moveColumnAs } from './people/change-columns.ts';
import { deleteRowsAs, insertRowsAs, sortAs } from './people/change-structure.ts';
import { deleteTabAs, hideTabAs, renameTabAs } from './people/change-tabs.ts';
import {
  clearBox,
  type EditResult,
  editCell,
  type PersonAt,
  pasteCells,
  tabOf,
} from './people/edit-cells.ts';
import { type Opened, openSpreadsheet, selectCell } from './people/open-spreadsheet.ts';
import { type RunRequest, runFunction } from './people/run-function.ts';
import { type FormSubmission, type SubmissionResult, submitForm } from './people/submit-form.ts';
import { RestApi, type RestOptions } from './rest/rest-api.ts';
import { boxOfA1, parseA1 } from './store/a1.ts';
import { canEdit, canView, grant, normalEmail } from './store/access.ts';
import { isFormula } from './store/cells.ts';
import { countGridCells, createSpreadsheet } from './store/create-files.ts';
import { readTable, type TableValue } from './store/read-table.ts';
import { isTimeZone } from './store/time-zones.ts';
import { advanceTo, nextDueBy } from './triggers/advance.ts';
import type { FaultsFor } from './triggers/fire.ts';
import type {
  ExecutionRecord,
  FileState,
  SentMail,
  ShownDialog,
  ShownToast,
  WorldState,
} from './world-state.ts';

/** How a Workspace begins. */
export interface WorkspaceOptions {
  /** The scenario's time, in milliseconds since 1970 UTC. */
  readonly now: number;
  /** The company's domain: its people see each other's addresses. */
  readonly domain: string;
  readonly seed?: number;
  /** Recipients a day and person: 1,500 for Workspace accounts, 100 for consumer ones. */
  readonly mailQuota?: number;
  readonly callCosts?: CallCosts;
}

function freshState(options: WorkspaceOptions): WorldState {
  return {
    now: options.now,
    domain: options.domain,
    seed: options.seed ?? 1,
    mailQuota: options.mailQuota ?? 1500,
    counter: 0,
    files: {},
    spreadsheets: {},
    forms: {},
    scripts: {},
    mail: [],
    mailUse: {},
    executions: [],
    dialogs: [],
    toasts: [],
    lateEvents: [],
    selections: {},
  };
}

/** A copy that shares nothing but what never changes: a push replaces a script's files, it does not change them. */
function copyState(state: WorldState): WorldState {
  const { scripts, ...rest } = state;
  const copies = Object.entries(scripts).map(([id, { files, ...script }]) => [
    id,
    { ...structuredClone(script), files },
  ]);
  return { ...structuredClone(rest), scripts: Object.fromEntries(copies) };
}

/**
 * A local Google Workspace that runs bound Apps Script projects. Time passes only when it is told to
 * advance; an execution's own clock runs by the table of call costs and does not move the Workspace's.
 */
export class Workspace {
  readonly #world: World;

  constructor(options: WorkspaceOptions) {
    this.#world = new World(freshState(options), options.callCosts ?? DEFAULT_CALL_COSTS);
  }

  /** The Workspace of that state, which it owns from then on; see {@link toJSON}. */
  static fromJSON(json: WorldState, callCosts: CallCosts = DEFAULT_CALL_COSTS): Workspace {
    const workspace = new Workspace({ now: json.now, domain: json.domain, callCosts });
    Object.assign(workspace.#world.state, copyState(json));
    return workspace;
  }

  /** A copy of everything: files, scripts with their triggers and stores, mail, executions, time. */
  toJSON(): WorldState {
    this.#world.focus(undefined);
    return copyState(this.#world.state);
  }

  /** The scenario's time, in milliseconds since 1970 UTC. */
  get now(): number {
    return this.#world.state.now;
  }

  /** Who answers alerts and prompts; until it is set they fail. */
  get ui(): UiHandler {
    return this.#world.ui;
  }

  set ui(handler: UiHandler) {
    this.#world.ui = handler;
  }

  /** All messages sent, in order. */
  get mail(): readonly SentMail[] {
    return this.#world.state.mail;
  }

  /** The records of all executions, in the order in which they ended. */
  get executions(): readonly ExecutionRecord[] {
    return this.#world.state.executions;
  }

  /** Dialogs and sidebars that scripts have shown. */
  get dialogs(): readonly ShownDialog[] {
    return this.#world.state.dialogs;
  }

  /** Toasts that scripts have shown. */
  get toasts(): readonly ShownToast[] {
    return this.#world.state.toasts;
  }

  /** Makes a spreadsheet with one empty tab, owned by `owner`; answers its id. */
  createSpreadsheet(wish: {
    readonly name: string;
    readonly owner: string;
    readonly timeZone: string;
    readonly locale?: string;
  }): string {
    if (!isTimeZone(wish.timeZone)) throw new ActionRefused(`Unknown time zone: ${wish.timeZone}`);
    return createSpreadsheet(this.#world, { ...wish, owner: normalEmail(wish.owner), at: this.now });
  }

  /** Binds a script to a spreadsheet; answers its id. */
  bindScript(wish: ScriptSource & { readonly spreadsheetId: string }): string {
    return bindScript(this.#world, wish.spreadsheetId, wish);
  }

  /** Replaces a script's code and manifest, as a push does. */
  pushScript(scriptId: string, source: ScriptSource): void {
    pushScript(this.#world, scriptId, source);
  }

  /** Shares a file as its owner would. */
  share(fileId: string, email: string, role: 'editor' | 'viewer'): void {
    grant(this.#file(fileId), email, role);
  }

  /** True if the person may see the file. */
  canOpen(fileId: string, email: string): boolean {
    return canView(this.#world.state, this.#file(fileId), normalEmail(email));
  }

  /** True if the person may change the file. */
  canEdit(fileId: string, email: string): boolean {
    return canEdit(this.#world.state, this.#file(fileId), normalEmail(email));
  }

  /** Runs a function of a script as a person: from a menu, a dialog or the script editor. */
  run(scriptId: string, request: RunRequest): ExecutionResult {
    return runFunction(this.#world, scriptId, request);
  }

  /** Moves time forward, firing what comes due; answers the executions in order. */
  advanceTo(until: number, faults?: FaultsFor): readonly ExecutionResult[] {
    return advanceTo(this.#world, until, faults);
  }

  /** When something comes due next, in milliseconds since 1970 UTC; undefined if nothing does by `until`. */
  nextDueBy(until: number): number | undefined {
    return nextDueBy(this.#world, until);
  }

  /** Opens a spreadsheet as a person, which runs its onOpen; answers the menus that came of it. */
  openSpreadsheet(id: string, who: { readonly as: string; readonly faults?: FaultsFor }): Opened {
    return openSpreadsheet(this.#world, id, who.as, who.faults);
  }

  /** Selects cells for a person's next executions. */
  selectCell(at: {
    readonly spreadsheetId: string;
    readonly as: string;
    readonly tab: string;
    readonly a1: string;
  }) {
    selectCell(this.#world, at);
  }

  /** Types text into a cell (row and column from 1) as a person. */
  edit(
    edit: PersonAt & { readonly row: number; readonly column: number; readonly value: string },
  ): EditResult {
    return editCell(this.#world, edit);
  }

  /** Pastes a block of texts as a person; the grid grows if need be. */
  paste(
    paste: PersonAt & {
      readonly row: number;
      readonly column: number;
      readonly values: readonly (readonly string[])[];
    },
  ): EditResult {
    return pasteCells(this.#world, paste);
  }

  /** Empties cells, given in A1 notation, as a person. */
  clear(clear: PersonAt & { readonly a1: string }): EditResult {
    const sheet = tabOf(this.#world, clear);
    const a1 = parseA1(clear.a1);
    if (a1 === undefined) throw new ActionRefused(`${clear.a1} is no range.`);
    return clearBox(this.#world, { ...clear, box: boxOfA1(a1, sheet.maxRows, sheet.maxCols) });
  }

  /** Inserts rows before a row as a person. */
  insertRows(at: PersonAt & { readonly row: number; readonly count?: number }): EditResult {
    return insertRowsAs(this.#world, at);
  }

  /** Deletes rows as a person. */
  deleteRows(at: PersonAt & { readonly row: number; readonly count?: number }): EditResult {
    return deleteRowsAs(this.#world, at);
  }

  /** Inserts columns before a column as a person. */
  insertColumns(at: PersonAt & { readonly column: number; readonly count?: number }): EditResult {
    return insertColumnsAs(this.#world, at);
  }

  /** Deletes columns as a person. */
  deleteColumns(at: PersonAt & { readonly column: number; readonly count?: number }): EditResult {
    return deleteColumnsAs(this.#world, at);
  }

  /** Drags a column before another one as a person; no trigger learns of it. */
  moveColumn(at: PersonAt & { readonly column: number; readonly before: number }): EditResult {
    return moveColumnAs(this.#world, at);
  }

  /** Renames a tab as a person. */
  renameTab(at: PersonAt & { readonly name: string }): EditResult {
    return renameTabAs(this.#world, at);
  }

  /** Hides a tab as a person. */
  hideTab(at: PersonAt): EditResult {
    return hideTabAs(this.#world, at);
  }

  /** Deletes a tab as a person. */
  deleteTab(at: PersonAt): EditResult {
    return deleteTabAs(this.#world, at);
  }

  /** Sorts the rows below the header by a column as a person; no trigger learns of it. */
  sort(at: PersonAt & { readonly column: number; readonly ascending: boolean }): EditResult {
    return sortAs(this.#world, at);
  }

  /** Submits a form as a person. */
  submitForm(submission: FormSubmission): SubmissionResult {
    return submitForm(this.#world, submission);
  }

  /**
   * Carries out actions side by side: runs, edits, pastes, form answers, each a call of this Workspace.
   * They and the executions they cause are interleaved at service calls in an order drawn from `seed`.
   * What the actions answer is complete once the promise is fulfilled, not before.
   */
  parallel<T>(actions: readonly (() => T)[], seed: number): Promise<PromiseSettledResult<T>[]> {
    return runParallel(this.#world, actions, seed);
  }

  /**
   * Lets this Workspace live: from then on its actions are carried out with the answer's `act`, one after the other as
   * they come, and their executions run on beside them.
   */
  goLive(hooks: LiveHooks): LiveExecutions {
    forgetOld(this.#world.state);
    return new LiveExecutions(this.#world, hooks);
  }

  /** Google's REST APIs over this Workspace. */
  openApis(options: RestOptions = {}): RestApi {
    return new RestApi(this.#world, options);
  }

  /**
   * Reads the durable state without copying it. What the reader is given may not be changed, and nothing of it be
   * kept but rows and runs, which are replaced and never changed.
   */
  read<T>(reader: (state: WorldState) => T): T {
    this.#world.focus(undefined);
    return reader(this.#world.state);
  }

  /** The cells of a tab, as they are durable. */
  table(spreadsheetId: string, tab: string): readonly (readonly TableValue[])[] {
    return readTable(tabOf(this.#world, { spreadsheetId, tab }));
  }

  /** The names of a spreadsheet's tabs, hidden ones included. */
  tabs(spreadsheetId: string): readonly string[] {
    this.#world.focus(undefined);
    return this.#world.spreadsheet(spreadsheetId).sheets.map((sheet) => sheet.name);
  }

  /** How many cells a spreadsheet has, empty ones included: at most ten million. */
  countCells(spreadsheetId: string): number {
    this.#world.focus(undefined);
    return countGridCells(this.#world.spreadsheet(spreadsheetId));
  }

  /** All files, trashed ones included. */
  files(): readonly Readonly<FileState>[] {
    return Object.values(this.#world.state.files);
  }

  /** How many cells of all spreadsheets hold formulas. */
  countFormulas(): number {
    this.#world.focus(undefined);
    const sheets = Object.values(this.#world.state.spreadsheets).flatMap((one) => one.sheets);
    return sheets.flatMap((sheet) => sheet.rows).reduce((sum, row) => sum + row.filter(isFormula).length, 0);
  }

  #file(id: string): FileState {
    const file = this.#world.file(id);
    if (file === undefined) throw new ActionRefused(`There is no file ${id}.`);
    return file;
  }
}
