import { ExecutionEnd, ServiceError } from '../errors.ts';
import { checkAuthorisation } from '../services/authorisation.ts';
import { type AskedQuestion, questionIn } from '../services/ui.ts';
import type { Selection, ShownDialog, ShownToast } from '../world-state.ts';
import type { Execution } from './execution.ts';
import { ExecutionThread } from './execution-thread.ts';
import { forgetOld } from './forget-old.ts';
import type { ExecutionResult, PlannedExecution } from './run-execution.ts';
import type { World } from './world.ts';

/** An execution that is running, and the page from which it was started; none for what triggers began. */
export interface LiveOrigin {
  readonly executionId: string;
  readonly person: string;
  readonly page: string | undefined;
}

/** What a person answered. `CLOSE` stands for the window's own cross; alerts have no text. */
export interface LiveAnswer {
  readonly button: string;
  readonly text: string;
}

/** Those around a live Workspace: who answers, and who is told. */
export interface LiveHooks {
  /** Puts a question to the person; everything else goes on until they answer. */
  readonly ask: (question: AskedQuestion, origin: LiveOrigin) => Promise<LiveAnswer>;
  readonly dialog: (dialog: ShownDialog, origin: LiveOrigin) => void;
  readonly toast: (toast: ShownToast, origin: LiveOrigin) => void;
  /** A script went to other cells of its spreadsheet for the person at the keyboard. */
  readonly selected: (selection: Selection, spreadsheetId: string, origin: LiveOrigin) => void;
  /** Something durable may have changed. */
  readonly changed: () => void;
  readonly ended: (result: ExecutionResult, origin: LiveOrigin) => void;
  /** The Workspace itself failed in the middle of an execution, which is over without a record. */
  readonly failed: (error: unknown, origin: LiveOrigin) => void;
}

/** What an action answered, the executions that it caused, and when the last of them has ended. */
export interface Started<T> {
  readonly value: T;
  readonly executionIds: readonly string[];
  readonly done: Promise<void>;
}

interface Running {
  readonly thread: ExecutionThread;
  readonly origin: LiveOrigin;
}

/**
 * Carries out people's actions as they come, each execution in a thread of its own: while one of them waits for a
 * person, for a lock or computes, the others go on. Only one in a process, which keeps the time zone of the scripts.
 */
export class LiveExecutions {
  readonly #world: World;
  readonly #hooks: LiveHooks;
  readonly #running = new Map<string, Running>();
  readonly #lockWaiters = new Set<() => void>();
  #count = 0;
  /** Executions that neither wait for a person nor have ended. */
  #atWork = 0;
  #serving: LiveOrigin | undefined;
  #answer: LiveAnswer | undefined;

  constructor(world: World, hooks: LiveHooks) {
    this.#world = world;
    this.#hooks = hooks;
    world.lockReleases = new Map();
    world.ui = {
      alert: () => this.#takeAnswer().button,
      prompt: () => this.#takeAnswer(),
      dialog: (dialog) => this.#serving && hooks.dialog(dialog, this.#serving),
      toast: (toast) => this.#serving && hooks.toast(toast, this.#serving),
    };
  }

  /** How many executions have begun and not ended. */
  get count(): number {
    return this.#count;
  }

