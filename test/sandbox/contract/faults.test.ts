import { describe, expect, test } from 'vitest';
import { Workspace } from '../../../src/sandbox/workspace.ts';
import { EDITOR, makeBench, OWNER, START } from '../make-workspace.ts';

const INSTALLABLE = 'apps-script/guides/triggers/installable';
const LOCKS = 'apps-script/reference/lock/lock';
const QUOTAS = 'apps-script/guides/services/quotas';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const source = `
  function install() { const ss = SpreadsheetApp.getActive();
    ScriptApp.newTrigger('note').forSpreadsheet(ss).onEdit().create();
    ScriptApp.newTrigger('strike').timeBased().atHour(5).nearMinute(30).everyDays(1).create(); }
  function note(e) {
    const got = LockService.getDocumentLock().tryLock(1000);
    console.log(got + ' ' + e.range.getValue() + ' ' + new Date().toISOString());
  }
  function strike() { console.log(new Date().toISOString()) }
  function hold() {
    const lock = LockService.getDocumentLock();
    lock.waitLock(1000);
    const cell = SpreadsheetApp.getActive().getRange('A1');
    cell.setValue('held');
    SpreadsheetApp.flush();
    lock.releaseLock();
    return cell.getValue();
  }
  function send() { let sent = 0;
    try { for (let i = 0; i < 5; i++) { MailApp.sendEmail({ to: 'a@b.example', subject: 's', body: 'b' }); sent++; } }
    catch (e) { return sent + ': ' + e.message }
    return sent }`;

const at = (id: string) => ({ spreadsheetId: id, as: EDITOR, tab: 'Sheet1', row: 3, column: 2 });

describe('An event of a person who acts between two calls of an execution', () => {
  test(`reaches its triggers once the execution has let its lock go [${LOCKS}]`, () => {
    const { ws, id, script, run } = makeBench(source);
    run('install');
    const beforeCall = (n: number): void => {
      if (n === 2) ws.edit({ ...at(id), value: 'typed' });
    };
    const held = ws.run(script, { as: OWNER, function: 'hold', context: 'menu', faults: { beforeCall } });
    expect(held.value).toBe('held');
    const noted = ws.executions.filter((one) => one.function === 'note');
    expect(noted.map((one) => one.log[0]?.text)).toEqual(['true typed 2026-01-05T15:00:00.050Z']);
    expect(ws.executions.at(-1)?.function).toBe('note');
  });

  test('runs beside the others where executions run side by side', async () => {
    const { ws, id, script, run } = makeBench(source);
    run('install');
    const beforeCall = (n: number): void => {
      if (n === 2) ws.edit({ ...at(id), value: 'typed' });
    };
    const request = { as: OWNER, function: 'hold', context: 'menu' } as const;
    await ws.parallel(
      [() => ws.run(script, { ...request, faults: { beforeCall } }), () => ws.run(script, request)],
      1,
    );
    const noted = ws.executions.filter((one) => one.function === 'note');
    expect(noted.map((one) => [one.status, one.log[0]?.text.split(' ')[1]])).toEqual([['done', 'typed']]);
  });
});

describe('Triggers', () => {
  test('miss an event that is lost, and hear of one twice that is doubled', () => {
    const { ws, id, run } = makeBench(source);
    run('install');
    const lost = ws.edit({ ...at(id), value: 'a', faults: { deliver: 0 } });
    const doubled = ws.edit({ ...at(id), value: 'b', faults: { deliver: 2 } });
    expect(lost).toEqual({ applied: true, executions: [] });
    expect(doubled.applied && doubled.executions.map((one) => one.function)).toEqual(['note', 'note']);
  });

  test(`hear late of an event, in the order of time, and see the sheet as it is by then [${INSTALLABLE}]`, () => {
    const { ws, id, run } = makeBench(source);
    run('install');
    const late = ws.edit({ ...at(id), value: 'early', faults: { lateMs: 20 * HOUR } });
    ws.edit({ ...at(id), value: 'later', faults: { deliver: 0 } });
    expect(late).toEqual({ applied: true, executions: [] });
    const executions = ws.advanceTo(START + DAY);
    expect(executions.map((one) => [one.function, one.startedAt, one.log[0]?.text.split(' ')[1]])).toEqual([
      ['note', START + 20 * HOUR, 'later'],
      ['strike', Date.UTC(2026, 0, 6, 11, 30), undefined],
    ]);
  });

  test('of the clock are lost, doubled or late as the faults of the advance say', () => {
    const { ws, run } = makeBench(source);
    run('install');
    const strike = Date.UTC(2026, 0, 6, 11, 30);
    expect(ws.advanceTo(strike + HOUR, { deliver: 0 })).toEqual([]);
    expect(ws.advanceTo(strike + DAY, { deliver: 2 }).map((one) => one.startedAt)).toEqual([
      strike + DAY,
      strike + DAY,
    ]);
    expect(ws.advanceTo(strike + 2 * DAY, { lateMs: HOUR })).toEqual([]);
    expect(ws.advanceTo(strike + 2 * DAY + HOUR).map((one) => one.startedAt)).toEqual([
      strike + 2 * DAY + HOUR,
    ]);
  });

  test('that were deleted meanwhile never hear of a late event', () => {
    const { ws, id, run } = makeBench(`${source}
      function clear() { for (const t of ScriptApp.getProjectTriggers()) ScriptApp.deleteTrigger(t) }`);
    run('install');
    ws.edit({ ...at(id), value: 'a', faults: { lateMs: HOUR } });
    run('clear');
    expect(ws.advanceTo(START + DAY)).toEqual([]);
  });

  test('that are late survive being saved', () => {
    const { ws, id, run } = makeBench(source);
    run('install');
    ws.edit({ ...at(id), value: 'a', faults: { lateMs: HOUR } });
    const copy = Workspace.fromJSON(JSON.parse(JSON.stringify(ws.toJSON())));
    expect(copy.advanceTo(START + HOUR).map((one) => one.function)).toEqual(['note']);
  });
});

describe('A call that the platform refuses', () => {
  test(`throws what the script can catch, a quota used up in the middle say [${QUOTAS}]`, () => {
    const { ws, script } = makeBench(source);
    const refuseCall = (n: number): string | null =>
      n >= 3 ? 'Service invoked too many times for one day: email.' : null;
    const run = ws.run(script, { as: OWNER, function: 'send', context: 'menu', faults: { refuseCall } });
    expect(run.value).toBe('2: Service invoked too many times for one day: email.');
    expect(ws.mail).toHaveLength(2);
  });
});
