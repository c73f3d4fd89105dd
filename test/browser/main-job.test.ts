import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPageWhenStale } from '../../scripts/build/build-page-when-stale.ts';
import { buildWhenStale } from '../../scripts/replay/build-when-stale.ts';
import { newFolder } from '../sandbox/server/serve-bench.ts';
import { type SpawnedServer, spawnServer } from '../sandbox/server/spawn-server.ts';
import { findChromium, type OpenBrowser, openChromium } from './support/open-chromium.ts';
import { search, Visitor } from './support/people.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const SERVER = join(import.meta.dirname, 'support/serve-registry.ts');

/** Serves the registry in a process of its own, on that port or any free one. */
const serve = (folder: string, port = '0') => spawnServer(SERVER, [folder, port]);

let browser: OpenBrowser;
let server: SpawnedServer;
const folder = newFolder();

const enter = (as: string) => Visitor.enter(browser.context, server.url, as);

const isMissing = findChromium() === null;

describe.skipIf(isMissing)(
  `The whole job by clicking and typing${isMissing ? ' (skipped: there is no Chromium, set CHROMIUM_PATH)' : ''}`,
  () => {
    beforeAll(async () => {
      await buildWhenStale(ROOT);
      await buildPageWhenStale(ROOT);
      [browser, server] = await Promise.all([openChromium(), serve(folder)]);
    }, 120_000);
    afterAll(async () => {
      await browser?.close();
      server?.child.kill('SIGKILL');
    });

    test('goes from the partner’s form to the paid commission and the shared snapshot', async () => {
      const kim = await enter('kim@acme.example');
      await kim.goTo('forms');
      await kim.page.getByRole('link', { name: 'Register a lead' }).click();
      await kim.page.getByLabel('Customer name').fill('Globex GmbH');
      await kim.page.getByLabel('Customer website').fill('https://www.globex.example/de');
      await kim.page.getByRole('button', { name: 'Submit' }).click();
      await kim.page.getByText('Submit another response').waitFor();

      const ana = await enter('ana@one.example');
      await ana.goTo('sheet');
      await ana.choose('Review queue');
      const queue = ana.dialog('Review queue');
      await queue.getByText('Globex GmbH').click();
      await queue.getByRole('button', { name: 'Approve' }).click();
      await search(queue, 'Sales account owner', 'Sam');
      await queue.getByRole('button', { name: 'Continue' }).click();
      await queue.getByText('2 mails are sent').waitFor();
      await queue.locator('.primary').click();
      await queue.getByText('Globex GmbH is approved.').waitFor();
      expect(await kim.readMail(/is approved/)).toContain('Globex GmbH');

      // Whatever happens to the server in the middle, what was confirmed is there.
      const { port } = new URL(server.url);
      server.child.kill('SIGKILL');
      await server.ended;
      server = await serve(folder, port);
      await ana.goTo('sheet');

      const recorded = await ana.fillForm(
        ['Introductions', 'Record…'],
        'Record an introduction',
        async (form) => {
          await search(form, 'Lead', 'Globex');
          await form.getByLabel('Name').fill('Hanna Voss');
          await form.getByLabel('Title').fill('Chief Information Officer');
          await form.getByLabel('E-mail').fill('hanna@globex.example');
          await form.getByLabel('Employed by the customer').check();
          await form.getByLabel('Yes').check();
          await form.getByRole('button', { name: /Today/ }).click();
        },
      );
      expect(recorded).toContain('I-0001 is recorded.');

      const sam = await enter('sam@one.example');
      await sam.goTo('sheet');
      await sam.fillForm(['Introductions', 'Confirm or refuse…'], 'Confirm an introduction', async (form) => {
        await search(form, 'Introduction', 'Hanna');
        await form.getByLabel('Yes, confirm it').check();
      });
      const entered = await sam.fillForm(
        ['Deals and cash', 'Enter a deal…'],
        'Enter a deal',
        async (form) => {
          await search(form, 'Lead', 'Globex');
          await form.getByLabel('SaaS licence').check();
          await form.getByLabel('Signed', { exact: true }).check();
          await form.getByRole('button', { name: /Today/ }).click();
          await form.getByLabel('Currency').fill('EUR');
          await form.getByLabel('Gross SaaS fees').fill('120000');
        },
      );
      expect(entered).toContain('D-0001 is entered.');

      const fay = await enter('fay@one.example');
      await fay.goTo('sheet');
      await fay.fillForm(['Deals and cash', 'Record a receipt…'], 'Record a receipt', async (form) => {
        await search(form, 'Deal', 'D-0001');
        await form.getByRole('button', { name: /Today/ }).click();
        await form.getByLabel('Amount').fill('30000');
        await form.getByLabel('Bank reference').fill('RF 17');
      });
      await fay.goTo('clock');
      await fay.page.getByRole('button', { name: 'Next month' }).click();
      // A month of the clock's executions: on a busy machine that takes its time.
      await fay.page.getByText(/executions ran/).waitFor({ timeout: 150_000 });
      await fay.goTo('sheet');
      const paid = await fay.fillForm(
        ['Commissions', 'Record a payment…'],
        'Record a payment',
        async (form) => {
          await search(form, 'Commission line', 'C-0001');
          await form.getByRole('button', { name: /Today/ }).click();
          await form.getByLabel('Payment reference').fill('PAY 1');
        },
      );
      expect(paid).toContain('C-0001 is paid.');

      await ana.goTo('sheet');
      const shared = await ana.fillForm(['Partners', 'Share a snapshot…'], 'Share a snapshot', (form) =>
        search(form, 'Partner', 'Acme'),
      );
      expect(shared).toContain('is being made and shared.');
      await kim.goTo('drive');
      await kim.page
        .getByRole('link', { name: /Lead registry – Acme Consulting/ })
        .first()
        .click();
      await kim.grid().waitFor();
      expect(await kim.page.getByRole('menuitem', { name: 'Lead Registry' }).count()).toBe(0);
    }, 300_000);
  },
);
