import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeLocalClient } from '../../../scripts/google/client/local-client.ts';
import { COMMANDS } from '../../../scripts/google/commands/table.ts';
import { digest } from '../../../scripts/google/digest.ts';
import { applyImport } from '../../../scripts/google/import/apply-import.ts';
import { readLiveBooks } from '../../../scripts/google/import/live-books.ts';
import { applyRestore, planRestore } from '../../../scripts/google/import/restore.ts';
import { runCommandLine } from '../../../scripts/google/run-command-line.ts';
import { type LiveWorkbook, openLiveWorkbook } from '../../../scripts/google/workbook/live-workbook.ts';
import { buildWhenStale } from '../../../scripts/replay/build-when-stale.ts';
import { callCommand } from '../../../scripts/replay/call-command.ts';
import type { World } from '../../../scripts/replay/world.ts';
import { mintInstant } from '../../../src/core/calendar/mint-dates.ts';
import { parseLocalTime } from '../../../src/core/calendar/parse-local-time.ts';
import { parseBackup } from '../../../src/registry/export/backup-format.ts';
import { decideImport } from '../../../src/registry/import/decide-import.ts';
import { findBrokenEntry } from '../../../src/registry/journal/verify-chain.ts';
import type { Kind } from '../../../src/registry/records.ts';
import { sameCell } from '../../../src/registry/rows/cell-values.ts';
import { readLayout } from '../../../src/registry/rows/table-layout.ts';
import { JOURNAL_TAB, TAB_ORDER, TABS, type TabKind } from '../../../src/registry/schema/schema.ts';
import type { RestFault } from '../../../src/sandbox/rest/rest-api.ts';
import { type RestServer, serveRest } from '../../../src/sandbox/rest/serve-rest.ts';
import { type Files, mappingOf, rowsOf, tablesOf } from '../../registry/import/support/import-files.ts';
import { writeOldRegistry } from '../../registry/import/support/old-registry.ts';
import { address } from '../../registry/support/test-door.ts';
import { entriesOf } from '../../support/entries-of.ts';
import { readState } from '../../support/fill-records.ts';
import { forkWorld, openFilledWorld } from '../../support/open-filled-world.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const HEAD = 'head@one.example';
const NOW = '2026-06-01T15:00:00Z';

let fresh: World;
let world: World;
let server: RestServer;
let faults: (RestFault | undefined)[] = [];
let folder: string;
let clicks = 0;

beforeAll(async () => {
  await buildWhenStale(root);
  fresh = openFilledWorld(root, [{ at: '2026-06-01T10:00' }]);
}, 60_000);

async function open(): Promise<void> {
  world = forkWorld(fresh);
  server = await serveRest(world.workspace, {
    faultFor: ({ method }) => (method.endsWith('batchUpdate') ? faults.shift() : undefined),
    allowance: { project: 1000, person: 1000 },
  });
}

beforeEach(async () => {
  faults = [];
  folder = mkdtempSync(join(tmpdir(), 'import-'));
  await open();
});

afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const client = () => makeLocalClient(server.rootUrl, HEAD, { wait: async () => undefined });
const workbook = (): LiveWorkbook => openLiveWorkbook(client(), world.spreadsheetId);

function give(command: string, input: object = {}, as = HEAD) {
  clicks += 1;
  const call = { as, command, input, requestId: `click-${clicks}` };
  return callCommand(world.workspace, world.scriptId, call).answer;
}

/** Decides the files and writes them in small chunks. */
async function importOnce(files: Files, most = 4000): Promise<number> {
  const books = await readLiveBooks(workbook());
  const { units } = decideImport(books.state, rowsOf(files), {
    now: mintInstant(NOW),
    importer: address(HEAD),
  });
  const { chunks } = await applyImport(workbook(), books, units, {
    now: () => mintInstant(NOW),
    importer: HEAD,
    reason: 'Imported from a test',
    progress: () => undefined,
    wait: async () => undefined,
    most,
  });
  return chunks;
}

/** Every record of the registry but its notes to itself. */
function recordsOf({ state = readState(world) } = {}): Readonly<Record<string, readonly unknown[]>> {
  return Object.fromEntries(TAB_ORDER.map((kind) => [kind, state.list(kind as Kind)]));
}

function readJournal({ workspace, spreadsheetId }: World) {
  return entriesOf(workspace.table(spreadsheetId, JOURNAL_TAB.name).slice(1));
}

function tablesShown(): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    TAB_ORDER.map((kind) => [kind, world.workspace.table(world.spreadsheetId, TABS[kind].name)]),
  );
}

