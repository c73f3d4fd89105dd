import { describe, expect, test } from 'vitest';
import { ActionRefused } from '../../../src/sandbox/errors.ts';
import { EDITOR, makeBench, OWNER, VIEWER } from '../make-workspace.ts';

const SCRIPT = `function fill() { SpreadsheetApp.getActive().getRange('A1:C2').setValues([['a', 'b', 'c'], [1, 2, 3]]);
    SpreadsheetApp.getActive().insertSheet('Other'); }
  function name() { return SpreadsheetApp.getActive().getSheetByName('Sheet1'); }
  function changed(event) { PropertiesService.getScriptProperties().setProperty('change', event.changeType); }
  function told() { return PropertiesService.getScriptProperties().getProperty('change'); }
  function listen() { ScriptApp.newTrigger('changed').forSpreadsheet(SpreadsheetApp.getActive()).onChange().create(); }`;

function open() {
  const bench = makeBench(SCRIPT);
  bench.run('fill');
  bench.run('listen');
  const at = { spreadsheetId: bench.id, as: EDITOR, tab: 'Sheet1' };
  return { ...bench, at };
}

describe('People who change columns and tabs', () => {
  test('insert a column and everything right of it moves [apps-script/guides/triggers/events]', () => {
    const { ws, id, at, run } = open();
    expect(ws.insertColumns({ ...at, column: 2 }).applied).toBe(true);
    expect(ws.table(id, 'Sheet1')).toEqual([
      ['a', '', 'b', 'c'],
      [1, '', 2, 3],
    ]);
    expect(run('told').value).toBe('INSERT_COLUMN');
  });

  test('delete a column with what stands in it [apps-script/guides/triggers/events]', () => {
    const { ws, id, at, run } = open();
    ws.deleteColumns({ ...at, column: 1 });
    expect(ws.table(id, 'Sheet1')[0]).toEqual(['b', 'c']);
    expect(run('told').value).toBe('REMOVE_COLUMN');
  });

  test('drag a column, of which no trigger learns [workspace/add-ons/concepts/editor-triggers]', () => {
    const { ws, id, at, run } = open();
    ws.moveColumn({ ...at, column: 3, before: 1 });
    expect(ws.table(id, 'Sheet1')).toEqual([
      ['c', 'a', 'b'],
      [3, 1, 2],
    ]);
    expect(run('told').value).toBeNull();
  });

  test('rename a tab, which is then not found by its old name [apps-script/reference/spreadsheet/spreadsheet]', () => {
    const { ws, id, at, run } = open();
    ws.renameTab({ ...at, name: 'Mine' });
    expect(ws.tabs(id)).toEqual(['Mine', 'Other']);
    expect(run('name').value).toBeNull();
    expect(() => ws.renameTab({ ...at, tab: 'Mine', name: 'Other' })).toThrow(ActionRefused);
  });

  test('hide and delete tabs, but never the last one [apps-script/reference/spreadsheet/sheet]', () => {
    const { ws, id, at } = open();
    expect(ws.hideTab(at).applied).toBe(true);
    expect(() => ws.hideTab({ ...at, tab: 'Other' })).toThrow(ActionRefused);
    ws.deleteTab(at);
    expect(ws.tabs(id)).toEqual(['Other']);
    expect(() => ws.deleteTab({ ...at, tab: 'Other' })).toThrow(ActionRefused);
  });

  test('do none of it where they may only look [apps-script/reference/drive/file]', () => {
    const { ws, id, at } = open();
    const viewer = { ...at, as: VIEWER };
    const tries = [
      ws.insertColumns({ ...viewer, column: 1 }),
      ws.deleteColumns({ ...viewer, column: 1 }),
      ws.moveColumn({ ...viewer, column: 1, before: 3 }),
      ws.renameTab({ ...viewer, name: 'Mine' }),
      ws.hideTab(viewer),
      ws.deleteTab(viewer),
    ];
    expect(tries.map(({ applied }) => applied)).toEqual(tries.map(() => false));
    expect(ws.table(id, 'Sheet1')).toEqual([
      ['a', 'b', 'c'],
      [1, 2, 3],
    ]);
    expect(ws.insertColumns({ ...at, as: OWNER, column: 1 }).applied).toBe(true);
  });
});
