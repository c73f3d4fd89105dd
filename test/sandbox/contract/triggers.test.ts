import { describe, expect, test } from 'vitest';
import { TRIGGERS } from '../../../src/contract/cases/triggers.ts';
import { EDITOR, makeBench, OWNER, START } from '../make-workspace.ts';
import { playContract } from './play-contract.ts';

const INSTALLABLE = 'apps-script/guides/triggers/installable';
const EVENTS = 'apps-script/guides/triggers/events';
const SIMPLE = 'apps-script/guides/triggers';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A handler that logs what its event holds, service objects by what matters of them. */
const spy = `function spy(e) {
    const shown = {};
    for (const key of Object.keys(e).sort()) {
      const v = e[key];
      shown[key] = key === 'range' ? v.getA1Notation() : key === 'source' ? String(v) : key === 'user' ? v.getEmail()
        : key === 'authMode' ? v.toString() : key === 'triggerUid' ? typeof v : v;
    }
    console.log(JSON.stringify(shown));
  }
  function onEdit(e) { spy(e) }
  function install() { const ss = SpreadsheetApp.getActive();
    ScriptApp.newTrigger('spy').forSpreadsheet(ss).onEdit().create();
    ScriptApp.newTrigger('spy').forSpreadsheet(ss).onChange().create(); }
  function daily() { ScriptApp.newTrigger('spy').timeBased().atHour(5).nearMinute(30).everyDays(1).create() }`;

const logged = (executions: readonly { readonly log: readonly { readonly text: string }[] }[]): unknown[] =>
  executions.map((one) => JSON.parse(one.log[0]?.text ?? 'null'));

playContract(TRIGGERS);

describe('Edit events', () => {
  test(`of a typed cell carry value and old value as text, change events no range [${EVENTS}]`, () => {
    const { ws, id, run } = makeBench(spy);
    run('install');
    const at = { spreadsheetId: id, as: EDITOR, tab: 'Sheet1', row: 2, column: 3 };
    ws.edit({ ...at, value: '5' });
    const second = ws.edit({ ...at, value: '2026-01-05' });
    expect(second.applied && logged(second.executions)).toEqual([
      { authMode: 'LIMITED', oldValue: '5', range: 'C2', source: 'Spreadsheet', user: '', value: '46027' },
      {
        authMode: 'FULL',
        oldValue: '5',
        range: 'C2',
        source: 'Spreadsheet',
        triggerUid: 'string',
        user: EDITOR,
        value: '46027',
      },
      { authMode: 'FULL', changeType: 'EDIT', source: 'Spreadsheet', triggerUid: 'string', user: EDITOR },
    ]);
  });

  const blocks = [
    { name: 'a pasted block', values: [['a', 'b']], range: 'A1:B1' },
    { name: 'a single pasted cell', values: [['a']], range: 'A1' },
  ] as const;
  for (const { name, values, range } of blocks) {
    test(`of ${name} carry neither value nor old value [${EVENTS}]`, () => {
      const { ws, id } = makeBench(spy);
      const result = ws.paste({ spreadsheetId: id, as: OWNER, tab: 'Sheet1', row: 1, column: 1, values });
      expect(result.applied && logged(result.executions)).toEqual([
        { authMode: 'LIMITED', range, source: 'Spreadsheet', user: '' },
      ]);
    });
  }

  test(`of a cleared cell carry the old value only [${EVENTS}]`, () => {
    const { ws, id } = makeBench(spy);
    ws.edit({ spreadsheetId: id, as: OWNER, tab: 'Sheet1', row: 1, column: 1, value: 'x' });
    const result = ws.clear({ spreadsheetId: id, as: OWNER, tab: 'Sheet1', a1: 'A1' });
    expect(result.applied && logged(result.executions)).toEqual([
      { authMode: 'LIMITED', oldValue: 'x', range: 'A1', source: 'Spreadsheet', user: '' },
    ]);
  });

  test(`come for people only: what scripts write fires nothing [${SIMPLE}]`, () => {
    const { ws, run } = makeBench(
      `${spy} function write() { SpreadsheetApp.getActive().getRange('A1').setValue(1) }`,
    );
    run('install');
    run('write');
    expect(ws.executions.map((one) => one.function)).toEqual(['install', 'write']);
  });

  test('don’t come for a value typed again, a sort, or a refused value', () => {
    const { ws, id, run } =
      makeBench(`${spy} function rule() { SpreadsheetApp.getActive().getRange('A3').setDataValidation(
      SpreadsheetApp.newDataValidation().requireNumberBetween(1, 9).setAllowInvalid(false).build()) }`);
    run('rule');
    const at = { spreadsheetId: id, as: OWNER, tab: 'Sheet1', column: 1 };
    ws.paste({ ...at, row: 1, values: [['h'], ['b'], ['5'], ['a']] });
    expect(ws.edit({ ...at, row: 2, value: 'b' })).toEqual({ applied: true, executions: [] });
    expect(ws.sort({ spreadsheetId: id, as: OWNER, tab: 'Sheet1', column: 1, ascending: true })).toEqual({
      applied: true,
      executions: [],
    });
    expect(ws.edit({ ...at, row: 3, value: '10' })).toMatchObject({ applied: false });
    expect(ws.table(id, 'Sheet1').flat()).toEqual(['h', 5, 'a', 'b']);
  });

  test(`of inserted and deleted rows are change events that don’t say where [${EVENTS}]`, () => {
    const { ws, id, run } = makeBench(spy);
    run('install');
    const rows = { spreadsheetId: id, as: OWNER, tab: 'Sheet1', row: 2 };
    const inserted = ws.insertRows(rows);
    const deleted = ws.deleteRows(rows);
    const common = { authMode: 'FULL', source: 'Spreadsheet', triggerUid: 'string', user: OWNER };
    expect(inserted.applied && logged(inserted.executions)).toEqual([
      { ...common, changeType: 'INSERT_ROW' },
    ]);
    expect(deleted.applied && logged(deleted.executions)).toEqual([{ ...common, changeType: 'REMOVE_ROW' }]);
  });

  test('find the edited cell as the active one', () => {
    const { ws, id } = makeBench(
      'function onEdit() { console.log(SpreadsheetApp.getActiveRange().getA1Notation()) }',
    );
    const result = ws.edit({ spreadsheetId: id, as: OWNER, tab: 'Sheet1', row: 3, column: 2, value: 'x' });
    expect(result.applied && result.executions[0]?.log[0]?.text).toBe('B3');
  });
});

