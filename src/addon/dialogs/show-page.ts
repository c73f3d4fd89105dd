import type { Services } from '../services/services.ts';

/** Pages of the project, one for each folder of `src/dialogs` that has an entry of its own. */
export type PageName =
  | 'FormDialog'
  | 'ReviewQueue'
  | 'Find'
  | 'PaymentRun'
  | 'Dashboard'
  | 'ExplainCommission'
  | 'Statement'
  | 'ImportReceipts'
  | 'Outlook'
  | 'LiveCheck';

/** Where a page finds what it starts with; the build leaves it empty. */
const EMPTY_START = '<script type="application/json" id="start">{}</script>';

/** What a page is opened with: plain data that needs no reading of the books, so that it is on screen at once. */
export type Start = { readonly [name: string]: unknown };

/** A page with what it starts with inside. */
function pageWith(services: Services, name: PageName, start: Start): GoogleAppsScript.HTML.HtmlOutput {
  const page = services.html.page(name);
  // No text of the data may end the script element that holds it.
  const json = JSON.stringify(start).replace(/</g, '\\u003c');
  return page.setContent(page.getContent().replace(EMPTY_START, () => EMPTY_START.replace('{}', () => json)));
}

/** Shows a page as a dialog over the sheet. */
export function showDialog(
  services: Services,
  name: PageName,
  look: { readonly title: string; readonly width: number; readonly height: number },
  start: Start = {},
): void {
  const page = pageWith(services, name, start).setWidth(look.width).setHeight(look.height);
  services.spreadsheets.ui().showModalDialog(page, look.title);
}

/** Shows a page beside the sheet; Google makes it 300 pixels wide. */
export function showSidebar(services: Services, name: PageName, title: string, start: Start = {}): void {
  services.spreadsheets.ui().showSidebar(pageWith(services, name, start).setTitle(title));
}
