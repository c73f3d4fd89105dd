import { useEffect, useState } from 'preact/hooks';
import type { ClockView, ComingUp } from '../../server/api/clock.ts';
import type { ClockWish } from '../../server/clock.ts';
import type { ClockProgress } from '../../server/pages/page-events.ts';
import { messageOf } from '../session/connection.ts';
import { useSession } from '../session/session.ts';
import { formatDay, formatMoment, formatTime, inputsOf } from '../text/format-time.ts';

/** Of what comes due so many are named. */
const NAMED = 8;

/** The clock, how to move it, what the last move did and what comes due next. */
export function ClockCard({ clock }: { readonly clock: ClockView }) {
  const { connection, pulse } = useSession();
  const [problem, setProblem] = useState('');
  const progress = pulse?.clock ?? null;
  const now = progress?.now ?? pulse?.now ?? clock.now;
  const move = async (wish: ClockWish): Promise<void> => {
    setProblem('');
    try {
      await connection.call('moveClock', wish);
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  return (
    <>
      <div class="panel">
        <p class="clock-day">{formatDay(now, clock.timeZone)}</p>
        <p class="clock-time">{formatTime(now, clock.timeZone)}</p>
        <p class="faint">{clock.timeZone}. Time stands still until you move it.</p>
        <div class="clock-buttons">
          <button
            type="button"
            class="button button-main"
            disabled={progress !== null}
            onClick={() => move({ kind: 'day' })}
          >
            Next day
          </button>
          <button
            type="button"
            class="button"
            disabled={progress !== null}
            onClick={() => move({ kind: 'month' })}
          >
            Next month
          </button>
        </div>
        <GoTo now={now} timeZone={clock.timeZone} isMoving={progress !== null} move={move} />
        <p class="field-problem" role="alert">
          {problem}
        </p>
        {progress === null ? <LastMove clock={clock} /> : <Progress progress={progress} />}
      </div>
      <ComingUpList comingUp={clock.comingUp} timeZone={clock.timeZone} />
    </>
  );
}

function GoTo({
  now,
  timeZone,
  isMoving,
  move,
}: {
  readonly now: number;
  readonly timeZone: string;
  readonly isMoving: boolean;
  readonly move: (wish: ClockWish) => Promise<void>;
}) {
  const start = inputsOf(now, timeZone);
  const [date, setDate] = useState(start.date);
  const [time, setTime] = useState(start.time);
  // Once the clock has gone further, the fields go along.
  useEffect(() => {
    if (isMoving) return;
    setDate(start.date);
    setTime(start.time);
  }, [start.date, start.time, isMoving]);
  return (
    <form
      class="clock-goto"
      onSubmit={(event) => {
        event.preventDefault();
        void move({ kind: 'to', date, time });
      }}
    >
      <label class="label">
        Date
        <input
          class="field"
          type="date"
          required
          min={start.date}
          value={date}
          onInput={(event) => setDate(event.currentTarget.value)}
        />
      </label>
      <label class="label">
        Time
        <input
          class="field"
          type="time"
          required
          value={time}
          onInput={(event) => setTime(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button" disabled={isMoving}>
        Go to
      </button>
    </form>
  );
}

function Progress({ progress }: { readonly progress: ClockProgress }) {
  const { places } = useSession();
  const done = (progress.now - progress.from) / (progress.until - progress.from);
  return (
    <div class="clock-progress" role="status">
      <progress class="progress" max={1} value={done} aria-label="How far the clock has come" />
      <p>
        On the way to {formatMoment(progress.until, places.timeZone)}: {executions(progress.executions)} so
        far.
      </p>
    </div>
  );
}

function LastMove({ clock }: { readonly clock: ClockView }) {
  const { last, timeZone } = clock;
  if (last === null) return null;
  return (
    <p class="clock-last" role="status">
      From {formatMoment(last.from, timeZone)}: {executions(last.executions)} ran
      {last.failed === 0 ? '' : `, of which ${last.failed} failed,`} and{' '}
      {last.mails === 1 ? '1 message was' : `${last.mails} messages were`} sent.
    </p>
  );
}

function executions(count: number): string {
  return count === 1 ? '1 execution' : `${count} executions`;
}

function ComingUpList({
  comingUp,
  timeZone,
}: {
  readonly comingUp: readonly ComingUp[];
  readonly timeZone: string;
}) {
  return (
    <div class="panel">
      <h2 class="panel-title">Coming up</h2>
      {comingUp.length === 0 ? (
        <p class="faint">No time-driven trigger is set.</p>
      ) : (
        <ul class="coming">
          {comingUp.slice(0, NAMED).map((one) => (
            <li key={`${one.handler} ${one.at} ${one.creator}`} class="coming-row">
              <span class="coming-name">{one.handler}</span>
              <span class="faint">
                {formatMoment(one.at, timeZone)}, as {one.creator}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
