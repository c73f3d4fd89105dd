import { useId, useState } from 'preact/hooks';
import type { BehaviourResult, NotChecked } from '../../contract/outcome.ts';
import { tellExpected, tellObserved } from './report-text.ts';
import { type Filter, narrow, narrowNotChecked, type Summary, VERDICT_NAMES, VERDICTS } from './summary.ts';

interface Props {
  readonly summary: Summary;
  readonly notChecked: readonly NotChecked[];
}

/** Every behaviour with its verdict, what differs first; narrowed by verdict and by words. */
export function Results({ summary, notChecked }: Props) {
  const [filter, setFilter] = useState<Filter>('all');
  const [search, setSearch] = useState('');
  const shown = narrow(summary, filter, search);
  const others = narrowNotChecked(notChecked, filter, search);
  const id = useId();
  return (
    <section>
      <h2>Behaviours</h2>
      <div class="narrow">
        <Filters summary={summary} notChecked={notChecked} chosen={filter} onChoose={setFilter} />
        <div class="field">
          <label class="label" for={id}>
            Find a behaviour
          </label>
          <input
            id={id}
            class="input"
            type="search"
            autocomplete="off"
            value={search}
            onInput={({ currentTarget }) => setSearch(currentTarget.value)}
          />
        </div>
      </div>
      {shown.length + others.length === 0 ? <p class="quiet">No behaviour is left by this choice.</p> : null}
      <ul class="behaviours">
        {shown.map((one) => (
          <Behaviour key={`${one.group} ${one.title}`} result={one} />
        ))}
        {others.map((one) => (
          <li key={one.what}>
            <span class="verdict none">Not checked</span>
            <div>
              <p>{one.what}</p>
              <p class="quiet">{one.why}</p>
              {one.byHand === '' ? null : <p class="quiet">By hand: {one.byHand}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Behaviour({
  result: { verdict, group, title, source, expected, observed },
}: {
  readonly result: BehaviourResult;
}) {
  return (
    <li>
      <span class={`verdict ${verdict.replace(' ', '-')}`}>{VERDICT_NAMES[verdict]}</span>
      <div>
        <p>
          {group}: {title}
        </p>
        <p class="quiet">{source}</p>
        {verdict === 'expected' ? null : (
          <dl class="facts">
            <dt>Expected</dt>
            <dd>{tellExpected(expected)}</dd>
            <dt>Seen</dt>
            <dd>{tellObserved(observed)}</dd>
          </dl>
        )}
      </div>
    </li>
  );
}

function Filters({
  summary: { behaviours },
  notChecked,
  chosen,
  onChoose,
}: Props & { readonly chosen: Filter; readonly onChoose: (filter: Filter) => void }) {
  const counts: readonly (readonly [Filter, string, number])[] = [
    ...VERDICTS.map((verdict) => [verdict, VERDICT_NAMES[verdict], behaviours[verdict].length] as const),
    ['not checked', 'Not checked here', notChecked.length],
  ];
  const all = counts.reduce((sum, [, , count]) => sum + count, 0);
  return (
    <fieldset class="filters">
      <legend class="unseen">Show</legend>
      {([['all', 'All', all], ...counts] as const).map(([filter, name, count]) => (
        <button
          type="button"
          class="filter"
          key={filter}
          aria-pressed={filter === chosen}
          onClick={() => onChoose(filter)}
        >
          {name} <span class="count">{count}</span>
        </button>
      ))}
    </fieldset>
  );
}
