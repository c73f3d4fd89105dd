import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPageWhenStale } from '../../scripts/build/build-page-when-stale.ts';
import { PAGE_FOLDER } from '../../scripts/build/bundle-page.ts';
import { EDITOR, OWNER } from '../sandbox/make-workspace.ts';
import { type Served, serveBench } from '../sandbox/server/serve-bench.ts';
import { findBarriers } from './support/find-barriers.ts';
import { findChromium, type OpenBrowser, openChromium } from './support/open-chromium.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const KIM = 'kim@partner.example';

const DIALOG = `<!DOCTYPE html><html lang="en"><head><title>Add</title></head><body>
<button id="add">Add</button><p id="out"></p>
<script>
  document.getElementById('add').onclick = () => google.script.run
    .withSuccessHandler((sum, word) => { document.getElementById('out').textContent = word + ' ' + sum; })
    .withUserObject('Sum')
    .withFailureHandler((error) => { document.getElementById('out').textContent = error.message; })
    .add(20, 22);
  window.tries = {
    host: (() => { try { return String(parent.document); } catch (error) { return error.name; } })(),
    secret: typeof google.script.run.secret_,
    date: (() => { try { google.script.run.add(new Date()); return 'passed'; } catch (error) { return error.message; } })(),
  };
</script></body></html>`;

const SCRIPT = `
function onOpen() {
  SpreadsheetApp.getUi().createMenu('Tools')
    .addItem('Ask', 'ask')
    .addSeparator()
    .addSubMenu(SpreadsheetApp.getUi().createMenu('More').addItem('Dialog', 'showDialog').addItem('Fail', 'fail'))
    .addToUi();
}
function setUp() {
  const form = FormApp.create('Feedback', true).setDescription('Tell us.').setCollectEmail(true)
    .setConfirmationMessage('Thank you!');
  form.addTextItem().setTitle('Your name').setRequired(true);
  form.addTextItem().setTitle('Website').setValidation(
    FormApp.createTextValidation().requireTextIsUrl().setHelpText('Write an address that begins with https://.').build());
  form.addMultipleChoiceItem().setTitle('How was it?').setChoiceValues(['Good', 'Bad']);
  ScriptApp.newTrigger('thank').forForm(form).onFormSubmit().create();
  ScriptApp.newTrigger('daily').timeBased().everyDays(1).atHour(6).create();
}
function thank(event) {
  MailApp.sendEmail({
    to: event.response.getRespondentEmail(),
    subject: 'We heard you',
    body: 'Thank you. See https://docs.google.com/spreadsheets/d/none/edit.',
    htmlBody: '<p onclick="alert(1)">Thank <b>you</b>.<script>document.title = "run"</scr' + 'ipt>' +
      '<img src="https://tracker.example/pixel.png"><a href="https://outside.example/">More</a></p>',
  });
}
function daily() { MailApp.sendEmail('${KIM}', 'Another day', 'It is morning.'); }
function ask() {
  const answer = SpreadsheetApp.getUi().prompt('Your city', 'Where do you live?', SpreadsheetApp.getUi().ButtonSet.OK_CANCEL);
  SpreadsheetApp.getActive().toast(answer.getSelectedButton() + ' ' + answer.getResponseText(), 'You said');
}
function showDialog() {
  SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutputFromFile('Dialog').setHeight(200), 'Sums');
}
function add(a, b) { return a + b; }
function secret_() {}
function fail() { throw new Error('The cellar is flooded.'); }
`;

let served: Served;
let browser: OpenBrowser;

