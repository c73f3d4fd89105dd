import type { Services } from './services.ts';

/**
 * How long the workbook's lock is waited for: a command holds it for seconds, so this outlasts dozens that come at
 * once, and leaves the larger part of the six minutes for the work itself.
 */
const LOCK_WAIT_MS = 120_000;

/** The services of the platform. Nothing is called before a port is used. */
export function openServices(): Services {
  // A file that this execution made is at hand already.
  const made = new Map<string, GoogleAppsScript.Spreadsheet.Spreadsheet>();
  return {
    workbook: () => SpreadsheetApp.getActiveSpreadsheet(),
    spreadsheets: {
      flush: () => SpreadsheetApp.flush(),
      create: (name) => {
        const file = SpreadsheetApp.create(name);
        made.set(file.getId(), file);
        return file;
      },
      open: (id) => made.get(id) ?? SpreadsheetApp.openById(id),
      newValidation: () => SpreadsheetApp.newDataValidation(),
      newFormatRule: () => SpreadsheetApp.newConditionalFormatRule(),
      ui: () => SpreadsheetApp.getUi(),
      protectionType: () => SpreadsheetApp.ProtectionType,
    },
    lock: { alone, aloneMaking },
    properties: {
      get: (key) => PropertiesService.getScriptProperties().getProperty(key),
      set: (key, value) => {
        PropertiesService.getScriptProperties().setProperty(key, value);
      },
      all: () => PropertiesService.getScriptProperties().getProperties(),
      remove: (key) => {
        PropertiesService.getScriptProperties().deleteProperty(key);
      },
    },
    mail: {
      send: (message) => MailApp.sendEmail(message),
      quotaLeft: () => MailApp.getRemainingDailyQuota(),
    },
    people: {
      active: () => Session.getActiveUser().getEmail().toLowerCase(),
      effective: () => Session.getEffectiveUser().getEmail().toLowerCase(),
    },
    tools: {
      startedAtMs: Date.now(),
      epochMs: () => Date.now(),
      digest,
      uuid: () => Utilities.getUuid(),
      scriptTimeZone: () => Session.getScriptTimeZone(),
      log: (message) => console.log(message),
    },
    triggers: { service: () => ScriptApp },
    forms: { service: () => FormApp },
    contract: () => Contract_(),
    html: { page: (name) => HtmlService.createHtmlOutputFromFile(name) },
  };
}

function alone<T>(work: () => T): { readonly value: T } | null {
  const lock = LockService.getDocumentLock() ?? LockService.getScriptLock();
  if (!lock.tryLock(LOCK_WAIT_MS)) return null;
  try {
    return { value: work() };
  } finally {
    // What is not flushed would land after the lock is gone.
    SpreadsheetApp.flush();
    lock.releaseLock();
  }
}

function aloneMaking<T>(work: () => T): { readonly value: T } | null {
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(0)) return null;
  try {
    return { value: work() };
  } finally {
    lock.releaseLock();
  }
}

function digest(text: string): string {
  const bytes = Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, text, Utilities.Charset.UTF_8);
  return bytes.map((byte) => (byte & 0xff).toString(16).padStart(2, '0')).join('');
}
