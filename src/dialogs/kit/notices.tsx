import type { ComponentChildren } from 'preact';

/** A box that says something apart from the form. */
export function Notice({
  tone,
  title,
  children,
  isAlert = false,
}: {
  readonly tone: 'plain' | 'wrong' | 'good' | 'warn';
  readonly title?: string;
  readonly children?: ComponentChildren;
  readonly isAlert?: boolean;
}) {
  return (
    <div class={`notice ${tone}`} role={isAlert ? 'alert' : undefined} tabIndex={-1}>
      {title === undefined ? null : <h2>{title}</h2>}
      {children}
    </div>
  );
}

/** Grey shapes where a form is about to be. */
export function Loading({ what }: { readonly what: string }) {
  return (
    <output class="loading">
      <span class="unseen">{what}</span>
      <div class="bone thin" />
      <div class="bone" />
      <div class="bone" />
      <div class="bone" />
    </output>
  );
}
