import type { PlanDescription, PlannedChange } from '../../registry/dialogs/form-description.ts';

/** Everything that a command is about to do: records, mail, and what happens outside the sheet. */
export function Plan({ plan }: { readonly plan: PlanDescription }) {
  const { changes, mails, effects } = plan;
  return (
    <div class="plan">
      <section>
        <h2>What will change</h2>
        {changes.length === 0 ? <p class="intro">No record of the registry changes.</p> : null}
        {changes.map((change) => (
          <Change key={`${change.kind} ${change.id}`} change={change} />
        ))}
      </section>
      {effects.length === 0 ? null : (
        <section>
          <h2>Besides</h2>
          <ul>
            {effects.map((effect) => (
              <li key={effect}>{effect}</li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>
          {mails.length === 0
            ? 'No mail is sent'
            : mails.length === 1
              ? '1 mail is sent'
              : `${mails.length} mails are sent`}
        </h2>
        {mails.map(({ to, subject, body }) => (
          <details class="mail" key={`${to.join()} ${subject}`}>
            <summary>
              {subject}
              <div class="to">to {to.join(', ')}</div>
            </summary>
            <pre>{body}</pre>
          </details>
        ))}
      </section>
    </div>
  );
}

function Change({ change: { id, kind, label, isNew, fields } }: { readonly change: PlannedChange }) {
  return (
    <div class="change">
      <h3>
        {id === label ? id : `${id} ${label}`}
        {isNew ? <span class="new">new {kind}</span> : null}
      </h3>
      <dl class="facts">
        {fields.map((field) => (
          <div key={field.label} style="display: contents">
            <dt>{field.label}</dt>
            <dd>
              {field.before === '' ? null : (
                <>
                  <del class={isLong(field) ? 'before long' : 'before'}>{field.before}</del>{' '}
                </>
              )}
              <span class={isLong(field) ? 'long' : ''}>{field.after === '' ? 'empty' : field.after}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Texts that take a line each. */
function isLong({ before, after }: PlannedChange['fields'][number]): boolean {
  return before.length + after.length > 40;
}
