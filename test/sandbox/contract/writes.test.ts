import { describe, expect, test } from 'vitest';
import { EDITOR, makeBench, OWNER } from '../make-workspace.ts';

const BEST = 'apps-script/guides/support/best-practices';

const four = `function write(n) {
    const sheet = SpreadsheetApp.getActive().getSheets()[0];
    for (let i = 1; i <= 4; i++) { sheet.getRange(i, 1).setValue('w' + i); if (i === n) SpreadsheetApp.flush(); }
    return sheet.getRange('A1:A4').getValues().flat();
  }
  function fails() { write(0); throw new Error('late') }`;

describe('Unflushed writes', () => {
  test(`become durable when the execution ends, even by an error [${BEST}]`, () => {
    const { ws, id, run } = makeBench(four);
    expect(run('fails').status).toBe('failed');
    expect(ws.table(id, 'Sheet1')).toEqual([['w1'], ['w2'], ['w3'], ['w4']]);
  });

  const stops = [
    { name: 'all of them by default', stopAfterCalls: 3, keepWrites: undefined, kept: ['w1', 'w2', 'w3'] },
    { name: 'the first k of them', stopAfterCalls: 3, keepWrites: 1, kept: ['w1'] },
    { name: 'none of them', stopAfterCalls: 3, keepWrites: 0, kept: [] },
    { name: 'none when it ends before its first call', stopAfterCalls: 0, keepWrites: undefined, kept: [] },
  ] as const;
  for (const { name, stopAfterCalls, keepWrites, kept } of stops) {
    test(`of a stopped execution are kept: ${name}`, () => {
      const { ws, id, script } = makeBench(four);
      const faults = { stopAfterCalls, ...(keepWrites === undefined ? {} : { keepWrites }) };
      const result = ws.run(script, { as: OWNER, function: 'write', args: [0], context: 'menu', faults });
      expect(result.status).toBe('stopped');
      expect(ws.table(id, 'Sheet1')).toEqual(kept.map((value) => [value]));
    });
  }

  test(`that were flushed survive whatever comes after [${BEST}]`, () => {
    const { ws, id, script } = makeBench(four);
    const faults = { stopAfterCalls: 4, keepWrites: 0 };
    ws.run(script, { as: OWNER, function: 'write', args: [2], context: 'menu', faults });
    expect(ws.table(id, 'Sheet1')).toEqual([['w1'], ['w2']]);
  });

  test('of a stopped execution that inserted and deleted rows are taken back in order', () => {
    const { ws, id, script, run } =
      makeBench(`function fill() { SpreadsheetApp.getActive().getRange('A1:A3').setValues([['a'],['b'],['c']]) }
      function move() { const s = SpreadsheetApp.getActive().getSheets()[0]; s.insertRowBefore(1); s.getRange('A1').setValue('new');
        s.deleteRow(3); s.getRange('A2:A3').sort(1); SpreadsheetApp.getActive().insertSheet('x').getRange('A1').setValue(1); }`);
    run('fill');
    const before = ws.toJSON().spreadsheets[id];
    const faults = { stopAfterCalls: 6, keepWrites: 0 };
    expect(ws.run(script, { as: OWNER, function: 'move', context: 'menu', faults }).status).toBe('stopped');
    expect(ws.toJSON().spreadsheets[id]?.sheets).toEqual(before?.sheets);
  });

  test('are hidden from a person who edits in between, and survive the edit', () => {
    const { ws, id, script } = makeBench(four);
    const seen: unknown[] = [];
    const beforeCall = (n: number): void => {
      if (n !== 3) return;
      seen.push(ws.table(id, 'Sheet1'));
      ws.edit({ spreadsheetId: id, as: EDITOR, tab: 'Sheet1', row: 4, column: 2, value: 'typed' });
    };
    const result = ws.run(script, {
      as: OWNER,
      function: 'write',
      args: [0],
      context: 'menu',
      faults: { beforeCall },
    });
    expect(seen).toEqual([[]]);
    expect(result.value).toEqual(['w1', 'w2', 'w3', 'w4']);
    expect(ws.table(id, 'Sheet1').at(-1)).toEqual(['w4', 'typed']);
  });

  test('become durable while a question waits for its answer', () => {
    const { ws, id, run } =
      makeBench(`function run() { SpreadsheetApp.getActive().getRange('A1').setValue('x');
      return SpreadsheetApp.getUi().alert('Sure?', SpreadsheetApp.getUi().ButtonSet.YES_NO) === SpreadsheetApp.getUi().Button.YES }`);
    let during: unknown;
    ws.ui = {
      alert: () => {
        during = ws.table(id, 'Sheet1');
        return 'YES';
      },
      prompt: () => ({ button: 'OK', text: '' }),
    };
    expect(run('run').value).toBe(true);
    expect(during).toEqual([['x']]);
  });
});

