/** An enum of the platform, and the services or classes on which scripts find it. */
export interface EnumDeclaration {
  readonly name: string;
  readonly on: readonly string[];
  readonly values: readonly string[];
}

const CRITERIA = [
  'CHECKBOX',
  'CUSTOM_FORMULA',
  'DATE_AFTER',
  'DATE_BEFORE',
  'DATE_BETWEEN',
  'DATE_EQUAL_TO',
  'DATE_IS_VALID_DATE',
  'DATE_NOT_BETWEEN',
  'DATE_ON_OR_AFTER',
  'DATE_ON_OR_BEFORE',
  'NUMBER_BETWEEN',
  'NUMBER_EQUAL_TO',
  'NUMBER_GREATER_THAN',
  'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  'NUMBER_LESS_THAN',
  'NUMBER_LESS_THAN_OR_EQUAL_TO',
  'NUMBER_NOT_BETWEEN',
  'NUMBER_NOT_EQUAL_TO',
  'TEXT_CONTAINS',
  'TEXT_DOES_NOT_CONTAIN',
  'TEXT_EQUAL_TO',
  'TEXT_IS_VALID_EMAIL',
  'TEXT_IS_VALID_URL',
  'VALUE_IN_LIST',
  'VALUE_IN_RANGE',
];

const CONDITIONS = [
  'CELL_EMPTY',
  'CELL_NOT_EMPTY',
  'CUSTOM_FORMULA',
  'NUMBER_EQUAL_TO',
  'NUMBER_GREATER_THAN',
  'NUMBER_LESS_THAN',
  'TEXT_CONTAINS',
  'TEXT_DOES_NOT_CONTAIN',
  'TEXT_ENDS_WITH',
  'TEXT_EQUAL_TO',
  'TEXT_STARTS_WITH',
];

/** The enums that the local Workspace has. Source: apps-script/reference. */
export const ENUMS: readonly EnumDeclaration[] = [
  { name: 'ProtectionType', on: ['SpreadsheetApp'], values: ['RANGE', 'SHEET'] },
  {
    name: 'BorderStyle',
    on: ['SpreadsheetApp'],
    values: ['DOTTED', 'DASHED', 'SOLID', 'SOLID_MEDIUM', 'SOLID_THICK', 'DOUBLE'],
  },
  { name: 'WrapStrategy', on: ['SpreadsheetApp'], values: ['WRAP', 'OVERFLOW', 'CLIP'] },
  { name: 'DataValidationCriteria', on: ['SpreadsheetApp'], values: CRITERIA },
  { name: 'BooleanCriteria', on: ['SpreadsheetApp'], values: CONDITIONS },
  { name: 'ButtonSet', on: ['Ui'], values: ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL'] },
  { name: 'Button', on: ['Ui'], values: ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO'] },
  { name: 'DestinationType', on: ['FormApp'], values: ['SPREADSHEET'] },
  {
    name: 'ItemType',
    on: ['FormApp'],
    values: ['TEXT', 'PARAGRAPH_TEXT', 'LIST', 'MULTIPLE_CHOICE', 'DATE', 'SECTION_HEADER'],
  },
  { name: 'AuthMode', on: ['ScriptApp'], values: ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL'] },
  {
    name: 'EventType',
    on: ['ScriptApp'],
    values: ['CLOCK', 'ON_OPEN', 'ON_EDIT', 'ON_FORM_SUBMIT', 'ON_CHANGE'],
  },
  { name: 'TriggerSource', on: ['ScriptApp'], values: ['SPREADSHEETS', 'CLOCK', 'FORMS'] },
  {
    name: 'WeekDay',
    on: ['ScriptApp'],
    values: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'],
  },
  {
    name: 'DigestAlgorithm',
    on: ['Utilities'],
    values: ['MD5', 'SHA_1', 'SHA_256', 'SHA_384', 'SHA_512'],
  },
  {
    name: 'MacAlgorithm',
    on: ['Utilities'],
    values: ['HMAC_MD5', 'HMAC_SHA_1', 'HMAC_SHA_256', 'HMAC_SHA_384', 'HMAC_SHA_512'],
  },
  { name: 'Charset', on: ['Utilities'], values: ['US_ASCII', 'UTF_8'] },
  { name: 'XFrameOptionsMode', on: ['HtmlService'], values: ['ALLOWALL', 'DEFAULT'] },
  { name: 'SandboxMode', on: ['HtmlService'], values: ['EMULATED', 'IFRAME', 'NATIVE'] },
];

/** Services that Apps Script has and the local Workspace has not: using one throws its name. */
export const ABSENT_SERVICES: readonly string[] = [
  'AddOnsService',
  'BigQuery',
  'Browser',
  'CalendarApp',
  'CardService',
  'Charts',
  'ConferenceDataService',
  'ContactsApp',
  'ContentService',
  'DataStudioApp',
  'DocumentApp',
  'GmailApp',
  'GroupsApp',
  'Jdbc',
  'LanguageApp',
  'LinearOptimizationService',
  'Maps',
  'SitesApp',
  'SlidesApp',
  'UrlFetchApp',
  'XmlService',
];
