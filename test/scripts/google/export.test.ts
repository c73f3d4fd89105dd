import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeLocalClient } from '../../../scripts/google/client/local-client.ts';
import { COMMANDS } from '../../../scripts/google/commands/table.ts';
import { digest } from '../../../scripts/google/digest.ts';
import { runCommandLine } from '../../../scripts/google/run-command-line.ts';
import { buildWhenStale } from '../../../scripts/replay/build-when-stale.ts';
import { listArchives } from '../../../src/registry/commands/archive/journal-archives.ts';
import { parseBackup } from '../../../src/registry/export/backup-format.ts';
import { TAB_ORDER, TABS } from '../../../src/registry/schema/schema.ts';
import { type RestServer, serveRest } from '../../../src/sandbox/rest/serve-rest.ts';
import { readState } from '../../support/fill-records.ts';
import { openFilledWorld } from '../../support/open-filled-world.ts';
import { give, openThreeLargeYears } from '../../support/open-three-years.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const COURSE = 'test/scenarios/first-deal-earns-ten-percent-paid-thirty-days-after-cash.json';
const HEAD = 'head@one.example';

let server: RestServer;
let folder: string;

beforeAll(async () => {
  await buildWhenStale(root);
  const course = readFileSync(`${root}${COURSE}`, 'utf8').replaceAll('"$6"', '"D-0001"');
  const { steps } = JSON.parse(course) as { steps: object[] };
  const note = { at: '2026-03-02T12:00', as: 'ana@one.example', do: 'registerLead' };
  const world = openFilledWorld(root, [
    ...steps,
    { ...note, with: { partner: 'P-001', customer: '=SUM(A1)', website: '' } },
  ]);
  server = await serveRest(world.workspace, { allowance: { project: 1000, person: 1000 } });
}, 60_000);

afterAll(() => server.close());

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'export-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const run = (...argv: readonly string[]) => runAt(server, 'export', ...argv);

/** Runs a command line against the registry that this serves. */
async function runAt({ rootUrl }: RestServer, ...argv: readonly string[]) {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const client = makeLocalClient(rootUrl, HEAD, { wait: async () => undefined });
  const exit = await runCommandLine([...argv, '--local'], COMMANDS, {
    root,
    out: say,
    err: say,
    client,
  });
  return { exit, said: said.join('\n') };
}

/** The lines of a CSV file behind its mark, cells still as they are written. */
const linesOf = (file: string) => readFileSync(file, 'utf8').replace('\uFEFF', '').trimEnd().split('\r\n');

describe('An export as CSV', () => {
  test('has a file for each table, which only its owner may read', async () => {
    const out = join(folder, 'csv');
    expect(await run('--format', 'csv', '--out', out)).toMatchObject({ exit: 0 });
    expect(readdirSync(out).sort()).toEqual(TAB_ORDER.map((kind) => `${TABS[kind].name}.csv`).sort());
    expect(statSync(join(out, 'Leads.csv')).mode & 0o777).toBe(0o600);
    expect(statSync(out).mode & 0o777).toBe(0o700);
  });

  test('writes figures and days as they are, and what people wrote as text', async () => {
    const out = join(folder, 'csv');
    await run('--format', 'csv', '--out', out);
    const [headers = '', line = ''] = linesOf(join(out, 'Commissions.csv'));
    expect(headers).toMatch(
      /^"Commission ID","Referral partner","Customer","Amount","Currency","Status","Due on"/,
    );
    expect(line).toMatch(/^"C-0001","Acme Consulting","Globex GmbH",12345\.68,"USD","Paid",2026-03-02,/);
    expect(linesOf(join(out, 'Leads.csv')).at(-1)).toContain(`"'=SUM(A1)"`);
  });
});

describe('An export as XLSX', () => {
  test('has a sheet for each table, with figures as numbers and days as dates', async () => {
    const out = join(folder, 'registry.xlsx');
    expect(await run('--format', 'xlsx', '--out', out)).toMatchObject({ exit: 0 });
    const sheets = await readXlsxFile(out);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(TAB_ORDER.map((kind) => TABS[kind].name));
    const rowsOf = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data ?? [];
    const [headers = [], line = []] = rowsOf('Commissions');
    const at = (header: string) => line[headers.indexOf(header)];
    expect(at('Commission ID')).toBe('C-0001');
    expect(at('Amount')).toBe(12_345.68);
    expect(at('Due on')).toEqual(new Date('2026-03-02T00:00:00Z'));
    const [named = [], ...leads] = rowsOf('Leads');
    expect(leads.at(-1)?.[named.indexOf('Customer')]).toBe('=SUM(A1)');
    expect(statSync(out).mode & 0o777).toBe(0o600);
  });
});

