import { describe, expect, test } from 'vitest';
import { AccessDenied, DialogCallRefused } from '../../../src/sandbox/errors.ts';
import { EDITOR, makeBench, OWNER, VIEWER } from '../make-workspace.ts';

const RUN = 'apps-script/guides/html/communication';

const source = `function echo(x) { return x }
  function hidden_() { return 1 }
  const arrow = () => 1;
  var object = { method() { return 1 } };
  function date() { return new Date() }
  function nestedDate() { return { rows: [[1, new Date()]] } }
  function func() { return { f() {} } }
  function service() { return SpreadsheetApp.getActive() }
  function circle() { const a = {}; a.a = a; return a }
  function holes() { return { list: [1, undefined, null], gone: undefined } }
  function change(x) { x.a = 2; return x }
  function show() { const html = HtmlService.createHtmlOutputFromFile('Page').setWidth(400).setHeight(300); SpreadsheetApp.getUi().showModalDialog(html, 'Hello') }
  function showBeside() { const html = HtmlService.createHtmlOutputFromFile('Page');
    SpreadsheetApp.getUi().showSidebar(html.setContent(html.getContent().replace('Hi', 'Hello')).setTitle('Beside')) }
  function goTo() { SpreadsheetApp.getActive().getSheets()[0].getRange('B3:C4').activate() }
  function where() { return SpreadsheetApp.getActiveRange().getA1Notation() }
  function ask() { const r = SpreadsheetApp.getUi().prompt('Name', 'Who?', SpreadsheetApp.getUi().ButtonSet.OK_CANCEL);
    return [r.getSelectedButton() === SpreadsheetApp.getUi().Button.OK, r.getResponseText()] }`;

function bench() {
  const made = makeBench(source, { pages: { 'Page.html': '<p>Hi</p>' } });
  const call = (name: string, ...args: unknown[]) =>
    made.ws.run(made.script, { as: OWNER, function: name, args, context: 'dialog' });
  return { ...made, call };
}

describe('google.script.run', () => {
  const refused = [
    { name: 'names that end in an underscore', call: 'hidden_', args: [] },
    { name: 'members of objects', call: 'object.method', args: [] },
    { name: 'a date', call: 'echo', args: [new Date(0)] },
    { name: 'a nested date', call: 'echo', args: [{ a: [new Date(0)] }] },
    { name: 'a function', call: 'echo', args: [() => 1] },
  ];
  for (const { name, call: target, args } of refused) {
    test(`refuses to pass ${name} [${RUN}]`, () => {
      const { ws, call } = bench();
      expect(() => call(target, ...args)).toThrow(DialogCallRefused);
      expect(ws.executions).toEqual([]);
    });
  }

  const missing = ['arrow', 'object', 'nope', 'eval', 'Date', 'SpreadsheetApp'];
  for (const name of missing) {
    test(`does not find ${name}, which is no top-level function declaration [${RUN}]`, () => {
      expect(bench().call(name).error?.message).toBe(`Script function not found: ${name}`);
    });
  }

  for (const name of ['date', 'nestedDate', 'func', 'service', 'circle']) {
    test(`does not return ${name} values [${RUN}]`, () => {
      const result = bench().call(name);
      expect(result.status).toBe('failed');
      expect(result.error?.message).toBe(
        'The script completed but the returned value is not a supported return type.',
      );
    });
  }

  test(`makes null of undefined in arrays and drops it in objects, both ways [${RUN}]`, () => {
    const { call } = bench();
    expect(call('holes').value).toEqual({ list: [1, null, null] });
    expect(call('echo', { list: [undefined, 1], gone: undefined }).value).toEqual({ list: [null, 1] });
  });

  test(`passes copies [${RUN}]`, () => {
    const { call } = bench();
    const given = { a: 1 };
    expect(call('change', given).value).toEqual({ a: 2 });
    expect(given).toEqual({ a: 1 });
  });

  test('runs only for people who may edit the container', () => {
    const { ws, script } = bench();
    expect(() => ws.run(script, { as: VIEWER, function: 'echo', context: 'dialog' })).toThrow(AccessDenied);
  });
});

describe('The user interface', () => {
  test('shows pages of the project as dialogs [apps-script/guides/dialogs]', () => {
    const { ws, run } = bench();
    run('show');
    expect(ws.dialogs).toMatchObject([
      { kind: 'modal', title: 'Hello', width: 400, height: 300, html: '<p>Hi</p>', as: OWNER },
    ]);
  });

  test('shows a page with other content beside the sheet [apps-script/reference/html/html-output]', () => {
    const { ws, run } = bench();
    run('showBeside');
    expect(ws.dialogs).toMatchObject([{ kind: 'sidebar', title: 'Beside', html: '<p>Hello</p>', as: OWNER }]);
  });

  test('selects the range that a dialog activates, for that person alone [apps-script/reference/spreadsheet/range]', () => {
    const { ws, script, call } = bench();
    expect(call('goTo').status).toBe('done');
    expect(call('where').value).toBe('B3:C4');
    expect(ws.run(script, { as: EDITOR, function: 'where', context: 'dialog' }).value).toBe('A1');
  });

  test('asks whoever is there [apps-script/reference/base/ui]', () => {
    const { ws, run } = bench();
    const asked: unknown[] = [];
    ws.ui = {
      alert: () => 'OK',
      prompt: (question) => {
        asked.push(question);
        return { button: 'OK', text: 'Kim' };
      },
    };
    expect(run('ask').value).toEqual([true, 'Kim']);
    expect(asked).toEqual([{ as: OWNER, title: 'Name', message: 'Who?', buttons: ['OK', 'CANCEL'] }]);
  });

  test('fails when nobody is there to answer', () => {
    expect(bench().run('ask').error?.message).toBe('nobody is there to answer');
  });
});
