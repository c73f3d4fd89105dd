import type { ExecutionRecord } from '../../world-state.ts';
import { numbered } from '../parts/numbered.ts';
import { Await } from '../parts/states.tsx';
import { useAsked, useSession } from '../session/session.ts';
import { formatDuration, formatTime } from '../text/format-time.ts';

/** Everything about one execution: who, what it called, what it logged and how it failed. */
export function ExecutionDetails({ id }: { readonly id: string }) {
  const record = useAsked('readExecution', { id });
  return (
    <Await asked={record} what="the execution">
      {(found) => <Details record={found} />}
    </Await>
  );
}

function Details({ record }: { readonly record: ExecutionRecord }) {
  const { places } = useSession();
  const methods = Object.entries(record.calls.byMethod).sort(([, a], [, b]) => b - a);
  const { cellsRead, cellsWritten } = record.calls;
  return (
    <div class="details">
      <p class="details-line">
        {record.activeUser === '' ? 'Begun by the clock' : `Begun by ${record.activeUser}`}, {record.status}{' '}
        after {formatDuration(record.ms)} on Google’s scale, with {cellsRead} cells read and {cellsWritten}{' '}
        written.
      </p>
      {record.error === null ? null : (
        <pre class="details-error">
          {record.error.name === '' ? '' : `${record.error.name}: `}
          {record.error.message}
          {record.error.stack === '' ? '' : `\n${record.error.stack}`}
        </pre>
      )}
      {record.missing.length === 0 ? null : (
        <p class="details-line">Not available in the local Workspace: {record.missing.join(', ')}</p>
      )}
      <div class="details-columns">
        <div>
          <h3 class="details-title">Log</h3>
          {record.log.length === 0 ? (
            <p class="faint">Nothing was logged.</p>
          ) : (
            <ol class="log">
              {numbered(record.log).map(({ key, value: line }) => (
                <li key={key} class="log-line">
                  <span class="faint">
                    {formatTime(line.at, places.timeZone)} {line.level}
                  </span>{' '}
                  {line.text}
                </li>
              ))}
            </ol>
          )}
        </div>
        <div>
          <h3 class="details-title">Service calls</h3>
          <ul class="log">
            {methods.map(([name, count]) => (
              <li key={name} class="calls-line">
                <span>{name}</span>
                <span class="number">{count}</span>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
