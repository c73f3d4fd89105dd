import { useId } from 'preact/hooks';
import type { Summary } from './summary.ts';
import type { Phase } from './use-live-check.ts';

const HEADINGS: { readonly [phase in Phase]: string } = {
  ready: '',
  running: 'Checking…',
  stopped: 'Stopped',
  done: 'The check is done',
};

/** How far the check has come and what it has found, told again as it changes. */
export function Progress({
  phase,
  done,
  steps,
  summary: { behaviours },
}: {
  readonly phase: Phase;
  readonly done: number;
  readonly steps: number;
  readonly summary: Summary;
}) {
  const id = useId();
  const differing = behaviours.differs.length;
  return (
    <section>
      <h1 id={id} class="news" tabIndex={-1}>
        {HEADINGS[phase]}
      </h1>
      <progress aria-labelledby={id} max={steps} value={done} />
      <output>
        {done} of {steps} steps.{' '}
        {differing === 0
          ? 'Nothing differs'
          : differing === 1
            ? '1 behaviour differs'
            : `${differing} behaviours differ`}
        {phase === 'done' ? '.' : ' so far.'}
      </output>
    </section>
  );
}
