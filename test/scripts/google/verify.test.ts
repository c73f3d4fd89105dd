import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildWhenStale } from '../../../scripts/replay/build-when-stale.ts';
import { callCommand } from '../../../scripts/replay/call-command.ts';
import type { World } from '../../../scripts/replay/world.ts';
import { CHECKS } from '../../../src/registry/audit/checks.ts';
import { SCHEMA_VERSION } from '../../../src/registry/migrations/migrations.ts';
import { STATE_TAB } from '../../../src/registry/schema/schema.ts';
import { readState } from '../../support/fill-records.ts';
import { jumpTo } from '../../support/jump-to.ts';
import { forkWorld } from '../../support/open-filled-world.ts';
import { openAuditedWorld, overwrite, placeOf, verifyWorld } from './support/audited-world.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

let world: World;

beforeAll(async () => {
  await buildWhenStale(root);
  world = openAuditedWorld(root);
}, 120_000);

/** The lines in which checks found no difference. */
function soundChecks(checks: readonly { readonly check: string; readonly differ: number }[]) {
  return checks.filter(({ differ }) => differ === 0).map(({ check }) => check);
}

describe('An audit of a registry that nobody has meddled with', () => {
  test('finds nothing, says what it has looked at, and ends with 0', async () => {
    const { exit, told, report } = await verifyWorld(world);
    expect(told).toEqual([]);
    expect(exit).toBe(0);
    expect(report).toMatchObject({ on: '2026-01-14', unaudited: [], sound: true });
    expect(soundChecks(report.checks)).toEqual(Object.keys(CHECKS));
    const looked = Object.fromEntries(report.checks.map(({ check, looked }) => [check, looked]));
    expect(looked).toMatchObject({
      holders: 3,
      windows: 3,
      eligibility: 4,
      commissions: 3,
      // One paid line and two receipts.
      payments: 3,
      // One month of USD 9,749.95 paid and still owed of Acme, one of EUR 5,000.00 of Beta.
      statements: 2,
      // Tables, totals and the three books.
      protections: 18,
    });
    expect(report.checks.every(({ looked }) => looked > 0)).toBe(true);
  });

  test('changes nothing, whatever is asked', async () => {
    const before = JSON.stringify(world.workspace.toJSON());
    await verifyWorld(world, { args: ['--yes'] });
    await verifyWorld(world, { args: ['--dry-run'] });
    expect(JSON.stringify(world.workspace.toJSON())).toBe(before);
  });

  test('asks for all cells in few requests, and for little besides', async () => {
    const calls: string[] = [];
    const faultFor = ({ method }: { readonly method: string }) => {
      calls.push(method);
      return undefined;
    };
    await verifyWorld(world, { faultFor });
    expect(calls).toEqual([
      'sheets.spreadsheets.get',
      // Tabs are a thousand rows long, filled or not: 251,000 cells, 100,000 a request.
      'sheets.spreadsheets.values.batchGet',
      'sheets.spreadsheets.values.batchGet',
      'sheets.spreadsheets.values.batchGet',
      'drive.files.get',
      'sheets.spreadsheets.values.batchGet',
    ]);
  });

  test('is held against an entry that was noted before', async () => {
    const { report } = await verifyWorld(world);
    const known = `${report.last?.entry}:${report.last?.hash}`;
    expect((await verifyWorld(world, { args: ['--known', known] })).exit).toBe(0);
    const other = `${report.last?.entry}:${'0'.repeat(64)}`;
    const { exit, told } = await verifyWorld(world, { args: ['--known', other] });
    expect(exit).toBe(1);
    expect(told).toHaveLength(1);
    const said = `Journal  entry ${report.last?.entry}  Hash: found ${report.last?.hash}, expected ${'0'.repeat(64)}`;
    expect(told[0]?.startsWith(`${said}, as it was noted`)).toBe(true);
    expect((await verifyWorld(world, { args: ['--known', '12'] }).catch(() => null))?.exit ?? 2).toBe(2);
  });
});

