import { randomUUID } from 'node:crypto';
import { AccessDenied } from '../errors.ts';
import type { LiveExecutions, LiveHooks, LiveOrigin, Started } from '../execution/live-executions.ts';
import type { ExecutionResult } from '../execution/run-execution.ts';
import { dialogFunctions } from '../people/dialog-functions.ts';
import { formatA1 } from '../store/a1.ts';
import type { Workspace } from '../workspace.ts';
import type { Selection, ShownDialog, WorldState } from '../world-state.ts';
import { Clock } from './clock.ts';
import type { SavedState } from './folder/state-file.ts';
import { MailMarks } from './mail-marks.ts';
import { type ConnectedPage, ConnectedPages } from './pages/connected-pages.ts';
import { OpenQuestions } from './pages/open-questions.ts';
import type { PageEvent, Pulse } from './pages/page-events.ts';
import { patchesBetween } from './sheet/patches-between.ts';
import { viewSpreadsheet } from './sheet/view-spreadsheet.ts';

/** Somebody whose eyes one can look through. */
export interface Person {
  readonly email: string;
  readonly name: string;
  /** What they are, in a word or two. */
  readonly role: string;
}

/** A dialog whose page can still be asked for. */
export interface OpenDialog {
  readonly id: string;
  readonly html: string;
  readonly scriptId: string;
  readonly page: string;
  /** Global functions that its `google.script.run` offers. */
  readonly functions: readonly string[];
}

/** Pages are told of changes after so many milliseconds, all at once. */
const BROADCAST_MS = 40;

/** Dialogs of a page that are kept: what it shows now, and a few that it is just leaving. */
const KEPT_DIALOGS = 8;

/** A Workspace with people in front of it: carries their actions out and tells their pages what comes of them. */
export class LiveWorkspace {
  /** New with every start of the server. */
  readonly serverId = randomUUID();
  readonly workspace: Workspace;
  readonly executions: LiveExecutions;
  readonly pages: ConnectedPages;
  readonly questions = new OpenQuestions();
  readonly clock: Clock;
  readonly mailMarks: MailMarks;
  readonly #changed: () => void;
  #dialogs: readonly OpenDialog[] = [];
  #version = 0;
  #timer: NodeJS.Timeout | undefined;
  #saveProblem: string | null = null;

