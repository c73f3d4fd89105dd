import { afterEach, beforeEach, expect, test } from 'vitest';
import { auditRegistry } from '../../../src/registry/audit/audit-registry.ts';
import { describeFinding } from '../../../src/registry/audit/describe-audit.ts';
import type { WorkbookRead } from '../../../src/registry/audit/workbook-read.ts';
import { chainEntry } from '../../../src/registry/journal/format-entry.ts';
import { MIGRATIONS, type Migration } from '../../../src/registry/migrations/migrations.ts';
import { spreadStateRow } from '../../../src/registry/state/format-state.ts';
import { MARK_KEY } from '../../../src/registry/state/state.ts';
import { HEAD, openProgramme } from '../support/office.ts';
import { digest } from '../support/test-door.ts';
import { workbookOf } from '../support/workbook-of.ts';

/** A made-up next version. */
const SEGMENTED: Migration = {
  what: 'Accounts get a segment.',
  upgrade: (kind, record) => (kind === 'accounts' ? { ...record, segment: 'Unknown' } : record),
};

const migrations = MIGRATIONS as Migration[];
beforeEach(() => {
  migrations.push(SEGMENTED);
});
afterEach(() => {
  migrations.pop();
});

/** A registry that was brought to the next version, in which the account then has these fields more. */
function migrated(fields: object): WorkbookRead {
  const door = openProgramme();
  const id = door.must(HEAD, 'addAccount', { name: 'Globex', standing: 'Customer' });
  const [before, to] = [migrations.length, migrations.length + 1];
  const { mark } = door.records;
  const plan = {
    at: door.now,
    actor: HEAD,
    command: 'migrate',
    subject: `version ${to}`,
    outcome: 'Done' as const,
    changes: [],
    effects: [{ do: 'migrate' as const, from: before, to }],
    reason: SEGMENTED.what,
    key: '',
  };
  const { entry, hash, at, actor, command, subject, outcome, effects, reason, key } = chainEntry(
    plan,
    mark,
    digest,
  );
  const said = JSON.stringify({ changes: [], effects });
  const read = workbookOf(door);
  const account = { ...door.get('accounts', id), ...fields };
  const row = [entry, new Date(at), actor, command, subject, outcome, said, reason, hash, 1, 1, key, at];
  return {
    ...read,
    journal: [...read.journal, row],
    state: [
      ...read.state,
      spreadStateRow([`accounts/${id}`, entry, JSON.stringify(account)]),
      spreadStateRow([MARK_KEY, entry, JSON.stringify({ ...mark, applied: entry, hash })]),
    ],
  };
}

function audit(read: WorkbookRead): readonly string[] {
  const { findings } = auditRegistry(read, { digest });
  return findings.filter(({ check }) => check !== 'clock').map(describeFinding);
}

test('Records are held against what a migration makes of them', () => {
  expect(audit(migrated({ segment: 'Unknown' }))).toEqual([]);
});

test('A record that a migration did not reach is told', () => {
  expect(audit(migrated({}))).toEqual([
    expect.stringMatching(
      /^_state!C\d+ {2}accounts\/A-0001 {2}Data: found another segment, expected what the journal says$/,
    ),
  ]);
});
