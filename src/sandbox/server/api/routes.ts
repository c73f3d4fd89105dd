import { moveClock, readClock } from './clock.ts';
import type { Route } from './define-route.ts';
import { listExecutions, readExecution } from './executions.ts';
import { listFiles } from './files.ts';
import { listForms, readForm, submitForm } from './forms.ts';
import { listInbox, markUnread, openMail } from './mail.ts';
import { places } from './places.ts';
import { answerQuestion, callFromDialog, runFromMenu, stopExecution } from './scripts.ts';
import { closeSpreadsheet, editSheet, openMenus, openSpreadsheet, selectCells } from './spreadsheets.ts';

/** Everything that a page may ask of the server, by name. */
export const ROUTES = {
  answerQuestion,
  callFromDialog,
  closeSpreadsheet,
  editSheet,
  listExecutions,
  listFiles,
  listForms,
  listInbox,
  markUnread,
  moveClock,
  openMail,
  openMenus,
  openSpreadsheet,
  places,
  readClock,
  readExecution,
  readForm,
  runFromMenu,
  selectCells,
  stopExecution,
  submitForm,
};

type Routes = typeof ROUTES;

/** What each route takes and answers. */
export type Api = {
  readonly [K in keyof Routes]: Routes[K] extends Route<infer I, infer O>
    ? { readonly input: I; readonly output: Awaited<O> }
    : never;
};

/** The answer on the wire. Everything that came of the call is in events up to `seq`. */
export type ApiAnswer<K extends keyof Api> =
  | { readonly ok: true; readonly value: Api[K]['output']; readonly seq: number }
  | { readonly ok: false; readonly kind: ApiProblem; readonly message: string };

/** Why a call came to nothing: refused by a rule, not allowed, not understood, or failed here. */
export type ApiProblem = 'refused' | 'denied' | 'invalid' | 'failed';
