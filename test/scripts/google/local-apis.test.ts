import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GoogleClient } from '../../../scripts/google/client/google-client.ts';
import { makeLocalClient } from '../../../scripts/google/client/local-client.ts';
import { COMMANDS } from '../../../scripts/google/commands/table.ts';
import { runCommandLine } from '../../../scripts/google/run-command-line.ts';
import { openLiveWorkbook, wholeTab } from '../../../scripts/google/workbook/live-workbook.ts';
import { dateOfSerial, serialOfDate } from '../../../scripts/google/workbook/serial-dates.ts';
import type { RestFault } from '../../../src/sandbox/rest/rest-api.ts';
import { type RestServer, serveRest } from '../../../src/sandbox/rest/serve-rest.ts';
import { Workspace } from '../../../src/sandbox/workspace.ts';

const OWNER = 'owner@one.example';

let workspace: Workspace;
let server: RestServer;
let id: string;
let faults: (RestFault | undefined)[] = [];
let waits: number[] = [];
let now = 0;

beforeEach(async () => {
  faults = [];
  waits = [];
  now = 0;
  workspace = new Workspace({ now: Date.parse('2026-03-02T10:00:00Z'), domain: 'one.example' });
  id = workspace.createSpreadsheet({ name: 'Book', owner: OWNER, timeZone: 'Europe/Berlin' });
  server = await serveRest(workspace, { faultFor: () => faults.shift(), clock: () => now });
});

afterEach(() => server.close());

function clientOf(person: string): GoogleClient {
  return makeLocalClient(server.rootUrl, person, {
    chance: () => 0,
    wait: async (ms) => {
      waits.push(ms);
      now += ms;
    },
  });
}

const bookOf = (person: string) => openLiveWorkbook(clientOf(person), id);

const row = (...texts: readonly string[]) => ({
  values: texts.map((stringValue) => ({ userEnteredValue: { stringValue } })),
});

const append = (...texts: readonly string[]) => ({
  appendCells: { sheetId: 0, rows: [row(...texts)], fields: 'userEnteredValue' },
});

describe('A workbook behind the Sheets API', () => {
  test('tells its title, time zone, tabs and sizes', async () => {
    const meta = await bookOf(OWNER).meta();
    expect(meta).toMatchObject({ id, title: 'Book', timeZone: 'Europe/Berlin' });
    expect(meta.tabs).toEqual([
      { id: 0, title: 'Sheet1', index: 0, rows: 1000, columns: 26, isHidden: false, protections: [] },
    ]);
  });

  test('reads what people typed, dates as serial numbers that mean the moment meant', async () => {
    for (const [column, value] of [
      [1, "'=x"],
      [2, '12.5'],
      [3, '7/4/2026'],
      [4, 'TRUE'],
    ] as const) {
      workspace.edit({ spreadsheetId: id, as: OWNER, tab: 'Sheet1', row: 2, column, value });
    }
    const book = bookOf(OWNER);
    const [tab] = (await book.meta()).tabs;
    const [rows = []] = await book.read(tab === undefined ? [] : [wholeTab(tab)]);
    expect(rows[0]).toEqual([]);
    expect(rows[1]?.slice(0, 2)).toEqual(['=x', 12.5]);
    expect(rows[1]?.[3]).toBe(true);
    expect(dateOfSerial(Number(rows[1]?.[2]), 'Europe/Berlin').toISOString()).toBe(
      '2026-07-03T22:00:00.000Z',
    );
  });

  test('keeps texts as texts, and dates as dates for the script', async () => {
    const day = new Date('2026-03-28T23:00:00Z');
    const dated = {
      userEnteredValue: { numberValue: serialOfDate(day, 'Europe/Berlin') },
      userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } },
    };
    await bookOf(OWNER).write([
      {
        appendCells: {
          sheetId: 0,
          rows: [{ values: [...row('=SUM(A1)', '007').values, dated] }],
          fields: 'userEnteredValue,userEnteredFormat.numberFormat',
        },
      },
    ]);
    expect(workspace.table(id, 'Sheet1')).toEqual([['=SUM(A1)', '007', { date: '2026-03-29' }]]);
    expect(workspace.countFormulas()).toBe(0);
  });

  test('tells the time of the Workspace, to the second', async () => {
    const client = clientOf(OWNER);
    await openLiveWorkbook(client, id).meta();
    const told = Date.parse('2026-03-02T10:00:00Z');
    expect(Math.abs(client.now() - told)).toBeLessThan(5000);
  });

  test('carries out all changes or none', async () => {
    const wrong = { appendCells: { sheetId: 9, rows: [row('b')], fields: 'userEnteredValue' } };
    await expect(bookOf(OWNER).write([append('a'), wrong])).rejects.toThrow('No grid with id: 9');
    expect(workspace.table(id, 'Sheet1')).toEqual([]);
  });

  test('refuses fields that the discovery document does not know', async () => {
    const unknown = { appendCells: { sheetId: 0, rowz: [], fields: '*' } };
    await expect(bookOf(OWNER).write([unknown])).rejects.toThrow(
      'Unknown name "rowz" at \'requests[0].append_cells\': Cannot find field.',
    );
  });

  test('tells strangers nothing, and lets viewers read only', async () => {
    workspace.share(id, 'view@one.example', 'viewer');
    await expect(bookOf('else@two.example').meta()).rejects.toMatchObject({ kind: 'denied' });
    await expect(bookOf('view@one.example').meta()).resolves.toMatchObject({ title: 'Book' });
    await expect(bookOf('view@one.example').write([append('a')])).rejects.toMatchObject({ kind: 'denied' });
    await expect(openLiveWorkbook(clientOf(OWNER), 'nothing').meta()).rejects.toMatchObject({
      kind: 'missing',
    });
  });
});

