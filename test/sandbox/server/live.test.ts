import { afterEach, describe, expect, test } from 'vitest';
import { EDITOR, OUTSIDER, OWNER, VIEWER } from '../make-workspace.ts';
import { type Served, serveBench } from './serve-bench.ts';
import { TestPage } from './test-page.ts';

const SCRIPT = `
function onOpen() {
  SpreadsheetApp.getUi().createMenu('Tools').addItem('Ask', 'ask').addToUi();
}
function ask() {
  SpreadsheetApp.getActiveSheet().getRange('A1').setValue('asking');
  const answer = SpreadsheetApp.getUi().prompt('Who are you?');
  SpreadsheetApp.getActiveSheet().getRange('A1').setValue(
    answer.getSelectedButton() + ':' + answer.getResponseText());
}
function mark() { SpreadsheetApp.getActiveSheet().getRange('B1').setValue('marked'); }
function hold() {
  LockService.getDocumentLock().waitLock(20000);
  SpreadsheetApp.getUi().alert('Held');
}
function wait() {
  LockService.getDocumentLock().waitLock(20000);
  SpreadsheetApp.getActiveSheet().getRange('C1').setValue('after');
}
function showForm() {
  SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput('<p>Hello</p>').setWidth(300), 'Form');
}
function double(n) { return { twice: 2 * n }; }
function secret_() { return 'hidden'; }
function fail() { throw new Error('It went wrong.'); }
function goTo() { SpreadsheetApp.getActiveSheet().getRange('D4').activate(); }
function whoAmI() { SpreadsheetApp.getActive().toast(Session.getActiveUser().getEmail(), 'You'); }
`;

let served: Served;
const pages: TestPage[] = [];

async function open(viewer: string): Promise<TestPage> {
  const page = await TestPage.open(served.server.url, viewer);
  pages.push(page);
  return page;
}

async function run(page: TestPage, name: string): Promise<string> {
  const { executionId } = await page.ask('runFromMenu', { scriptId: served.scriptId, function: name });
  return executionId;
}

const cell = (row: number, column: number): unknown =>
  served.server.live.workspace.table(served.spreadsheetId, 'Sheet1')[row - 1]?.[column - 1];

afterEach(async () => {
  for (const page of pages.splice(0)) page.hangUp();
  await served.server.close();
});

