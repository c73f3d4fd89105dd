import { beforeAll, describe, expect, test } from 'vitest';
import { push } from '../later-version.ts';
import { ANA, HEAD, openRegistry, type Registry, type Shown } from '../open-registry.ts';
import { formOf } from '../world-parts.ts';

/** A registry of today's version with three accounts, a partner and a lead. */
let today: Registry;

beforeAll(async () => {
  today = await openRegistry();
  today.give(HEAD, 'setTeamMember', { person: ANA, name: 'Ana', role: 'manager', active: true });
  today.give(HEAD, 'admitPartner', { partner: 'Acme', contacts: ['kim@acme.example'], manager: ANA });
  today.give(ANA, 'registerLead', { partner: 'P-001', customer: 'Globex GmbH', website: 'globex.example' });
  today.give(HEAD, 'importRows', {
    tab: 'Accounts',
    rows: ['Initech', 'Hooli', 'Umbrella'].map((Name) => ({ Name, Standing: 'Former' })),
  });
}, 60_000);

/** Sets up, answering the question as told; returns all that was shown. */
function setUp(registry: Registry, agrees: boolean, as = HEAD): readonly Shown[] {
  const shown: Shown[] = [];
  registry.workspace.ui = {
    alert: ({ title, message }) => {
      shown.push({ title, message });
      return agrees || title !== 'Bring this registry up to date' ? 'OK' : 'CANCEL';
    },
    prompt: () => ({ button: 'CANCEL', text: '' }),
  };
  registry.workspace.run(registry.scriptId, { as, function: 'setUp', context: 'menu' });
  return shown;
}

function tryCommand({ workspace, scriptId }: Registry): unknown {
  const input = { partner: 'P-001', customer: 'Stark Industries', website: 'stark.example' };
  const args = [JSON.stringify({ command: 'registerLead', input, requestId: 'try' })];
  const { value } = workspace.run(scriptId, { as: ANA, function: 'execute', args, context: 'dialog' });
  return JSON.parse(String(value));
}

/** Lets the clock strike; answers the error that Google would mail to the owner of the triggers. */
function strike({ workspace, scriptId }: Registry): string | undefined {
  return workspace.run(scriptId, { as: HEAD, function: 'whenClockStrikes', context: 'editor' }).error
    ?.message;
}

const segments = (registry: Registry) => registry.rows('Accounts').map(({ Segment }) => Segment);
const commands = (registry: Registry) => registry.rows('Journal').map(({ Command }) => Command);

describe('A workbook of an earlier version under a newer script', () => {
  test('takes no command, no form and no stroke of the clock, and loses nothing by it', async () => {
    const older = await push(today, 1);
    const before = older.snapshot();
    expect(tryCommand(older)).toMatchObject({
      ok: false,
      issues: [
        { message: expect.stringContaining('chooses Lead Registry > Administration > Set up this registry') },
      ],
    });
    expect(strike(older)).toContain('chooses Lead Registry > Administration > Set up this registry');
    expect(older.snapshot()).toEqual(before);
    const { workspace } = older;
    const { id: formId } = formOf(workspace.toJSON(), 'Register a lead');
    workspace.submitForm({ formId, as: 'kim@acme.example', answers: { 'Customer name': 'Wayne Corp' } });
    expect(older.rows('Leads')).toHaveLength(1);
    setUp(older, true);
    strike(older);
    expect(older.rows('Leads').map(({ Customer }) => Customer)).toEqual(['Globex GmbH', 'Wayne Corp']);
  });

  test('is left alone where the head does not agree, and says how to go on', async () => {
    const older = await push(today, 1);
    const before = older.snapshot();
    const shown = setUp(older, false);
    expect(older.snapshot()).toEqual(before);
    expect(shown[0]?.message).toContain('Accounts get a segment.');
    expect(shown.at(-1)?.message).toContain('Choose Set up this registry when you are ready');
  });

  test('asks nobody but heads', async () => {
    const older = await push(today, 1);
    const before = older.snapshot();
    expect(setUp(older, true, ANA).map(({ message }) => message)).toEqual([
      `Only a programme head may do this. Ask ${HEAD}.`,
    ]);
    expect(older.snapshot()).toEqual(before);
  });

  test('is copied tab by tab, then has what is new in every record, by one entry of the journal', async () => {
    const older = await push(today, 1);
    const tabs = Object.values(older.workspace.toJSON().spreadsheets)[0]?.sheets ?? [];
    const before = commands(older);
    const report = setUp(older, true).at(-1)?.message ?? '';
    const files = Object.values(older.workspace.toJSON().spreadsheets);
    const backup = files.at(-1);
    expect(files).toHaveLength(2);
    expect(backup?.sheets.map(({ name, rows }) => ({ name, rows }))).toEqual(
      tabs.map(({ name, rows }) => ({ name, rows })),
    );
    expect(report).toContain('Lead registry – backup of version 1, 2026-01-05');
    expect(segments(older)).toEqual(['Unknown', 'Unknown', 'Unknown']);
    expect(commands(older)).toEqual([...before, 'migrate']);
    expect(tryCommand(older)).toMatchObject({ ok: true, id: 'L-0002' });
    // Asked once: whoever sets up again only sees the report.
    expect(setUp(older, true)).toHaveLength(1);
  });

  test('comes as far as the script over several versions at once', async () => {
    const older = await push(today, 2);
    setUp(older, true);
    expect(older.rows('Accounts').map(({ Segment, Tier }) => [Segment, Tier])).toEqual(
      Array.from({ length: 3 }, () => ['Unknown', 'of Unknown']),
    );
  });

  test('comes to the same in two steps as in one', async () => {
    const older = await push(today, 1);
    setUp(older, true);
    const newer = await push(older, 2);
    setUp(newer, true);
    expect(newer.rows('Accounts').map(({ Segment, Tier }) => [Segment, Tier])).toEqual(
      Array.from({ length: 3 }, () => ['Unknown', 'of Unknown']),
    );
  });

  test('is whole to the self-check afterwards, and its records can be made from the journal again', async () => {
    const older = await push(today, 1);
    setUp(older, true);
    older.give(ANA, 'withdrawLead', { lead: 'L-0001', reason: 'Asked for by the partner' });
    const lost = older.tamper((world) => {
      const state = Object.values(world.spreadsheets)[0]?.sheets.find(({ name }) => name === '_state');
      if (state) state.rows = state.rows.filter(([record]) => !String(record).startsWith('accounts'));
    });
    lost.give(HEAD, 'addAccount', { name: 'Soylent', standing: 'Customer' });
    expect(segments(lost).slice(0, 3)).toEqual(['Unknown', 'Unknown', 'Unknown']);
    lost.workspace.advanceTo(Date.parse('2026-01-06T16:00:00Z'));
    const health = lost.workspace.toJSON().mail.filter(({ subject }) => subject.startsWith('Self-check'));
    expect(health).toEqual([]);
  });
});

