import { ServiceError } from '../errors.ts';
import type { Execution } from '../execution/execution.ts';

const SPREADSHEETS = ['spreadsheets', 'spreadsheets.currentonly'];
const ALL_SPREADSHEETS = ['spreadsheets', 'drive'];
const DRIVE = ['drive', 'drive.file', 'drive.readonly'];
const TRIGGERS = ['script.scriptapp'];
const UI = ['script.container.ui'];
const FORMS = ['forms', 'forms.currentonly'];
const EMAIL = ['userinfo.email'];

/** What a class or method needs: any one of the scopes, and whether simple triggers may use it. */
interface Need {
  readonly scopes: readonly string[];
  readonly limited: boolean;
}

const CLASSES: Readonly<Record<string, Need>> = {
  SpreadsheetApp: { scopes: SPREADSHEETS, limited: true },
  Spreadsheet: { scopes: SPREADSHEETS, limited: true },
  Sheet: { scopes: SPREADSHEETS, limited: true },
  Range: { scopes: SPREADSHEETS, limited: true },
  Filter: { scopes: SPREADSHEETS, limited: true },
  Protection: { scopes: SPREADSHEETS, limited: true },
  FormApp: { scopes: FORMS, limited: false },
  Form: { scopes: FORMS, limited: false },
  MailApp: { scopes: ['script.send_mail'], limited: false },
  DriveApp: { scopes: DRIVE, limited: false },
  File: { scopes: DRIVE, limited: false },
  Folder: { scopes: DRIVE, limited: false },
};

const METHODS: Readonly<Record<string, Need>> = {
  'SpreadsheetApp.openById': { scopes: ALL_SPREADSHEETS, limited: false },
  'SpreadsheetApp.openByUrl': { scopes: ALL_SPREADSHEETS, limited: false },
  'SpreadsheetApp.create': { scopes: ALL_SPREADSHEETS, limited: false },
  'SpreadsheetApp.getUi': { scopes: [], limited: true },
  'FormApp.createTextValidation': { scopes: [], limited: true },
  'ScriptApp.newTrigger': { scopes: TRIGGERS, limited: false },
  'ScriptApp.getProjectTriggers': { scopes: TRIGGERS, limited: false },
  'ScriptApp.getUserTriggers': { scopes: TRIGGERS, limited: false },
  'ScriptApp.deleteTrigger': { scopes: TRIGGERS, limited: false },
  'Ui.alert': { scopes: UI, limited: false },
  'Ui.prompt': { scopes: UI, limited: false },
  'Ui.showModalDialog': { scopes: UI, limited: false },
  'Ui.showModelessDialog': { scopes: UI, limited: false },
  'Ui.showSidebar': { scopes: UI, limited: false },
  'Session.getActiveUser': { scopes: EMAIL, limited: true },
  'Session.getEffectiveUser': { scopes: EMAIL, limited: true },
};

const SHARING = /^Spreadsheet\.(add|remove)(Editor|Viewer)s?$/;

/**
 * Throws the platform's refusal when the execution may not make this call: in a simple trigger because it
 * needs authorisation, otherwise because the manifest lists scopes and none of them covers it.
 * Source: apps-script/guides/triggers, "Restrictions"; apps-script/concepts/scopes.
 */
export function checkAuthorisation(execution: Execution, method: string): void {
  const need = METHODS[method] ?? CLASSES[method.slice(0, method.indexOf('.'))];
  if (need === undefined) return;
  const limited = need.limited && !SHARING.test(method);
  if (execution.authMode === 'LIMITED') {
    if (limited) return;
    throw refusal(method, need);
  }
  const granted = execution.start.script.manifest.oauthScopes;
  if (granted === undefined || need.scopes.length === 0) return;
  const names = granted.map((scope) => scope.replace('https://www.googleapis.com/auth/', ''));
  if (!need.scopes.some((scope) => names.includes(scope))) throw refusal(method, need);
}

function refusal(method: string, need: Need): ServiceError {
  const scopes = need.scopes.map((scope) => `https://www.googleapis.com/auth/${scope}`);
  return new ServiceError(
    `You do not have permission to call ${method}. Required permissions: ${scopes.join(' || ')}`,
  );
}