describe('An export that cannot be written', () => {
  test.each([
    [
      'into a folder that is not there',
      ['--out', 'missing/x.json'],
      /There is no folder .*missing\. Make it first/,
    ],
    ['over a folder', ['--out', 'there', '--overwrite'], /there is a folder and no file\. Name a file\.$/],
    [
      'as a folder over a file',
      ['--format', 'csv', '--out', 'file', '--overwrite'],
      /file is there already as something else\. Move it away, or name another\.$/,
    ],
    ['through a file', ['--out', 'file/x.json'], /x\.json leads through a file/],
    ['without persons whose file is a folder', ['--erase', 'there'], /there is a folder and no file/],
  ])('%s says so, also as JSON, and ends with 2', async (_how, args, said) => {
    mkdirSync(join(folder, 'there'));
    writeFileSync(join(folder, 'file'), 'mine');
    const options = args.map((one) => (/^--|^csv$/.test(one) ? one : join(folder, one)));
    const out: string[] = [];
    const exit = await runCommandLine(['export', ...options, '--local', '--json'], COMMANDS, {
      root,
      out: (text) => out.push(text),
      err: () => undefined,
      client: makeLocalClient(server.rootUrl, HEAD, { wait: async () => undefined }),
    });
    expect(JSON.parse(out.join('\n'))).toEqual({ problem: expect.stringMatching(said) });
    expect(exit).toBe(2);
    expect(readdirSync(folder).sort()).toEqual(['file', 'there']);
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('mine');
  });
});

describe('A backup without some persons', () => {
  const write = (lines: string): string => {
    const file = join(folder, 'erase.txt');
    writeFileSync(file, lines);
    return file;
  };

  test('names them nowhere and is whole', async () => {
    const out = join(folder, 'backup.json');
    const before = join(folder, 'before.json');
    await run('--out', before);
    expect(readFileSync(before, 'utf8')).toContain('kim@acme.example');
    const done = await run('--out', out, '--erase', write('Kim@acme.example\n\n'));
    expect(done).toMatchObject({ exit: 0, said: expect.stringMatching(/\d+ places erased/) });
    const text = readFileSync(out, 'utf8');
    expect(text.toLowerCase()).not.toContain('kim@acme.example');
    expect(parseBackup(text, digest)).toMatchObject({ ok: true });
  });

  test.each([
    ['somebody who is nowhere', 'Nobody Here\n', 1, /"Nobody Here" is nowhere in the registry/],
    ['a word too short to be a name', 'Al\n', 2, /"Al" would be found in other words/],
    ['nobody', '\n', 2, /names nobody/],
  ])('is not written for %s', async (_who, lines, exit, said) => {
    const out = join(folder, 'backup.json');
    expect(await run('--out', out, '--erase', write(lines))).toMatchObject({
      exit,
      said: expect.stringMatching(said),
    });
    expect(existsSync(out)).toBe(false);
  });
});

describe('A backup of a registry with archived years', () => {
  test('has them all, and is restored without their spreadsheets', async () => {
    const archived = openThreeLargeYears(root);
    const striking = { as: HEAD, function: 'whenClockStrikes', args: [], context: 'editor' as const };
    archived.workspace.run(archived.scriptId, striking);
    expect(listArchives(readState(archived)).map(({ state }) => state)).toEqual(['moved', 'moved']);
    const out = join(folder, 'backup.json');
    const first = await serveRest(archived.workspace, { allowance: { project: 1000, person: 1000 } });
    expect(await runAt(first, 'export', '--out', out)).toMatchObject({ exit: 0 });
    await first.close();
    const { applied } = readState(archived).mark;
    expect(JSON.parse(readFileSync(out, 'utf8')).journal).toHaveLength(applied + 1);

    const fresh = openFilledWorld(root, [{ at: '2026-03-01T10:00' }]);
    give(fresh, 'beginImport', {});
    const second = await serveRest(fresh.workspace, { allowance: { project: 1000, person: 1000 } });
    expect(await runAt(second, 'import', '--backup', out, '--yes')).toMatchObject({ exit: 0 });
    await second.close();
    expect(listArchives(readState(fresh))).toEqual([]);
    expect(readState(fresh).list('leads')).toEqual(readState(archived).list('leads'));
    expect(give(fresh, 'registerLead', { partner: 'P-001', customer: 'One more' })).toBe('L-0010');
  }, 60_000);
});

test('A format that there is not, and persons to leave out of tables, are refused', async () => {
  expect(await run('--format', 'pdf')).toMatchObject({
    exit: 2,
    said: expect.stringContaining('choose json, xlsx, csv'),
  });
  const file = join(folder, 'erase.txt');
  writeFileSync(file, 'Kim Acme\n');
  expect(await run('--format', 'csv', '--erase', file)).toMatchObject({ exit: 2 });
});