  /**
   * Carries out an action, a call of the Workspace, and starts the executions that it causes. What the action says of
   * them is complete once `done` is fulfilled. Throws what the action throws.
   */
  act<T>(action: () => T, page?: string): Started<T> {
    const world = this.#world;
    world.focus(undefined);
    world.gathered = [];
    let planned: readonly PlannedExecution[] = [];
    let value: T;
    try {
      value = action();
    } finally {
      planned = world.takeGathered();
    }
    this.#hooks.changed();
    const runs = planned.map((one) => this.#run(one, page));
    return {
      value,
      executionIds: planned.map(({ execution }) => execution.id),
      done: Promise.all(runs).then(() => undefined),
    };
  }

  /** Ends an execution at its next service call, as its person's Cancel does. */
  stop(executionId: string): void {
    const running = this.#running.get(executionId);
    if (running !== undefined) running.thread.planned.execution.ended = new ExecutionEnd('stopped');
    this.#wakeLockWaiters();
  }

  /** Ends everything at once, unrecorded, as a power cut does. */
  async terminate(): Promise<void> {
    await Promise.all([...this.#running.values()].map(({ thread }) => thread.terminate()));
  }

  async #run(planned: PlannedExecution, page: string | undefined): Promise<void> {
    const { execution } = planned;
    const origin = { executionId: execution.id, person: execution.start.activeUser, page };
    this.#count += 1;
    this.#atWork += 1;
    try {
      const thread = await ExecutionThread.start(planned);
      if (thread !== undefined) {
        this.#running.set(execution.id, { thread, origin });
        while (await this.#step(thread, origin));
      }
      this.#hooks.ended(planned.result, origin);
    } catch (error) {
      // Its thread is gone: what it held is let go, as when the platform stops an execution.
      execution.ended ??= new ExecutionEnd('stopped');
      execution.finish();
      this.#hooks.failed(error, origin);
    } finally {
      this.#running.delete(execution.id);
      this.#count -= 1;
      this.#leaveWork();
      forgetOld(this.#world.state);
      this.#wakeLockWaiters();
      this.#hooks.changed();
    }
  }

  async #step(thread: ExecutionThread, origin: LiveOrigin): Promise<boolean> {
    const { execution } = thread.planned;
    const asked = mayAsk(execution, thread) ? questionIn(thread.waiting ?? NO_CALL) : undefined;
    const answer = asked === undefined ? undefined : await this.#ask(asked, execution, origin);
    if (thread.isBlocked(this.#world)) await this.#lockFree(thread);
    const isFlush = thread.waiting?.method === 'SpreadsheetApp.flush' && execution.hasPending;
    const before = this.#selection(execution);
    this.#serving = origin;
    this.#answer = answer;
    // The call itself is served before the promise is returned.
    const next = thread.advance();
    this.#serving = undefined;
    this.#answer = undefined;
    const after = this.#selection(execution);
    if (after !== undefined && after !== before) this.#hooks.selected(after, execution.containerId, origin);
    if (isFlush) this.#hooks.changed();
    this.#wakeLockWaiters();
    return next;
  }

  /** A question suspends the script, with everything that it has written so far on screen. */
  async #ask(asked: AskedQuestion, execution: Execution, origin: LiveOrigin): Promise<LiveAnswer> {
    this.#world.focus(execution);
    execution.commit();
    this.#world.focus(undefined);
    this.#hooks.changed();
    this.#leaveWork();
    try {
      return await this.#hooks.ask(asked, origin);
    } finally {
      this.#atWork += 1;
    }
  }

  #takeAnswer(): LiveAnswer {
    if (this.#answer === undefined) throw new ServiceError('nobody is there to answer');
    return this.#answer;
  }

  #selection(execution: Execution): Selection | undefined {
    return this.#world.state.selections[`${execution.containerId} ${execution.start.activeUser}`];
  }

  /** Waits until the lock that a thread asks for is free, at most as long as the call itself is ready to. */
  async #lockFree(thread: ExecutionThread): Promise<void> {
    await new Promise<void>((resolve) => {
      const finish = (): void => {
        clearTimeout(timer);
        this.#lockWaiters.delete(check);
        resolve();
      };
      const timer = setTimeout(finish, Math.min(thread.lockPatience, LONGEST_TIMER_MS));
      const check = (): void => {
        if (thread.planned.execution.ended !== undefined || !thread.isBlocked(this.#world)) finish();
      };
      this.#lockWaiters.add(check);
    });
  }

  #wakeLockWaiters(): void {
    for (const check of [...this.#lockWaiters]) check();
  }

  /**
   * The Workspace's time stands still between actions, so when a lock was let go matters only to executions that were
   * under way then.
   */
  #leaveWork(): void {
    this.#atWork -= 1;
    if (this.#atWork === 0) this.#world.lockReleases = new Map();
  }
}

const LONGEST_TIMER_MS = 2 ** 31 - 1;

const NO_CALL = { method: '', on: undefined, args: [] };

/** Whether the platform would get as far as asking. */
function mayAsk(execution: Execution, thread: ExecutionThread): boolean {
  if (execution.ended !== undefined || thread.waiting === undefined) return false;
  try {
    checkAuthorisation(execution, thread.waiting.method);
    return true;
  } catch (error) {
    if (error instanceof ServiceError) return false;
    throw error;
  }
}