describe('A live Workspace', () => {
  test('goes on for others while a script waits for the answer of one', async () => {
    served = await serveBench(SCRIPT);
    const [olga, ed] = [await open(OWNER), await open(EDITOR)];
    const asking = await run(olga, 'ask');
    const { id, asked } = await olga.waitFor('question');
    expect(asked).toEqual({
      kind: 'prompt',
      title: '',
      message: 'Who are you?',
      buttons: ['OK', 'CANCEL'],
    });
    expect(cell(1, 1)).toBe('asking');

    const marking = await run(ed, 'mark');
    await ed.waitFor('ended', (event) => event.run.executionId === marking);
    expect(cell(1, 2)).toBe('marked');
    expect(ed.events.some(({ kind }) => kind === 'question')).toBe(false);

    await olga.ask('answerQuestion', { id, button: 'OK', text: 'Olga' });
    const { run: ended } = await olga.waitFor('ended', (event) => event.run.executionId === asking);
    expect(ended.status).toBe('done');
    expect(cell(1, 1)).toBe('OK:Olga');
  });

  test('answers a question with CLOSE once its page is left', async () => {
    served = await serveBench(SCRIPT);
    const olga = await open(OWNER);
    await run(olga, 'ask');
    await olga.waitFor('question');
    await olga.leave();
    await expect.poll(() => cell(1, 1)).toBe('CLOSE:');
  });

  test('lets one execution wait for the lock that another one holds while it asks', async () => {
    served = await serveBench(SCRIPT);
    const [olga, ed] = [await open(OWNER), await open(EDITOR)];
    await run(olga, 'hold');
    const { id } = await olga.waitFor('question');
    const waiting = await run(ed, 'wait');
    await run(ed, 'mark');
    await expect.poll(() => cell(1, 2)).toBe('marked');
    expect(cell(1, 3)).toBeUndefined();

    await olga.ask('answerQuestion', { id, button: 'OK', text: '' });
    const { run: ended } = await ed.waitFor('ended', (event) => event.run.executionId === waiting);
    expect(ended.status).toBe('done');
    expect(cell(1, 3)).toBe('after');
  });

  test('stops a script that its person cancels', async () => {
    served = await serveBench(SCRIPT);
    const olga = await open(OWNER);
    const executionId = await run(olga, 'ask');
    await olga.waitFor('question');
    await olga.ask('stopExecution', { executionId });
    const { run: ended } = await olga.waitFor('ended');
    expect(ended.status).toBe('stopped');
  });

  test('shows one person’s edit to another, who may not change what they may only view', async () => {
    served = await serveBench(SCRIPT);
    const [ed, vera] = [await open(EDITOR), await open(VIEWER)];
    const { spreadsheetId: id } = served;
    const { view } = await vera.ask('openSpreadsheet', { id });
    expect(view.canEdit).toBe(false);
    const tab = view.tabs[0]?.id ?? -1;
    const edit = { kind: 'type', tab, row: 2, column: 2, text: 'hello' } as const;
    await ed.ask('editSheet', { id, edit });
    const { patches } = await vera.waitFor('sheet');
    expect(patches).toContainEqual({ kind: 'cells', tab, cells: [[2, 2, 'hello']] });

    const refused = await vera.call('editSheet', { id, edit: { ...edit, text: 'mine' } });
    expect(refused).toMatchObject({ ok: false, kind: 'refused' });
    expect(cell(2, 2)).toBe('hello');
  });

  test('opens nothing for those with whom it is not shared', async () => {
    served = await serveBench(SCRIPT);
    const stranger = await open('nobody@else.example');
    const { spreadsheetId: id, scriptId } = served;
    expect(await stranger.call('openSpreadsheet', { id })).toMatchObject({ ok: false, kind: 'denied' });
    expect(await stranger.call('runFromMenu', { scriptId, function: 'mark' })).toMatchObject({
      kind: 'denied',
    });
    expect(await stranger.ask('places', {})).toMatchObject({ home: null });
    expect(await stranger.ask('listFiles', {})).toEqual([]);
    const ran = await stranger.ask('listExecutions', { query: '', kind: '', onlyFailed: false, limit: 10 });
    expect(ran).toEqual({ maySee: false, executions: [], total: 0 });
  });

  test('shows dialogs, toasts, selections and errors where the script was started', async () => {
    served = await serveBench(SCRIPT);
    const [olga, out] = [await open(OWNER), await open(OUTSIDER)];
    await run(olga, 'showForm');
    const { dialog } = await olga.waitFor('dialog');
    expect(dialog).toMatchObject({ kind: 'modal', title: 'Form', width: 300, height: null });
    await run(olga, 'goTo');
    expect(await olga.waitFor('selected')).toMatchObject({ tab: 'Sheet1', a1: 'D4' });
    await run(olga, 'whoAmI');
    expect(await olga.waitFor('toast')).toEqual({ kind: 'toast', title: 'You', message: OWNER });
    const failing = await run(olga, 'fail');
    const { run: failed } = await olga.waitFor(
      'ended',
      ({ run: { executionId } }) => executionId === failing,
    );
    expect(failed.error).toMatchObject({ name: 'Error', message: 'It went wrong.' });
    expect(out.events.filter(({ kind }) => kind !== 'hello' && kind !== 'pulse')).toEqual([]);
  });

  test('carries out a dialog’s calls, but for private functions and after it is gone', async () => {
    served = await serveBench(SCRIPT);
    const [olga, ed] = [await open(OWNER), await open(EDITOR)];
    await run(olga, 'showForm');
    const { dialog } = await olga.waitFor('dialog');
    const call = (page: TestPage, name: string) =>
      page.call('callFromDialog', { dialogId: dialog.id, function: name, args: [21] });
    expect(await call(olga, 'double')).toMatchObject({ ok: true });
    const { run: ended } = await olga.waitFor('ended', (event) => event.run.function === 'double');
    expect(ended.value).toEqual({ twice: 42 });
    expect(await call(olga, 'secret_')).toMatchObject({ ok: false, kind: 'refused' });
    expect(await call(ed, 'double')).toMatchObject({ ok: false, kind: 'refused' });
  });

  test('tells the menus that onOpen adds', async () => {
    served = await serveBench(SCRIPT);
    const olga = await open(OWNER);
    const menus = await olga.ask('openMenus', { id: served.spreadsheetId });
    expect(menus).toEqual([
      {
        scriptId: served.scriptId,
        menu: {
          kind: 'menu',
          caption: 'Tools',
          items: [{ kind: 'item', caption: 'Ask', function: 'ask' }],
        },
      },
    ]);
  });
});
