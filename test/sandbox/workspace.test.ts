import { describe, expect, test } from 'vitest';
import { Workspace } from '../../src/sandbox/workspace.ts';
import { EDITOR, makeBench, OWNER, START } from './make-workspace.ts';

const source = `function install() { ScriptApp.newTrigger('tick').timeBased().everyHours(6).create();
    PropertiesService.getScriptProperties().setProperty('n', '0') }
  function tick() { const p = PropertiesService.getScriptProperties(); const n = Number(p.getProperty('n')) + 1; p.setProperty('n', String(n));
    SpreadsheetApp.getActive().getSheets()[0].appendRow([new Date(), n, "'=x"]) }
  function formula() { SpreadsheetApp.getActive().getRange('A1:A2').setFormula('=B1') }`;

describe('The Workspace', () => {
  test('comes back whole from its JSON and goes on alike', () => {
    const { ws, id, run } = makeBench(source);
    run('install');
    ws.advanceTo(START + 86_400_000);
    const fork = Workspace.fromJSON(JSON.parse(JSON.stringify(ws)));
    for (const world of [ws, fork]) world.advanceTo(START + 49 * 3_600_000);
    expect(fork.table(id, 'Sheet1')).toHaveLength(8);
    expect(fork.toJSON()).toEqual(ws.toJSON());
  });

  test('does not let a fork change the original', () => {
    const { ws, id } = makeBench(source);
    const fork = Workspace.fromJSON(ws.toJSON());
    fork.edit({ spreadsheetId: id, as: OWNER, tab: 'Sheet1', row: 1, column: 1, value: 'x' });
    expect(ws.table(id, 'Sheet1')).toEqual([]);
  });

  test('counts formula cells', () => {
    const { ws, run } = makeBench(source);
    run('formula');
    expect(ws.countFormulas()).toBe(2);
  });

  test('never goes back in time', () => {
    const { ws } = makeBench(source);
    expect(() => ws.advanceTo(START - 1)).toThrow('Time goes forward only.');
  });

  test('puts the time zone of the process back', () => {
    const before = process.env.TZ;
    makeBench(source, { timeZone: 'Asia/Tokyo' }).run('formula');
    expect(process.env.TZ).toBe(before);
  });

  test('lets a person select what the next execution finds active', () => {
    const { ws, id, run } =
      makeBench(`function where() { const r = SpreadsheetApp.getActiveRange(); return [r.getSheet().getName(), r.getA1Notation(), SpreadsheetApp.getCurrentCell().getA1Notation()] }
      function other() { SpreadsheetApp.getActive().insertSheet('Other') }`);
    run('other');
    ws.selectCell({ spreadsheetId: id, as: EDITOR, tab: 'Other', a1: 'B2:C3' });
    expect(run('where', EDITOR).value).toEqual(['Other', 'B2:C3', 'B2']);
    expect(run('where', OWNER).value).toEqual(['Sheet1', 'A1', 'A1']);
  });

  test('grows the grid for a paste, and keeps what validation refuses', () => {
    const { ws, id, run } =
      makeBench(`function rule() { SpreadsheetApp.getActive().getRange('Z1000').setDataValidation(
      SpreadsheetApp.newDataValidation().requireNumberGreaterThan(5).setAllowInvalid(false).build()) }
      function size() { const s = SpreadsheetApp.getActive().getSheets()[0]; return [s.getMaxRows(), s.getMaxColumns(), s.getLastRow(), s.getLastColumn()] }`);
    run('rule');
    const values = [
      ['1', '2'],
      ['3', '4'],
    ];
    ws.paste({ spreadsheetId: id, as: OWNER, tab: 'Sheet1', row: 1000, column: 26, values });
    expect(run('size').value).toEqual([1001, 27, 1001, 27]);
    expect(ws.table(id, 'Sheet1')[999]?.slice(25)).toEqual(['', 2]);
  });
});