/** A date as scripts see it: a moment of the spreadsheet's time zone. */
function asDate(local: string): Date {
  const text = local.length > 10 ? local : `${local}T00:00`;
  return new Date(parseLocalTime(text, world.timeZone) ?? '');
}

/** Cells that a look at the whole table would put right. */
function differencesIn(kind: TabKind): readonly unknown[] {
  const [headers = [], ...rows] = world.workspace.table(world.spreadsheetId, TABS[kind].name);
  const { columns, idPosition } = readLayout(kind, headers);
  const records = readState(world).list(kind);
  expect(rows).toHaveLength(records.length);
  return records.flatMap((record) =>
    [...columns].flatMap(([place, { type, header, value }]) => {
      const shown = rows.find((row) => row[idPosition] === record.id)?.[place] ?? '';
      const cell = typeof shown === 'object' && 'date' in shown ? asDate(shown.date) : shown;
      const text = value(record as never);
      return sameCell(type, text, cell, world.timeZone) ? [] : [{ header, text, cell }];
    }),
  );
}

async function run(...argv: string[]): Promise<{ readonly exit: number; readonly said: string }> {
  const lines: string[] = [];
  const exit = await runCommandLine([...argv, '--local', '--spreadsheet', world.spreadsheetId], COMMANDS, {
    root,
    out: (text) => lines.push(text),
    err: (text) => lines.push(text),
    client: client(),
  });
  return { exit, said: lines.join('\n') };
}

/** Writes the files as CSV, and the mapping that people would have made of the proposal. */
function writeFiles(files: Files): string {
  const tables = tablesOf(files);
  for (const { file, headers, rows } of tables) {
    const lines = [headers, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(','));
    writeFileSync(join(folder, file), lines.join('\r\n'));
  }
  const path = join(folder, 'mapping.json');
  writeFileSync(path, mappingOf(tables));
  return path;
}

const OLD = writeOldRegistry(15, '2026-06-01');

describe('the command', () => {
  test('makes a mapping for the files where there is none, and asks what it cannot know', async () => {
    writeFileSync(join(folder, 'partners.csv'), 'Partner;E-mail;Since\nAcme;kim@acme.example;01.02.2024\n');
    const path = join(folder, 'mapping.json');
    expect(await run('import', join(folder, 'partners.csv'), '--mapping', path)).toMatchObject({ exit: 1 });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
      dateFormat: '',
      sources: [
        { kind: 'partners', file: 'partners.csv', columns: { partner: 'Partner', joinedOn: 'Since' } },
      ],
    });
    const second = await run('import', '--mapping', path);
    expect(second.exit).toBe(2);
    expect(second.said).toContain('dateFormat: write how dates look');
  });

  test('only shows the mapping that it would make in a dry run', async () => {
    writeFileSync(join(folder, 'partners.csv'), 'Partner,E-mail,Since\nAcme,kim@acme.example,2024-02-01\n');
    const path = join(folder, 'mapping.json');
    const dry = await run('import', join(folder, 'partners.csv'), '--mapping', path, '--dry-run');
    expect(dry).toMatchObject({ exit: 1, said: expect.stringContaining('"partner": "Partner"') });
    expect(dry.said).toContain('Nothing was changed.');
    expect(readdirSync(folder)).toEqual(['partners.csv']);
  });

  test('lists what it would do, imports once the registry is closed, and adds nothing when run again', async () => {
    const path = writeFiles(OLD);
    const dry = await run('import', '--mapping', path, '--dry-run', '--report', join(folder, 'report.csv'));
    expect(dry).toMatchObject({ exit: 0, said: expect.stringMatching(/leads +15 will be added/) });
    expect(readFileSync(join(folder, 'report.csv'), 'utf8')).toContain(
      '"leads.csv","",2,"leads","added","L-0001"',
    );
    const tooEarly = await run('import', '--mapping', path, '--yes');
    expect(tooEarly).toMatchObject({ exit: 1, said: expect.stringContaining('Begin an import…') });
    expect(readState(world).list('leads')).toEqual([]);

    expect(give('beginImport', { what: 'the old registry' })).toMatchObject({ ok: true });
    const done = await run('import', '--mapping', path, '--yes');
    expect(done).toMatchObject({ exit: 0, said: expect.stringContaining('the registry is open again') });
    expect(readState(world).list('leads')).toHaveLength(15);
    const again = await run('import', '--mapping', path, '--yes');
    expect(again).toMatchObject({ exit: 0, said: expect.stringContaining('There is nothing to add.') });
    const entries = readJournal(world).filter(({ command }) => command === 'import');
    expect(entries).toMatchObject([
      {
        actor: HEAD,
        subject: '39 rows',
        reason: expect.stringMatching(/^Imported from partners.csv \(SHA-256/),
      },
    ]);
  });

  test('judges dates by the clock of the Workspace, also when it only says what it would do', async () => {
    writeFileSync(
      join(folder, 'partners.csv'),
      'Partner,Contacts,Joined on\nAcme,kim@acme.example,2026-07-01\n',
    );
    const path = join(folder, 'mapping.json');
    await run('import', join(folder, 'partners.csv'), '--mapping', path);
    expect(await run('import', '--mapping', path, '--dry-run')).toMatchObject({
      exit: 1,
      said: expect.stringContaining('Joined on is 2026-07-01, in the future.'),
    });
  });

  test('imports nothing where a row is refused, unless told to leave it out', async () => {
    const leads = (OLD.leads ?? []).map((lead, n) =>
      n === 0 ? { ...lead, 'Sales account owner': 'who' } : lead,
    );
    const path = writeFiles({ ...OLD, leads });
    give('beginImport');
    const refused = await run('import', '--mapping', path, '--yes');
    expect(refused).toMatchObject({ exit: 1, said: expect.stringContaining('nothing was imported') });
    expect(readState(world).list('partners')).toEqual([]);
    expect(await run('import', '--mapping', path, '--yes', '--skip-refused')).toMatchObject({ exit: 1 });
    expect(readState(world).list('leads')).toHaveLength(14);
  });
});

