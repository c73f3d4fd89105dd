import type { Fact } from '../../registry/dialogs/form-description.ts';

/** What is known of something, line by line. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map(({ label, text }) => (
        <div key={label} style="display: contents">
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
