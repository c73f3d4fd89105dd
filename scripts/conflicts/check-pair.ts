import type { PlainDate } from '../../src/core/calendar/dates.ts';
import { assembleLikenessKeys } from '../../src/core/conflict/assemble-likeness-keys.ts';
import { findMatches } from '../../src/core/conflict/find-hits.ts';
import { measureLikeness } from '../../src/core/conflict/measure-likeness.ts';
import { prepareConflicts } from '../../src/core/conflict/prepare-conflicts.ts';
import type { Account } from '../../src/core/model/account.ts';
import type { AccountId } from '../../src/core/model/ids.ts';
import { round } from './check-prospects.ts';
import type { CsvRow } from './read-csv.ts';

/** What the check says of two names. */
export interface PairCheck {
  readonly line: number;
  readonly verdict: 'same' | 'possible' | 'different';
  readonly score: number;
  readonly reasons: readonly string[];
}

const [LEFT, RIGHT] = ['A-1', 'A-2'] as const satisfies readonly AccountId[];

/** Whether the two customers of a row are one, as the registry would say of two requests. */
export function checkPair({ line, values }: CsvRow): PairCheck {
  const { left = '', right = '', leftWebsite = '', rightWebsite = '' } = values;
  const { leftCountry = '', rightCountry = '' } = values;
  const prepared = prepareConflicts({
    accounts: [
      accountOf(LEFT, { name: left, website: leftWebsite, country: leftCountry }),
      accountOf(RIGHT, { name: right, website: rightWebsite, country: rightCountry }),
    ],
    registrations: [],
    judgements: [],
    today: '2000-01-01' as PlainDate,
  });
  const [match] = findMatches(prepared, LEFT);
  if (match !== undefined) {
    const verdict = match.certainty === 'certain' ? 'same' : 'possible';
    return { line, verdict, score: round(match.score), reasons: match.reasons };
  }
  const [one, other] = [LEFT, RIGHT].map((id) => {
    const node = prepared.find(id);
    if (node === undefined) throw new Error(`${id} was not prepared.`);
    return assembleLikenessKeys(node.keys, prepared.likeness().rarity);
  });
  if (one === undefined || other === undefined) throw new Error('Two names are compared.');
  const { score, explain } = measureLikeness(one, other);
  return { line, verdict: 'different', score: round(score), reasons: explain(left, right) };
}

function accountOf(id: AccountId, facts: Pick<Account, 'name' | 'website' | 'country'>): Account {
  return { id, ...facts, standing: 'Customer', owner: '', lastActivity: null, sources: [] };
}
