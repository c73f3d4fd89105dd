import type { ComparedField, Comparison, Match } from './comparison.ts';
import { Verdict } from './verdict.tsx';

interface Props {
  readonly comparison: Comparison;
  readonly mayJudge: boolean;
  readonly onJudge: (record: string, same: 'yes' | 'no') => void;
  readonly onShow: (record: string) => void;
}

/** Each record that is alike, side by side with the request: which field, how alike, why. */
export function Evidence({ comparison: { matches, more, settled }, mayJudge, onJudge, onShow }: Props) {
  return (
    <section class="evidence" aria-label="Evidence of the conflict check">
      {matches.length === 0 ? <p>No other record is like this customer.</p> : null}
      {matches.map((match) => (
        <MatchCard key={match.record} match={match} mayJudge={mayJudge} onJudge={onJudge} onShow={onShow} />
      ))}
      {more > 0 ? <p class="intro">{more} further records are less alike.</p> : null}
      {settled.map(({ record, name, by, on, reason }) => (
        <p class="intro" key={record}>
          {name} ({record}) is another customer, said {by} on {on}: {reason}
        </p>
      ))}
    </section>
  );
}

function MatchCard({
  match,
  mayJudge,
  onJudge,
  onShow,
}: { readonly match: Match } & Pick<Props, 'mayJudge' | 'onJudge' | 'onShow'>) {
  const { record, name, standing, verdict, certainty, score, sentences, fields } = match;
  // What stands beside a field need not be read twice.
  const notes = fields.map(({ note }) => note.toLowerCase());
  const unsaid = sentences.filter((sentence) => !notes.some((note) => note.includes(sentence.toLowerCase())));
  return (
    <article class="match">
      <div class="line">
        <h3>{name}</h3>
        <button
          type="button"
          class="link"
          onClick={() => onShow(record)}
          aria-label={`Show ${record} in the sheet`}
        >
          {record}
        </button>
      </div>
      <div class="chips">
        <Verdict verdict={verdict} />
        <span class="chip plain">{certainty === 'certain' ? 'Certain' : `${percent(score)} alike`}</span>
      </div>
      <p>{startUpper(standing)}.</p>
      {unsaid.length === 0 ? null : (
        <ul class="why">
          {unsaid.map((sentence) => (
            <li key={sentence}>{startUpper(sentence)}</li>
          ))}
        </ul>
      )}
      <table class="compared">
        <thead>
          <tr>
            <th scope="col">Request</th>
            <th scope="col">On file</th>
          </tr>
        </thead>
        {fields
          .filter(({ theirs, ours }) => theirs !== '' || ours !== '')
          .map((field) => (
            <FieldRows key={field.field} {...field} />
          ))}
      </table>
      {mayJudge && certainty !== 'certain' ? (
        <div class="line judge">
          <button type="button" class="link" onClick={() => onJudge(record, 'yes')}>
            Same customer…
          </button>
          <button type="button" class="link" onClick={() => onJudge(record, 'no')}>
            Different…
          </button>
        </div>
      ) : null}
    </article>
  );
}

function FieldRows({ field, theirs, ours, alike, note }: ComparedField) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={2}>
          <span class="field-name">{startUpper(field)}</span>
          {alike === null || alike === 1 ? null : ` · ${percent(alike)} alike`}
          {note === '' ? null : <span class="note">{note}</span>}
        </th>
      </tr>
      <tr>
        <td>{theirs === '' ? '–' : theirs}</td>
        <td>{ours === '' ? '–' : ours}</td>
      </tr>
    </tbody>
  );
}

/** Never 100 % where something differs. */
function percent(share: number): string {
  return `${Math.min(99, Math.round(share * 100))} %`;
}

function startUpper(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
