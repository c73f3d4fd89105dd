import { useEffect, useState } from 'preact/hooks';
import type { ScriptError } from '../../world-state.ts';

/** What the page says of the script that runs, or ran last. */
export type RunState =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly caption: string; readonly executionId: string | undefined }
  | { readonly kind: 'failed'; readonly error: ScriptError };

/** A quick function is over before one could read that it runs. */
const QUIET_MS = 400;

/** Says that a script runs, and how to stop it; or that it failed, and why. */
export function RunBanner({
  run,
  cancel,
  dismiss,
}: {
  readonly run: RunState;
  readonly cancel: () => void;
  readonly dismiss: () => void;
}) {
  const [isLong, setLong] = useState(false);
  const [hasDetails, setDetails] = useState(false);
  useEffect(() => {
    setLong(false);
    setDetails(false);
    const timer = setTimeout(() => setLong(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, [run.kind]);
  if (run.kind === 'running' && isLong) {
    return (
      <div class="banner" role="status">
        <span class="spinner spinner-small" />
        <span class="banner-text">Running script: {run.caption}</span>
        <button type="button" class="link-button" onClick={cancel}>
          Cancel
        </button>
      </div>
    );
  }
  if (run.kind !== 'failed') return null;
  const { name, message, stack } = run.error;
  return (
    <div class="banner banner-bad" role="alert">
      <div class="banner-text">
        <p class="banner-message">{name === '' ? message : `${name}: ${message}`}</p>
        {hasDetails ? <pre class="banner-details">{stack}</pre> : null}
      </div>
      {stack === '' || hasDetails ? null : (
        <button type="button" class="link-button" onClick={() => setDetails(true)}>
          Details
        </button>
      )}
      <button type="button" class="link-button" onClick={dismiss}>
        Dismiss
      </button>
    </div>
  );
}
