import { describe, expect, test } from 'vitest';
import { CACHE_CASES } from '../../../src/contract/cases/cache.ts';
import { FILES } from '../../../src/contract/cases/files.ts';
import { LOCKS } from '../../../src/contract/cases/locks.ts';
import { PROPERTIES_CASES } from '../../../src/contract/cases/properties.ts';
import { EDITOR, makeBench, OUTSIDER, OWNER, START, VIEWER } from '../make-workspace.ts';
import { playContract } from './play-contract.ts';

const QUOTAS = 'apps-script/guides/services/quotas';
const FILE = 'apps-script/reference/drive/file';
const LOCK = 'apps-script/reference/lock/lock';

playContract(PROPERTIES_CASES);
playContract(CACHE_CASES);
playContract(LOCKS);
playContract(FILES);

describe('Properties and caches', () => {
  const source = `function set() { PropertiesService.getUserProperties().setProperty('a', 'mine'); PropertiesService.getDocumentProperties().setProperty('a', 'ours') }
    function get() { return [PropertiesService.getUserProperties().getProperty('a'), PropertiesService.getDocumentProperties().getProperty('a')] }
    function put() { CacheService.getScriptCache().put('k', 'v', 60) } function read() { return CacheService.getScriptCache().get('k') }`;

  test('keep users apart and the document together [apps-script/guides/properties]', () => {
    const { run } = makeBench(source);
    run('set');
    expect(run('get').value).toEqual(['mine', 'ours']);
    expect(run('get', EDITOR).value).toEqual([null, 'ours']);
  });

  test('forget what is cached when its time is over [apps-script/reference/cache/cache]', () => {
    const { ws, run } = makeBench(source);
    run('put');
    ws.advanceTo(START + 59_000);
    expect(run('read').value).toBe('v');
    ws.advanceTo(START + 61_000);
    expect(run('read').value).toBeNull();
  });
});

describe('Mail', () => {
  const source = `function send(to) { MailApp.sendEmail({ to, cc: 'c@d.example', subject: 's', body: 'b', name: 'Registry', replyTo: OWNER }); return MailApp.getRemainingDailyQuota() }
    const OWNER = 'olga@one.example';
    function many(n) { MailApp.sendEmail(Array.from({ length: n }, (_, i) => 'p' + i + '@d.example').join(','), 's', 'b') }
    function big() { MailApp.sendEmail('a@b.example', 's', 'x'.repeat(200001)) }`;

  test('goes out in the name of the one who runs, and recipients count [apps-script/reference/mail/mail-app]', () => {
    const { ws, run } = makeBench(source, { mailQuota: 100 });
    expect(run('send', EDITOR, ['a@b.example, Kim <k@d.example>']).value).toBe(97);
    expect(ws.mail).toMatchObject([
      {
        from: EDITOR,
        to: ['a@b.example', 'k@d.example'],
        cc: ['c@d.example'],
        subject: 's',
        name: 'Registry',
        replyTo: OWNER,
      },
    ]);
  });

  test(`ends for the day when the quota is used up, and sends nothing of what exceeds it [${QUOTAS}]`, () => {
    const { ws, run } = makeBench(source, { mailQuota: 100 });
    run('many', OWNER, [50]);
    run('many', OWNER, [49]);
    expect(run('many', OWNER, [2]).error?.message).toMatch(/^Service invoked too many times/);
    expect(ws.mail).toHaveLength(2);
    expect(run('many', EDITOR, [2]).error).toBeNull();
    ws.advanceTo(START + 86_400_000);
    expect(run('many', OWNER, [50]).error).toBeNull();
  });

  const refused = [
    {
      name: 'more than 50 recipients',
      call: 'many',
      args: [51],
      message: 'Limit exceeded: Email Recipients Per Message.',
    },
    { name: 'a body that is too large', call: 'big', args: [], message: 'Limit exceeded: Email Body Size.' },
  ];
  for (const { name, call, args, message } of refused) {
    test(`refuses ${name} [${QUOTAS}]`, () => {
      const { ws, run } = makeBench(source, { mailQuota: 100 });
      expect(run(call, OWNER, args).error?.message).toBe(message);
      expect(ws.mail).toEqual([]);
    });
  }
});