describe('a file that cannot be read or written', () => {
  test.each([
    ['a mapping that is a folder', ['--mapping', 'there'], /there is a folder and no file\. Name a file\./],
    ['a folder to be imported', ['there', '--mapping', 'new.json'], /there is a folder and no file/],
    [
      'a workbook that is a folder',
      ['book.xlsx', '--mapping', 'new.json'],
      /book\.xlsx is a folder and no file/,
    ],
    [
      'a mapping in a folder that is not there',
      ['old.csv', '--mapping', 'missing/new.json'],
      /There is no folder .*missing\. Make it first, or name another one\./,
    ],
    [
      'a report in a folder that is not there',
      ['--mapping', 'mapping.json', '--report', 'missing/verdicts.csv'],
      /There is no folder .*missing\. Make it first/,
    ],
    ['files beside a backup', ['old.csv', '--backup', 'b.json'], /The backup is all .* not .*old\.csv too\./],
    ['a backup that is not there', ['--backup', 'none.json'], /There is no file .*none\.json\./],
  ])('is told with what to do: %s', async (_what, args, said) => {
    writeFiles(OLD);
    writeFileSync(join(folder, 'old.csv'), 'Partner;E-mail\nAcme;kim@acme.example\n');
    mkdirSync(join(folder, 'there'));
    mkdirSync(join(folder, 'book.xlsx'));
    const options = args.map((one) => (one.startsWith('--') ? one : join(folder, one)));
    expect(await run('import', ...options)).toEqual({ exit: 2, said: expect.stringMatching(said) });
  });
});

describe('what an import leaves', () => {
  test('is a journal that is whole, and tables that show what the records say', async () => {
    give('beginImport');
    expect(await importOnce(OLD)).toBeGreaterThan(3);
    expect(findBrokenEntry(readJournal(world), digest)).toBeNull();
    expect(tablesShown().leads).toHaveLength(16);
    for (const kind of TAB_ORDER) expect(differencesIn(kind), kind).toEqual([]);
  });

  test('is a registry in which an audit finds nothing, once the clock has written the totals', async () => {
    give('beginImport');
    await importOnce(OLD);
    world.workspace.advanceTo(world.workspace.now + 6 * 3_600_000);
    const { exit, said } = await run('verify');
    expect(said).toMatch(/^No differences on /m);
    expect(exit).toBe(0);
  });

  test('has moments of the clock of the Workspace, and nothing in it is after now', async () => {
    give('beginImport');
    const begun = world.workspace.now;
    expect(await run('import', '--mapping', writeFiles(OLD), '--yes')).toMatchObject({ exit: 0 });
    const { at = '' } = readJournal(world).find(({ command }) => command === 'import') ?? {};
    expect(Math.abs(Date.parse(at) - begun)).toBeLessThan(60_000);
    world.workspace.advanceTo(world.workspace.now + 6 * 3_600_000);
    const { exit, said } = await run('verify');
    expect(said).toMatch(/^No differences on /m);
    expect(exit).toBe(0);
  });

  test('is the same however often it was stopped', async () => {
    give('beginImport');
    const chunks = await importOnce(OLD);
    const once = recordsOf();
    for (const stopped of Array.from({ length: chunks - 1 }, (_, n) => n + 1)) {
      await server.close();
      await open();
      give('beginImport');
      faults = [...Array.from({ length: stopped }, () => undefined), { status: 403 }];
      await expect(importOnce(OLD)).rejects.toThrow();
      await importOnce(OLD);
      expect(recordsOf(), `stopped after ${stopped}`).toEqual(once);
    }
  });

  test.each([
    ['a quota that is used up', { status: 429 }],
    ['a failure at Google', { status: 503 }],
    ['a connection that breaks before', { cut: 'before' }],
    ['a connection that breaks behind', { cut: 'after' }],
  ] as const)('is the same after %s', async (_name, fault) => {
    give('beginImport');
    await importOnce(OLD);
    const once = recordsOf();
    await server.close();
    await open();
    give('beginImport');
    faults = [fault, undefined, fault, fault];
    await importOnce(OLD);
    expect(recordsOf()).toEqual(once);
    expect(findBrokenEntry(readJournal(world), digest)).toBeNull();
    expect(tablesShown().leads).toHaveLength(16);
  });
});

