import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** A dialog over the page; Escape closes it like its last button but one does. */
function Dialog(props: {
  readonly title: string;
  readonly onCancel: () => void;
  readonly children: ComponentChildren;
}) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    element.current?.showModal();
    element.current?.querySelector<HTMLElement>('button.primary')?.focus();
  }, []);
  return (
    <dialog
      ref={element}
      class="spreadsheet-dialog"
      aria-labelledby="spreadsheet-dialog-title"
      onCancel={(event) => {
        event.preventDefault();
        props.onCancel();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <h2 id="spreadsheet-dialog-title">{props.title}</h2>
      {props.children}
    </dialog>
  );
}

/** Says why an edit was not done. */
export function Refusal(props: { readonly message: string; readonly onClose: () => void }) {
  return (
    <Dialog title="There was a problem" onCancel={props.onClose}>
      <p>{props.message}</p>
      <div class="spreadsheet-dialog-buttons">
        <button type="button" class="primary" onClick={props.onClose}>
          OK
        </button>
      </div>
    </Dialog>
  );
}

/** Asks whether to change cells that a protection warns of. */
export function Warning(props: {
  readonly onAnswer: (answer: { readonly edit: boolean; readonly forAWhile: boolean }) => void;
}) {
  const [forAWhile, setForAWhile] = useState(false);
  const cancel = () => props.onAnswer({ edit: false, forAWhile: false });
  return (
    <Dialog title="Heads up!" onCancel={cancel}>
      <p>You're trying to edit part of this sheet that shouldn't be changed accidentally. Edit anyway?</p>
      <label class="spreadsheet-dialog-check">
        <input
          type="checkbox"
          checked={forAWhile}
          onChange={(event) => setForAWhile(event.currentTarget.checked)}
        />
        Don't show this again for 5 minutes
      </label>
      <div class="spreadsheet-dialog-buttons">
        <button type="button" onClick={cancel}>
          Cancel
        </button>
        <button type="button" class="primary" onClick={() => props.onAnswer({ edit: true, forAWhile })}>
          OK
        </button>
      </div>
    </Dialog>
  );
}
