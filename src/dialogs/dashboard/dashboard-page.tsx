import { useCallback, useEffect, useState } from 'preact/hooks';
import type { DashboardView } from '../../registry/dialogs/describe-dashboard.ts';
import { ask, describeLoss } from '../kit/bridge.ts';
import { Loading, Notice } from '../kit/notices.tsx';
import { Dashboard } from './dashboard.tsx';

type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly view: DashboardView }
  | { readonly kind: 'failed'; readonly why: string };

/** The whole dialog: asks once, and again when told to. */
export function DashboardPage({ onClose }: { readonly onClose: () => void }) {
  const [state, setState] = useState<State>({ kind: 'loading' });
  const load = useCallback(() => {
    setState({ kind: 'loading' });
    askDashboard().then(setState);
  }, []);
  useEffect(load, [load]);
  return (
    <div class="page dashboard">
      <main class="body">
        {state.kind === 'ready' ? null : <h1 class="unseen">Programme dashboard</h1>}
        {state.kind === 'loading' ? <Loading what="The dashboard is being computed." /> : null}
        {state.kind === 'failed' ? (
          <Notice tone="wrong" title="The dashboard could not be shown" isAlert>
            <p>{state.why}</p>
          </Notice>
        ) : null}
        {state.kind === 'ready' ? <Dashboard view={state.view} /> : null}
      </main>
      <div class="buttons">
        {state.kind === 'failed' ? (
          <button type="button" class="button" onClick={load}>
            Try again
          </button>
        ) : null}
        {state.kind === 'ready' ? (
          <button type="button" class="button" onClick={() => window.print()}>
            Print
          </button>
        ) : null}
        <button type="button" class="button primary" onClick={onClose}>
          Close
        </button>
      </div>
    </div>
  );
}

async function askDashboard(): Promise<State> {
  try {
    const answer = await ask<DashboardView>('describeDashboard');
    if (answer.ok && answer.value !== undefined) return { kind: 'ready', view: answer.value };
    const why = answer.ok ? 'The answer is empty.' : answer.issues.map(({ message }) => message).join(' ');
    return { kind: 'failed', why };
  } catch (error) {
    return { kind: 'failed', why: describeLoss(error) };
  }
}