describe('Locks', () => {
  const source = `function take() { return LockService.getScriptLock().tryLock(10) }
    function hold() { LockService.getDocumentLock().waitLock(10); SpreadsheetApp.flush(); LockService.getDocumentLock().releaseLock(); SpreadsheetApp.flush() }
    function other() { const t = Date.now(); const got = LockService.getDocumentLock().tryLock(5000); return [got, Date.now() - t] }
    function wait() { LockService.getDocumentLock().waitLock(5000) }`;

  test(`are let go when the execution ends [${LOCK}]`, () => {
    const { run } = makeBench(source);
    expect([run('take').value, run('take').value]).toEqual([true, true]);
  });

  test(`keep other executions out until they are released [${LOCK}]`, () => {
    const { ws, script, run } = makeBench(source);
    const seen: unknown[] = [];
    const beforeCall = (n: number): void => {
      // The flushes, while the lock is held and after its release.
      if (n === 2 || n === 4) seen.push(run('other', EDITOR).value);
      if (n === 2) seen.push(run('wait', EDITOR).error?.message);
    };
    ws.run(script, { as: OWNER, function: 'hold', context: 'menu', faults: { beforeCall } });
    expect(seen).toEqual([
      [false, 5000],
      'Lock timeout: another process was holding the lock for too long.',
      [true, 0],
    ]);
  });
});

describe('Files and sharing', () => {
  const source = `function make() { const ss = SpreadsheetApp.create('Snapshot', 5, 3); ss.addViewer('kim@acme.example');
      return [ss.getId(), ss.getSheets()[0].getMaxRows(), ss.getOwner().getEmail(), ss.getViewers().map((u) => u.getEmail())] }
    function read(id) { return SpreadsheetApp.openById(id).getSheets()[0].getRange('A1').getValue() }
    function write(id) { SpreadsheetApp.openById(id).getSheets()[0].getRange('A1').setValue(1) }
    function trash(id) { DriveApp.getFileById(id).setTrashed(true) }
    function share(id, who) { DriveApp.getFileById(id).addViewer(who) }
    function lock(id) { DriveApp.getFileById(id).setShareableByEditors(false) }
    function promote(id) { const f = DriveApp.getFileById(id); f.addEditor('kim@acme.example'); f.addViewer('kim@acme.example');
      return [f.getEditors().map((u) => u.getEmail()), f.getViewers().length] }
    function folder(id) { const f = DriveApp.createFolder('Partners'); DriveApp.getFileById(id).moveTo(f); f.addViewer('lou@acme.example') }`;

  test('a new spreadsheet belongs to the one who runs [apps-script/reference/spreadsheet/spreadsheet-app]', () => {
    const { ws, run } = makeBench(source);
    const made = run('make', EDITOR);
    expect(made.value).toEqual([expect.any(String), 5, EDITOR, ['kim@acme.example']]);
    const id = ws.files().find((file) => file.name === 'Snapshot')?.id ?? '';
    expect([
      ws.canOpen(id, 'Kim@acme.example'),
      ws.canEdit(id, 'kim@acme.example'),
      ws.canOpen(id, OWNER),
    ]).toEqual([true, false, false]);
  });

  test('foreign files can be neither opened nor, with view access, changed', () => {
    const { ws, run } = makeBench(source);
    const id = ws.createSpreadsheet({ name: 'Foreign', owner: OUTSIDER, timeZone: 'UTC' });
    expect(run('read', OWNER, [id]).error?.message).toBe(
      'You do not have permission to access the requested document.',
    );
    ws.share(id, OWNER, 'viewer');
    expect(run('read', OWNER, [id]).value).toBe('');
    expect(run('write', OWNER, [id]).error?.message).toBe(
      'You do not have permission to perform that action.',
    );
    expect(run('read', OWNER, ['nope']).error?.message).toMatch(/^Document nope is missing/);
  });

  test(`only the owner may trash a file [${FILE}]`, () => {
    const { ws, id, run } = makeBench(source);
    expect(run('trash', EDITOR, [id]).error?.message).toBe('Access denied: DriveApp.');
    expect(run('trash', OWNER, [id]).error).toBeNull();
    expect(ws.files()[0]?.trashed).toBe(true);
  });

  test(`editors share on unless that is switched off [${FILE}]`, () => {
    const { id, run } = makeBench(source);
    expect(run('share', EDITOR, [id, 'x@y.example']).error).toBeNull();
    run('lock', OWNER, [id]);
    expect(run('share', EDITOR, [id, 'z@y.example']).error?.message).toBe('Access denied: DriveApp.');
  });

  test(`an editor stays one when made a viewer [${FILE}]`, () => {
    const { id, run } = makeBench(source);
    expect(run('promote', OWNER, [id]).value).toEqual([[EDITOR, OUTSIDER, 'kim@acme.example'], 1]);
  });

  test('a folder passes its sharing on to what lies in it [apps-script/reference/drive/folder]', () => {
    const { ws, id, run } = makeBench(source);
    expect(ws.canOpen(id, 'lou@acme.example')).toBe(false);
    expect(run('folder', OWNER, [id]).error).toBeNull();
    expect(ws.canOpen(id, 'lou@acme.example')).toBe(true);
    expect(ws.canOpen(id, VIEWER)).toBe(true);
  });
});