describe('Time-driven triggers', () => {
  test(`tell the fields of their due time [${EVENTS}]`, () => {
    const { ws, run } = makeBench(spy);
    run('daily');
    expect(logged(ws.advanceTo(START + DAY))).toEqual([
      {
        authMode: 'FULL',
        'day-of-month': 6,
        'day-of-week': 2,
        hour: 5,
        minute: 30,
        month: 1,
        second: 0,
        timezone: 'America/Chicago',
        triggerUid: 'string',
        'week-of-year': 2,
        year: 2026,
      },
    ]);
  });

  test('keep their time of day over a clock change', () => {
    const { ws, run } = makeBench(spy);
    run('daily');
    const hours = (from: number, to: number): unknown[] => {
      ws.advanceTo(from);
      return ws.advanceTo(to).map((one) => new Date(one.startedAt).toISOString());
    };
    expect(hours(Date.UTC(2026, 2, 7), Date.UTC(2026, 2, 10))).toEqual([
      '2026-03-07T11:30:00.000Z',
      '2026-03-08T10:30:00.000Z',
      '2026-03-09T10:30:00.000Z',
    ]);
  });

  test('come in the order of time, each execution seeing its own', () => {
    const { ws, run } = makeBench(`function install() { for (const n of ['a', 'b'])
      ScriptApp.newTrigger(n).timeBased().everyDays(1).atHour(n === 'a' ? 7 : 6).nearMinute(0).create() }
      function a() { console.log('a ' + new Date().getHours()) } function b() { console.log('b ' + new Date().getHours()) }`);
    run('install');
    const texts = ws.advanceTo(START + 2 * DAY).map((one) => one.log[0]?.text);
    expect(texts).toEqual(['b 6', 'a 7', 'b 6', 'a 7']);
  });

  test(`without a minute fire at one fixed minute of their hour [${INSTALLABLE}]`, () => {
    const { ws, run } =
      makeBench(`function install() { ScriptApp.newTrigger('tick').timeBased().everyDays(1).atHour(9).create() }
      function tick() { console.log(String(new Date().getHours()) + ':' + new Date().getMinutes()) }`);
    run('install');
    const texts = new Set(ws.advanceTo(START + 20 * DAY).map((one) => one.log[0]?.text));
    expect(texts.size).toBe(1);
    expect([...texts][0]).toMatch(/^9:/);
  });

  const specs = [
    { name: 'everyMinutes(10)', spec: 'everyMinutes(10)', span: HOUR + 60_000, count: 6 },
    { name: 'everyHours(6)', spec: 'everyHours(6)', span: 10 * DAY + HOUR, count: 40 },
    { name: 'everyDays(3)', spec: 'everyDays(3).atHour(4)', span: 30 * DAY, count: 10 },
    {
      name: 'weekly on Mondays',
      spec: 'onWeekDay(ScriptApp.WeekDay.MONDAY).atHour(4)',
      span: 28 * DAY,
      count: 4,
    },
    { name: 'monthly on the 1st', spec: 'onMonthDay(1).atHour(4)', span: 365 * DAY, count: 12 },
    { name: 'after(5 minutes), once', spec: 'after(300000)', span: 10 * DAY, count: 1 },
    { name: 'at a date, once', spec: 'at(new Date(2026, 0, 6, 12))', span: 10 * DAY, count: 1 },
  ] as const;
  for (const { name, spec, span, count } of specs) {
    test(`${name} fires ${count} times in its span [${INSTALLABLE}]`, () => {
      const { ws, run } = makeBench(
        `function install() { ScriptApp.newTrigger('tick').timeBased().${spec}.create() } function tick() {}`,
      );
      expect(run('install').error).toBeNull();
      expect(ws.advanceTo(START + span)).toHaveLength(count);
    });
  }

  test('that fired once stay listed until they are deleted', () => {
    const { ws, run } =
      makeBench(`function install() { ScriptApp.newTrigger('tick').timeBased().after(1000).create() } function tick() {}
      function list() { return ScriptApp.getProjectTriggers().map((t) => t.getHandlerFunction()) }
      function drop() { ScriptApp.getProjectTriggers().forEach((t) => ScriptApp.deleteTrigger(t)) }`);
    run('install');
    ws.advanceTo(START + HOUR);
    expect(run('list').value).toEqual(['tick']);
    run('drop');
    expect(run('list').value).toEqual([]);
  });
});

