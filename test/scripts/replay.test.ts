import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWhenStale } from '../../scripts/replay/build-when-stale.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'replay-'));

function replay(...args: string[]) {
  const command = ['--import', 'tsx', join(root, 'scripts/replay.ts'), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  return { status, stdout, stderr };
}

function write(name: string, value: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
}

const HEAD = 'head@one.example';
const admission = {
  name: 'a partner is admitted',
  steps: [
    {
      at: '2026-01-05T09:00',
      as: HEAD,
      do: 'admitPartner',
      with: { partner: 'Acme Consulting', contacts: ['kim@acme.example'], manager: 'ana@one.example' },
    },
    {
      at: '2026-01-05T10:00',
      as: 'kim@acme.example',
      do: 'updateSettings',
      with: { 'Commission rate': '0.5' },
    },
  ],
};

describe('npm run replay', () => {
  beforeAll(() => buildWhenStale(root));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('prints one JSON document for one file and ends with 0 though a step was refused', () => {
    const { status, stdout, stderr } = replay(write('one.json', admission));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const document = JSON.parse(stdout);
    expect(document.name).toBe(admission.name);
    expect(document.steps[0]).toMatchObject({ ok: true, id: 'P-001' });
    expect(document.steps[1]).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(document.tables.Partners).toHaveLength(1);
    expect(document.tables.Partners[0]).toMatchObject({ 'Partner ID': 'P-001', 'Joined on': '2026-01-05' });
    expect(Object.keys(document)).toEqual(['name', 'steps', 'tables', 'mail', 'formulas', 'files', 'calls']);
    expect(Object.keys(document.calls)).toEqual(['admitPartner', 'updateSettings']);
  });

  it('prints an array for several files, in the order given', () => {
    const other = { ...admission, name: 'another' };
    const { status, stdout } = replay(write('b.json', other), write('a.json', admission));
    expect(status).toBe(0);
    expect(JSON.parse(stdout).map(({ name }: { name: string }) => name)).toEqual(['another', admission.name]);
  });

  it('prints one table as text for a person', () => {
    const { status, stdout } = replay('--table', 'Partners', write('table.json', admission));
    const [headers, , row] = stdout.split('\n');
    expect(status).toBe(0);
    expect(headers).toMatch(/^Partner ID +Referral partner/);
    expect(row).toMatch(/^P-001 +Acme Consulting/);
  });

  it('plays the same file to the same document every time', () => {
    const path = write('again.json', admission);
    expect(replay(path).stdout).toBe(replay(path).stdout);
  });

  const malformed: { name: string; args: () => string[]; says: string[] }[] = [
    { name: 'no file', args: () => [], says: ['name at least one scenario file'] },
    { name: 'an unknown option', args: () => ['--tabel', 'x.json'], says: ['unknown option --tabel'] },
    {
      name: 'a table that does not exist',
      args: () => ['--table', 'Leeds', write('t.json', admission)],
      says: ['no tab Leeds'],
    },
    {
      name: 'a file that is not there',
      args: () => [join(folder, 'nowhere.json')],
      says: ['nowhere.json: cannot be read'],
    },
    {
      name: 'a file that is no JSON',
      args: () => [write('broken.json', '{ "name": ')],
      says: ['broken.json: is not JSON'],
    },
    {
      name: 'several files with several mistakes, all at once',
      args: () => [
        write('first.json', { steps: [{ at: 'soon', as: HEAD, do: 'aproveLead' }] }),
        write('second.json', {
          name: 'x',
          steps: [{ at: '2026-01-05T09:00', as: HEAD, do: 'approveLead', with: { lead: '$5' } }],
        }),
      ],
      says: [
        'first.json: name: is missing',
        'first.json: steps[0].at:',
        'first.json: steps[0].do:',
        'second.json: steps[0].with.lead:',
      ],
    },
    {
      name: 'a setting that the registry refuses',
      args: () => [write('settings.json', { ...admission, settings: { 'Commission rate': '7' } })],
      says: ['settings.json: settings["Commission rate"]'],
    },
  ];
  it.each(malformed)('ends with 2 and an empty stdout for $name', ({ args, says }) => {
    const { status, stdout, stderr } = replay(...args());
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    for (const text of says) expect(stderr).toContain(text);
  });
});