  /** `changed` is told whenever there is something new to save. */
  constructor(workspace: Workspace, readMail: SavedState['readMail'], changed: () => void) {
    this.workspace = workspace;
    this.#changed = changed;
    this.mailMarks = new MailMarks(readMail);
    this.pages = new ConnectedPages((page) => this.#pageGone(page));
    this.executions = workspace.goLive(this.#hooks());
    this.clock = new Clock(this);
  }

  /** Carries out an action of a person at a page; see {@link LiveExecutions.act}. */
  act<T>(action: (workspace: Workspace) => T, page?: string): Started<T> {
    return this.executions.act(() => action(this.workspace), page);
  }

  /** Something to be saved and shown has changed. */
  readonly touch = (): void => {
    this.#version += 1;
    this.#changed();
    this.#timer ??= setTimeout(() => this.broadcast(), BROADCAST_MS);
  };

  /** Why saving failed; null once it works again. */
  set saveProblem(problem: string | null) {
    if (this.#saveProblem === problem) return;
    this.#saveProblem = problem;
    this.#timer ??= setTimeout(() => this.broadcast(), BROADCAST_MS);
  }

  /** Tells every page what has changed for it, at once. */
  broadcast(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.workspace.read((state) => {
      for (const page of this.pages.listening) this.#update(page, state);
    });
  }

  /** Tells a page that has just connected what it cannot know. */
  greet(page: ConnectedPage): void {
    this.pages.send(page, { kind: 'hello', serverId: this.serverId });
    for (const { id, asked } of this.questions.ofPage(page.id)) {
      this.pages.send(page, { kind: 'question', id, asked });
    }
    this.workspace.read((state) => this.#update(page, state));
  }

  /** The dialog of that id, if it may still be shown. */
  dialog(id: string): OpenDialog | undefined {
    return this.#dialogs.find((one) => one.id === id);
  }

  /** Ends what is under way, unrecorded, and lets the pages go. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.pages.close();
    await this.executions.terminate();
  }

  #update(page: ConnectedPage, state: WorldState): void {
    const pulse = JSON.stringify(this.#pulse(page, state));
    if (pulse !== page.pulse) {
      page.pulse = pulse;
      this.#send(page, { kind: 'pulse', pulse: JSON.parse(pulse) });
    }
    if (page.open === undefined) return;
    const { spreadsheetId } = page.open;
    try {
      const view = viewSpreadsheet(state, spreadsheetId, page.viewer);
      const patches = patchesBetween(page.open.view, view);
      page.open.view = view;
      if (patches.length > 0) this.#send(page, { kind: 'sheet', spreadsheetId, patches });
    } catch (error) {
      if (!(error instanceof AccessDenied)) throw error;
      page.open = undefined;
      this.#send(page, { kind: 'sheet-closed', spreadsheetId, message: error.message });
    }
  }

  #pulse(page: ConnectedPage, state: WorldState): Pulse {
    return {
      version: this.#version,
      now: state.now,
      unread: this.mailMarks.countUnread(state.mail, page.viewer),
      running: this.executions.count,
      clock: this.clock.progress,
      saveProblem: this.#saveProblem,
    };
  }

  #send(page: ConnectedPage, event: PageEvent): void {
    this.pages.send(page, event);
  }

  #tell(origin: LiveOrigin, event: PageEvent): void {
    const page = origin.page === undefined ? undefined : this.pages.find(origin.page);
    if (page !== undefined) this.#send(page, event);
  }

  #hooks(): LiveHooks {
    return {
      changed: this.touch,
      ask: (asked, origin) => {
        // Nobody sits before a page that is gone.
        const page = origin.page === undefined ? undefined : this.pages.find(origin.page);
        if (page === undefined) return Promise.resolve({ button: 'CLOSE', text: '' });
        const { question, answer } = this.questions.open(asked, origin);
        this.broadcast();
        this.#send(page, { kind: 'question', id: question.id, asked });
        return answer;
      },
      dialog: (dialog, origin) => this.#showDialog(dialog, origin),
      toast: ({ title, message }, origin) => this.#tell(origin, { kind: 'toast', title, message }),
      selected: (selection, spreadsheetId, origin) => this.#showSelection(selection, spreadsheetId, origin),
      ended: (result, origin) => this.#ended(result, origin),
      failed: (error, origin) => {
        console.error(error);
        const message = 'The local Workspace itself failed here; see where it was started.';
        const failure = { name: 'Error', message, stack: '' };
        this.#tell(origin, {
          kind: 'ended',
          run: {
            executionId: origin.executionId,
            function: '',
            status: 'failed',
            error: failure,
            value: null,
          },
        });
      },
    };
  }

  #showDialog(shown: ShownDialog, origin: LiveOrigin): void {
    if (origin.page === undefined) return;
    const { html, scriptId, kind, title, width, height } = shown;
    const functions = this.workspace.read(({ scripts }) => dialogFunctions(scripts[scriptId]?.files ?? []));
    const dialog = { id: randomUUID(), html, scriptId, page: origin.page, functions };
    const others = this.#dialogs.filter(({ page }) => page !== origin.page);
    const own = this.#dialogs.filter(({ page }) => page === origin.page);
    this.#dialogs = [...others, ...own.slice(1 - KEPT_DIALOGS), dialog];
    this.#tell(origin, { kind: 'dialog', dialog: { id: dialog.id, kind, title, width, height } });
  }

  #showSelection(selection: Selection, spreadsheetId: string, origin: LiveOrigin): void {
    const { sheetId, ...box } = selection;
    const tab = this.workspace.read(({ spreadsheets }) =>
      spreadsheets[spreadsheetId]?.sheets.find(({ id }) => id === sheetId),
    );
    if (tab === undefined) return;
    const a1 = formatA1(box);
    this.#tell(origin, { kind: 'selected', spreadsheetId, tab: tab.name, a1 });
  }

  #ended(result: ExecutionResult, origin: LiveOrigin): void {
    if (result.kind !== 'menu' && result.kind !== 'dialog') return;
    // What it changed shows before its end is told.
    this.broadcast();
    const { id, status, error, value } = result;
    this.#tell(origin, {
      kind: 'ended',
      run: { executionId: id, function: result.function, status, error, value },
    });
  }

  #pageGone(page: ConnectedPage): void {
    this.#dialogs = this.#dialogs.filter((one) => one.page !== page.id);
    this.questions.closeWhere(({ origin }) => origin.page === page.id);
  }
}
