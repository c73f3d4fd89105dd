import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toSettings } from '../../../scripts/google/registry/read-settings.ts';
import {
  lookAtOutbox,
  lookAtSelfCheck,
  lookAtTriggers,
} from '../../../scripts/google/status/look-at-workbook.ts';
import type { ApiValue } from '../../../scripts/google/workbook/live-workbook.ts';
import type { TabRow } from '../../../scripts/google/workbook/tab-rows.ts';
import { LiveWorld, OWNER } from './support/live-world.ts';

const DAY = 86_400_000;

describe('status of a registry', () => {
  let live: LiveWorld;

  beforeEach(async () => {
    live = await LiveWorld.open();
    await live.run('create', '--yes');
    await live.run('push', '--yes', '--skip-checks');
    live.choose('setUp');
    await live.run('create', '--yes');
    // Set up at 9 in Chicago: the first self-check is that of noon.
    live.workspace.advanceTo(live.workspace.now + DAY);
  });

  afterEach(() => live.close());

  async function lines(...argv: readonly string[]) {
    const { out, exit } = await live.run('status', '--json', ...argv);
    const all: readonly { what: string; isOk: boolean; says: string }[] = JSON.parse(out).lines;
    return {
      exit,
      toDo: all.filter(({ isOk }) => !isOk).map(({ what, says }) => `${what}: ${says}`),
      says: (what: string) => all.find((line) => line.what === what)?.says ?? '',
    };
  }

  test('that is live finds nothing to do, names everything, and changes nothing', async () => {
    const before = live.snapshot();
    const { exit, toDo, says } = await lines();
    expect(toDo).toEqual([]);
    expect(exit).toBe(0);
    expect(says('Spreadsheet')).toContain(`/spreadsheets/d/${live.remembered.parentId}/edit`);
    expect(says('Script')).toContain(`${live.remembered.scriptId}, changed last 2026-01-05T15:00:00.000Z`);
    expect(says('Pushed')).toMatch(/^\d+ files, the same as this build \([0-9a-f]{12}\)$/);
    expect(says('Time zone')).toBe('America/Chicago in spreadsheet, script and Settings');
    expect(says('Form "Register a lead"')).toBe('linked, published, verified addresses');
    expect(says('Triggers')).toBe(`run as ${OWNER}`);
    expect(says('Workbook')).toBe('every tab and column of this version');
    expect(says('Records')).toBe('version 1, as this script’s');
    expect(says('Snapshot folder')).toContain(
      'Lead registry snapshots, https://drive.google.com/drive/folders/',
    );
    expect(says('Self-check')).toBe('no problem, 2026-01-05');
    expect(live.snapshot()).toEqual(before);
  });

  test('says of everything that people can do to it what to do next', async () => {
    const { parentId = '', scriptId = '' } = live.remembered;
    const changed = await live.tamper(({ forms, spreadsheets, scripts, files }) => {
      const [lead, join] = Object.values(forms);
      Object.assign(lead ?? {}, { emailsAreVerified: false, published: false });
      Object.assign(join ?? {}, { destination: null });
      const sheet = spreadsheets[parentId];
      Object.assign(sheet ?? {}, { timeZone: 'Asia/Tokyo', locale: 'de_DE' });
      const leads = sheet?.sheets.find(({ name }) => name === 'Leads');
      const [head = [], ...rows] = leads?.rows ?? [];
      Object.assign(leads ?? {}, {
        rows: [head.map((cell) => (cell === 'Customer' ? 'Kunde' : cell)), ...rows],
      });
      const { manifest, files: code = [] } = scripts[scriptId] ?? {};
      Object.assign(scripts[scriptId] ?? {}, {
        manifest: { ...manifest, timeZone: 'Europe/Berlin' },
        files: code.map((one) => (one.name === 'Code' ? { ...one, source: `${one.source}\n// mine` } : one)),
      });
      for (const file of Object.values(files)) if (file.kind === 'folder') file.trashed = true;
      const state = sheet?.sheets.find(({ name }) => name === '_state');
      const later = (json: unknown) => JSON.stringify({ ...JSON.parse(String(json)), schema: 2 });
      Object.assign(state ?? {}, {
        rows: state?.rows.map((row) => (row[0] === 'mark' ? [row[0], row[1], later(row[2])] : row)),
      });
    });
    const { exit, out } = await changed.run('status');
    const older = await changed.run('push');
    await changed.close();
    expect(exit).toBe(1);
    const said = (what: string) => out.split('\n').find((line) => line.startsWith(`to do  ${what}: `)) ?? '';
    expect(older).toMatchObject({ exit: 1 });
    expect(older.err).toContain('records are of version 2, and this checkout knows them up to version 1');
    expect(said('Records')).toContain('an older script was pushed over a newer one');
    expect(said('Workbook')).toContain('missing in Leads (Customer)');
    expect(said('Pushed')).toMatch(/Code\.js differs from this build .*npm run google -- push/);
    expect(said('Time zone')).toContain('the spreadsheet is in Asia/Tokyo');
    expect(said('Time zone')).toContain('the script is in Europe/Berlin: run npm run google -- push');
    expect(said('Time zone')).toContain('de_DE');
    expect(said('Form "Register a lead"')).toContain('takes no answers: run npm run google -- create');
    expect(said('Form "Register a lead"')).toContain('addresses that people type');
    expect(said('Form "Request to join"')).toContain('do not arrive in this spreadsheet');
    expect(said('Snapshot folder')).toContain('Run npm run google -- create');
  });

  test('says that an import was not ended, since when, and how to end it', async () => {
    live.give('beginImport', { what: 'the old registry' });
    const { exit, toDo } = await lines();
    expect(exit).toBe(1);
    expect(toDo).toEqual([
      expect.stringMatching(
        /^Import: An import \(the old registry\) is running since 2026-01-06 09:00, begun by registry@one\.example, so .* Administration > End an import…\.$/,
      ),
    ]);
    live.give('endImport', {});
    expect((await lines()).exit).toBe(0);
  });

  test('says where the build here cannot be compared', async () => {
    const built = live.workshop.lastBuild;
    live.workshop.lastBuild = () => undefined;
    expect((await lines()).toDo).toEqual([
      'Pushed: There is no build here to compare with. Run npm run build first.',
    ]);
    live.workshop.lastBuild = () => {
      const last = built();
      return last === undefined ? undefined : { ...last, isStale: true };
    };
    expect((await lines()).toDo[0]).toContain('The sources are newer');
  });

  test('tells what whoever asks may not see, and ends with 3 where that is the spreadsheet', async () => {
    live.faults.push(['forms.get', { status: 403 }], ['script.projects.get', { status: 404 }]);
    const { exit, toDo } = await lines();
    expect(exit).toBe(1);
    expect(toDo).toHaveLength(2);
    expect(toDo.join('\n')).toContain('Google refuses access to the form');
    expect(toDo.join('\n')).toContain('Google does not find the script');
    live.faults.push(['sheets.spreadsheets.get', { status: 401 }]);
    const signedOut = await live.run('status', '--json');
    expect(signedOut.exit).toBe(3);
    expect(JSON.parse(signedOut.out).problem).toContain('Sign in again');
    for (const fault of [{ status: 429 }, { status: 503 }, { cut: 'before' }] as const) {
      live.faults.push(['sheets.spreadsheets.values.batchGet', fault]);
    }
    expect((await lines()).exit).toBe(0);
  });
});

