import { ExecutionThread } from './execution-thread.ts';
import type { PlannedExecution } from './run-execution.ts';
import type { World } from './world.ts';

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
  const threads: ExecutionThread[] = [];
  const before = process.env.TZ;
  let turn = 0;
  const startAll = async (all: readonly PlannedExecution[]): Promise<void> => {
    for (const planned of all) {
      const started = await ExecutionThread.start(planned);
      if (started !== undefined) threads.push(started);
    }
  };
  world.lockReleases = new Map();
  try {
    while (open.length > 0 || threads.length > 0) {
      const ready = threads.filter((thread) => !thread.isBlocked(world));
      // When all wait for locks of each other, one of them runs into its time limit.
      const candidates = open.length + ready.length === 0 ? threads : ready;
      const drawn = world.draw(`turn:${seed}:${turn++}`, open.length + candidates.length);
      const thread = candidates[drawn - open.length];
      if (thread !== undefined) {
        const next = thread.advance();
        // What others do next must not meet these writes in the store.
        world.focus(undefined);
        if (!(await next)) threads.splice(threads.indexOf(thread), 1);
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
    await Promise.all(threads.map((thread) => thread.terminate()));
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