describe('The local Workspace’s APIs', () => {
  test('are not for pages of other sites, nor for anybody without a token', async () => {
    const url = `${server.rootUrl}v4/spreadsheets/${id}`;
    const authorization = `Bearer local:${OWNER}`;
    const from = (headers: Readonly<Record<string, string>>) => fetch(url, { headers });
    expect((await from({ authorization, origin: 'https://two.example' })).status).toBe(403);
    expect((await from({})).status).toBe(401);
  });

  test('refuse query parameters that the discovery document does not know', async () => {
    const url = `${server.rootUrl}v4/spreadsheets/${id}?feilds=properties`;
    const response = await fetch(url, { headers: { authorization: `Bearer local:${OWNER}` } });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Unknown name \\"feilds\\"');
  });
});

describe('When Google does not answer as wished, the client', () => {
  test('waits as long as it is asked to, then twice as long each time', async () => {
    faults = [{ status: 429, retryAfterSeconds: 20 }, { status: 503 }, { status: 500 }];
    await expect(bookOf(OWNER).meta()).resolves.toMatchObject({ title: 'Book' });
    expect(waits).toEqual([20_000, 2_000, 4_000]);
  });

  test('gives up after seven tries', async () => {
    faults = Array.from({ length: 9 }, () => ({ status: 500 }));
    await expect(bookOf(OWNER).meta()).rejects.toMatchObject({ kind: 'failing' });
    expect(faults).toHaveLength(2);
  });

  test('does not send rows again that may have been added', async () => {
    faults = [{ cut: 'after' }];
    await expect(bookOf(OWNER).write([append('a')])).rejects.toMatchObject({ kind: 'unreachable' });
    expect(workspace.table(id, 'Sheet1')).toEqual([['a']]);
  });

  test('sends what sets cells again', async () => {
    faults = [{ cut: 'after' }, { cut: 'before' }];
    const set = { updateCells: { start: { sheetId: 0 }, rows: [row('a')], fields: 'userEnteredValue' } };
    await bookOf(OWNER).write([set], { repeatable: true });
    expect(workspace.table(id, 'Sheet1')).toEqual([['a']]);
  });

  test('sends rows again that were refused for lack of quota', async () => {
    const book = bookOf(OWNER);
    for (let i = 0; i < 61; i++) await book.write([append(String(i))]);
    expect(waits.length).toBeGreaterThan(0);
    expect(workspace.table(id, 'Sheet1')).toHaveLength(61);
  });

  test('says that the sign-in has run out, without the token', async () => {
    faults = [{ status: 401 }];
    const failure = await bookOf(OWNER)
      .meta()
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ kind: 'signed out' });
    expect(String(failure)).not.toContain('local:');
  });
});

