import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENTRY_KINDS } from '../../src/addon/entries/entry-table.ts';
import { Workspace } from '../../src/sandbox/workspace.ts';
import { ANA, HEAD, Registry } from '../addon/open-registry.ts';
import { FAY, openTeam, SAM } from '../addon/open-team.ts';
import { DialogHost } from './support/dialog-host.ts';
import { findBarriers } from './support/find-barriers.ts';
import { findChromium, type OpenBrowser, openChromium } from './support/open-chromium.ts';

let browser: OpenBrowser;
let example: Registry;

/** Three open requests of Ana's partner: one that another registration holds, one like an account, one that is clear. */
async function openExample(): Promise<Registry> {
  const registry = await openTeam();
  registry.give(HEAD, 'admitPartner', {
    partner: 'Borealis',
    contacts: ['lee@borealis.example'],
    manager: ANA,
  });
  registry.give(ANA, 'addAccount', {
    name: 'Initech International',
    country: 'Germany',
    standing: 'Customer',
  });
  const register = (partner: string, customer: string, website: string, receivedAt: string) =>
    registry.give(ANA, 'registerLead', { partner, customer, website, country: 'Germany', receivedAt });
  register('P-002', 'Globex Corporation', 'https://globex.example', '2025-12-20T09:00');
  registry.give(ANA, 'approveLead', { lead: 'L-0001', salesOwner: SAM });
  register('P-001', 'Globex Corp.', 'globex.example', '2025-12-30T09:00');
  register('P-001', 'Initech', '', '2026-01-02T09:00');
  register('P-001', 'Umbrella', 'umbrella.example', '2026-01-04T09:00');
  registry.give(SAM, 'objectLead', { lead: 'L-0004', reason: 'We know them.' });
  registry.give(ANA, 'recordIntroduction', {
    lead: 'L-0001',
    name: 'Hanna Voss',
    title: 'CIO',
    email: 'hanna@globex.example',
    relation: 'employed',
    decisionMaker: true,
    introducedOn: '2026-01-05',
  });
  registry.give(SAM, 'enterDeal', {
    lead: 'L-0001',
    kind: 'SaaS licence',
    status: 'Signed',
    signedOn: '2026-01-05',
    currency: 'USD',
    gross: '120000',
  });
  return registry;
}

beforeAll(async () => {
  if (findChromium() === null) return;
  [browser, example] = await Promise.all([openChromium(), openExample()]);
}, 60_000);

afterAll(async () => {
  await browser?.close();
});

async function openHost(as: string): Promise<{ readonly host: DialogHost; readonly registry: Registry }> {
  const { workspace, spreadsheetId, scriptId } = example;
  const registry = new Registry(Workspace.fromJSON(workspace.toJSON()), spreadsheetId, scriptId);
  return { host: await DialogHost.open(browser.context, registry, as), registry };
}

/** Opens a form about a row of the Leads tab. */
async function openForm(entry: string, row: number, as = ANA) {
  const { host, registry } = await openHost(as);
  const { spreadsheetId } = registry;
  registry.workspace.selectCell({ spreadsheetId, as, tab: 'Leads', a1: `A${row}` });
  return { host, registry, frame: await host.choose(entry) };
}

const executed = ({ calls }: DialogHost) => calls.filter(({ name }) => name === 'execute');
const lead = (registry: Registry, id: string) => registry.rows('Leads').find((row) => row['Lead ID'] === id);

const fitsItsWidth = (frame: Frame): Promise<boolean> =>
  frame.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth');

