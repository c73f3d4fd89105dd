import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bench, EDITOR, makeBench, OWNER, VIEWER } from '../sandbox/make-workspace.ts';
import { findChromium, type OpenBrowser, openChromium } from './support/open-chromium.ts';
import { bundleSheetPage, type OpenSheet, openSheet, type SheetFiles } from './support/open-sheet.ts';
import { SHEET_SCRIPT } from './support/sheet-script.ts';

const isMissing = findChromium() === null;
const title = `The grid in a browser${isMissing ? ' (skipped: there is no Chromium, set CHROMIUM_PATH)' : ''}`;

describe.skipIf(isMissing)(title, () => {
  let browser: OpenBrowser;
  let files: SheetFiles;
  let sheet: OpenSheet | undefined;

  beforeAll(async () => {
    [browser, files] = await Promise.all([openChromium(), bundleSheetPage()]);
  });
  afterAll(() => browser?.close());

  function bench(): Bench {
    const made = makeBench(SHEET_SCRIPT);
    made.run('setUp');
    return made;
  }

  /** One window serves all tests: it is quicker to show another spreadsheet in it than to open one. */
  async function open({ ws, id }: Bench, as: string): Promise<OpenSheet> {
    const at = { workspace: ws, spreadsheetId: id, as };
    if (sheet === undefined) sheet = await openSheet(browser.context, files, at);
    else await sheet.reopen(at);
    return sheet;
  }

  const logOf = ({ ws, id }: Bench) => ws.table(id, 'Log');
  const ordersOf = ({ ws, id }: Bench) => ws.table(id, 'Orders');

  test('types into cells, and undoes and redoes by writing what was there', async () => {
    const made = bench();
    const { page, select, shown } = await open(made, EDITOR);
    await select('Orders', 'C2');
    await page.keyboard.type('2/3/2026');
    await page.keyboard.press('Enter');
    await expect.poll(() => shown('Orders', 'C2')).toBe('2026-02-03');
    await page.keyboard.press('Control+z');
    await expect.poll(() => shown('Orders', 'C2')).toBe('2026-01-05');
    expect(ordersOf(made)[1]?.[2]).toEqual({ date: '2026-01-05' });
    await page.keyboard.press('Control+y');
    await expect.poll(() => shown('Orders', 'C2')).toBe('2026-02-03');
    expect(logOf(made).map((line) => line[0])).toEqual(['C2', 'C2', 'C2']);
  });

  test('shows a cell to be edited as it is and not rounded, and keeps text that looks like a formula', async () => {
    const made = bench();
    const { page, select, shown } = await open(made, EDITOR);
    await select('Orders', 'F2');
    await page.keyboard.press('F2');
    await page.keyboard.press('Enter');
    await select('Orders', 'D4');
    expect(await shown('Orders', 'D4')).toBe('0.33');
    await page.keyboard.press('F2');
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    await expect.poll(() => ordersOf(made)[3]?.[3]).toBe(0.33337);
    expect(logOf(made)).toEqual([['D4', '0.33337', '0.3333']]);
    expect(await shown('Orders', 'F2')).toBe('=not a formula');
  });

  test('edits in the formula bar, and suggests no functions for what nothing computes', async () => {
    const made = bench();
    const { page, select, shown } = await open(made, EDITOR);
    await select('Orders', 'F3');
    await page.mouse.click(400, 62);
    const focused = () => page.evaluate('document.activeElement?.id');
    await expect.poll(focused).toContain('DOCS_FORMULA_BAR');
    await page.keyboard.type('from the bar');
    await page.keyboard.press('Enter');
    await expect.poll(() => shown('Orders', 'F3')).toBe('from the bar');
    await select('Orders', 'H3');
    await page.keyboard.type('=SU');
    expect(await page.getByText('SUBTOTAL').count()).toBe(0);
    await page.keyboard.type('M(1)');
    await page.keyboard.press('Enter');
    await expect.poll(() => shown('Orders', 'H3')).toBe('#NAME?');
    expect(ordersOf(made)[2]?.[7]).toEqual({ formula: '=SUM(1)' });
  });

  test('picks from dropdowns and ticks checkboxes', async () => {
    const made = bench();
    const { page } = await open(made, EDITOR);
    const lost = page.getByText('Lost', { exact: true });
    // A grid that is only just drawn may not take the first click on an arrow yet.
    await expect
      .poll(
        async () => {
          if (!(await lost.isVisible())) await page.mouse.click(235, 153);
          return lost.waitFor({ timeout: 1000 }).then(
            () => true,
            () => false,
          );
        },
        { timeout: 20_000 },
      )
      .toBe(true);
    await lost.click();
    await expect.poll(() => ordersOf(made)[2]?.[1]).toBe('Lost');
    await page.mouse.click(496, 153);
    await expect.poll(() => ordersOf(made)[2]?.[4]).toBe(true);
    expect(logOf(made)).toEqual([
      ['B3', 'Lost', 'Closed'],
      ['E3', 'TRUE', 'FALSE'],
    ]);
  });

  test('pastes, fills and deletes a block as one edit each', async () => {
    const made = bench();
    const { page, select, shown } = await open(made, EDITOR);
    await page.evaluate(`navigator.clipboard.writeText('2026-03-01\\t5\\n2026-03-02\\t"6"')`);
    await select('Orders', 'C6');
    await page.keyboard.press('Control+v');
    await expect.poll(() => shown('Orders', 'D7')).toBe('6.00');
    await page.mouse.move(346, 247);
    await page.mouse.move(446, 247);
    await page.mouse.down();
    await page.mouse.move(440, 260, { steps: 4 });
    await page.mouse.move(440, 280, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => shown('Orders', 'D9')).toBe('8.00');
    await page.keyboard.press('Delete');
    await expect.poll(() => shown('Orders', 'C6')).toBe('');
    expect(logOf(made)).toEqual([
      ['C6:D7', 'undefined', 'undefined'],
      ['C8:D9', 'undefined', 'undefined'],
      ['C6:D9', 'undefined', 'undefined'],
    ]);
  });

  test('takes refused edits back and says why, and asks before cells that warn', async () => {
    const made = bench();
    const { page, select, shown } = await open(made, EDITOR);
    await select('Orders', 'A2');
    await page.keyboard.type('x');
    await page.getByText('You are trying to edit a protected cell').waitFor();
    await page.keyboard.press('Escape');
    await select('Orders', 'B2');
    await page.keyboard.type('Nope');
    await page.keyboard.press('Enter');
    await page.getByText('Please enter one of the following values: Open, Closed, Lost.').waitFor();
    expect(await shown('Orders', 'B2')).toBe('Open');
    await page.keyboard.press('Enter');
    await select('Orders', 'G2');
    await page.keyboard.type('8');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => shown('Orders', 'G2')).toBe('7');
    await select('Orders', 'G2');
    await page.keyboard.type('9');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'OK' }).click();
    await expect.poll(() => shown('Orders', 'G2')).toBe('9');
    expect(logOf(made)).toEqual([['G2', '9', '7']]);
  });

  test('shows what the script and other people make of it, notes too', async () => {
    const made = bench();
    const { page, select, shown, sync } = await open(made, EDITOR);
    await select('Orders', 'F4');
    await page.keyboard.type('forbidden');
    await page.keyboard.press('Enter');
    await expect.poll(() => shown('Orders', 'F4')).toBe('put back');
    await page.mouse.move(640, 170);
    await page.mouse.move(645, 175, { steps: 3 });
    await page.getByRole('tooltip').getByText('Not this word.').waitFor();
    const { ws, id } = made;
    ws.edit({ spreadsheetId: id, as: OWNER, tab: 'Orders', row: 3, column: 4, value: '1234.5' });
    ws.insertRows({ spreadsheetId: id, as: OWNER, tab: 'Orders', row: 2 });
    ws.renameTab({ spreadsheetId: id, as: OWNER, tab: 'Log', name: 'History' });
    await sync();
    expect(await shown('Orders', 'D4')).toBe('1,234.50');
    await page.getByRole('tab', { name: 'History' }).waitFor();
    await page.keyboard.press('Control+z');
    expect(await shown('Orders', 'F5')).toBe('put back');
  });

  test('shows viewers everything and lets them change nothing', async () => {
    const made = bench();
    const { page, select, shown, selections } = await open(made, VIEWER);
    await select('Orders', 'D3');
    await page.keyboard.type('9');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Delete');
    await page.getByText('View only').waitFor();
    expect(await page.getByRole('tab').allInnerTexts()).toEqual(['Orders', 'Log']);
    expect(await shown('Orders', 'D4')).toBe('0.33');
    expect(logOf(made)).toEqual([]);
    await expect.poll(() => selections.at(-1)).toEqual(['Orders', 'D4']);
  });
});
