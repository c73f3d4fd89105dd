import { createHash } from 'node:crypto';
import type { CallCosts } from '../call-costs.ts';
import { ServiceError } from '../errors.ts';
import type { SheetState, SpreadsheetState } from '../store/sheet-state.ts';
import type { FileState, ScriptState, ShownDialog, ShownToast, WorldState } from '../world-state.ts';
import type { Execution } from './execution.ts';
import type { PlannedExecution } from './run-execution.ts';

/** A question that a script asks the person at the keyboard. */
export interface UiQuestion {
  readonly as: string;
  readonly title: string;
  readonly message: string;
  /** The buttons shown, such as `OK` and `CANCEL`. */
  readonly buttons: readonly string[];
}

/** Who answers what scripts show. `CLOSE` stands for the window's own cross. */
export interface UiHandler {
  readonly alert: (question: UiQuestion) => string;
  readonly prompt: (question: UiQuestion) => { readonly button: string; readonly text: string };
  readonly dialog?: (dialog: ShownDialog) => void;
  readonly toast?: (toast: ShownToast) => void;
}

/** The default handler: a script that asks when nobody was expected to answer is a mistake of the test. */
export const NOBODY: UiHandler = {
  alert: () => {
    throw new ServiceError('nobody is there to answer');
  },
  prompt: () => {
    throw new ServiceError('nobody is there to answer');
  },
};

/** The Workspace as executions see it: its state, who holds what, and whose unflushed writes are in place. */
export class World {
  readonly state: WorldState;
  readonly costs: CallCosts;
  /** Lock name to the execution that holds it. */
  readonly locks = new Map<string, Execution>();
  ui: UiHandler = NOBODY;
  /** Executions set up and not yet run, while they are gathered to run side by side. */
  gathered: PlannedExecution[] | undefined;
  /** Executions that triggers began while another one was interrupted: they run when it has ended. */
  #postponed: PlannedExecution[] = [];
  #isInterrupted = false;
  /** While executions run side by side: when each lock was let go last, on the clock of its holder. */
  lockReleases: Map<string, number> | undefined;
  #holder: Execution | undefined;

  constructor(state: WorldState, costs: CallCosts) {
    this.state = state;
    this.costs = costs;
  }

  /**
   * Makes the store show what `execution` sees: everything durable and its own unflushed writes. Without
   * an execution it shows only what is durable, which is what people and other executions see.
   */
  focus(execution: Execution | undefined): void {
    if (this.#holder === execution) return;
    this.#holder?.takeBackWrites();
    this.#holder = execution;
    execution?.putBackWrites();
  }

  /** Lets a lock go that an execution holds. */
  releaseLock(name: string, holder: Execution): void {
    if (this.locks.get(name) !== holder) return;
    this.locks.delete(name);
    this.lockReleases?.set(name, holder.now);
  }

  /** The executions gathered so far; gathering ends with it. */
  takeGathered(): readonly PlannedExecution[] {
    const taken = this.gathered ?? [];
    this.gathered = undefined;
    return taken;
  }

  /** Lets people act between two calls of an execution, which see only what is durable. */
  interrupt(act: () => void): void {
    this.focus(undefined);
    const outer = this.#isInterrupted;
    this.#isInterrupted = true;
    try {
      act();
    } finally {
      this.#isInterrupted = outer;
    }
  }

  /** Puts off an execution that a trigger begins while another one is interrupted; false when none is. */
  postpone(planned: PlannedExecution): boolean {
    if (!this.#isInterrupted) return false;
    this.#postponed.push(planned);
    return true;
  }

  /** The executions that were put off, each once; none while somebody still acts in between. */
  takePostponed(): readonly PlannedExecution[] {
    return this.#isInterrupted ? [] : this.#postponed.splice(0);
  }

  /** A new identifier of `length` characters, repeatable from the seed. */
  newId(length = 44): string {
    this.state.counter += 1;
    const hash = createHash('sha512').update(`${this.state.seed}:${this.state.counter}`).digest('base64url');
    return `1${hash.replaceAll('-', 'a').slice(0, length - 1)}`;
  }

  /** A repeatable whole number from 0 to `below` - 1 that depends on the seed and `key` only. */
  draw(key: string, below: number): number {
    const hash = createHash('sha256').update(`${this.state.seed}:${key}`).digest();
    return hash.readUInt32BE(0) % below;
  }

  /** The file of that id, or undefined. */
  file(id: string): FileState | undefined {
    return this.state.files[id];
  }

  /** The contents of a spreadsheet that is known to exist. */
  spreadsheet(id: string): SpreadsheetState {
    const found = this.state.spreadsheets[id];
    if (found === undefined) throw new ServiceError(missingDocument(id));
    return found;
  }

  /** A tab that is known to exist when the call began, or the platform's error when it is gone. */
  sheet(id: string, sheetId: number): SheetState {
    const found = this.spreadsheet(id).sheets.find((sheet) => sheet.id === sheetId);
    if (found === undefined) throw new ServiceError(`Sheet ${sheetId} not found`);
    return found;
  }

  /** The script of that id; throws a host error when there is none. */
  script(id: string): ScriptState {
    const found = this.state.scripts[id];
    if (found === undefined) throw new Error(`There is no script ${id}.`);
    return found;
  }
}

/** What opening a file answers that does not exist, or that one may not see. */
export function missingDocument(id: string): string {
  return `Document ${id} is missing (perhaps it was deleted, or you don't have read access?)`;
}