describe.skipIf(findChromium() === null)('A form in the browser (needs Chromium: CHROMIUM_PATH)', () => {
  test('says what is wrong beside its field, shows what will change, does it, and says what comes next', async () => {
    const { host, registry, frame } = await openForm('showReturnLead', 5);
    expect(await frame.textContent('.card h2')).toBe('Umbrella L-0004');
    await frame.check('text=Something else');
    await frame.click('text=Continue');
    await frame.waitForSelector('.notice.wrong');
    const problems = await frame.$$eval('.field:has(.problem)', (fields) =>
      fields.map((field) => field.querySelector('.label')?.textContent),
    );
    expect(problems).toEqual(['What the partner is to complete', 'Note to the partner']);
    expect(await frame.evaluate('document.activeElement.closest(".field").textContent')).toMatch(
      /What the partner is to complete|Note to the partner/,
    );
    await frame.check('label:has-text("Customer website")');
    await frame.fill('textarea', 'Which of their branches do you mean?');
    await frame.click('text=Continue');
    await frame.waitForSelector('.plan');
    expect(await frame.textContent('.change')).toContain('Submitted Returned');
    expect(await frame.textContent('.mail summary')).toContain('kim@acme.example');
    expect(lead(registry, 'L-0004')).toMatchObject({ 'Lead status': 'Submitted' });
    await frame.click('text=Return to the partner');
    await frame.waitForSelector('.result');
    expect(await frame.textContent('.result')).toContain('L-0004 went back to the partner.');
    expect(await frame.textContent('.result')).toContain('Next: ');
    expect(lead(registry, 'L-0004')).toMatchObject({ 'Lead status': 'Returned' });
    await expect
      .poll(() => registry.workspace.mail.some(({ body }) => body.includes('Which of their branches')))
      .toBe(true);
    await frame.click('text=Close');
    await expect.poll(() => host.isClosed).toBe(true);
  });

  test('is sent once however fast it is clicked', async () => {
    const { host, registry, frame } = await openForm('showRejectLead', 5);
    await frame.check('text=does not fit our offer');
    await frame.dblclick('text=Continue');
    await frame.waitForSelector('.plan');
    await frame.$eval('.primary', (button) => {
      for (let click = 0; click < 3; click += 1) (button as unknown as { click(): void }).click();
    });
    await frame.waitForSelector('.result');
    expect(executed(host)).toHaveLength(1);
    expect(host.calls.filter(({ request }) => Object(request).question === 'preview')).toHaveLength(1);
    expect(lead(registry, 'L-0004')).toMatchObject({ 'Lead status': 'Rejected' });
  });

  test('keeps what was typed when an answer is lost, and trying again does it once', async () => {
    const { host, registry, frame } = await openForm('showEnterDeal', 2);
    await frame.check('input[value="Renewal"]');
    await frame.check('input[value="Open"]');
    await frame.fill('[placeholder="USD"]', 'usd');
    await frame.fill('[placeholder="0.00"]', '5000');
    await frame.click('text=Continue');
    await frame.waitForSelector('.plan');
    host.between = async (call, name, args) => {
      const answer = await call(name, args);
      if (name === 'execute') throw new Error('NetworkError: Connection failure');
      return answer;
    };
    await frame.click('text=Enter the deal');
    await frame.waitForSelector('text=NetworkError');
    expect(registry.rows('Deals')).toHaveLength(2);
    host.between = (call, name, args) => call(name, args);
    await frame.click('.primary:has-text("Try again")');
    await frame.waitForSelector('.result');
    expect(await frame.textContent('.result h2')).toBe('D-0002 is entered.');
    expect(registry.rows('Deals')).toHaveLength(2);
    const ids = executed(host).map(({ request }) => Object(request).requestId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test('keeps what was typed when somebody else was faster', async () => {
    const { registry, frame } = await openForm('showRejectLead', 5);
    await frame.check('text=Something else');
    await frame.fill('textarea', 'No budget this year');
    await frame.click('text=Continue');
    await frame.waitForSelector('.plan');
    registry.give(HEAD, 'withdrawLead', { lead: 'L-0004' });
    await frame.click('.primary');
    await frame.waitForSelector('.notice.wrong');
    expect(await frame.textContent('.notice.wrong')).toContain(
      'A registration that is Withdrawn cannot become Rejected',
    );
    expect(await frame.inputValue('textarea')).toBe('No budget this year');
  });

  test('holds what had been typed when it is opened again after it was closed by accident', async () => {
    const { host, frame } = await openForm('showRejectLead', 5);
    await frame.check('text=Something else');
    await frame.fill('textarea', 'No budget');
    // Without an origin of its own the frame has no store: the form works all the same, and forgets.
    const forgetful = await host.choose('showRejectLead');
    expect(await forgetful.inputValue('textarea')).toBe('');
    host.sandbox = 'allow-scripts allow-forms allow-same-origin';
    const first = await host.choose('showRejectLead');
    await first.fill('textarea', 'No budget this year');
    const again = await host.choose('showRejectLead');
    await again.waitForSelector('text=This is what you had typed before.');
    expect(await again.inputValue('textarea')).toBe('No budget this year');
    await again.click('text=Start afresh');
    expect(await again.inputValue('textarea')).toBe('');
  });

  test('asks for the reason of an override only where an engaged account stands in the way', async () => {
    const { registry, frame } = await openForm('showApproveLead', 4);
    expect(await frame.textContent('.notice.wrong')).toContain('may be one that is taken');
    expect(await frame.$$('textarea')).toHaveLength(0);
    registry.give(ANA, 'judgeMatch', { lead: 'L-0003', other: 'A-0001', same: true, reason: 'Same address' });
    await frame.fill('[placeholder="Name or address"]', 'okafor');
    await frame.press('[placeholder="Name or address"]', 'ArrowDown');
    await frame.press('[placeholder="Name or address"]', 'Enter');
    expect(await frame.inputValue('[placeholder="Name or address"]')).toBe(`Sam Okafor (${SAM})`);
    await frame.click('text=Continue');
    await frame.waitForSelector('textarea');
    await frame.fill('textarea', 'Agreed with sales');
    await frame.click('text=Continue');
    await frame.waitForSelector('.plan');
    await frame.click('.primary');
    await frame.waitForSelector('.result');
    expect(lead(registry, 'L-0003')).toMatchObject({ 'Lead status': 'Active', 'Sales account owner': SAM });
  });

  test('is not filled in by whom it is not for', async () => {
    const { frame } = await openForm('showApproveLead', 5, FAY);
    expect(await frame.textContent('.notice.wrong')).toContain('Ask the programme head.');
    expect(await frame.$$('input')).toHaveLength(0);
  });
});

describe.skipIf(findChromium() === null)('The sidebars in the browser', () => {
  test('decide the queue by keys alone, the next request following each decision', async () => {
    const { host, registry } = await openHost(ANA);
    const frame = await host.choose('showReviewQueue');
    await frame.waitForSelector('.request');
    expect(await frame.$$eval('.customer', (names) => names.map((name) => name.textContent))).toEqual([
      'Globex Corp.',
      'Initech',
      'Umbrella',
    ]);
    const { keyboard } = host.page;
    await keyboard.press('j');
    await keyboard.press('Enter');
    await frame.waitForSelector('.match');
    expect(await frame.textContent('.match')).toContain('Globex Corporation');
    expect(
      await frame.$$eval('.match:first-child .compared tbody:nth-of-type(2) td', (cells) =>
        cells.map((cell) => cell.textContent),
      ),
    ).toEqual(['globex.example', 'https://globex.example']);
    await keyboard.press('x');
    await frame.waitForSelector('form .card');
    await frame.focus('input[value="held-by-partner"]');
    await keyboard.press('Space');
    await keyboard.press('Enter');
    await frame.waitForSelector('.plan');
    await frame.focus('.primary');
    await keyboard.press('Enter');
    await frame.waitForSelector('.said:has-text("Globex Corp. is rejected.")');
    expect(lead(registry, 'L-0002')).toMatchObject({ 'Lead status': 'Rejected' });
    await expect.poll(() => frame.textContent('.title')).toBe('Initech');
    await keyboard.press('j');
    await expect.poll(() => frame.textContent('.title')).toBe('Umbrella');
    await frame.waitForSelector('text=We know them.');
    await keyboard.press('Escape');
    await frame.waitForSelector('.requests');
    expect(await frame.$$('.request')).toHaveLength(2);
  });

  test('leave single keys alone where they are turned off', async () => {
    const { host } = await openHost(ANA);
    const frame = await host.choose('showReviewQueue');
    await frame.click('.request');
    await frame.click('summary');
    await frame.uncheck('.shortcuts input');
    await frame.focus('.title');
    await host.page.keyboard.press('x');
    expect(await frame.$$('form')).toHaveLength(0);
  });

  test('find a record and go to its row', async () => {
    const { host, registry } = await openHost(SAM);
    const frame = await host.choose('showFind');
    await frame.fill('input', 'globex corporation');
    await frame.waitForSelector('.found');
    await host.page.keyboard.press('ArrowDown');
    await host.page.keyboard.press('Enter');
    await frame.waitForSelector('text=is selected in the sheet');
    expect(registry.workspace.toJSON().selections[`${registry.spreadsheetId} ${SAM}`]).toMatchObject({
      row: 2,
    });
  });
});

describe.skipIf(findChromium() === null)('The payment run in the browser', () => {
  test('begins with the programme’s date, whatever day it is where the person sits', async () => {
    const { host } = await openHost(FAY);
    const frame = await host.choose('showPaymentRun');
    await expect.poll(() => frame.inputValue('.as-of input')).toBe('2026-01-05');
    await frame.waitForSelector('text=Nothing is due on 2026-01-05.');
  });
});

describe.skipIf(findChromium() === null)('A report in the browser', () => {
  test('of a month is that of the programme’s month for the partner of the selected row, made at once', async () => {
    const { host, registry } = await openHost(FAY);
    registry.workspace.selectCell({ spreadsheetId: registry.spreadsheetId, as: FAY, tab: 'Leads', a1: 'A2' });
    const frame = await host.choose('showStatement');
    await frame.waitForSelector('h1:has-text("Borealis: statement of 2026-01")');
  });

  test('is made at once for a partner that was searched for by a part of its name', async () => {
    const { host } = await openHost(FAY);
    const frame = await host.choose('showStatement');
    await frame.fill('input[role="combobox"]', 'borea');
    await frame.waitForSelector('.options >> text=Searching…');
    await frame.click('.option:has-text("P-002")');
    await frame.waitForSelector('h1:has-text("Borealis: statement of 2026-01")');
    expect(await frame.inputValue('input[role="combobox"]')).toBe('Borealis (P-002)');
    expect(await findBarriers(frame)).toEqual([]);
  });

  test('of a line is found by its deal, or named by its ID and Enter', async () => {
    const { host } = await openHost(FAY);
    const frame = await host.choose('showExplainCommission');
    await frame.fill('input[role="combobox"]', 'd-0001');
    await frame.waitForSelector('.option:has-text("C-0001")');
    await host.page.keyboard.press('ArrowDown');
    await host.page.keyboard.press('Enter');
    await frame.waitForSelector('h1:has-text("Globex Corporation")');
    await frame.fill('input[role="combobox"]', 'C-0009');
    await host.page.keyboard.press('Enter');
    await frame.waitForSelector('.problem:has-text("C-0009")');
    expect(await frame.locator('.options').isVisible()).toBe(false);
  });

  test('closes with Escape, wherever the focus is in it', async () => {
    const { host } = await openHost(FAY);
    const frame = await host.choose('showOutlook');
    await frame.getByRole('button', { name: 'Close' }).focus();
    expect(host.isClosed).toBe(false);
    await host.page.keyboard.press('Escape');
    await expect.poll(() => host.isClosed).toBe(true);
  });
});

describe.skipIf(findChromium() === null)('Every dialog', () => {
  const openers = Object.keys(ENTRY_KINDS).filter((entry) => entry.startsWith('show'));

  test('has no barrier that axe finds, and fits its width at 200 %', async () => {
    const { host, registry } = await openHost(HEAD);
    const { spreadsheetId } = registry;
    registry.workspace.selectCell({ spreadsheetId, as: HEAD, tab: 'Leads', a1: 'A5' });
    for (const entry of openers) {
      const frame = await host.choose(entry);
      expect(await findBarriers(frame), entry).toEqual([]);
      // Half the room in each direction is what zooming to 200 % leaves; a sidebar keeps its width, less a scroll bar.
      await host.page.$eval('iframe', (element) => {
        const { clientWidth, clientHeight } = element;
        element.setAttribute(
          'style',
          `border:0;width:${Math.max(280, clientWidth / 2)}px;height:${clientHeight / 2}px`,
        );
      });
      expect(await fitsItsWidth(frame), entry).toBe(true);
    }
  });

  test('has none while it shows what will change, what is wrong, and the evidence either', async () => {
    const { frame } = await openForm('showEnterDeal', 2);
    await frame.click('text=Continue');
    await frame.waitForSelector('.notice.wrong');
    expect(await findBarriers(frame)).toEqual([]);
    await frame.check('input[value="Services"]');
    await frame.check('input[value="Open"]');
    await frame.click('text=Continue');
    await frame.waitForSelector('.plan');
    expect(await findBarriers(frame)).toEqual([]);
    const { host } = await openHost(ANA);
    const queue = await host.choose('showReviewQueue');
    await queue.click('.request >> nth=1');
    await queue.waitForSelector('.match');
    expect(await findBarriers(queue)).toEqual([]);
    expect(await fitsItsWidth(queue)).toBe(true);
  });
});
