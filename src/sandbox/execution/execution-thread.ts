import { MessageChannel, type MessagePort, type Worker } from 'node:worker_threads';
import type { CallRequest, RealmOutcome } from '../realm/wire.ts';
import { surface } from '../services/surface.ts';
import { facadeSource, isPage } from './compile.ts';
import type { WorkerMessage, WorkerTask } from './realm-worker.ts';
import { finishExecution, isFunctionPath, type PlannedExecution } from './run-execution.ts';
import { hireWorker, releaseWorker } from './worker-pool.ts';
import type { World } from './world.ts';

/**
 * One execution in a thread of its own, which is always either waiting for the Workspace or at work. While threads
 * run, the process has the time zone of their scripts.
 */
export class ExecutionThread {
  readonly planned: PlannedExecution;
  readonly #worker: Worker;
  readonly #timeZone: string;
  readonly #answers: MessagePort;
  readonly #flag: Int32Array;
  #waiting: CallRequest | undefined;

  private constructor(planned: PlannedExecution, worker: Worker, answers: MessagePort, flag: Int32Array) {
    this.planned = planned;
    this.#worker = worker;
    this.#timeZone = planned.execution.start.script.manifest.timeZone;
    this.#answers = answers;
    this.#flag = flag;
  }

  /** Starts a thread and lets it run to its first call; undefined when it ended without any. */
  static async start(planned: PlannedExecution): Promise<ExecutionThread | undefined> {
    const { execution, job } = planned;
    if (!isFunctionPath(job.path)) {
      settle(planned, { kind: 'missing' });
      return undefined;
    }
    const { port1, port2 } = new MessageChannel();
    const flag = new SharedArrayBuffer(4);
    const task: WorkerTask = {
      facadeSource: facadeSource(),
      files: execution.start.script.files.filter((file) => !isPage(file)),
      surface,
      start: { now: execution.now, seed: execution.randomSeed },
      job,
      flag,
      answers: port2,
    };
    const { timeZone } = execution.start.script.manifest;
    process.env.TZ = timeZone;
    const worker = hireWorker(timeZone);
    worker.postMessage(task, [port2]);
    const thread = new ExecutionThread(planned, worker, port1, new Int32Array(flag));
    return (await thread.#toNextCall()) ? thread : undefined;
  }

  /** The call that it waits for. */
  get waiting(): CallRequest | undefined {
    return this.#waiting;
  }

  /** True while the call that it waits for asks for a lock that another execution holds. */
  isBlocked(world: World): boolean {
    const name = lockAskedFor(this.#waiting);
    if (name === undefined) return false;
    const holder = world.locks.get(name);
    return holder !== undefined && holder !== this.planned.execution && this.lockPatience > 0;
  }

  /** How many milliseconds the call that it waits for would wait for a lock. */
  get lockPatience(): number {
    return lockAskedFor(this.#waiting) === undefined ? 0 : Number(this.#waiting?.args[0]);
  }

  /**
   * Serves the call that it waits for and lets it run to its next one; false when it has ended. The store shows its
   * unflushed writes until somebody else is given the focus.
   */
  async advance(): Promise<boolean> {
    const waiting = this.#waiting;
    if (waiting === undefined) throw new Error('Only a waiting execution can be advanced.');
    this.#answers.postMessage(this.planned.execution.call(waiting));
    this.#waiting = undefined;
    const next = this.#toNextCall();
    Atomics.store(this.#flag, 0, 1);
    Atomics.notify(this.#flag, 0);
    return next;
  }

  /** Ends the thread wherever it is; its execution is not recorded. */
  async terminate(): Promise<void> {
    await this.#worker.terminate();
  }

  async #toNextCall(): Promise<boolean> {
    const message = await new Promise<WorkerMessage>((resolve, reject) => {
      const received = (one: WorkerMessage): void => {
        this.#worker.off('error', reject);
        resolve(one);
      };
      this.#worker.once('message', received);
      this.#worker.once('error', reject);
    });
    if (message.kind === 'call') {
      this.#waiting = message.request;
      return true;
    }
    settle(this.planned, message.outcome);
    this.#answers.close();
    releaseWorker(this.#worker, this.#timeZone);
    return false;
  }
}

function lockAskedFor(request: CallRequest | undefined): string | undefined {
  if (request === undefined || !/^Lock\.(try|wait)Lock$/.test(request.method)) return undefined;
  const { on } = request;
  return typeof on === 'object' && on !== null && 'name' in on ? String(on.name) : undefined;
}

function settle(planned: PlannedExecution, outcome: RealmOutcome): void {
  Object.assign(planned.result, finishExecution(planned.execution, outcome));
}
