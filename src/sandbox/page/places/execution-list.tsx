import { Activity, CircleAlert, CircleCheck } from 'lucide';
import { useState } from 'preact/hooks';
import type { ExecutionList as Listed, ListedExecution } from '../../server/api/executions.ts';
import { Icon } from '../parts/icon.tsx';
import { Await, Empty } from '../parts/states.tsx';
import { useAsked, useSession } from '../session/session.ts';
import { formatDuration, formatMoment } from '../text/format-time.ts';
import { ExecutionDetails } from './execution-details.tsx';

const KINDS: Readonly<Record<ListedExecution['kind'], string>> = {
  menu: 'Menu',
  dialog: 'Dialog',
  editor: 'Editor',
  simple: 'Simple trigger',
  installable: 'Trigger',
  clock: 'Time-driven',
};

const STEP = 50;

/** What ran, newest first, with the details of the one that is open. */
export function ExecutionList() {
  const [query, setQuery] = useState('');
  const [kind, setKind] = useState('');
  const [onlyFailed, setOnlyFailed] = useState(false);
  const [limit, setLimit] = useState(STEP);
  const listed = useAsked('listExecutions', { query, kind, onlyFailed, limit });
  return (
    <>
      <div class="list-tools">
        <h2 class="list-title">Executions</h2>
        <input
          class="field list-search"
          type="search"
          placeholder="Search by function, person or error"
          aria-label="Search executions"
          value={query}
          onInput={(event) => {
            setQuery(event.currentTarget.value);
            setLimit(STEP);
          }}
        />
        <select
          class="field list-kind"
          aria-label="Kind"
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value)}
        >
          <option value="">All kinds</option>
          {Object.entries(KINDS).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
        <label class="check">
          <input
            type="checkbox"
            checked={onlyFailed}
            onChange={(event) => setOnlyFailed(event.currentTarget.checked)}
          />
          Only failed
        </label>
      </div>
      <Await asked={listed} what="the executions">
        {(found) => (
          <Table
            listed={found}
            isFiltered={query !== '' || kind !== '' || onlyFailed}
            more={() => setLimit(limit + STEP)}
          />
        )}
      </Await>
    </>
  );
}

function Table({
  listed,
  isFiltered,
  more,
}: {
  readonly listed: Listed;
  readonly isFiltered: boolean;
  readonly more: () => void;
}) {
  const { location } = useSession();
  if (!listed.maySee) {
    return (
      <Empty icon={Activity} title="Only the script’s editors see its executions">
        <p>{location.viewer} may not edit the spreadsheet that the script belongs to.</p>
      </Empty>
    );
  }
  if (listed.executions.length === 0) {
    return <Empty icon={Activity} title={isFiltered ? 'No execution matches' : 'Nothing has run yet'} />;
  }
  const left = listed.total - listed.executions.length;
  return (
    <>
      <table class="table table-tight">
        <thead>
          <tr>
            <th scope="col">Function</th>
            <th scope="col" class="column-as">
              As
            </th>
            <th scope="col" class="column-started">
              Started
            </th>
            <th scope="col" class="number column-took">
              Took
            </th>
            <th scope="col" class="number column-count">
              Reads
            </th>
            <th scope="col" class="number column-count">
              Writes
            </th>
            <th scope="col" class="number column-count">
              Flushes
            </th>
          </tr>
        </thead>
        <tbody>
          {listed.executions.map((execution) => (
            <Row key={execution.id} execution={execution} />
          ))}
        </tbody>
      </table>
      {left > 0 ? (
        <button type="button" class="button list-more" onClick={more}>
          Show earlier executions ({left})
        </button>
      ) : null}
    </>
  );
}

const COLUMNS = 7;

function Row({ execution }: { readonly execution: ListedExecution }) {
  const { location, go, places } = useSession();
  const isOpen = location.item === execution.id;
  const isFailed = execution.status !== 'done';
  return (
    <>
      <tr class={isOpen ? 'row-open' : ''}>
        <th scope="row">
          <button
            type="button"
            class="row-button"
            aria-expanded={isOpen}
            onClick={() => go({ item: isOpen ? '' : execution.id }, true)}
          >
            <span class={isFailed ? 'status status-bad' : 'status status-good'}>
              <Icon of={isFailed ? CircleAlert : CircleCheck} size={16} />
              <span class="hidden-text">{execution.status}: </span>
            </span>
            <span class="row-name">{execution.function}</span>
            <span class="faint row-kind">{KINDS[execution.kind]}</span>
          </button>
          {execution.error === null ? null : <p class="row-error">{execution.error}</p>}
        </th>
        <td class="row-as">{execution.as}</td>
        <td class="nowrap">{formatMoment(execution.startedAt, places.timeZone)}</td>
        <td class="number nowrap">{formatDuration(execution.ms)}</td>
        <td class="number">{execution.reads}</td>
        <td class="number">{execution.writes}</td>
        <td class="number">{execution.flushes}</td>
      </tr>
      {isOpen ? (
        <tr class="row-details">
          <td colSpan={COLUMNS}>
            <ExecutionDetails id={execution.id} />
          </td>
        </tr>
      ) : null}
    </>
  );
}
