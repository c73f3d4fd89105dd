import { MessageChannel, type MessagePort, type Worker } from 'node:worker_threads';
import type { CallRequest, RealmOutcome } from '../realm/wire.ts';
import { surface } from '../services/surface.ts';
import { facadeSource, isPage } from './compile.ts';
import type { WorkerMessage, WorkerTask } from './realm-worker.ts';
import { finishExecution, isFunctionPath, type PlannedExecution } from './run-execution.ts';
import { hireWorker, releaseWorker } from './worker-pool.ts';
import type { World } from './world.ts';

/** One execution in a thread of its own, which is always either waiting for the scheduler or at work. */
interface Side {
  readonly planned: PlannedExecution;
  readonly worker: Worker;
  readonly timeZone: string;
  readonly answers: MessagePort;
  readonly flag: Int32Array;
  waiting: CallRequest | undefined;
}

/**
 * Carries out actions as if they began at one moment: each of them, and each execution that they cause,
 * advances by one service call at a time, in an order drawn from `seed`. The same seed gives the same
 * order. Answers what each action answered or threw, executions filled in. Only one such call at a time in
 * a process: until it is fulfilled the process has the time zone of the scripts.
 */
export async function runParallel<T>(
  world: World,
  actions: readonly (() => T)[],
  seed: number,
): Promise<PromiseSettledResult<T>[]> {
  const results: PromiseSettledResult<T>[] = new Array(actions.length);
  const open = actions.map((_action, i) => i);
  const sides: Side[] = [];
  const before = process.env.TZ;
  let turn = 0;
  const startAll = async (all: readonly PlannedExecution[]): Promise<void> => {
    for (const planned of all) {
      const started = await startSide(planned);
      if (started !== undefined) sides.push(started);
    }
  };
  world.lockReleases = new Map();
  try {
    while (open.length > 0 || sides.length > 0) {
      const ready = sides.filter((side) => !isBlocked(world, side));
      // When all wait for locks of each other, one of them runs into its time limit.
      const candidates = open.length + ready.length === 0 ? sides : ready;
      const drawn = world.draw(`turn:${seed}:${turn++}`, open.length + candidates.length);
      const side = candidates[drawn - open.length];
      if (side !== undefined) {
        if (!(await advance(world, side))) sides.splice(sides.indexOf(side), 1);
        await startAll(world.takePostponed());
        continue;
      }
      const [index] = open.splice(drawn, 1);
      const action = index === undefined ? undefined : actions[index];
      if (index === undefined || action === undefined) continue;
      results[index] = begin(world, action);
      await startAll(world.takeGathered());
    }
  } finally {
    world.lockReleases = undefined;
    await Promise.all(sides.map((side) => side.worker.terminate()));
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
  return results;
}

function begin<T>(world: World, action: () => T): PromiseSettledResult<T> {
  world.focus(undefined);
  world.gathered = [];
  try {
    return { status: 'fulfilled', value: action() };
  } catch (reason) {
    return { status: 'rejected', reason };
  }
}

/** True while the call that a side waits for asks for a lock that another one holds. */
function isBlocked(world: World, side: Side): boolean {
  const { waiting } = side;
  if (waiting === undefined || !/^Lock\.(try|wait)Lock$/.test(waiting.method)) return false;
  const on = waiting.on;
  if (typeof on !== 'object' || on === null || !('name' in on)) return false;
  const holder = world.locks.get(String(on.name));
  return holder !== undefined && holder !== side.planned.execution && Number(waiting.args[0]) > 0;
}

/** Starts a thread and lets it run to its first call; undefined when it ended without any. */
async function startSide(planned: PlannedExecution): Promise<Side | undefined> {
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
  const side: Side = {
    planned,
    worker,
    timeZone,
    answers: port1,
    flag: new Int32Array(flag),
    waiting: undefined,
  };
  return (await toNextCall(side)) ? side : undefined;
}

/** Serves the call that a side waits for and lets it run to its next one; false when it has ended. */
async function advance(world: World, side: Side): Promise<boolean> {
  const { waiting, planned } = side;
  if (waiting === undefined) throw new Error('Only a waiting execution can be advanced.');
  side.answers.postMessage(planned.execution.call(waiting));
  side.waiting = undefined;
  // What others do next must not meet these writes in the store.
  world.focus(undefined);
  const next = toNextCall(side);
  Atomics.store(side.flag, 0, 1);
  Atomics.notify(side.flag, 0);
  return next;
}

async function toNextCall(side: Side): Promise<boolean> {
  const message = await new Promise<WorkerMessage>((resolve, reject) => {
    const received = (one: WorkerMessage): void => {
      side.worker.off('error', reject);
      resolve(one);
    };
    side.worker.once('message', received);
    side.worker.once('error', reject);
  });
  if (message.kind === 'call') {
    side.waiting = message.request;
    return true;
  }
  settle(side.planned, message.outcome);
  side.answers.close();
  releaseWorker(side.worker, side.timeZone);
  return false;
}

function settle(planned: PlannedExecution, outcome: RealmOutcome): void {
  Object.assign(planned.result, finishExecution(planned.execution, outcome));
}
