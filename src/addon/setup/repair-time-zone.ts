import type { Services } from '../services/services.ts';
import type { Findings } from './set-up-report.ts';

const LOCALE = 'en_US';

/** Gives the spreadsheet the programme time zone and the locale in which the registry writes numbers and dates. */
export function repairLocale(services: Services, timeZone: string, findings: Findings): void {
  const workbook = services.workbook();
  const before = workbook.getSpreadsheetTimeZone();
  if (before !== timeZone) {
    workbook.setSpreadsheetTimeZone(timeZone);
    findings.repaired.push(`The spreadsheet’s time zone is ${timeZone} now; it was ${before}.`);
  }
  if (workbook.getSpreadsheetLocale() !== LOCALE) {
    workbook.setSpreadsheetLocale(LOCALE);
    findings.repaired.push(
      'The spreadsheet’s locale is United States now, so that dates and amounts are read one way.',
    );
  }
}

/** Warns where the script's own time zone, which only people can change, differs from the programme's. */
export function checkScriptTimeZone(services: Services, timeZone: string, findings: Findings): void {
  const script = services.tools.scriptTimeZone();
  if (script === timeZone) return;
  findings.warnings.push(
    `The script’s time zone is ${script}, the programme’s ${timeZone}. Open Extensions > Apps Script > Project settings and choose ${timeZone}, so that logs and triggers name the same times.`,
  );
}
