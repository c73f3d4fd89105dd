import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FileAccess, type Grant, planAccess } from '../../../scripts/google/access/plan-access.ts';
import { LiveWorld, OWNER } from './support/live-world.ts';

const ANA = 'ana@one.example';
const GONE = 'gone@one.example';
const JOE = 'joe@acme.example';
const EVE = 'eve@beta.example';

describe('access to a registry with partners', () => {
  let live: LiveWorld;

  beforeEach(async () => {
    live = await LiveWorld.open();
    await live.run('create', '--yes');
    await live.run('push', '--yes', '--skip-checks');
    live.choose('setUp');
    live.give('setTeamMember', { person: ANA, name: 'Ana', role: 'manager', active: true });
    live.give('setTeamMember', { person: GONE, name: 'Gone', role: 'head', active: true });
    live.give('setTeamMember', { person: GONE, name: 'Gone', role: 'head', active: false });
    live.give('admitPartner', { partner: 'Acme', contacts: [JOE], manager: ANA });
    live.give('admitPartner', { partner: 'Beta', contacts: [EVE], manager: ANA });
    live.give('shareSnapshot', { partner: 'Acme' });
    live.workspace.advanceTo(live.workspace.now + 86_400_000);
  });

  afterEach(() => live.close());

  const fileOf = (name: RegExp) => {
    const found = Object.values(live.world.files).find((file) => name.test(file.name));
    if (found === undefined) throw new Error(`There is no file ${name}.`);
    return found;
  };
  const snapshot = () => fileOf(/^Lead registry – Acme/);
  const form = () => fileOf(/^Register a lead$/);
  const folder = () => fileOf(/ snapshots$/);

  test('is as the registry itself keeps it but for snapshots that lie elsewhere than in their folder', async () => {
    const { exit, out } = await live.run('access');
    expect(exit).toBe(1);
    expect(out.split('\n')).toEqual([
      expect.stringMatching(/^move {4}the snapshot of Acme for \d{4}-\d\d into the folder for snapshots$/),
      'Nothing was changed. Run it again with --yes to apply this.',
    ]);
    expect((await live.run('access', '--yes')).exit).toBe(0);
    expect(snapshot().parent).toBe(folder().id);
    const before = live.snapshot();
    const again = await live.run('access', '--yes');
    expect(again.out).toBe('Nothing is to be changed.');
    expect(live.snapshot()).toEqual(before);
  });

  test('is put right on workbook, forms, folder and snapshots after people changed it', async () => {
    const { workspace } = live;
    workspace.share(form().id, ANA, 'editor');
    workspace.share(form().id, GONE, 'editor');
    workspace.share(folder().id, EVE, 'viewer');
    workspace.share(snapshot().id, EVE, 'viewer');
    workspace.share(snapshot().id, 'guest@three.example', 'viewer');
    const before = live.snapshot();
    const listed = await live.run('access', '--dry-run');
    expect(listed.out).toContain(
      `remove  ${ANA} no longer opens the form "Register a lead", being no programme head`,
    );
    expect(listed.out).toContain(
      `remove  ${GONE} no longer opens the form "Register a lead", having left the team`,
    );
    expect(listed.out).toContain('who would see every partner’s snapshots');
    expect(listed.out).toMatch(
      /remove {2}eve@beta\.example no longer opens the snapshot of Acme.*another partner/,
    );
    expect(listed.out).toMatch(/note {4}guest@three\.example sees the snapshot of Acme .* left alone\./);
    expect(live.snapshot()).toEqual(before);
    live.faults.push(['drive.permissions.delete', { cut: 'after' }], ['drive.files.update', { status: 503 }]);
    expect((await live.run('access', '--yes')).exit).toBe(0);
    expect(form().editors).toEqual([]);
    expect(folder().viewers).toEqual([]);
    expect(snapshot().viewers).toEqual([JOE, 'guest@three.example']);
    expect((await live.run('access')).exit).toBe(0);
  });

  test('is given where it is missing', async () => {
    const { parentId = '' } = live.remembered;
    const changed = await live.tamper(({ files }) => {
      for (const file of Object.values(files)) Object.assign(file, { editors: [], viewers: [] });
    });
    const { changes } = JSON.parse((await changed.run('access', '--yes', '--json')).out);
    expect(changes).toContainEqual(
      expect.objectContaining({ kind: 'grant', fileId: parentId, email: ANA, role: 'writer' }),
    );
    expect(changes).toContainEqual(expect.objectContaining({ kind: 'grant', email: JOE, role: 'reader' }));
    expect(changed.workspace.canEdit(parentId, ANA)).toBe(true);
    expect(changed.workspace.canOpen(snapshot().id, JOE)).toBe(true);
    await changed.close();
  });

  test('can be gone on with where it was refused half-way', async () => {
    live.workspace.share(form().id, GONE, 'editor');
    live.faults.push(['drive.files.update', { status: 403 }]);
    expect((await live.run('access', '--yes')).exit).toBe(3);
    expect(form().editors).toEqual([]);
    expect(snapshot().parent).toBeNull();
    expect((await live.run('access', '--yes')).exit).toBe(0);
    expect(snapshot().parent).toBe(folder().id);
  });

  test('does not take a snapshot for the registry where whoever asks opens nothing else', async () => {
    for (const command of ['verify', 'status', 'access', 'export']) {
      const { exit, err } = await live.runAs(JOE, command);
      expect(err).toMatch(
        /Google refuses access to the spreadsheet .* does not have permission\. Sign in as/,
      );
      expect(exit).toBe(3);
    }
  });

  test('is told where a file cannot be looked at, and refused where that is the workbook', async () => {
    live.faults.push(['drive.files.get', { status: 404 }]);
    const { parentId = '' } = live.remembered;
    expect((await live.run('access', '--spreadsheet', parentId)).exit).toBe(3);
    const asAna = await live.runAs(ANA, 'access');
    expect(asAna.out).toContain('Google does not find the form "Register a lead"');
    expect(asAna.out).toContain('run this as the account that the triggers run as');
    expect(asAna.out).not.toContain('Nothing is to be changed');
    const last = `3 files were not checked. Run this as ${OWNER}, as whom the triggers run.`;
    expect(asAna.out.split('\n').at(-1)).toBe(last);
    expect(asAna.exit).toBe(1);
    const applied = await live.runAs(ANA, 'access', '--yes', '--json');
    expect(applied.exit).toBe(1);
    expect(JSON.parse(applied.out)).toMatchObject({ changes: [], unchecked: 3 });
    expect(applied.err.split('\n').at(-1)).toBe(last);
  });
});

