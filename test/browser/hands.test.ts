import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPageWhenStale } from '../../scripts/build/build-page-when-stale.ts';
import { PAGE_FOLDER } from '../../scripts/build/bundle-page.ts';
import { type RunningServer, startServer } from '../../src/sandbox/server/start-server.ts';
import { ANA, HEAD } from '../addon/open-registry.ts';
import { openTeam, SAM } from '../addon/open-team.ts';
import { newFolder } from '../sandbox/server/serve-bench.ts';
import { findChromium, type OpenBrowser, openChromium } from './support/open-chromium.ts';
import { Visitor } from './support/people.ts';

const ROOT = resolve(import.meta.dirname, '../..');

let browser: OpenBrowser;
let server: RunningServer;
let spreadsheetId: string;

/** A cell of the sheet by the ID of its row and its header: text, or the JSON of another value. */
function cell(tab: string, id: string, header: string): string {
  const [headers = [], ...rows] = server.live.workspace.table(spreadsheetId, tab);
  const row = rows.find(([first]) => first === id);
  const value = row?.[headers.indexOf(header)] ?? '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function place(tab: string, id: string, header: string): string {
  const [headers = [], ...rows] = server.live.workspace.table(spreadsheetId, tab);
  const letter = String.fromCharCode(65 + headers.indexOf(header));
  return `${letter}${rows.findIndex(([first]) => first === id) + 2}`;
}

const isMissing = findChromium() === null;

describe.skipIf(isMissing)(
  `Hands in the registry’s sheet${isMissing ? ' (skipped: there is no Chromium, set CHROMIUM_PATH)' : ''}`,
  () => {
    beforeAll(async () => {
      await buildPageWhenStale(ROOT);
      const registry = await openTeam();
      spreadsheetId = registry.spreadsheetId;
      registry.give(HEAD, 'admitPartner', {
        partner: 'Borealis',
        contacts: ['lee@borealis.example'],
        manager: ANA,
      });
      const register = (partner: string, customer: string, website: string) =>
        registry.give(ANA, 'registerLead', { partner, customer, website });
      register('P-001', 'Globex GmbH', 'globex.example');
      registry.give(ANA, 'approveLead', { lead: 'L-0001', salesOwner: SAM });
      register('P-002', 'Globex', 'www.globex.example');
      register('P-002', 'Initech', 'initech.example');
      register('P-002', 'Umbrella', 'umbrella.example');
      server = await startServer({
        folder: join(newFolder(), 'state'),
        title: 'Lead registry',
        pageFolder: join(ROOT, PAGE_FOLDER),
        people: () => [
          { email: ANA, name: 'Ana Keller', role: 'Alliance manager' },
          { email: SAM, name: 'Sam Okafor', role: 'Sales account owner' },
        ],
        begin: () => registry.workspace.toJSON(),
        port: 0,
      });
      browser = await openChromium();
    }, 120_000);
    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });

    test('a status typed against a conflict is put back, and the note on the cell says why', async () => {
      const ana = await Visitor.enter(browser.context, server.url, ANA);
      await ana.goTo('sheet');
      await ana.type(place('Leads', 'L-0002', 'Lead status'), 'Active');
      await expect.poll(() => server.live.executions.count).toBe(0);
      await expect.poll(() => cell('Leads', 'L-0002', 'Lead status')).toBe('Submitted');
      const note = server.live.workspace.read((state) => JSON.stringify(state.spreadsheets[spreadsheetId]));
      expect(note).toContain('L-0001');
      await ana.page.close();
    }, 60_000);

    test('a pasted block with one bad cell keeps the good ones and puts the bad one back', async () => {
      const ana = await Visitor.enter(browser.context, server.url, ANA);
      await ana.goTo('sheet');
      const before = cell('Leads', 'L-0003', 'Registered at');
      const from = place('Leads', 'L-0003', 'Registered at');
      await ana.paste(from, '2020-01-01\tBorealis\tInitech Ltd\n2020-01-02\tBorealis\tUmbrella plc');
      // Some of these columns are the registry's: the sheet asks first.
      await ana.page.getByRole('dialog', { name: 'Heads up!' }).getByRole('button', { name: 'OK' }).click();
      await expect.poll(() => cell('Leads', 'L-0003', 'Customer')).toBe('Initech Ltd');
      await expect.poll(() => cell('Leads', 'L-0004', 'Customer')).toBe('Umbrella plc');
      await expect.poll(() => cell('Leads', 'L-0003', 'Registered at')).toBe(before);
      await ana.page.close();
    }, 60_000);

    test('two people see each other’s changes', async () => {
      const ana = await Visitor.enter(browser.context, server.url, ANA);
      const sam = await Visitor.enter(browser.context, server.url, SAM);
      await Promise.all([ana.goTo('sheet'), sam.goTo('sheet')]);
      const at = place('Leads', 'L-0004', 'Country');
      await ana.type(at, 'Portugal');
      await expect.poll(() => cell('Leads', 'L-0004', 'Country')).toBe('Portugal');
      await expect.poll(() => sam.read(at)).toBe('Portugal');
      await ana.page.close();
      await sam.page.close();
    }, 60_000);
  },
);
