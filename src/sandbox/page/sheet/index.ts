import '@univerjs/design/lib/index.css';
import '@univerjs/ui/lib/index.css';
import '@univerjs/docs-ui/lib/index.css';
import '@univerjs/sheets-ui/lib/index.css';
import '@univerjs/sheets-formula-ui/lib/index.css';
import '@univerjs/sheets-data-validation-ui/lib/index.css';
import '@univerjs/sheets-filter-ui/lib/index.css';
import './sheet.css';
import type { SheetPatch, SpreadsheetView } from '../../server/sheet/spreadsheet-view.ts';
import type { SelectedCells, SpreadsheetHandle, SpreadsheetPort } from './port.ts';
import type { Spreadsheet } from './spreadsheet.ts';

/**
 * Draws a spreadsheet into an empty element, which it fills. The grid comes in a chunk of its own, loaded on first
 * use; what is asked of the handle before that is done once it is there.
 */
export function mountSpreadsheet(
  container: HTMLElement,
  view: SpreadsheetView,
  port: SpreadsheetPort,
): SpreadsheetHandle {
  container.classList.add('spreadsheet');
  container.dataset.state = 'loading';
  let spreadsheet: Spreadsheet | undefined;
  let isDisposed = false;
  const waiting: ((ready: Spreadsheet) => void)[] = [];
  const whenReady = (act: (ready: Spreadsheet) => void): void => {
    if (spreadsheet === undefined) waiting.push(act);
    else act(spreadsheet);
  };
  const opened = import('./spreadsheet.ts').then(({ Spreadsheet }) => {
    if (isDisposed) return;
    spreadsheet = new Spreadsheet(container, view, port);
    container.dataset.state = 'ready';
    for (const act of waiting) act(spreadsheet);
  });
  return {
    get ready() {
      return opened.then(() => spreadsheet?.drawn);
    },
    patch: (patches: readonly SheetPatch[]) => whenReady((one) => one.patch(patches)),
    reload: (next: SpreadsheetView) => whenReady((one) => one.reload(next)),
    show: (tab: string, a1: string) => whenReady((one) => one.show(tab, a1)),
    selection: (): SelectedCells | undefined => spreadsheet?.selection(),
    shownText: (tab: string, a1: string) => spreadsheet?.shownText(tab, a1),
    focus: () => whenReady((one) => one.focus()),
    dispose() {
      isDisposed = true;
      spreadsheet?.dispose();
    },
  };
}
