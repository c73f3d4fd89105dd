import { X } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { useEvents } from '../session/session.ts';
import { Icon } from './icon.tsx';

interface ShownToast {
  readonly id: number;
  readonly title: string;
  readonly message: string;
}

const SHOWN_MS = 6000;

/** What scripts say in passing, in the corner for a few seconds, or for as long as one points at it. */
export function Toasts() {
  const [toasts, setToasts] = useState<readonly ShownToast[]>([]);
  useEvents((event) => {
    if (event.kind !== 'toast') return;
    const { title, message } = event;
    setToasts((old) => [...old.slice(-3), { id: (old.at(-1)?.id ?? 0) + 1, title, message }]);
  }, []);
  const drop = (id: number): void => setToasts((old) => old.filter((one) => one.id !== id));
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.map((toast) => (
        <Toast key={toast.id} toast={toast} drop={() => drop(toast.id)} />
      ))}
    </div>
  );
}

function Toast({ toast, drop }: { readonly toast: ShownToast; readonly drop: () => void }) {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(drop, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isHeld]);
  return (
    <div class="toast" onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)}>
      <div class="toast-text">
        {toast.title === '' ? null : <p class="toast-title">{toast.title}</p>}
        <p class="toast-message">{toast.message}</p>
      </div>
      <button type="button" class="icon-button" aria-label="Dismiss" onClick={drop}>
        <Icon of={X} size={16} />
      </button>
    </div>
  );
}
