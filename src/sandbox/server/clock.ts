import { Temporal } from 'temporal-polyfill';
import { ActionRefused } from '../errors.ts';
import type { ExecutionResult } from '../execution/run-execution.ts';
import type { LiveWorkspace } from './live-workspace.ts';
import type { ClockProgress } from './pages/page-events.ts';

/** A move of the clock that is over. */
export interface ClockMove {
  readonly from: number;
  readonly until: number;
  readonly executions: number;
  /** Of the executions, those that did not end well. */
  readonly failed: number;
  readonly mails: number;
}

/** Where the clock is to go: a day or month on at the same time of day, or to a local date and time. */
export type ClockWish =
  | { readonly kind: 'day' }
  | { readonly kind: 'month' }
  | { readonly kind: 'to'; readonly date: string; readonly time: string };

/** The Workspace's clock, which people move: everything that comes due on the way runs, one moment after the other. */
export class Clock {
  readonly #live: LiveWorkspace;
  #progress: ClockProgress | null = null;
  #last: ClockMove | null = null;

  constructor(live: LiveWorkspace) {
    this.#live = live;
  }

  /** How far it has come while it moves; null when it stands. */
  get progress(): ClockProgress | null {
    return this.#progress;
  }

  /** The last move since the server started. */
  get last(): ClockMove | null {
    return this.#last;
  }

  /**
   * Starts to move the clock; answers where to. Throws ActionRefused when it moves already, or would go back. The
   * promise `done` is fulfilled when it has arrived.
   */
  move(wish: ClockWish, timeZone: string): { readonly until: number; readonly done: Promise<void> } {
    if (this.#progress !== null)
      throw new ActionRefused('The clock is already moving. Wait until it is there.');
    const from = this.#live.workspace.now;
    const until = targetOf(wish, from, timeZone);
    if (until <= from) throw new ActionRefused('Time goes forward only. Choose a later date or time.');
    this.#progress = { from, until, now: from, executions: 0 };
    const done = this.#moveTo(from, until);
    return { until, done };
  }

  async #moveTo(from: number, until: number): Promise<void> {
    const { workspace } = this.#live;
    const mailsBefore = workspace.mail.length;
    const ran: ExecutionResult[] = [];
    try {
      for (;;) {
        const next = workspace.nextDueBy(until);
        const { value, done } = this.#live.act((one) => one.advanceTo(Math.max(next ?? until, one.now)));
        await done;
        ran.push(...value);
        this.#progress = { from, until, now: workspace.now, executions: ran.length };
        if (next === undefined) break;
      }
    } finally {
      this.#progress = null;
      this.#last = {
        from,
        until: workspace.now,
        executions: ran.length,
        failed: ran.filter(({ status }) => status !== 'done').length,
        mails: workspace.mail.length - mailsBefore,
      };
      this.#live.touch();
    }
  }
}

function targetOf(wish: ClockWish, from: number, timeZone: string): number {
  const now = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone);
  if (wish.kind === 'day') return now.add({ days: 1 }).epochMilliseconds;
  if (wish.kind === 'month') return now.add({ months: 1 }).epochMilliseconds;
  try {
    const plain = Temporal.PlainDateTime.from(`${wish.date}T${wish.time}`, { overflow: 'reject' });
    return plain.toZonedDateTime(timeZone).epochMilliseconds;
  } catch {
    throw new ActionRefused('This is no date and time. Write them as in 2026-01-31 and 09:30.');
  }
}
