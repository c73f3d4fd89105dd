import { describe, expect, test } from 'vitest';
import { PEOPLE, PROTECTIONS } from '../../../src/contract/cases/people.ts';
import { AccessDenied } from '../../../src/sandbox/errors.ts';
import { EDITOR, makeBench, OUTSIDER, OWNER, VIEWER } from '../make-workspace.ts';
import { playContract } from './play-contract.ts';

const PROTECTION = 'apps-script/reference/spreadsheet/protection';
const BOUND = 'apps-script/guides/bound';

const protect = `function hard() { const p = SpreadsheetApp.getActive().getRange('A1:A5').protect();
    p.removeEditors(p.getEditors()); if (p.canDomainEdit()) p.setDomainEdit(false); return p.getEditors().map(String).length }
  function plain() { SpreadsheetApp.getActive().getRange('A1:A5').protect() }
  function warn() { const p = SpreadsheetApp.getActive().getSheets()[0].protect(); p.removeEditors(p.getEditors()); p.setWarningOnly(true) }
  function allow() { const p = SpreadsheetApp.getActive().getProtections(SpreadsheetApp.ProtectionType.RANGE)[0]; p.addEditor('ed@one.example') }
  function half() { const p = SpreadsheetApp.getActive().getSheets()[0].protect(); p.removeEditors(p.getEditors()); p.setDomainEdit(false);
    p.setUnprotectedRanges([SpreadsheetApp.getActive().getRange('C1:C9')]) }
  function write(a1) { SpreadsheetApp.getActive().getRange(a1).setValue('x') }
  function drop() { SpreadsheetApp.getActive().getSheets()[0].deleteRow(5) }`;

const REFUSAL = /^You are trying to edit a protected cell or object\./;

playContract(PEOPLE);
playContract(PROTECTIONS);

describe('Protections', () => {
  const cases = [
    { name: 'alone refuse no editor', set: ['plain'], as: EDITOR, a1: 'A1', refused: false },
    { name: 'without editors refuse an editor', set: ['hard'], as: EDITOR, a1: 'A1', refused: true },
    { name: 'never refuse the owner', set: ['hard'], as: OWNER, a1: 'A1', refused: false },
    {
      name: 'refuse where they overlap with what is written',
      set: ['hard'],
      as: EDITOR,
      a1: 'A5:B6',
      refused: true,
    },
    { name: 'leave other cells alone', set: ['hard'], as: EDITOR, a1: 'B1', refused: false },
    { name: 'let their editors through', set: ['hard', 'allow'], as: EDITOR, a1: 'A1', refused: false },
    { name: 'that only warn refuse nobody', set: ['warn'], as: OUTSIDER, a1: 'A1', refused: false },
    {
      name: 'of a tab leave its unprotected ranges open',
      set: ['half'],
      as: EDITOR,
      a1: 'C2',
      refused: false,
    },
    { name: 'of a tab refuse all the rest', set: ['half'], as: EDITOR, a1: 'D2', refused: true },
  ] as const;
  for (const { name, set, as, a1, refused } of cases) {
    test(`${name}, whatever the menu function [${PROTECTION}]`, () => {
      const { run } = makeBench(protect);
      for (const step of set) expect(run(step).error).toBeNull();
      const result = run('write', as, [a1]);
      if (refused) expect(result.error?.message).toMatch(REFUSAL);
      else expect(result.error).toBeNull();
    });
  }

  test('refuse the deletion of a row of theirs', () => {
    const { run } = makeBench(protect);
    run('hard');
    expect(run('drop', EDITOR).error?.message).toMatch(REFUSAL);
  });

  test('refuse what a person types', () => {
    const { ws, id, run } = makeBench(protect);
    run('hard');
    const typed = { spreadsheetId: id, tab: 'Sheet1', row: 1, column: 1, value: 'x' };
    expect(ws.edit({ ...typed, as: EDITOR })).toMatchObject({
      applied: false,
      reason: expect.stringMatching(REFUSAL),
    });
    expect(ws.edit({ ...typed, as: OWNER })).toMatchObject({ applied: true });
  });
});

