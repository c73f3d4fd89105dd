import type * as contract from '../../contract/contract.ts';

/**
 * The Google services that the add-on uses, one small port each. Every port is made here and nowhere else, and no
 * service is touched before a port's function is called.
 */
export interface Services {
  readonly workbook: () => GoogleAppsScript.Spreadsheet.Spreadsheet;
  readonly spreadsheets: SpreadsheetsPort;
  readonly lock: LockPort;
  readonly properties: PropertiesPort;
  readonly mail: MailPort;
  readonly people: PeoplePort;
  readonly tools: ToolsPort;
  readonly triggers: TriggersPort;
  readonly forms: FormsPort;
  readonly html: HtmlPort;
  /** What the registry expects of the platform, from the project's other script file. */
  readonly contract: () => typeof contract;
}

export interface SpreadsheetsPort {
  /** Makes writes durable. */
  readonly flush: () => void;
  readonly create: (name: string) => GoogleAppsScript.Spreadsheet.Spreadsheet;
  readonly open: (id: string) => GoogleAppsScript.Spreadsheet.Spreadsheet;
  readonly newValidation: () => GoogleAppsScript.Spreadsheet.DataValidationBuilder;
  readonly newFormatRule: () => GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;
  readonly ui: () => GoogleAppsScript.Base.Ui;
  readonly protectionType: () => typeof GoogleAppsScript.Spreadsheet.ProtectionType;
}

export interface LockPort {
  /** Runs `work` alone among all executions on this workbook; null where the lock could not be had in time. */
  readonly alone: <T>(work: () => T) => { readonly value: T } | null;
  /**
   * Runs `work`, which makes files, unless another execution is at it: null then, at once. The workbook stays free for
   * everybody meanwhile.
   */
  readonly aloneMaking: <T>(work: () => T) => { readonly value: T } | null;
}

export interface PropertiesPort {
  readonly get: (key: string) => string | null;
  readonly set: (key: string, value: string) => void;
  readonly all: () => { readonly [key: string]: string };
  readonly remove: (key: string) => void;
}

export interface MailPort {
  readonly send: (message: {
    to: string;
    subject: string;
    body: string;
    htmlBody: string;
    name: string;
    replyTo?: string;
  }) => void;
  /** Recipients left today. */
  readonly quotaLeft: () => number;
}

export interface PeoplePort {
  /** Who is at the keyboard; '' where Google does not say. */
  readonly active: () => string;
  /** As whom this runs. */
  readonly effective: () => string;
}

export interface ToolsPort {
  /** When this execution began: the moment of whatever it decides, however long it waits or works. */
  readonly startedAtMs: number;
  readonly epochMs: () => number;
  /** SHA-256 in hexadecimal. */
  readonly digest: (text: string) => string;
  readonly uuid: () => string;
  readonly scriptTimeZone: () => string;
  readonly log: (message: string) => void;
}

export interface TriggersPort {
  readonly service: () => GoogleAppsScript.Script.ScriptApp;
}

export interface HtmlPort {
  /** A page of the project by its name. */
  readonly page: (name: string) => GoogleAppsScript.HTML.HtmlOutput;
}

export interface FormsPort {
  readonly service: () => GoogleAppsScript.Forms.FormApp;
}