describe('while an import is running', () => {
  test('commands are refused, forms and the clock wait, cells are put back, until a head ends it', () => {
    give('admitPartner', { partner: 'Acme', contacts: ['kim@acme.example'], manager: 'ana@one.example' });
    give('beginImport', { what: 'the old registry' });
    const { workspace, spreadsheetId, formIds } = world;
    const partners = () => workspace.table(spreadsheetId, 'Partners');
    const column = partners()[0]?.indexOf('Referral partner') ?? -1;
    workspace.edit({ spreadsheetId, as: HEAD, tab: 'Partners', row: 2, column: column + 1, value: 'Typed' });
    const answers = { 'Customer name': 'Globex' };
    workspace.submitForm({ formId: formIds['Register a lead'], as: 'kim@acme.example', answers });
    expect(give('suspendPartner', { partner: 'Acme', reason: 'x' })).toMatchObject({
      ok: false,
      code: 'busy',
      issues: [
        { message: expect.stringContaining('An import (the old registry) is running since 2026-06-01') },
      ],
    });
    workspace.advanceTo(Date.parse(NOW) + 7 * 3_600_000);
    expect(readJournal(world).at(-1)).toMatchObject({ command: 'beginImport' });
    expect(workspace.executions.filter(({ status }) => status !== 'done')).toEqual([]);
    expect(partners()[1]?.[column]).toBe('Typed');

    expect(give('endImport', {}, 'fay@one.example')).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(give('endImport')).toMatchObject({ ok: true });
    workspace.advanceTo(Date.parse(NOW) + 14 * 3_600_000);
    expect(partners()[1]?.[column]).toBe('Acme');
    expect(readState(world).list('leads')).toMatchObject([{ registration: { customer: 'Globex' } }]);
  });

  test('an export says that it may be incomplete', async () => {
    const note = 'An import (the old registry) is running since 2026-06-01';
    expect((await run('export', '--dry-run')).said).not.toContain(note);
    give('beginImport', { what: 'the old registry' });
    const { exit, said } = await run('export', '--dry-run');
    expect(said).toContain(`note    ${note}`);
    expect(said).toContain('what is written may be incomplete');
    expect(exit).toBe(0);
  });

  test('set-up changes nothing and says why', () => {
    give('beginImport', { what: 'the old registry' });
    const { workspace, scriptId } = world;
    const before = workspace.toJSON().spreadsheets;
    const { error } = workspace.run(scriptId, {
      as: HEAD,
      function: 'setUp',
      args: [],
      context: 'editor',
    });
    expect(error).toBeNull();
    expect(JSON.stringify(workspace.executions.at(-1)?.log)).toContain(
      'An import (the old registry) is running since',
    );
    expect(workspace.toJSON().spreadsheets).toEqual(before);
  });

  test('stops where somebody ended it, and writes nothing more', async () => {
    give('beginImport');
    const books = await readLiveBooks(workbook());
    const { units } = decideImport(books.state, rowsOf(OLD), {
      now: mintInstant(NOW),
      importer: address(HEAD),
    });
    let chunks = 0;
    const writing = applyImport(workbook(), books, units, {
      now: () => mintInstant(NOW),
      importer: HEAD,
      reason: '',
      progress: () => {
        chunks += 1;
        if (chunks === 2) give('endImport');
      },
      most: 4000,
    });
    await expect(writing).rejects.toThrow('Somebody else has written');
    expect(chunks).toBe(2);
  });
});