describe('The command line', () => {
  async function run(...argv: readonly string[]) {
    const [out, err]: [string[], string[]] = [[], []];
    const exit = await runCommandLine(argv, COMMANDS, {
      root: '/nowhere',
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      client: clientOf(OWNER),
    });
    return { exit, out: out.join('\n'), err: err.join('\n') };
  }

  test('says what is left to do in a sheet that is not set up', async () => {
    const { exit, out } = await run('status', '--local');
    expect(exit).toBe(1);
    expect(out).toContain('Set up this registry');
  });

  test('prints JSON alone on stdout', async () => {
    const { out } = await run('status', '--local', '--json');
    expect(JSON.parse(out)).toHaveProperty('lines');
  });

  test('ends with 2 for bad use and with 3 where Google denies', async () => {
    expect((await run('stat')).exit).toBe(2);
    expect((await run('status', '--port', '80')).exit).toBe(2);
    expect((await run('status', '--yes', '--dry-run')).exit).toBe(2);
    faults = [{ status: 403 }];
    expect((await run('status', '--local')).exit).toBe(3);
  });

  test.each([
    [['verify', '--json', '--foo'], '--foo'],
    [['verify', '--local', '--json', '--port', 'abc'], 'not abc'],
    [['stat', '--json'], 'no command stat'],
    [['--json'], 'no command --json'],
    [['verify', 'foo', '--local', '--json'], 'verify takes options only, and not foo'],
  ])('prints bad use as JSON, too: %o', async (argv, says) => {
    const { exit, out, err } = await run(...argv);
    expect(exit).toBe(2);
    expect(JSON.parse(out)).toEqual({ problem: expect.stringContaining(says) });
    expect(err).toContain('Usage: npm run google');
  });

  test('gives the team access, takes it from those who left, and leaves strangers alone', async () => {
    const tab = (title: string) => ({ addSheet: { properties: { title } } });
    const fill = (sheetId: number, ...rows: readonly (readonly string[])[]) => ({
      appendCells: { sheetId, rows: rows.map((texts) => row(...texts)), fields: 'userEnteredValue' },
    });
    const team = [
      ['Person', 'Active'],
      [OWNER, 'yes'],
      ['new@one.example', 'yes'],
      ['gone@one.example', 'no'],
    ];
    const partners = [['Contacts'], ['carl@two.example, dora@two.example']];
    await bookOf(OWNER).write([tab('Team'), tab('Partners'), fill(1, ...team), fill(2, ...partners)]);
    workspace.share(id, 'gone@one.example', 'editor');
    workspace.share(id, 'dora@two.example', 'viewer');
    workspace.share(id, 'guest@three.example', 'viewer');
    const listed = await run('access', '--local');
    expect(listed.exit).toBe(1);
    expect(workspace.canOpen(id, 'new@one.example')).toBe(false);
    expect((await run('access', '--local', '--yes')).exit).toBe(0);
    expect(workspace.canEdit(id, 'new@one.example')).toBe(true);
    expect(workspace.canOpen(id, 'gone@one.example')).toBe(false);
    expect(workspace.canOpen(id, 'guest@three.example')).toBe(true);
    const again = await run('access', '--local');
    expect(again.exit).toBe(0);
    expect(again.out).toMatch(/dora@two\.example sees the workbook as a partner/);
    expect(again.out).toContain('guest@three.example sees the workbook and is not in Team: left alone.');
  });
});
