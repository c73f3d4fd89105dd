import { NOBODY } from '../cases/people.ts';
import type { CostCase } from './cost-case.ts';

const ROWS = 1000;
const COLUMNS = 26;
const KEY = 'live check cost';

/** A block of numbers that no earlier call has written. */
function numbers(rows: number, columns: number, n: number): number[][] {
  return Array.from({ length: rows }, (_row, i) =>
    Array.from({ length: columns }, (_column, j) => n * 1000 + i + j),
  );
}

/** Nothing waits to be written, and nothing that was read is remembered. */
function settle(): void {
  SpreadsheetApp.flush();
}

const CELLS: readonly CostCase[] = [
  {
    title: 'Range.getValues, 1 cell',
    times: 10,
    before: settle,
    call: ({ sheet }, n) => sheet.getRange(n + 1, 1).getValues(),
  },
  {
    title: 'Range.getValues, 26,000 cells',
    times: 5,
    before: ({ sheet }, n) => {
      sheet.getRange(1, 1).setValue(n);
      settle();
    },
    call: ({ sheet }) => sheet.getRange(1, 1, ROWS, COLUMNS).getValues(),
  },
  {
    title: 'Range.setValues, 1 cell, not flushed',
    times: 10,
    before: settle,
    call: ({ sheet }, n) => sheet.getRange(n + 1, 1).setValues([[n]]),
  },
  {
    title: 'Range.setValues and flush, 1 cell',
    times: 5,
    before: settle,
    call: ({ sheet }, n) => {
      sheet.getRange(n + 1, 1).setValues([[n + 100]]);
      SpreadsheetApp.flush();
    },
  },
  {
    title: 'Range.setValues and flush, 26,000 cells',
    times: 3,
    before: settle,
    call: ({ sheet }, n) => {
      sheet.getRange(1, 1, ROWS, COLUMNS).setValues(numbers(ROWS, COLUMNS, n));
      SpreadsheetApp.flush();
    },
  },
  {
    title: 'SpreadsheetApp.flush, nothing to write',
    times: 10,
    before: settle,
    call: () => SpreadsheetApp.flush(),
  },
  {
    title: 'Sheet.appendRow and flush',
    times: 5,
    before: settle,
    call: ({ sheet }, n) => {
      sheet.appendRow([n, 'x']);
      SpreadsheetApp.flush();
    },
  },
  { title: 'Sheet.getRange', times: 10, call: ({ sheet }, n) => sheet.getRange(n + 1, 1) },
  { title: 'Sheet.getLastRow', times: 10, before: settle, call: ({ sheet }) => sheet.getLastRow() },
  { title: 'Sheet.getLastColumn', times: 10, before: settle, call: ({ sheet }) => sheet.getLastColumn() },
  {
    title: 'Sheet.insertRowsAfter and flush',
    times: 3,
    before: settle,
    call: ({ sheet }) => {
      sheet.insertRowsAfter(1, 1);
      SpreadsheetApp.flush();
    },
  },
  {
    title: 'Range.setNotes and flush, 100 cells',
    times: 3,
    before: settle,
    call: ({ sheet }, n) => {
      sheet.getRange(1, 1, 100, 1).setNotes(numbers(100, 1, n).map((row) => row.map(String)));
      SpreadsheetApp.flush();
    },
  },
  {
    title: 'Sheet.getProtections',
    times: 5,
    before: settle,
    call: ({ sheet }) => sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE),
  },
];

const FILES: readonly CostCase[] = [
  {
    title: 'SpreadsheetApp.getActiveSpreadsheet',
    times: 10,
    call: () => SpreadsheetApp.getActiveSpreadsheet().getId(),
  },
  {
    title: 'Spreadsheet.getSheetByName',
    times: 10,
    call: ({ spreadsheet }) => spreadsheet.getSheetByName('Sheet1'),
  },
  {
    title: 'SpreadsheetApp.openById and its tabs',
    times: 3,
    call: ({ spreadsheet }) => SpreadsheetApp.openById(spreadsheet.getId()).getSheets().length,
  },
  {
    title: 'Spreadsheet.addViewer',
    times: 2,
    before: ({ spreadsheet }, n) => {
      if (n > 0) spreadsheet.removeViewer(NOBODY);
    },
    call: ({ spreadsheet }) => spreadsheet.addViewer(NOBODY),
    after: ({ spreadsheet }) => {
      spreadsheet.removeViewer(NOBODY);
    },
  },
  {
    title: 'FormApp.openById and its questions',
    times: 3,
    before: (scratch) => scratch.form(),
    call: ({ place }) => FormApp.openById(place.formId).getItems().length,
  },
  {
    title: 'Form.getResponses',
    times: 3,
    call: (scratch) => scratch.form().getResponses().length,
  },
];

const REST: readonly CostCase[] = [
  {
    title: 'Lock.tryLock and releaseLock',
    times: 5,
    call: () => {
      const lock = LockService.getUserLock();
      lock.tryLock(0);
      lock.releaseLock();
    },
  },
  {
    title: 'Properties.setProperty',
    times: 5,
    call: (_scratch, n) => PropertiesService.getUserProperties().setProperty(KEY, String(n)),
    after: () => {
      PropertiesService.getUserProperties().deleteProperty(KEY);
    },
  },
  {
    title: 'Properties.getProperty',
    times: 10,
    call: () => PropertiesService.getUserProperties().getProperty(KEY),
  },
  {
    title: 'Properties.getProperties',
    times: 5,
    call: () => PropertiesService.getUserProperties().getProperties(),
  },
  {
    title: 'Cache.put',
    times: 5,
    call: (_scratch, n) => CacheService.getUserCache().put(KEY, String(n), 60),
  },
  { title: 'Cache.get', times: 10, call: () => CacheService.getUserCache().get(KEY) },
  { title: 'Session.getActiveUser', times: 10, call: () => Session.getActiveUser().getEmail() },
  { title: 'MailApp.getRemainingDailyQuota', times: 3, call: () => MailApp.getRemainingDailyQuota() },
  { title: 'ScriptApp.getProjectTriggers', times: 3, call: () => ScriptApp.getProjectTriggers().length },
  {
    title: 'Utilities.formatDate',
    times: 10,
    call: () => Utilities.formatDate(new Date(), 'Europe/Berlin', 'yyyy-MM-dd HH:mm'),
  },
  {
    title: 'Utilities.computeDigest, 1,000 characters',
    times: 10,
    call: () => Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'x'.repeat(1000)),
  },
];

/** Every kind of call that is measured, in the order in which it is. */
export const COST_CASES: readonly CostCase[] = [...CELLS, ...FILES, ...REST];
