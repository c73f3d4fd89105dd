import { describe, expect, test } from 'vitest';
import { RUNTIME_CASES } from '../../../src/contract/cases/runtime.ts';
import { UTILITIES_CASES } from '../../../src/contract/cases/utilities.ts';
import { ActionRefused } from '../../../src/sandbox/errors.ts';
import { makeBench, OWNER, START } from '../make-workspace.ts';
import { playContract } from './play-contract.ts';

const RUNTIME = 'apps-script/guides/v8-runtime';

playContract(RUNTIME_CASES);
playContract(UTILITIES_CASES);

describe('Executions', () => {
  test(`start with fresh globals each time [${RUNTIME}]`, () => {
    const { run } = makeBench('var n = 0; function run() { n += 1; return n }');
    expect(run('run').value).toBe(1);
    expect(run('run').value).toBe(1);
  });

  test(`settle the promise of an async function [${RUNTIME}]`, () => {
    const { run } = makeBench(
      'async function run() { await null; return 5 } async function bad() { throw new Error("no") }',
    );
    expect(run('run').value).toBe(5);
    expect(run('bad').error?.message).toBe('no');
  });

  test('read local time in the time zone of the manifest [apps-script/concepts/manifests]', () => {
    const { run } = makeBench(
      'function run() { return [new Date().getHours(), new Date().getTimezoneOffset(), Session.getScriptTimeZone()] }',
    );
    expect(run('run').value).toEqual([9, 360, 'America/Chicago']);
  });

  test('evaluate all files in one global scope [apps-script/guides/projects]', () => {
    const { run } = makeBench(
      'const shared = () => 5; var menu = { item1: function () { return shared(); } }; function run() { return menu.item1() }',
    );
    expect(run('run').value).toBe(5);
  });

  test('run the clock by the calls they make, and leave the Workspace’s time alone', () => {
    const { run, ws } = makeBench(`function run() {
      const a = Date.now(); SpreadsheetApp.getActive().getRange('A1').getValue(); const b = Date.now();
      Utilities.sleep(1000); return [a, b - a, Date.now() - b] }`);
    expect(run('run').value).toEqual([START, 50, 1000]);
    expect(ws.now).toBe(START);
  });

  test('log what console and Logger are told', () => {
    const { run } = makeBench(
      "function run() { console.log('a %s', 1, { b: 2 }); Logger.log('c'); console.error('d') }",
    );
    expect(run('run').log.map(({ level, text }) => [level, text])).toEqual([
      ['log', 'a 1 {"b":2}'],
      ['log', 'c'],
      ['error', 'd'],
    ]);
  });

  test('fail with the error that the script threw, its stack being the script’s own', () => {
    const { run } = makeBench("function inner() { throw new TypeError('bad') } function run() { inner() }");
    const { error, status } = run('run');
    expect(status).toBe('failed');
    expect(error).toMatchObject({ name: 'TypeError', message: 'bad' });
    expect(error?.stack.split('\n')).toEqual([
      'TypeError: bad',
      expect.stringContaining('at inner (Code.js:1:'),
      expect.stringContaining('at run (Code.js:1:'),
    ]);
  });

  test('fail when the function does not exist', () => {
    expect(makeBench('').run('nope').error?.message).toBe('Script function not found: nope');
  });

  test('repeat exactly from the same seed', () => {
    const source = 'function run() { return [Math.random(), Utilities.getUuid()] }';
    expect(makeBench(source).run('run').value).toEqual(makeBench(source).run('run').value);
  });

  test(`are refused when saved with private members [${RUNTIME}]`, () => {
    expect(() => makeBench('class A { #x = 1 }')).toThrow(ActionRefused);
    expect(() => makeBench('class A { static x = 1 }')).toThrow(ActionRefused);
    expect(() => makeBench('function (')).toThrow(ActionRefused);
  });

  test('run what was pushed last', () => {
    const { ws, script, run } = makeBench('function run() { return 1 }');
    ws.pushScript(script, {
      manifest: { timeZone: 'UTC' },
      files: [{ name: 'Code.js', source: 'function run() { return 2 }' }],
    });
    expect(run('run', OWNER).value).toBe(2);
  });
});