describe('A workbook of a later version under an older script', () => {
  test('is not written to, neither by commands nor by set-up nor by the clock', async () => {
    const newer = await push(today, 1);
    setUp(newer, true);
    const older = await push(newer, 0);
    const before = older.snapshot();
    expect(tryCommand(older)).toMatchObject({
      ok: false,
      issues: [{ message: expect.stringContaining('Push the newer script again') }],
    });
    strike(older);
    expect(setUp(older, true).map(({ message }) => message)).toEqual([
      expect.stringContaining('Push the newer script again'),
    ]);
    expect(older.snapshot()).toEqual(before);
  });

  test('not even where its hidden books are gone', async () => {
    const newer = await push(today, 1);
    setUp(newer, true);
    const older = (await push(newer, 0)).tamper((world) => {
      const state = Object.values(world.spreadsheets)[0]?.sheets.find(({ name }) => name === '_state');
      if (state) state.rows = state.rows.slice(0, 1);
    });
    const before = older.snapshot();
    expect(tryCommand(older)).toMatchObject({ ok: false });
    expect(older.snapshot()).toEqual(before);
  });
});

test('A migration that is stopped anywhere has happened as a whole or not at all, and set-up ends it', async () => {
  const older = await push(today, 1);
  const done = older.tamper(() => undefined);
  setUp(done, true);
  const wanted = { accounts: done.rows('Accounts'), leads: done.rows('Leads'), team: done.rows('Team') };
  const outcomes = new Set<string>();
  for (let calls = 1; ; calls += calls < 120 ? 3 : 40) {
    const cutOff = older.tamper(() => undefined);
    cutOff.workspace.ui = { alert: () => 'OK', prompt: () => ({ button: 'OK', text: '' }) };
    const faults = { stopAfterCalls: calls, keepWrites: 1 };
    const { status } = cutOff.workspace.run(cutOff.scriptId, {
      as: HEAD,
      function: 'setUp',
      context: 'menu',
      faults,
    });
    if (status !== 'stopped') break;
    const migrated = commands(cutOff).includes('migrate');
    outcomes.add(migrated ? 'migrated' : 'as before');
    if (!migrated) expect(tryCommand(cutOff.tamper(() => undefined))).toMatchObject({ ok: false });
    setUp(cutOff, true);
    expect(cutOff.rows('Accounts')).toEqual(wanted.accounts);
    expect(cutOff.rows('Leads')).toEqual(wanted.leads);
    expect(cutOff.rows('Team')).toEqual(wanted.team);
    expect(commands(cutOff).filter((command) => command === 'migrate')).toHaveLength(1);
  }
  expect([...outcomes].sort()).toEqual(['as before', 'migrated']);
});