async function open(viewer: string, place: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${served.server.url}?as=${viewer}&place=${place}`);
  return page;
}

/** The grid is Univer's; its parts are looked after where it is. */
const GRID = ['.spreadsheet'];

const isMissing = findChromium() === null;
const title = `The Workspace in the browser${isMissing ? ' (skipped: there is no Chromium, set CHROMIUM_PATH)' : ''}`;

describe.skipIf(isMissing)(title, () => {
  beforeAll(async () => {
    await buildPageWhenStale(ROOT);
    served = await serveBench(SCRIPT, {
      pageFolder: join(ROOT, PAGE_FOLDER),
      pages: { 'Dialog.html': DIALOG },
    });
    const { live } = served.server;
    const run = { as: OWNER, function: 'setUp', context: 'editor' } as const;
    const { value: setUp, done } = live.act((workspace) => workspace.run(served.scriptId, run));
    await done;
    expect(setUp.error).toBeNull();
    browser = await openChromium();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await served?.server.close();
  });

  test('takes a form’s answers, says what is wrong beside them, and brings the mail that follows', async () => {
    const page = await open(KIM, 'forms');
    await page.getByRole('link', { name: 'Feedback' }).click();
    await page.getByLabel('Website').fill('nowhere');
    await page.getByRole('button', { name: 'Submit' }).click();
    await expect
      .poll(() => page.getByRole('alert').allInnerTexts())
      .toEqual(['This is a required question', 'Write an address that begins with https://.']);
    expect(await page.evaluate('document.activeElement.getAttribute("aria-required")')).toBe('true');
    expect(await findBarriers(page)).toEqual([]);
    expect(await page.getByLabel('Website').inputValue()).toBe('nowhere');
    await page.getByLabel('Your name').fill('Kim');
    await page.getByLabel('Website').fill('https://kim.example');
    await page.getByLabel('Good').check();
    await page.getByRole('button', { name: 'Submit' }).click();
    await page.getByText('Thank you!').waitFor();

    await page.getByRole('link', { name: /^Mail ?1 unread$/ }).click();
    await page.getByRole('button', { name: 'We heard you' }).click();
    const letter = page.frameLocator('iframe[title="Message"]');
    await letter.getByText('Thank you.').waitFor();
    expect(await letter.locator('script').count()).toBe(0);
    expect(await letter.getByRole('link', { name: 'More' }).getAttribute('target')).toBe('_blank');
    expect(await page.title()).toBe(`${KIM}: Mail – Bench`);
    expect(await findBarriers(page)).toEqual([]);
    await page.close();
  });

  test('shows partners no more than what is theirs, and another person what is shared with them', async () => {
    const page = await open(KIM, 'sheet');
    await page.getByText('There is no spreadsheet here for you').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: /Looking as/ }).click();
    await page.getByRole('button', { name: /Ed Editor/ }).click();
    await page.getByRole('menuitem', { name: 'Tools' }).waitFor();
    expect(new URL(page.url()).searchParams.get('as')).toBe(EDITOR);
    await page.getByRole('link', { name: 'Drive' }).click();
    await page.getByRole('link', { name: 'Book' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.close();
  });

  test('runs a menu by keyboard, asks, and shows the toast', async () => {
    const page = await open(OWNER, 'sheet');
    await page.getByRole('menuitem', { name: 'Tools' }).focus();
    await page.keyboard.press('ArrowDown');
    // The grid that is being drawn meanwhile does not take the keys away.
    await page.locator('.spreadsheet[data-state="ready"] canvas').first().waitFor();
    expect(await findBarriers(page, GRID)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Your city' }).waitFor();
    expect(await findBarriers(page, GRID)).toEqual([]);
    await page.keyboard.type('Lisbon');
    await page.keyboard.press('Enter');
    await page.getByText('OK Lisbon').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.close();
  });

  test('shows a dialog apart from the page, and carries out what it calls', async () => {
    const page = await open(OWNER, 'sheet');
    await page.getByRole('menuitem', { name: 'Tools' }).click();
    await page.getByRole('menuitem', { name: 'More' }).hover();
    await page.getByRole('menuitem', { name: 'Dialog' }).click();
    const dialog = page.frameLocator('iframe[title="Sums"]');
    await dialog.getByRole('button', { name: 'Add' }).click();
    await dialog.getByText('Sum 42').waitFor();
    const frame = page.frames().find((one) => one.url().includes('/frame/'));
    expect(await frame?.evaluate('window.tries')).toEqual({
      host: 'SecurityError',
      secret: 'undefined',
      date: 'Failed due to illegal value in property: 0',
    });
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    expect(await page.locator('iframe').count()).toBe(0);
    await page.close();
  });

  test('says why a script failed', async () => {
    const page = await open(OWNER, 'sheet');
    await page.getByRole('menuitem', { name: 'Tools' }).click();
    await page.getByRole('menuitem', { name: 'More' }).hover();
    await page.getByRole('menuitem', { name: 'Fail' }).click();
    const banner = page.getByRole('alert').filter({ hasText: 'The cellar is flooded.' });
    await banner.waitFor();
    expect(await findBarriers(page, GRID)).toEqual([]);
    await banner.getByRole('button', { name: 'Dismiss' }).click();
    expect(await banner.count()).toBe(0);
    await page.close();
  });

  test('moves the clock, says what it did, and lists what ran', async () => {
    const page = await open(OWNER, 'clock');
    await page.getByRole('button', { name: 'Next day' }).click();
    await page.getByText(/1 execution ran and 1 message was sent/).waitFor();
    await page.getByRole('searchbox', { name: 'Search executions' }).fill('daily');
    await page.getByRole('button', { name: /done: daily/ }).click();
    await page.getByText('MailApp.sendEmail').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.close();
  });

  test('goes on after the connection was lost', async () => {
    const page = await open(KIM, 'mail');
    await page.getByRole('button', { name: 'Another day' }).waitFor();
    await page.context().setOffline(true);
    served.server.live.pages.close();
    await page.getByText(/connection to the local Workspace is lost/).waitFor();
    await page.context().setOffline(false);
    await served.server.live.act((workspace) => workspace.advanceTo(workspace.now + 24 * 3_600_000)).done;
    await page.getByRole('button', { name: 'Another day' }).nth(1).waitFor();
    expect(await page.getByText(/is lost/).count()).toBe(0);
    await page.close();
  });
});
