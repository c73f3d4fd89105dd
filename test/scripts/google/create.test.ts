import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LiveWorld, OWNER } from './support/live-world.ts';

let live: LiveWorld;

beforeEach(async () => {
  live = await LiveWorld.open();
});

afterEach(() => live.close());

describe('create', () => {
  test('lists what it would make and makes nothing', async () => {
    const before = live.snapshot();
    for (const argv of [[], ['--dry-run']]) {
      const { exit, out } = await live.run('create', ...argv);
      expect(exit).toBe(1);
      expect(out).toContain(`Signed in as ${OWNER}`);
      expect(out).toContain('make    the spreadsheet "Lead registry"');
      expect(out).toContain('make    the folder "Lead registry snapshots"');
      expect(out).toContain('Nothing was changed. Run it again with --yes');
    }
    expect(live.snapshot()).toEqual(before);
  });

  test('makes spreadsheet, script and folder, remembers them, and says what to click', async () => {
    const { exit, out } = await live.run('create', '--yes', '--title', 'Partners');
    expect(exit).toBe(0);
    const { spreadsheets, scripts } = live.world;
    const { scriptId = '', parentId = '' } = live.remembered;
    expect(Object.keys(spreadsheets)).toEqual([parentId]);
    expect(scripts[scriptId]?.containerId).toBe(parentId);
    expect(live.filesOf('spreadsheet')).toMatchObject([{ name: 'Partners', owner: OWNER }]);
    expect(live.filesOf('folder')).toMatchObject([
      { name: 'Partners snapshots', owner: OWNER, editors: [], viewers: [] },
    ]);
    expect(live.remembered).not.toHaveProperty('leadRegistry');
    expect(out).toContain('Lead Registry > Administration > Set up this registry');
    expect(out).toContain(`/spreadsheets/d/${parentId}/edit`);
  });

  test('run again changes nothing', async () => {
    await live.run('create', '--yes');
    const before = live.snapshot();
    const { exit, out } = await live.run('create', '--yes');
    expect(exit).toBe(0);
    expect(out).toContain('Nothing is to be changed.');
    expect(live.snapshot()).toEqual(before);
  });

  test('prints JSON alone on stdout', async () => {
    const { out, err } = await live.run('create', '--yes', '--json');
    expect(JSON.parse(out)).toMatchObject({
      account: OWNER,
      applied: true,
      spreadsheetId: live.remembered.parentId,
      scriptId: live.remembered.scriptId,
    });
    expect(err).toContain('make    the spreadsheet');
    const refused = await live.runAs('nobody@two.example', 'create', '--json');
    expect(refused.exit).toBe(3);
    expect(JSON.parse(refused.out)).toHaveProperty('problem');
  });

  test('goes on with a spreadsheet that is there, and with its script', async () => {
    const id = live.workspace.createSpreadsheet({ name: 'Ours', owner: OWNER, timeZone: 'UTC' });
    const script = live.workspace.bindScript({
      spreadsheetId: id,
      manifest: { timeZone: 'UTC' },
      files: [],
    });
    const { exit, out } = await live.run('create', '--yes', '--spreadsheet', id, '--script', script);
    expect(exit).toBe(0);
    expect(out).toContain('keep    the spreadsheet "Ours"');
    expect(live.remembered).toMatchObject({ scriptId: script, parentId: id });
    expect(live.filesOf('spreadsheet')).toHaveLength(1);
    expect(live.filesOf('folder')).toMatchObject([{ name: 'Ours snapshots' }]);
  });

  test('refuses the script of another spreadsheet', async () => {
    await live.run('create', '--yes');
    const id = live.workspace.createSpreadsheet({ name: 'Other', owner: OWNER, timeZone: 'UTC' });
    const { exit, err } = await live.run('create', '--yes', '--spreadsheet', id);
    expect(exit).toBe(1);
    expect(err).toContain('does not belong to the spreadsheet');
  });
});