describe('The lines of status', () => {
  const row =
    (cells: Readonly<Record<string, ApiValue>>): TabRow =>
    (header) =>
      cells[header] ?? '';
  const settings = (values: Readonly<Record<string, string>>) => {
    const found = toSettings(
      Object.entries({ 'Programme time zone': 'America/Chicago', ...values }).map(([Setting, Value]) =>
        row({ Setting, Value }),
      ),
    );
    if (found === undefined) throw new Error('There are settings.');
    return found;
  };
  const check = (value: string, at: string) =>
    lookAtSelfCheck(settings({ 'Last self-check': value }), Date.parse(at));

  test.each([
    ['2026-03-02: no problem', '2026-03-10T12:00:00Z', true, 'no problem, 2026-03-02'],
    // 23:00 of the 10th in Chicago, which has gone to summer time on the 8th: eight days.
    ['2026-03-02: no problem', '2026-03-11T04:00:00Z', true, 'no problem'],
    ['2026-03-02: no problem', '2026-03-11T06:00:00Z', false, '9 days ago'],
    ['2026-03-02: 1 problem: The form is closed', '2026-03-03T12:00:00Z', false, 'The form is closed'],
    ['', '2026-03-03T12:00:00Z', false, 'None has run yet'],
  ])('judge the last self-check "%s" at %s', (value, at, isOk, says) => {
    expect(check(value, at)).toMatchObject({ isOk, says: expect.stringContaining(says) });
  });

  test('say who the triggers belong to and whether that account is still in the team', () => {
    const team = [
      row({ Person: 'Head@one.example', Active: 'yes' }),
      row({ Person: 'gone@one.example', Active: 'no' }),
    ];
    const look = (owner: string) => lookAtTriggers(settings({ 'Triggers run as': owner }), team);
    expect(look('head@one.example')).toMatchObject({ isOk: true });
    expect(look('gone@one.example')).toMatchObject({
      isOk: false,
      says: expect.stringContaining('Take over the triggers'),
    });
    expect(look('else@one.example').says).toContain('not in Team');
    expect(look('').says).toContain('Set up this registry');
  });

  test('tell how long the oldest message waits and which could not be sent', () => {
    // 2026-03-02 06:00 in Chicago, which is 12:00 UTC, as Sheets counts it.
    const queued = row({ State: 'Queued', 'Queued at': 46_083.25 });
    const look = (rows: readonly TabRow[], at: string) =>
      lookAtOutbox(rows, 'America/Chicago', Date.parse(at));
    expect(look([row({ State: 'Sent', 'Queued at': 1 })], '2026-03-02T12:00:00Z')).toMatchObject({
      isOk: true,
      says: 'nothing waits',
    });
    expect(look([queued], '2026-03-03T12:59:00Z')).toMatchObject({
      isOk: true,
      says: '1 message waits, the oldest for 24 hours',
    });
    expect(look([queued, queued], '2026-03-03T13:00:00Z')).toMatchObject({
      isOk: false,
      says: expect.stringContaining('2 messages wait, the oldest for 25 hours'),
    });
    const failed = row({ State: 'Failed' });
    expect(look([failed], '2026-03-02T12:00:00Z').says).toContain('Send a message again');
    const retried = row({ State: 'Failed', 'Tried again at': 46_084 });
    expect(look([retried], '2026-03-02T12:00:00Z').isOk).toBe(true);
  });
});
