import type { Facts, Plain } from './outcome.ts';
import { toPlain } from './play/plain.ts';
import type { Scratch } from './scratch.ts';

/** What differs from one installation to the next and explains a difference, or the refusal to tell it. */
export function readFacts({ place }: Scratch): Facts {
  const workbook = SpreadsheetApp.getActiveSpreadsheet();
  return {
    'Moment (UTC)': new Date().toISOString(),
    'Time zone of the script': told(() => Session.getScriptTimeZone()),
    'Time zone of the workbook': told(() => workbook.getSpreadsheetTimeZone()),
    'Locale of the workbook': told(() => workbook.getSpreadsheetLocale()),
    'Language of the person': told(() => Session.getActiveUserLocale()),
    'Recipients left today': told(() => MailApp.getRemainingDailyQuota()),
    'Triggers of the person': told(() => ScriptApp.getProjectTriggers().length),
    'Milliseconds to make a spreadsheet': place.madeInMs,
  };
}

function told(read: () => unknown): Plain {
  try {
    return toPlain(read());
  } catch (error) {
    return `not told: ${toPlain(error instanceof Error ? error.message : String(error))}`;
  }
}
