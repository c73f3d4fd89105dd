import type { IconNode } from 'lucide';
import { CircleAlert } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { Asked } from '../session/session.ts';
import { Icon } from './icon.tsx';

/** Nothing is here, and why, and what to do. */
export function Empty({
  icon,
  title,
  children,
}: {
  readonly icon: IconNode;
  readonly title: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <div class="state">
      <span class="state-icon">
        <Icon of={icon} size={40} />
      </span>
      <p class="state-title">{title}</p>
      {children === undefined ? null : <div class="state-text">{children}</div>}
    </div>
  );
}

/** Something is on its way. It shows only when that takes a while. */
export function Loading({ what }: { readonly what: string }) {
  return (
    <div class="state state-loading" role="status">
      <span class="spinner" />
      <p class="state-text">Loading {what}…</p>
    </div>
  );
}

/** Something could not be had. */
export function Failed({ message, retry }: { readonly message: string; readonly retry?: () => void }) {
  return (
    <div class="state" role="alert">
      <span class="state-icon state-icon-bad">
        <Icon of={CircleAlert} size={40} />
      </span>
      <p class="state-title">This did not work</p>
      <p class="state-text">{message}</p>
      {retry === undefined ? null : (
        <button type="button" class="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}

/** Shows what was asked for, or how it stands. */
export function Await<T>({
  asked,
  what,
  children,
}: {
  readonly asked: Asked<T>;
  readonly what: string;
  readonly children: (data: T) => ComponentChildren;
}) {
  if (asked.state === 'loading') return <Loading what={what} />;
  if (asked.state === 'failed') return <Failed message={asked.message} retry={asked.retry} />;
  return <>{children(asked.data)}</>;
}