describe('Trigger accounts', () => {
  const source = `function install(n) { for (let i = 0; i < n; i++) ScriptApp.newTrigger('tick').timeBased().everyDays(1).create() } function tick() {}
    function list() { return ScriptApp.getProjectTriggers().length }`;

  test(`see and count only their own triggers, all of which fire [${INSTALLABLE}]`, () => {
    const { ws, run } = makeBench(source);
    run('install', OWNER, [2]);
    run('install', EDITOR, [1]);
    expect([run('list', OWNER).value, run('list', EDITOR).value]).toEqual([2, 1]);
    expect(
      ws
        .advanceTo(START + DAY)
        .map((one) => one.as)
        .sort(),
    ).toEqual([EDITOR, OWNER, OWNER]);
  });

  test('have twenty triggers at most [apps-script/guides/services/quotas]', () => {
    const { run } = makeBench(source);
    expect(run('install', OWNER, [21]).error?.message).toMatch(/^This script has too many triggers\./);
    expect(run('list').value).toBe(20);
  });
});

describe('Opening', () => {
  const menus = `function onOpen(e) { SpreadsheetApp.getUi().createMenu('Leads').addItem('Approve', 'approve').addSeparator()
      .addSubMenu(SpreadsheetApp.getUi().createMenu('More').addItem('Check', 'tools.check')).addToUi() }`;

  test('shows an editor the menus that onOpen builds [apps-script/guides/menus]', () => {
    const { ws, id } = makeBench(menus);
    expect(ws.openSpreadsheet(id, { as: EDITOR }).menus).toEqual([
      {
        kind: 'menu',
        caption: 'Leads',
        items: [
          { kind: 'item', caption: 'Approve', function: 'approve' },
          { kind: 'separator' },
          {
            kind: 'menu',
            caption: 'More',
            items: [{ kind: 'item', caption: 'Check', function: 'tools.check' }],
          },
        ],
      },
    ]);
  });

  test(`runs nothing for a viewer [${SIMPLE}]`, () => {
    const { ws, id } = makeBench(menus);
    expect(ws.openSpreadsheet(id, { as: 'vera@one.example' })).toEqual({ menus: [], executions: [] });
  });

  test('loses its menu when top-level code calls what needs authorisation [apps-script/guides/triggers]', () => {
    const { ws, id } = makeBench(`const quota = MailApp.getRemainingDailyQuota(); ${menus}`);
    const { menus: shown, executions } = ws.openSpreadsheet(id, { as: EDITOR });
    expect(shown).toEqual([]);
    expect(executions[0]?.error?.message).toMatch(/^You do not have permission to call MailApp/);
  });
});
