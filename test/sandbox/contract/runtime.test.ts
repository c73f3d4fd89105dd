import { describe, expect, test } from 'vitest';
import { ActionRefused } from '../../../src/sandbox/errors.ts';
import { makeBench, OWNER, START } from '../make-workspace.ts';
import { type ContractCase, playCases } from './contract-case.ts';

const RUNTIME = 'apps-script/guides/v8-runtime';

const lacking = [
  'setTimeout',
  'setInterval',
  'URL',
  'URLSearchParams',
  'fetch',
  'TextEncoder',
  'atob',
  'btoa',
  'crypto',
  'structuredClone',
  'process',
  'performance',
  'queueMicrotask',
  'Blob',
  'window',
  'navigator',
  'require',
  'global',
  'module',
];

playCases('The runtime', [
  ...lacking.map(
    (name): ContractCase => ({
      name: `has no ${name}`,
      source: RUNTIME,
      body: `return typeof ${name}`,
      returns: 'undefined',
    }),
  ),
  {
    name: 'reads local time in the time zone of the manifest',
    source: 'apps-script/concepts/manifests',
    body: 'return [new Date().getHours(), new Date().getTimezoneOffset(), Session.getScriptTimeZone()]',
    returns: [9, 360, 'America/Chicago'],
  },
  {
    name: 'lets a Date without new answer text',
    source: 'ECMAScript',
    body: 'return [typeof Date(), new Date() instanceof Date, Date.UTC(1970, 0, 2)]',
    returns: ['string', true, 86_400_000],
  },
  {
    name: 'evaluates all files in one global scope',
    source: 'apps-script/guides/projects',
    also: 'const shared = () => 5; var menu = { item1: function () { return shared(); } };',
    body: 'return menu.item1()',
    returns: 5,
  },
  {
    name: 'throws service errors that are Errors named Exception',
    source: 'public threads',
    body: 'try { sheet.getRange(0, 1) } catch (e) { return [e instanceof Error, e.name, String(e).slice(0, 10)] }',
    returns: [true, 'Exception', 'Exception:'],
  },
  {
    name: 'names service objects by their class',
    source: 'public threads',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the script itself has a template literal
    body: "return [String(ss), String(sheet), `${sheet.getRange('A1')}`]",
    returns: ['Spreadsheet', 'Sheet', 'Range'],
  },
  {
    name: 'gives a fresh object for each call',
    source: 'public threads',
    body: 'return ss.getSheets()[0] === ss.getSheets()[0]',
    returns: false,
  },
  {
    name: 'formats dates by the letters of SimpleDateFormat',
    source: 'apps-script/reference/utilities/utilities',
    body: `const at = new Date(Date.UTC(2026, 6, 4, 18, 5, 9));
      return [Utilities.formatDate(at, 'America/Chicago', "yyyy-MM-dd'T'HH:mm:ssXXX"), Utilities.formatDate(at, 'GMT+2', 'EEE d MMMM h:mm a'),
        Utilities.formatDate(at, 'UTC', 'yy D u Z')]`,
    returns: ['2026-07-04T13:05:09-05:00', 'Sat 4 July 8:05 PM', '26 185 6 +0000'],
  },
  {
    name: 'computes digests as signed bytes',
    source: 'apps-script/reference/utilities/utilities',
    body: `const bytes = Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'abc');
      return [bytes.length, bytes[0], bytes.every((b) => b >= -128 && b < 128),
        bytes.map((b) => ((b + 256) % 256).toString(16).padStart(2, '0')).join('')]`,
    returns: [32, -70, true, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  },
  {
    name: 'encodes and decodes base64',
    source: 'apps-script/reference/utilities/utilities',
    body: `const text = Utilities.base64EncodeWebSafe('añ?>');
      return [text, Utilities.newBlob(Utilities.base64DecodeWebSafe(text)).getDataAsString()]`,
    returns: ['YcOxPz4=', 'añ?>'],
  },
  {
    name: 'makes version 4 UUIDs',
    source: 'apps-script/reference/utilities/utilities',
    body: `const [a, b] = [Utilities.getUuid(), Utilities.getUuid()];
      return [a !== b, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(a)]`,
    returns: [true, true],
  },
  {
    name: 'escapes what a template prints, unless it is forced',
    source: 'apps-script/guides/html/templates',
    body: "const t = HtmlService.createTemplate('<? for (const x of list) { ?><?= x ?>|<?!= x ?>;<? } ?>'); t.list = ['<b>', 1]; return t.evaluate().getContent()",
    returns: '&lt;b&gt;|<b>;1|1;',
  },
]);

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
