import { cacheMethods } from './cache.ts';
import { conditionalFormatMethods } from './conditional-format.ts';
import { mergeMethods } from './define.ts';
import { driveMethods } from './drive.ts';
import { filterMethods } from './filter.ts';
import { formMethods } from './form.ts';
import { formDraftMethods } from './form-draft.ts';
import { formItemMethods } from './form-items.ts';
import { formResponseMethods } from './form-response.ts';
import { htmlMethods } from './html.ts';
import { lockMethods } from './lock.ts';
import { loggingMethods } from './logging.ts';
import { mailMethods } from './mail.ts';
import { propertiesMethods } from './properties.ts';
import { protectionMethods } from './protection.ts';
import { rangeLookMethods } from './range-look.ts';
import { rangePlaceMethods, sheetRangeMethods } from './range-places.ts';
import { rangeValueMethods } from './range-values.ts';
import { scriptAppMethods } from './script-app.ts';
import { sessionMethods } from './session.ts';
import { sheetMethods } from './sheet.ts';
import { sheetContentMethods } from './sheet-contents.ts';
import { spreadsheetMethods } from './spreadsheet.ts';
import { spreadsheetAppMethods } from './spreadsheet-app.ts';
import { uiMethods } from './ui.ts';
import { utilitiesMethods } from './utilities.ts';
import { validationMethods } from './validation.ts';

/** Every service method of the local Workspace, by `Class.method`. */
export const methods = mergeMethods([
  loggingMethods,
  spreadsheetAppMethods,
  spreadsheetMethods,
  sheetMethods,
  sheetContentMethods,
  sheetRangeMethods,
  rangePlaceMethods,
  rangeValueMethods,
  rangeLookMethods,
  propertiesMethods,
  lockMethods,
  mailMethods,
  sessionMethods,
  utilitiesMethods,
  htmlMethods,
  uiMethods,
  cacheMethods,
  conditionalFormatMethods,
  driveMethods,
  filterMethods,
  protectionMethods,
  scriptAppMethods,
  validationMethods,
  formItemMethods,
  formMethods,
  formResponseMethods,
  formDraftMethods,
]);
