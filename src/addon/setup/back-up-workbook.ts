import type { Services } from '../services/services.ts';

/**
 * Copies every tab, hidden ones included, into a new spreadsheet of whoever runs this, shared with nobody. Neither the
 * script nor the forms come along, as they would with a copy of the file: a backup must not act. Calls in proportion to
 * the number of tabs.
 */
export function backUpWorkbook(
  services: Services,
  name: string,
): { readonly name: string; readonly url: string } {
  const workbook = services.workbook();
  const backup = services.spreadsheets.create(name);
  backup.setSpreadsheetTimeZone(workbook.getSpreadsheetTimeZone());
  const begun = backup.getSheets();
  // Under a name that none of the tabs has.
  for (const sheet of begun) sheet.setName(`${sheet.getName()} (empty)`);
  for (const sheet of workbook.getSheets()) sheet.copyTo(backup).setName(sheet.getName());
  for (const sheet of begun) backup.deleteSheet(sheet);
  services.spreadsheets.flush();
  return { name, url: backup.getUrl() };
}
