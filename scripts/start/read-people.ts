import type { Person } from '../../src/sandbox/server/live-workspace.ts';
import { readTable, type TableValue } from '../../src/sandbox/store/read-table.ts';
import type { WorldState } from '../../src/sandbox/world-state.ts';

const ROLES: Readonly<Record<string, string>> = {
  head: 'Programme head',
  manager: 'Alliance manager',
  sales: 'Sales account owner',
  finance: 'Finance',
};

type Row = Readonly<Record<string, TableValue>>;

/** The rows of a tab of the registry by the texts of its header; none where there is no such tab. */
function rowsOf(state: WorldState, tab: string): readonly Row[] {
  const container = Object.values(state.scripts)[0]?.containerId ?? '';
  const sheet = state.spreadsheets[container]?.sheets.find(({ name }) => name === tab);
  const [header = [], ...rows] = sheet === undefined ? [] : readTable(sheet);
  return rows.map((row) => Object.fromEntries(header.map((title, i) => [String(title), row[i] ?? ''])));
}

/**
 * Those whose eyes the registry is seen through: the owner, the team, then the partners' contacts. `known` gives names
 * to addresses for which the registry has none.
 */
export function readPeople(
  state: WorldState,
  owner: Person,
  known: readonly Person[] = [],
): readonly Person[] {
  const nameOf = (email: string): string =>
    known.find((person) => person.email === email)?.name ?? email.slice(0, email.indexOf('@'));
  const team = rowsOf(state, 'Team').map((row): Person => {
    const email = String(row.Person);
    const name = String(row.Name);
    return {
      email,
      name: name === '' ? nameOf(email) : name,
      role: ROLES[String(row.Role)] ?? String(row.Role),
    };
  });
  const partners = rowsOf(state, 'Partners').flatMap((row) =>
    String(row.Contacts)
      .split(',')
      .map((contact): Person => {
        const email = contact.trim();
        return { email, name: nameOf(email), role: String(row['Referral partner']) };
      }),
  );
  const all = [...team, ...partners].filter(({ email }) => email.includes('@'));
  const withOwner = all.some(({ email }) => email === owner.email) ? all : [owner, ...all];
  return withOwner.filter(({ email }, i) => withOwner.findIndex((one) => one.email === email) === i);
}
