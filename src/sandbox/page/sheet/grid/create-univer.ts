import { LocaleType, LogLevel, mergeLocales, Univer } from '@univerjs/core';
import designLocale from '@univerjs/design/locale/en-US';
import { UniverDocsPlugin } from '@univerjs/docs';
import { UniverDocsUIPlugin } from '@univerjs/docs-ui';
import docsUiLocale from '@univerjs/docs-ui/locale/en-US';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverRenderEnginePlugin } from '@univerjs/engine-render';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import sheetsLocale from '@univerjs/sheets/locale/en-US';
import { UniverSheetsDataValidationPlugin } from '@univerjs/sheets-data-validation';
import validationLocale from '@univerjs/sheets-data-validation/locale/en-US';
import { UniverSheetsDataValidationUIPlugin } from '@univerjs/sheets-data-validation-ui';
import validationUiLocale from '@univerjs/sheets-data-validation-ui/locale/en-US';
import { UniverSheetsFilterPlugin } from '@univerjs/sheets-filter';
import { UniverSheetsFilterUIPlugin } from '@univerjs/sheets-filter-ui';
import filterUiLocale from '@univerjs/sheets-filter-ui/locale/en-US';
import { UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { UniverSheetsFormulaUIPlugin } from '@univerjs/sheets-formula-ui';
import formulaUiLocale from '@univerjs/sheets-formula-ui/locale/en-US';
import { UniverSheetsUIPlugin } from '@univerjs/sheets-ui';
import sheetsUiLocale from '@univerjs/sheets-ui/locale/en-US';
import { defaultTheme } from '@univerjs/themes';
import { UniverUIPlugin } from '@univerjs/ui';
import uiLocale from '@univerjs/ui/locale/en-US';

/** The blue that Google Sheets uses for selections and buttons, from light to dark. */
const BLUES = {
  50: '#e8f0fe',
  100: '#d3e3fd',
  200: '#aecbfa',
  300: '#8ab4f8',
  400: '#4285f4',
  500: '#1a73e8',
  600: '#0b57d0',
  700: '#0b57d0',
  800: '#0842a0',
  900: '#062e6f',
};

/**
 * A Univer that shows a spreadsheet and nothing around it but the formula bar: tabs, menus and dialogs are the page's
 * own. It keeps no undo, checks no input and computes no formula that matters: the server does.
 */
export function createUniver(container: HTMLElement): Univer {
  const univer = new Univer({
    theme: { ...defaultTheme, primary: BLUES },
    locale: LocaleType.EN_US,
    locales: {
      [LocaleType.EN_US]: mergeLocales(
        designLocale,
        uiLocale,
        docsUiLocale,
        sheetsLocale,
        sheetsUiLocale,
        formulaUiLocale,
        validationLocale,
        validationUiLocale,
        filterUiLocale,
      ),
    },
    logLevel: LogLevel.ERROR,
  });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverRenderEnginePlugin);
  univer.registerPlugin(UniverUIPlugin, {
    container,
    header: true,
    toolbar: false,
    footer: false,
    headerMenu: false,
    contextMenu: false,
    disableAutoFocus: true,
  });
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsUIPlugin, {
    formulaBar: true,
    footer: false,
    disableForceStringAlert: true,
    disableForceStringMark: true,
    protectedRangeShadow: false,
    clipboardConfig: { hidePasteOptions: true },
  });
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  // Brings the component in which cells are edited, whatever is typed.
  univer.registerPlugin(UniverSheetsFormulaUIPlugin);
  univer.registerPlugin(UniverSheetsDataValidationPlugin);
  univer.registerPlugin(UniverSheetsDataValidationUIPlugin, {
    showEditOnDropdown: false,
    showSearchOnDropdown: false,
  });
  univer.registerPlugin(UniverSheetsFilterPlugin);
  univer.registerPlugin(UniverSheetsFilterUIPlugin);
  return univer;
}
