import type { PlainDate } from '../../src/core/calendar/dates.ts';
import { findMatches } from '../../src/core/conflict/find-hits.ts';
import { type PreparedConflicts, prepareConflicts } from '../../src/core/conflict/prepare-conflicts.ts';
import type { Account } from '../../src/core/model/account.ts';
import type { AccountId } from '../../src/core/model/ids.ts';
import type { CsvRow } from './read-csv.ts';

/** What the check says of one prospect. */
export interface ProspectCheck {
  /** The prospect's line in its file. */
  readonly line: number;
  readonly verdict: 'certain' | 'possible' | 'clear';
  /** Accounts by how alike they are, the best first. Those below the verdict's threshold are listed, but alarm nobody. */
  readonly matches: readonly {
    /** The account's line in its file. */
    readonly line: number;
    readonly name: string;
    readonly score: number;
    readonly reasons: readonly string[];
  }[];
}

/** Less likely matches are listed from this score on, so many in all at least. */
const LISTED_FROM = 0.2;
const MOST_MATCHES = 10;

/** A check needs a day only for what registrations hold, and here are none. */
const ANY_DAY = '2000-01-01' as PlainDate;
const PROSPECT = 'A-0' as AccountId;

function accountOf(id: AccountId, { values }: CsvRow): Account {
  const { name = '', website = '', country = '' } = values;
  return { id, name, website, country, standing: 'Customer', owner: '', lastActivity: null, sources: [] };
}

/** Makes accounts ready to be asked; answers what checks a prospect against them. */
export function prepareProspects(accounts: readonly CsvRow[]): (prospect: CsvRow) => ProspectCheck {
  const byId = new Map<string, CsvRow>();
  const prepared = prepareConflicts({
    accounts: accounts.map((row) => {
      const id = `A-${row.line}` as AccountId;
      byId.set(id, row);
      return accountOf(id, row);
    }),
    registrations: [],
    judgements: [],
    today: ANY_DAY,
  });
  return (prospect) => checkProspect(prepared, byId, prospect);
}

function checkProspect(
  prepared: PreparedConflicts,
  accounts: ReadonlyMap<string, CsvRow>,
  prospect: CsvRow,
): ProspectCheck {
  const account = accountOf(PROSPECT, prospect);
  const found = prepared.suppose([{ kind: 'account', account }], () =>
    findMatches(prepared, PROSPECT, LISTED_FROM),
  );
  const [best] = found;
  const alarms = found.filter(({ certainty }) => certainty !== 'unlikely').length;
  const matches = found.slice(0, Math.max(alarms, MOST_MATCHES)).flatMap(({ id, score, reasons }) => {
    const row = accounts.get(id);
    if (row === undefined) return [];
    return [{ line: row.line, name: row.values.name ?? '', score: round(score), reasons }];
  });
  const verdict = best === undefined || best.certainty === 'unlikely' ? 'clear' : best.certainty;
  return { line: prospect.line, verdict, matches };
}

/** Four digits: more say nothing. */
export function round(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}
