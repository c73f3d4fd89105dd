import { useLayoutEffect, useRef } from 'preact/hooks';
import type { FormDescription } from '../../registry/dialogs/form-description.ts';
import { ask } from '../kit/bridge.ts';
import { Notice } from '../kit/notices.tsx';
import type { FormState, Outcome } from './use-form.ts';

/** What came of it, and what to do next. */
export function Result({
  form,
  state,
  outcome: { id, warnings, hasMail },
  onClose,
}: {
  readonly form: FormDescription;
  readonly state: FormState;
  readonly outcome: Outcome;
  readonly onClose: () => void;
}) {
  const top = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => top.current?.focus(), []);
  return (
    <div class="page">
      <div class="body">
        <div class="result" ref={top} tabIndex={-1}>
          <div class="mark" aria-hidden="true">
            ✓
          </div>
          <h2>{form.done.replace('{id}', id)}</h2>
          <p>Next: {form.next}</p>
          {hasMail ? <p class="intro">The mail is on its way.</p> : null}
          {warnings.length === 0 ? null : (
            <Notice tone="warn" title="To be done by hand">
              {warnings.map((warning) => (
                <p key={warning}>{warning}</p>
              ))}
            </Notice>
          )}
          {id === '' ? null : (
            <button
              type="button"
              class="link"
              onClick={() => void ask('goTo', { record: id }).then(onClose, onClose)}
            >
              Show {id} in the sheet
            </button>
          )}
        </div>
      </div>
      <div class="buttons">
        {form.another === null ? null : (
          <button type="button" class="button" onClick={state.another}>
            {form.another}
          </button>
        )}
        <button type="button" class="button primary" onClick={onClose}>
          Close
        </button>
      </div>
    </div>
  );
}
