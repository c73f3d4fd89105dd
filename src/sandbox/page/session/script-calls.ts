import type { EndedRun } from '../../server/pages/page-events.ts';
import { type Connection, messageOf } from './connection.ts';

/** What came of a call of a dialog: a value, or the message of an error. */
export interface CallOutcome {
  readonly value: unknown;
  readonly error: string | null;
}

/** Calls of functions of the script, whose ends arrive as events, perhaps before it is known what was started. */
export class ScriptCalls {
  readonly #connection: Connection;
  readonly #waiting = new Map<string, (run: EndedRun) => void>();
  readonly #early = new Map<string, EndedRun>();
  #asking = 0;

  constructor(connection: Connection) {
    this.#connection = connection;
    connection.listen((event) => {
      if (event.kind === 'ended') this.#ended(event.run);
    });
    connection.watch((state) => {
      if (state === 'lost') this.#giveUp();
    });
  }

  /** Whether a script runs for this page. */
  get isBusy(): boolean {
    return this.#asking > 0 || this.#waiting.size > 0;
  }

  /** Calls a function from a dialog. */
  async call(dialogId: string, name: string, args: readonly unknown[]): Promise<CallOutcome> {
    try {
      const run = await this.run(() =>
        this.#connection.call('callFromDialog', { dialogId, function: name, args: [...args] }),
      );
      if (run.error !== null) return { value: null, error: run.error.message };
      return { value: run.value ?? null, error: null };
    } catch (error) {
      return { value: null, error: messageOf(error) };
    }
  }

  /** Starts something that runs a function; answers how that ended. `started` is told what to stop. */
  async run(
    start: () => Promise<{ readonly executionId: string }>,
    started?: (executionId: string) => void,
  ): Promise<EndedRun> {
    this.#asking += 1;
    try {
      const { executionId } = await start();
      started?.(executionId);
      const early = this.#early.get(executionId);
      this.#early.delete(executionId);
      return early ?? (await new Promise((resolve) => this.#waiting.set(executionId, resolve)));
    } finally {
      this.#asking -= 1;
    }
  }

  #ended(run: EndedRun): void {
    const waiting = this.#waiting.get(run.executionId);
    this.#waiting.delete(run.executionId);
    if (waiting !== undefined) waiting(run);
    else if (this.#asking > 0) this.#early.set(run.executionId, run);
  }

  /** What ended while the line was down was not heard. */
  #giveUp(): void {
    for (const [executionId, resolve] of this.#waiting) {
      const message = 'The connection was lost while the script ran. See under Executions what came of it.';
      const error = { name: 'Error', message, stack: '' };
      resolve({ executionId, function: '', status: 'failed', error, value: null });
    }
    this.#waiting.clear();
  }
}
