import { Notice } from '../kit/notices.tsx';

type Verdict = 'matched' | 'already there' | 'unknown' | 'malformed';

/** What the registry says of each row. */
export interface Checked {
  readonly counts: { readonly [verdict in Verdict]: number };
  readonly rows: readonly {
    readonly row: number;
    readonly verdict: Verdict;
    readonly deal: string;
    readonly message: string;
  }[];
}

/** So many rows are shown; those with problems come first. */
const MOST_SHOWN = 200;

const ORDER: readonly Verdict[] = ['malformed', 'unknown', 'matched', 'already there'];

/** What each row would become, what is wrong first. */
export function Verdicts({
  checked: { counts, rows },
  isWhole,
}: {
  readonly checked: Checked;
  readonly isWhole: boolean;
}) {
  const sorted = [...rows].sort(
    (a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) || a.row - b.row,
  );
  const summary = ORDER.map((verdict) => `${counts[verdict]} ${verdict}`).join(', ');
  return (
    <section>
      {isWhole ? (
        <h2>{summary}</h2>
      ) : (
        <Notice tone="wrong" title={summary} isAlert>
          <p>Nothing is recorded until every row can be. Put these right in the list and check it again.</p>
        </Notice>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Verdict</th>
            <th scope="col">What it says</th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, MOST_SHOWN).map(({ row, verdict, message }) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              <td class={`short ${verdict === 'malformed' || verdict === 'unknown' ? 'answer-no' : ''}`}>
                {verdict}
              </td>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sorted.length > MOST_SHOWN ? <p class="quiet">And {sorted.length - MOST_SHOWN} more rows.</p> : null}
    </section>
  );
}
