import type { WireObject } from './realm/wire.ts';
import type { SpreadsheetState } from './store/sheet-state.ts';

/** A file of the local Drive: who owns it, who may open it, where it lies. */
export interface FileState {
  readonly id: string;
  readonly kind: 'spreadsheet' | 'form' | 'folder';
  name: string;
  owner: string;
  editors: string[];
  viewers: string[];
  trashed: boolean;
  parent: string | null;
  shareableByEditors: boolean;
  description: string;
  readonly createdAt: number;
  /** Notes of programs on the file, by which they find it again. */
  properties?: Readonly<Record<string, string>>;
  /** Made through Drive's or Sheets' API: the files that the scope `drive.file` is about. */
  readonly isMadeThroughApi?: boolean;
}

/** One question of a form. */
export interface FormItemState {
  readonly id: number;
  readonly type: string;
  title: string;
  help: string;
  required: boolean;
  choices: readonly string[];
  validation: {
    readonly type: string;
    readonly values: readonly (string | number)[];
    readonly help: string;
  } | null;
}

/** One response; answers by item id. */
export interface FormResponseState {
  readonly id: string;
  readonly at: number;
  readonly email: string;
  readonly answers: Readonly<Record<string, string>>;
}

/** A form's questions, settings and responses. */
export interface FormState {
  readonly id: string;
  readonly publishedId: string;
  title: string;
  description: string;
  confirmation: string;
  items: FormItemState[];
  responses: FormResponseState[];
  destination: { readonly spreadsheetId: string; readonly sheetId: number } | null;
  published: boolean;
  accepting: boolean;
  collectEmail: boolean;
  /**
   * Whether the addresses are those of signed-in accounts rather than typed. Which of them a script's `setCollectEmail`
   * gives is not documented: here the lesser.
   */
  emailsAreVerified?: boolean;
  settings: Readonly<Record<string, boolean | string>>;
  nextItemId: number;
}

/** One file of a script project as pushed. */
export interface ScriptFile {
  /** With or without extension; `.html` makes it a page, anything else is script. */
  readonly name: string;
  readonly source: string;
}

/** What the Workspace reads of `appsscript.json`. */
export interface Manifest {
  readonly timeZone: string;
  readonly oauthScopes?: readonly string[];
  readonly runtimeVersion?: string;
  readonly [key: string]: unknown;
}

/** When a time-driven trigger fires. Times are those of `timeZone`. */
export interface ClockSpec {
  readonly timeZone: string;
  readonly everyMinutes?: number;
  readonly everyHours?: number;
  readonly everyDays?: number;
  readonly everyWeeks?: number;
  readonly atHour?: number;
  readonly nearMinute?: number;
  /** 1 is Monday. */
  readonly weekDay?: number;
  readonly monthDay?: number;
  /** One shot, in milliseconds since 1970 UTC. */
  readonly once?: number;
}

/** An installable trigger. It runs as `creator`, whoever causes the event. */
export interface TriggerState {
  readonly uid: string;
  readonly handler: string;
  readonly creator: string;
  readonly event: 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE' | 'ON_FORM_SUBMIT' | 'CLOCK';
  readonly source: 'SPREADSHEETS' | 'FORMS' | 'CLOCK';
  readonly sourceId: string | null;
  readonly clock: ClockSpec | null;
  readonly createdAt: number;
  /** When it fires next; null for what no clock fires, and for one-shots that have fired. */
  nextDueAt: number | null;
}

/** A cached string and when it is forgotten. */
export interface CacheEntry {
  readonly value: string;
  readonly until: number;
}

/** A bound script: its code as pushed last, and what the platform keeps for it. */
export interface ScriptState {
  readonly id: string;
  readonly containerId: string;
  manifest: Manifest;
  files: readonly ScriptFile[];
  triggers: TriggerState[];
  /** Property stores by `script`, `document` or `user:<address>`; caches likewise. */
  stores: Record<string, Record<string, string>>;
  caches: Record<string, Record<string, CacheEntry>>;
  readonly createdAt?: number;
  /** When code was pushed last. */
  updatedAt?: number;
}

/** One sent message. */
export interface SentMail {
  readonly at: number;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly htmlBody: string | null;
  readonly replyTo: string | null;
  readonly name: string | null;
}

/** Use of a daily allowance; the day begins with the first use. */
export interface DailyUse {
  readonly since: number;
  readonly used: number;
}

/** Calls of one execution, counted where they leave the realm. */
export interface CallCounts {
  reads: number;
  writes: number;
  flushes: number;
  /** Cells whose values, formulas, notes or looks the calls asked for, and set. */
  cellsRead: number;
  cellsWritten: number;
  byMethod: Record<string, number>;
}

/** One line of an execution's log. */
export interface LogLine {
  readonly at: number;
  readonly level: string;
  readonly text: string;
}

/** An error that ended an execution. */
export interface ScriptError {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

/** How an execution was started. */
export type ExecutionKind = 'menu' | 'dialog' | 'editor' | 'simple' | 'installable' | 'clock';

/** The record of one execution. */
export interface ExecutionRecord {
  readonly id: string;
  readonly scriptId: string;
  readonly function: string;
  readonly kind: ExecutionKind;
  /** The address under whose rights it ran. */
  readonly as: string;
  /** The person who caused it; empty for the clock. */
  readonly activeUser: string;
  readonly startedAt: number;
  /** How long it would have taken on the platform, by the table of call costs. */
  readonly ms: number;
  readonly calls: CallCounts;
  readonly log: readonly LogLine[];
  readonly status: 'done' | 'failed' | 'stopped' | 'timed out';
  readonly error: ScriptError | null;
  /** Members that the script touched and the local Workspace lacks. */
  readonly missing: readonly string[];
}

/** An event on its way to one trigger. */
export interface LateEvent {
  /** When the trigger is told, in milliseconds since 1970 UTC. */
  readonly at: number;
  readonly scriptId: string;
  readonly triggerUid: string;
  readonly kind: 'installable' | 'clock';
  /** Who caused it, and the same as the script may see it. */
  readonly person: string;
  readonly visible: string;
  readonly event: WireObject;
}

/** A dialog or sidebar that a script showed. */
export interface ShownDialog {
  readonly at: number;
  readonly as: string;
  readonly scriptId: string;
  readonly kind: 'modal' | 'modeless' | 'sidebar';
  readonly title: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly html: string;
}

/** A toast that a script showed. */
export interface ShownToast {
  readonly at: number;
  readonly as: string;
  readonly spreadsheetId: string;
  readonly message: string;
  readonly title: string;
}

/** What a person has selected in a spreadsheet. */
export interface Selection {
  readonly sheetId: number;
  readonly row: number;
  readonly col: number;
  readonly rows: number;
  readonly cols: number;
}

/** Everything a Workspace is, as JSON. */
export interface WorldState {
  now: number;
  readonly domain: string;
  readonly seed: number;
  readonly mailQuota: number;
  counter: number;
  files: Record<string, FileState>;
  spreadsheets: Record<string, SpreadsheetState>;
  forms: Record<string, FormState>;
  scripts: Record<string, ScriptState>;
  mail: SentMail[];
  mailUse: Record<string, DailyUse>;
  executions: ExecutionRecord[];
  dialogs: ShownDialog[];
  toasts: ShownToast[];
  /** Events that triggers are told of later than usual, in the order in which they happened. */
  lateEvents: LateEvent[];
  /** By `<spreadsheet> <address>`. */
  selections: Record<string, Selection>;
}
