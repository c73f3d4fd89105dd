import * as v from 'valibot';
import type { ClockMove } from '../clock.ts';
import { changing, reading } from './define-route.ts';
import { projectZone } from './places.ts';

/** A time-driven trigger and when it fires next. */
export interface ComingUp {
  readonly handler: string;
  readonly creator: string;
  readonly at: number;
}

/** The clock as it stands. */
export interface ClockView {
  readonly now: number;
  readonly timeZone: string;
  readonly last: ClockMove | null;
  readonly comingUp: readonly ComingUp[];
}

/** The time, what the last move did, and what comes due next. */
export const readClock = reading(
  v.object({}),
  ({ live }): ClockView =>
    live.workspace.read((state) => ({
      now: state.now,
      timeZone: projectZone(state),
      last: live.clock.last,
      comingUp: Object.values(state.scripts)
        .flatMap(({ triggers }) => triggers)
        .flatMap(({ handler, creator, nextDueAt }) =>
          nextDueAt === null ? [] : [{ handler, creator, at: nextDueAt }],
        )
        .sort((a, b) => a.at - b.at),
    })),
);

/** Starts to move the clock; how far it has come is told by events. */
export const moveClock = changing(
  v.variant('kind', [
    v.object({ kind: v.literal('day') }),
    v.object({ kind: v.literal('month') }),
    v.object({ kind: v.literal('to'), date: v.string(), time: v.string() }),
  ]),
  ({ live }, wish): { readonly until: number } => {
    const { until, done } = live.clock.move(wish, live.workspace.read(projectZone));
    done.catch((error: unknown) => console.error(error));
    live.broadcast();
    return { until };
  },
);
