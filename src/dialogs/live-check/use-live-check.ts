import { useRef, useState } from 'preact/hooks';
import type { Facts, StepResult } from '../../contract/outcome.ts';
import { describeLoss, runLiveCheck } from '../kit/bridge.ts';

/** How far the check has come. */
export type Phase = 'ready' | 'running' | 'stopped' | 'done';

/** The check as the page shows it. */
export interface LiveCheckState {
  readonly phase: Phase;
  readonly facts: Facts;
  readonly results: readonly StepResult[];
  /** What keeps it from going on; '' where nothing does. */
  readonly problem: string;
  /** Addresses of the files that it leaves behind. */
  readonly files: readonly string[];
}

interface Started {
  readonly run: string;
  readonly facts: Facts;
}

interface Slice {
  readonly results: readonly StepResult[];
  readonly files: readonly string[] | null;
}

const NOTHING: LiveCheckState = { phase: 'ready', facts: {}, results: [], problem: '', files: [] };

/** A problem that the script named; what could not be asked is told in other words. */
class Refused extends Error {
  override readonly name = 'Refused';
}

async function request<Value>(given: object): Promise<Value> {
  const answer = await runLiveCheck<Value>(given);
  if (!answer.ok) throw new Refused(answer.issues.map(({ message }) => message).join(' '));
  if (answer.value === undefined) throw new Error('The answer is empty.');
  return answer.value;
}

/** Runs the check slice by slice; after a problem it goes on where it was, or starts again. */
export function useLiveCheck(): LiveCheckState & { readonly start: () => void; readonly goOn: () => void } {
  const [state, setState] = useState(NOTHING);
  const run = useRef('');
  // A second click may come before the page has taken its button away.
  const isAtWork = useRef(false);

  const carryOn = async (from: readonly StepResult[]) => {
    let results = from;
    for (;;) {
      const slice: Slice = await request({ action: 'goOn', run: run.current, next: results.length });
      results = [...results, ...slice.results];
      const { files } = slice;
      const found = results;
      setState((now) => ({
        ...now,
        results: found,
        phase: files === null ? 'running' : 'done',
        files: files ?? [],
      }));
      if (files !== null) return;
    }
  };
  const attempt = (begin: LiveCheckState, work: () => Promise<void>) => {
    if (isAtWork.current) return;
    isAtWork.current = true;
    setState(begin);
    work()
      .catch((error: unknown) => {
        const problem = error instanceof Refused ? error.message : describeLoss(error);
        setState((now) => ({ ...now, phase: 'stopped', problem }));
      })
      .finally(() => {
        isAtWork.current = false;
      });
  };
  const start = () =>
    attempt({ ...NOTHING, phase: 'running' }, async () => {
      const started: Started = await request({ action: 'start' });
      run.current = started.run;
      setState((now) => ({ ...now, facts: started.facts }));
      await carryOn([]);
    });
  const goOn = () => attempt({ ...state, phase: 'running', problem: '' }, () => carryOn(state.results));
  return { ...state, start, goOn };
}