describe('The plan of access to one file', () => {
  const people = {
    team: [
      { person: OWNER, isActive: true, isHead: true },
      { person: GONE, isActive: false, isHead: false },
    ],
    partnerContacts: [JOE],
  };
  const plan = (part: FileAccess['part'], ...grants: readonly Partial<Grant>[]) =>
    planAccess(
      {
        id: 'f',
        part,
        name: 'the file',
        wanted: part === 'folder' ? [] : [OWNER],
        grants: grants.map((grant) => ({ id: 'p', email: '', role: 'reader', type: 'user', ...grant })),
      },
      people,
    );

  test.each([
    ['workbook', { email: JOE }, 'joe@acme.example sees the file as a partner’s contact'],
    [
      'workbook',
      { email: 'x@three.example', role: 'writer' },
      'x@three.example edits the file and is not in Team',
    ],
    ['workbook', { email: GONE, role: 'owner' }, 'owns the file and is no active member of the team'],
    [
      'folder',
      { type: 'anyone', role: 'writer' },
      'Anybody who has the link edits the file: switch that off in Share.',
    ],
    ['snapshot', { type: 'domain' }, 'Everybody of the company sees the file: left alone.'],
    ['form', { email: '' }, 'Somebody without an address sees the file'],
  ] as const)('tells of what it leaves alone in a %s: %o', (part, grant, note) => {
    const { changes, notes } = plan(part, { email: OWNER, role: 'writer' }, grant);
    expect(changes).toEqual([]);
    expect(notes).toEqual([expect.stringContaining(note)]);
  });

  test('gives editing to who only sees it, whatever the case of the address', () => {
    expect(plan('workbook', { email: OWNER.toUpperCase() }).changes).toMatchObject([
      { kind: 'grant', email: OWNER },
    ]);
    expect(plan('workbook', { email: OWNER.toUpperCase(), role: 'writer' }).changes).toEqual([]);
    expect(plan('snapshot', { email: OWNER, role: 'commenter' }).changes).toEqual([]);
  });
});