describe('Who runs', () => {
  const who = `function who() { return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()] }
    function onEdit(e) { console.log(JSON.stringify(who())); if (e.user) console.log(e.user.getEmail()) }
    function install() { ScriptApp.newTrigger('onChangeOfMine').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create() }
    function onChangeOfMine(e) { console.log(JSON.stringify(who())); console.log(e.user.getEmail()) }`;

  test(`a menu function runs as the person at the keyboard [apps-script/guides/services/authorization]`, () => {
    expect(makeBench(who).run('who', EDITOR).value).toEqual([EDITOR, EDITOR]);
  });

  test(`only people with edit access run bound code [${BOUND}]`, () => {
    const { run, ws } = makeBench(who);
    expect(() => run('who', VIEWER)).toThrow(AccessDenied);
    expect(() => run('who', 'nobody@one.example')).toThrow(AccessDenied);
    expect(ws.executions).toEqual([]);
  });

  const editors = [
    { name: 'knows an editor of its creator’s domain', as: EDITOR, visible: EDITOR },
    { name: 'does not know an editor from outside', as: OUTSIDER, visible: '' },
  ] as const;
  for (const { name, as, visible } of editors) {
    test(`an installable trigger runs as its creator and ${name} [apps-script/reference/base/session]`, () => {
      const { ws, id, run } = makeBench(who);
      run('install');
      const edited = ws.edit({ spreadsheetId: id, as, tab: 'Sheet1', row: 1, column: 1, value: 'x' });
      if (!edited.applied) throw new Error(edited.reason);
      const [simple, installable] = edited.executions;
      expect(simple).toMatchObject({ kind: 'simple', as });
      expect(simple?.log.map((line) => line.text)).toEqual(['["",""]', '']);
      expect(installable).toMatchObject({ kind: 'installable', as: OWNER });
      expect(installable?.log.map((line) => line.text)).toEqual([JSON.stringify([visible, OWNER]), visible]);
    });
  }

  test('a trigger whose creator has lost access fails', () => {
    const { ws, id, run } =
      makeBench(`function install() { ScriptApp.newTrigger('tick').timeBased().everyDays(1).atHour(5).create() }
      function tick() { SpreadsheetApp.getActive().getSheets() }
      function drop() { SpreadsheetApp.getActive().removeEditor('out@else.example') }`);
    run('install', OUTSIDER);
    run('drop');
    const [tick] = ws.advanceTo(ws.now + 86_400_000);
    expect(tick?.error?.message).toBe('You do not have permission to access the requested document.');
    expect(ws.canOpen(id, OUTSIDER)).toBe(false);
  });
});

describe('Authorisation', () => {
  const calls = [
    "MailApp.sendEmail('a@b.example', 's', 'b')",
    "SpreadsheetApp.openById('x')",
    "SpreadsheetApp.create('x')",
    "DriveApp.getFileById('x')",
    "FormApp.openById('x')",
    'ScriptApp.getProjectTriggers()',
    "SpreadsheetApp.getActive().addViewer('a@b.example')",
  ];
  for (const call of calls) {
    test(`a simple trigger may not call ${call} [apps-script/guides/triggers]`, () => {
      const { ws, id } = makeBench(`function onEdit() { ${call} }`);
      const result = ws.edit({ spreadsheetId: id, as: OWNER, tab: 'Sheet1', row: 1, column: 1, value: 'x' });
      const error = result.applied ? result.executions[0]?.error : undefined;
      expect(error?.message).toMatch(/^You do not have permission to call /);
    });
  }

  test('a simple trigger may change its own spreadsheet [apps-script/guides/triggers]', () => {
    const { ws, id } = makeBench(
      "function onEdit(e) { e.range.offset(0, 1).setValue('seen'); PropertiesService.getScriptProperties().getProperty('x') }",
    );
    ws.edit({ spreadsheetId: id, as: OWNER, tab: 'Sheet1', row: 1, column: 1, value: 'x' });
    expect(ws.table(id, 'Sheet1')).toEqual([['x', 'seen']]);
  });

  test('scopes listed in the manifest are all there are [apps-script/concepts/scopes]', () => {
    const scope = (name: string): string => `https://www.googleapis.com/auth/${name}`;
    const source =
      'function mail() { MailApp.getRemainingDailyQuota() } function read() { return SpreadsheetApp.getActive().getName() }';
    const { run } = makeBench(source, { manifest: { oauthScopes: [scope('spreadsheets')] } });
    expect(run('read').value).toBe('Book');
    expect(run('mail').error?.message).toBe(
      `You do not have permission to call MailApp.getRemainingDailyQuota. Required permissions: ${scope('script.send_mail')}`,
    );
  });

  test('the user interface is out of reach of triggers [public threads]', () => {
    const { ws, run } =
      makeBench(`function install() { ScriptApp.newTrigger('tick').timeBased().everyHours(1).create() }
      function tick() { SpreadsheetApp.getUi() }`);
    run('install');
    const [tick] = ws.advanceTo(ws.now + 2 * 3_600_000);
    expect(tick?.error?.message).toBe('Cannot call SpreadsheetApp.getUi() from this context.');
  });
});