describe('create, when something goes wrong,', () => {
  test.each([
    ['drive.files.create', 403],
    ['drive.files.create', 503],
    ['script.projects.create', 403],
  ] as const)('after %s was answered with %s, is done by running it again', async (method, status) => {
    live.faults.push([method, { status }]);
    expect((await live.run('create', '--yes')).exit).toBe(3);
    expect((await live.run('create', '--yes')).exit).toBe(0);
    expect(live.filesOf('spreadsheet')).toHaveLength(1);
    expect(live.filesOf('folder')).toHaveLength(1);
    expect(Object.keys(live.world.scripts)).toEqual([live.remembered.scriptId]);
  });

  test('makes another script only when told to, where nobody knows whether one was made', async () => {
    live.faults.push(['script.projects.create', { status: 503 }]);
    expect((await live.run('create', '--yes')).exit).toBe(3);
    const asked = await live.run('create', '--yes');
    expect(asked.exit).toBe(1);
    expect(asked.err).toContain('pass --new-script');
    expect((await live.run('create', '--yes', '--new-script')).exit).toBe(0);
    expect(Object.keys(live.world.scripts)).toEqual([live.remembered.scriptId]);
  });

  test('waits and goes on where Google’s allowance is used up', async () => {
    live.faults.push(['drive.files.create', { status: 429, retryAfterSeconds: 5 }]);
    expect((await live.run('create', '--yes')).exit).toBe(0);
    expect(live.filesOf('spreadsheet')).toHaveLength(1);
  });

  test.each([
    'before',
    'after',
  ] as const)('finds the spreadsheet again whose connection broke %s it was made', async (cut) => {
    live.faults.push(['drive.files.create', { cut }]);
    const first = await live.run('create', '--yes');
    expect(first.exit).toBe(3);
    expect(first.err).toContain('could not be reached, or the connection broke');
    expect((await live.run('create', '--yes')).exit).toBe(0);
    expect(live.filesOf('spreadsheet')).toHaveLength(1);
    expect(live.remembered.parentId).toBe(live.filesOf('spreadsheet')[0]?.id);
    expect(live.remembered).not.toHaveProperty('leadRegistry');
  });

  test('asks whether the script was made whose connection broke, and takes it', async () => {
    live.faults.push(['script.projects.create', { cut: 'after' }]);
    expect((await live.run('create', '--yes')).exit).toBe(3);
    const asked = await live.run('create', '--yes');
    expect(asked.exit).toBe(1);
    expect(asked.err).toContain('Extensions > Apps Script');
    const [script = ''] = Object.keys(live.world.scripts);
    expect((await live.run('create', '--yes', '--script', script)).exit).toBe(0);
    expect(live.remembered.scriptId).toBe(script);
    expect((await live.run('create')).exit).toBe(0);
  });

  test('says that the sign-in has run out, that nobody has access, and that a spreadsheet is gone', async () => {
    live.faults.push(['drive.about.get', { status: 401 }]);
    const signedOut = await live.run('create');
    expect(signedOut).toMatchObject({ exit: 3 });
    expect(signedOut.err).toContain('Sign in again');
    const id = live.workspace.createSpreadsheet({ name: 'Ours', owner: OWNER, timeZone: 'UTC' });
    const denied = await live.runAs('nobody@two.example', 'create', '--spreadsheet', id);
    expect(denied).toMatchObject({ exit: 3 });
    expect(denied.err).toContain('ask the owner for access');
    const gone = await live.run('create', '--spreadsheet', 'gone');
    expect(gone).toMatchObject({ exit: 3 });
    expect(gone.err).toContain('Check the id');
  });

  test('refuses a file of what it remembers that it cannot read', async () => {
    await live.run('create', '--yes');
    writeFileSync(`${live.root}/.workspace/clasp.json`, '{ // note\n}');
    const { exit, err } = await live.run('create');
    expect(exit).toBe(2);
    expect(err).toContain('.workspace/clasp.json is no JSON object');
  });
});

describe('create, after the registry is set up in the sheet,', () => {
  const standing = () =>
    Object.values(live.world.forms).map(({ emailsAreVerified, published, accepting }) => ({
      emailsAreVerified,
      isOpen: published && accepting,
    }));

  beforeEach(async () => {
    await live.run('create', '--yes');
    await live.run('push', '--yes', '--skip-checks');
    live.choose('setUp');
  });

  test('has both forms take verified addresses and publishes what is not published', async () => {
    for (const form of Object.values(live.world.forms)) expect(form.emailsAreVerified).not.toBe(true);
    const listed = await live.run('create');
    expect(listed.exit).toBe(1);
    expect(listed.out).toContain('set     the form "Register a lead": it takes the addresses of signed-in');
    expect((await live.run('create', '--yes')).exit).toBe(0);
    expect(standing()).toEqual([
      { emailsAreVerified: true, isOpen: true },
      { emailsAreVerified: true, isOpen: true },
    ]);
    const before = live.snapshot();
    const again = await live.run('create', '--yes');
    expect(again.out).toContain('Nothing is to be changed.');
    expect(live.snapshot()).toEqual(before);
  });

  test('goes on with the second form where a run was stopped behind the first', async () => {
    live.faults.push(['forms.batchUpdate', { status: 403 }]);
    expect((await live.run('create', '--yes')).exit).toBe(3);
    live.faults.push(['forms.batchUpdate', { cut: 'after' }]);
    expect((await live.run('create', '--yes')).exit).toBe(0);
    expect(standing().every(({ emailsAreVerified }) => emailsAreVerified === true)).toBe(true);
  });
});
