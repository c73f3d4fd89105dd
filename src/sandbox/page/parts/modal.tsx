import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';

/**
 * A window over the page. A modal one keeps the focus inside and closes with Escape; the element that had the focus
 * gets it back.
 */
export function Modal({
  title,
  isModal = true,
  close,
  class: className = '',
  children,
}: {
  readonly title: string;
  readonly isModal?: boolean;
  readonly close: () => void;
  readonly class?: string;
  readonly children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // At once: what is inside takes the focus in an effect of its own, which must find the window open.
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (isModal) element?.showModal();
    else element?.show();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [isModal]);
  return (
    <dialog
      ref={dialog}
      class={`modal ${isModal ? '' : 'modal-modeless'} ${className}`}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onKeyDown={(event) => {
        // A window of its own: the page's shortcuts stay out.
        event.stopPropagation();
        if (event.key === 'Escape' && !isModal) close();
      }}
    >
      <header class="modal-head">
        <h2 id={heading} class="modal-title">
          {title}
        </h2>
        <button type="button" class="icon-button" aria-label="Close" onClick={close}>
          <Icon of={X} />
        </button>
      </header>
      {children}
    </dialog>
  );
}
