type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The locale that behaviours are stated for. */
const LOCALE = 'en_US';

/**
 * Replaces all tabs of a spreadsheet by an empty `Sheet1` of the size that Google gives new tabs, and sets the locale and
 * the script's time zone. A tab is replaced rather than cleared: protections, validations, formats, hidden columns and
 * the size of the grid go with it.
 */
export function freshTab(spreadsheet: Spreadsheet): Sheet {
  const old = spreadsheet.getSheets();
  const fresh = spreadsheet.insertSheet(`Fresh ${Utilities.getUuid()}`, 0);
  for (const sheet of old) {
    unlink(sheet);
    spreadsheet.deleteSheet(sheet);
  }
  fresh.setName('Sheet1');
  spreadsheet.setActiveSheet(fresh);
  const timeZone = Session.getScriptTimeZone();
  if (spreadsheet.getSpreadsheetLocale() !== LOCALE) spreadsheet.setSpreadsheetLocale(LOCALE);
  if (spreadsheet.getSpreadsheetTimeZone() !== timeZone) spreadsheet.setSpreadsheetTimeZone(timeZone);
  return fresh;
}

/** A tab that a form writes into cannot be deleted. */
function unlink(sheet: Sheet): void {
  const url = sheet.getFormUrl();
  if (url) FormApp.openByUrl(url).removeDestination();
}
