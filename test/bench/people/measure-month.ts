import type { World } from '../../../scripts/replay/world.ts';
import { readState } from '../../support/fill-records.ts';

/** One execution of the turn of a month. */
export interface MeasuredExecution {
  readonly name: string;
  /** On Google's scale. */
  readonly ms: number;
  readonly reads: number;
  readonly writes: number;
  readonly status: string;
  /** What it failed with, '' where it did not. */
  readonly error: string;
}

export interface MeasuredMonth {
  readonly executions: readonly MeasuredExecution[];
  readonly snapshots: number;
  readonly pending: number;
  readonly sent: number;
  readonly waiting: number;
  readonly hours: number;
}

/** Longer than an execution takes and the next one waits. */
const A_WHILE_MS = 10 * 60_000;

/** The month has begun and nobody goes on any more: a clock strikes every six hours all the same. */
const QUIET_ENDS_MS = 7 * 60 * 60_000;

/** Moves over the end of the month until a clock's strike leaves nothing to go on with. */
export function measureMonth(world: World): MeasuredMonth {
  const { workspace } = world;
  const begun = workspace.now;
  const [first, sentBefore] = [workspace.executions.length, workspace.mail.length];
  let lastWork = begun;
  while (workspace.now - lastWork < QUIET_ENDS_MS) {
    const ran = workspace.advanceTo(workspace.now + A_WHILE_MS);
    if (ran.some(({ function: name }) => name === 'whenWorkGoesOn')) lastWork = workspace.now;
  }
  const state = readState(world);
  const snapshots = state
    .list('snapshots')
    .filter(({ isMonthly, askedAt }) => isMonthly && askedAt !== undefined && Date.parse(askedAt) >= begun);
  return {
    executions: workspace.executions.slice(first).map(({ function: name, ms, calls, status, error }) => ({
      name,
      ms,
      reads: calls.reads,
      writes: calls.writes,
      status,
      error: error?.message ?? '',
    })),
    snapshots: snapshots.filter(({ file }) => file !== '').length,
    pending: snapshots.filter(({ file }) => file === '').length,
    sent: workspace.mail.length - sentBefore,
    waiting: state.list('outbox').filter((mail) => mail.state === 'Queued').length,
    hours: (lastWork - begun) / 3_600_000,
  };
}