describe('Stopped executions', () => {
  test('cannot go on by catching', () => {
    const { ws, script } = makeBench(`function run() { const s = SpreadsheetApp.getActive().getSheets()[0];
      for (let i = 1; i < 9; i++) { try { s.getRange(i, 1).setValue(i) } catch (e) {} } return 'done' }`);
    const result = ws.run(script, {
      as: OWNER,
      function: 'run',
      context: 'menu',
      faults: { stopAfterCalls: 2 },
    });
    expect(result.status).toBe('stopped');
    expect(result.value).toBeUndefined();
    expect(result.calls.writes).toBe(2);
  });

  test('let go of their locks', () => {
    const { ws, script, run } =
      makeBench(`function take() { LockService.getDocumentLock().waitLock(1000); SpreadsheetApp.flush() }
      function free() { return LockService.getDocumentLock().tryLock(0) }`);
    ws.run(script, { as: OWNER, function: 'take', context: 'menu', faults: { stopAfterCalls: 2 } });
    expect(run('free').value).toBe(true);
  });
});

describe('Counting and charging', () => {
  test('tells reads, writes and flushes apart and counts nothing that touches nothing', () => {
    const { run } = makeBench(`function run() { const s = SpreadsheetApp.getActive().getSheetByName('Sheet1');
      s.getRange('A1').setValue(1); s.getRange('A1:B2').getValues(); SpreadsheetApp.flush(); SpreadsheetApp.flush();
      PropertiesService.getScriptProperties().setProperty('a', 'b'); }`);
    const { calls, ms } = run('run');
    expect(calls).toMatchObject({ reads: 1, writes: 2, flushes: 2 });
    expect(calls.byMethod).toMatchObject({ 'Range.setValue': 1, 'Sheet.getRange': 2 });
    // 50 for each cell call, 500 for the one flush that had something to do, 60 for the property.
    expect(ms).toBe(50 + 50 + 500 + 60);
  });

  test('counts the cells of ranges read and written, and charges for every thousand of them', () => {
    const { run } = makeBench(`function run() { const s = SpreadsheetApp.getActive().getSheetByName('Sheet1');
      s.getRange('A1:Z500').getValues(); s.getRange('A1:Z500').getValue(); s.getRange('A:Z').clearContent();
      s.appendRow([1, 2, 3]); }`);
    const { calls, ms } = run('run');
    expect(calls).toMatchObject({ cellsRead: 13_000 + 1, cellsWritten: 26_000 + 3 });
    // Four calls of 50, 10 for each thousand cells read, 20 for each thousand written.
    expect(ms).toBe(4 * 50 + 13 * 10 + 26 * 20);
  });

  test('ends an execution that exceeds six minutes [apps-script/guides/services/quotas]', () => {
    const { run } = makeBench('function run() { for (;;) Utilities.sleep(60000) }');
    const result = run('run');
    expect(result).toMatchObject({ status: 'timed out', ms: 360_000 });
    expect(result.error?.message).toBe('Exceeded maximum execution time');
  });

  test('ends a simple trigger that exceeds thirty seconds [apps-script/guides/triggers]', () => {
    const { ws, id } = makeBench('function onOpen() { Utilities.sleep(29000); Utilities.sleep(2000) }');
    expect(ws.openSpreadsheet(id, { as: OWNER }).executions[0]).toMatchObject({
      status: 'timed out',
      ms: 30_000,
    });
  });
});

describe('A text longer than a cell takes', () => {
  const long = 'x'.repeat(50_001);
  const at = { as: OWNER, tab: 'Sheet1', row: 1, column: 1 };

  test('is not typed: the cell keeps what it had [public threads]', () => {
    const { ws, id } = makeBench('');
    ws.edit({ ...at, spreadsheetId: id, value: 'before' });
    expect(ws.edit({ ...at, spreadsheetId: id, value: long })).toMatchObject({
      applied: false,
      reason: expect.stringContaining('50000 characters'),
    });
    expect(ws.table(id, 'Sheet1')).toEqual([['before']]);
  });

  test('keeps the whole block from being pasted [public threads]', () => {
    const { ws, id } = makeBench('');
    expect(ws.paste({ ...at, spreadsheetId: id, values: [['short', long]] })).toMatchObject({
      applied: false,
    });
    expect(ws.table(id, 'Sheet1')).toEqual([]);
  });
});

describe('A number that is no day', () => {
  test('stays a number, whatever the format of its cell [not documented]', () => {
    const { ws, id, run } = makeBench(
      `function days() { SpreadsheetApp.getActive().getSheets()[0].getRange('A1').setNumberFormat('yyyy-mm-dd') }
       function read() { const cell = SpreadsheetApp.getActive().getSheets()[0].getRange('A1'); return [cell.getValue(), cell.getDisplayValue()] }`,
    );
    run('days');
    ws.edit({ as: OWNER, tab: 'Sheet1', row: 1, column: 1, spreadsheetId: id, value: '9999999999' });
    expect(run('read').value).toMatchObject([9_999_999_999, expect.any(String)]);
  });
});