test('The account that the triggers run as has to be an active programme head’s', async () => {
  const handed = forkWorld(world);
  const give = (as: string, input: object) =>
    callCommand(handed.workspace, handed.scriptId, {
      as,
      command: 'setTeamMember',
      input,
      requestId: JSON.stringify(input),
    }).answer;
  const member = { role: 'head', active: true };
  expect(give('head@one.example', { person: 'zoe@one.example', name: 'Zoe', ...member })).toMatchObject({
    ok: true,
  });
  expect((await verifyWorld(handed)).told).toEqual([]);
  const gone = { person: 'head@one.example', name: 'Head', role: 'head', active: false };
  expect(give('zoe@one.example', gone)).toMatchObject({ ok: true });
  const { told } = await verifyWorld(handed);
  expect(told).toContainEqual(
    expect.stringMatching(
      /^Settings!B\d+ .*found triggers that run as head@one\.example, expected an active programme head, such as zoe@one\.example/,
    ),
  );
});

describe('What follows the calendar', () => {
  const at = (time: string) => verifyWorld(jumpTo(world, `2026-01-15T${time}:00-06:00`));

  test('may stand as on the day before until six in the morning, when the day’s work is done', async () => {
    expect(await at('05:59')).toMatchObject({ exit: 0, told: [] });
  });

  test('stands as on the day from then on', async () => {
    expect(await at('06:00')).toMatchObject({
      exit: 1,
      told: [
        'Leads!AF5  L-0004  Time to decide: found 2 business days left, expected 1 business day left (section 6)',
      ],
    });
  });
});

describe('When Google does not answer as wished, an audit', () => {
  const cases = [
    { status: 401, says: 'Google does not take the sign-in any more' },
    { status: 403, says: 'Google refuses access to the spreadsheet' },
    { status: 404, says: 'Google does not find the spreadsheet' },
    { status: 429, says: 'Google’s allowance of requests is used up'.replace('’', "'") },
    { status: 503, says: 'Google failed with 503' },
  ];
  test.each(cases)('ends with 3 and says why: $status', async ({ status, says }) => {
    const { exit, err } = await verifyWorld(world, { faultFor: () => ({ status }) });
    expect(exit).toBe(3);
    expect(err).toContain(says);
  });

  test('waits for the allowance of the next minute and goes on', async () => {
    let refused = 0;
    const faultFor = () => {
      refused += 1;
      return refused <= 3 ? { status: 429, retryAfterSeconds: 1 } : undefined;
    };
    expect((await verifyWorld(world, { faultFor })).exit).toBe(0);
  });

  test('reads all again where somebody works meanwhile, and ends with 1 where it never stands still', async () => {
    const busy = forkWorld(world);
    let [reads, notes] = [0, 0];
    const meddle = (times: number) => ({
      faultFor: ({ method }: { readonly method: string }) => {
        if (method === 'drive.files.get' && reads < times) {
          reads += 1;
          notes += 1;
          busy.workspace.edit({
            spreadsheetId: busy.spreadsheetId,
            as: 'ana@one.example',
            tab: 'Leads',
            ...placeOf(busy, { tab: 'Leads', id: 'L-0004', header: 'Request note' }),
            value: `note ${notes}`,
          });
        }
        return undefined;
      },
    });
    const once = await verifyWorld(busy, meddle(1));
    expect(once.err).toContain('Somebody worked in the registry meanwhile: it is read again.');
    expect(once.told).toEqual([]);
    expect(once.exit).toBe(0);
    reads = 0;
    const always = await verifyWorld(busy, meddle(9));
    expect(always.exit).toBe(1);
    expect(always.err).toContain('People are working in the registry');
  });

  test('looks at nothing in a registry of another version', async () => {
    const { mark } = readState(world);
    const row = world.workspace.table(world.spreadsheetId, STATE_TAB.name).length;
    const later = JSON.stringify({ ...mark, schema: SCHEMA_VERSION + 1 });
    const { exit, err } = await verifyWorld(overwrite(world, STATE_TAB.name, { row, column: 3 }, later));
    expect(exit).toBe(1);
    expect(err).toContain(`records of version ${SCHEMA_VERSION + 1}, and this project knows those`);
  });

  test('says that a spreadsheet is no registry', async () => {
    const other = forkWorld(world);
    const spreadsheetId = other.workspace.createSpreadsheet({
      name: 'Book',
      owner: 'head@one.example',
      timeZone: 'Europe/Berlin',
    });
    const { exit, err } = await verifyWorld({ ...other, spreadsheetId });
    expect(exit).toBe(1);
    expect(err).toContain('has no tab Journal');
  });
});