describe('a backup', () => {
  test('is restored into an empty registry as it was, also when stopped in between', async () => {
    give('beginImport');
    await importOnce(OLD);
    give('registerLead', { partner: 'P-001', customer: 'A later lead' });
    const file = join(folder, 'backup.json');
    expect(await run('export', '--out', file)).toMatchObject({ exit: 0 });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const backup = readFileSync(file, 'utf8');
    const [records, shown] = [recordsOf(), tablesShown()];

    await server.close();
    await open();
    give('beginImport');
    const parsed = parseBackup(backup, digest);
    if (!parsed.ok) throw new Error(parsed.problem);
    faults = [undefined, undefined, { status: 403 }];
    const restoring = async () => {
      const books = await readLiveBooks(workbook());
      const plan = planRestore(books, parsed.backup, 8000);
      if (!plan.ok) throw new Error(plan.problem);
      await applyRestore(workbook(), books, plan, { progress: () => undefined });
      return plan;
    };
    await expect(restoring()).rejects.toThrow();
    expect((await restoring()).done).toBe(2);
    expect(await run('export', '--out', file, '--overwrite')).toMatchObject({ exit: 0 });
    expect(readFileSync(file, 'utf8')).toBe(backup);
    expect(recordsOf()).toEqual(records);
    expect(tablesShown()).toEqual(shown);
    expect(give('registerLead', { partner: 'P-001', customer: 'One more' })).toMatchObject({ ok: true });
    world.workspace.advanceTo(world.workspace.now + 6 * 3_600_000);
    expect(await run('verify')).toMatchObject({
      exit: 0,
      said: expect.stringMatching(/^No differences on /m),
    });
  });

  test('is restored from the command line by the file alone', async () => {
    give('admitPartner', { partner: 'Acme', contacts: ['kim@acme.example'], manager: 'ana@one.example' });
    const file = join(folder, 'backup.json');
    await run('export', '--out', file);
    const records = recordsOf();
    await server.close();
    await open();
    expect(await run('import', '--backup', file)).toMatchObject({ exit: 1 });
    expect(await run('import', '--backup', file, '--yes')).toMatchObject({
      exit: 1,
      said: expect.stringContaining('Begin an import'),
    });
    give('beginImport');
    expect(await run('import', '--backup', file, '--yes')).toMatchObject({ exit: 0 });
    expect(recordsOf()).toEqual(records);
    expect(await run('import', '--backup', file, '--yes')).toMatchObject({
      exit: 0,
      said: expect.stringContaining('All of it is in the registry'),
    });
  });

  test('is not written where it would lack something, or over another file', async () => {
    const file = join(folder, 'backup.json');
    expect((await run('export', '--out', file, '--dry-run')).said).toContain('Nothing was written');
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(file, 'mine');
    expect(await run('export', '--out', file)).toMatchObject({
      exit: 1,
      said: expect.stringContaining('is there already'),
    });
    const rows = world.workspace.table(world.spreadsheetId, JOURNAL_TAB.name);
    const column = JOURNAL_TAB.headers.indexOf('Actor') + 1;
    const at = { spreadsheetId: world.spreadsheetId, as: HEAD, tab: JOURNAL_TAB.name };
    world.workspace.edit({ ...at, row: rows.length, column, value: 'else@one.example' });
    expect(await run('export', '--out', file, '--overwrite')).toMatchObject({
      exit: 1,
      said: expect.stringContaining('was changed after it was written'),
    });
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  test('is refused, as are rows, by a registry whose records are of a later version', async () => {
    const file = join(folder, 'backup.json');
    await run('export', '--out', file);
    give('beginImport');
    const rows = world.workspace.table(world.spreadsheetId, '_state');
    const mark = JSON.parse(String(rows.at(-1)?.[2]));
    const at = { spreadsheetId: world.spreadsheetId, as: HEAD, tab: '_state' };
    const value = JSON.stringify({ ...mark, schema: mark.schema + 1 });
    world.workspace.edit({ ...at, row: rows.length, column: 3, value });
    const said = expect.stringContaining('Push the newer script again');
    expect(await run('import', '--backup', file, '--yes')).toMatchObject({ exit: 1, said });
    const path = writeFiles(OLD);
    expect(await run('import', '--mapping', path, '--yes')).toMatchObject({ exit: 1, said });
  });

  test('is refused by a registry that has leads', async () => {
    give('beginImport');
    await importOnce(OLD);
    const books = await readLiveBooks(workbook());
    const journal = readJournal(world).slice(0, 2);
    expect(planRestore(books, { schemaVersion: 1, timeZone: world.timeZone, journal })).toMatchObject({
      ok: false,
      problem: expect.stringContaining('this one has leads'),
    });
  });
});
