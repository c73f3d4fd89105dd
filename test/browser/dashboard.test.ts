import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANA, HEAD, openRegistry, type Registry } from '../addon/open-registry.ts';
import { DialogHost } from './support/dialog-host.ts';
import { findChromium, type OpenBrowser, openChromium } from './support/open-chromium.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LONG_NAME = 'Internationale Gesellschaft für Prozess- und Unternehmensberatung im Mittelstand mbH';

/** What axe finds wrong, as `rule: element`. */
async function violationsIn(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(AXE);
  return frame.evaluate<string[]>(
    'axe.run(document).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html)))',
  );
}

async function openStaffed(): Promise<Registry> {
  const registry = await openRegistry();
  registry.give(HEAD, 'setTeamMember', { person: ANA, name: 'Ana', role: 'manager', active: true });
  return registry;
}

/** A partner with a long name whose one lead was signed, and another request that waits. */
function fill(registry: Registry): void {
  registry.give(HEAD, 'admitPartner', { partner: LONG_NAME, contacts: ['kim@acme.example'], manager: ANA });
  const lead = registry.give(ANA, 'registerLead', { partner: LONG_NAME, customer: 'Globex GmbH' });
  registry.give(ANA, 'approveLead', { lead, salesOwner: HEAD });
  const introduction = registry.give(ANA, 'recordIntroduction', {
    lead,
    name: 'Hanna Voss',
    title: 'CIO',
    email: 'hanna@globex.example',
    relation: 'employed',
    decisionMaker: true,
    introducedOn: '2026-01-05',
  });
  registry.give(HEAD, 'confirmIntroduction', { introduction });
  const deal = registry.give(HEAD, 'enterDeal', {
    lead,
    kind: 'SaaS licence',
    status: 'Signed',
    signedOn: '2026-01-05',
    currency: 'EUR',
    gross: '1234567.50',
  });
  registry.give(ANA, 'recordReceipt', { deal, receivedOn: '2026-01-05', amount: '100', reference: 'B 1' });
  registry.give(ANA, 'registerLead', { partner: LONG_NAME, customer: 'Hooli' });
}

describe.skipIf(findChromium() === null)('the dashboard in Chromium (set CHROMIUM_PATH where it is)', () => {
  let browser: OpenBrowser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser.close());

  test('shows what the registry computes, to everybody, and closes by keyboard', async () => {
    const registry = await openStaffed();
    fill(registry);
    const host = await DialogHost.open(browser.context, registry, ANA);
    const frame = await host.choose('showDashboard');
    const rowOf = (text: string) => frame.locator('tr', { hasText: text }).first().innerText();
    expect(await rowOf('Converted')).toMatch(/Converted\s+1/);
    expect(await rowOf('Submitted')).toMatch(/Submitted\s+1/);
    expect(await rowOf('Scheduled')).toMatch(/Feb 2026\s+Scheduled\s+1\s+123,456.75/);
    expect(await rowOf(LONG_NAME)).toMatch(/1,234,567.50\s+123,456.75/);
    expect(await frame.locator('svg[role=img] rect').count()).toBe(1);
    expect(await violationsIn(frame)).toEqual([]);
    const sideways = await frame.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(sideways).toBe(0);
    await frame.getByRole('button', { name: 'Close' }).press('Enter');
    await expect.poll(() => host.isClosed).toBe(true);
  });

  test('says that there are no leads yet', async () => {
    const host = await DialogHost.open(browser.context, await openStaffed(), ANA);
    const frame = await host.choose('showDashboard');
    await frame.getByRole('heading', { name: 'No leads yet' }).waitFor();
    expect(await violationsIn(frame)).toEqual([]);
  });

  test('says when the registry did not answer, and asks again when told to', async () => {
    const host = await DialogHost.open(browser.context, await openStaffed(), ANA);
    host.between = () => Promise.reject(new Error('Service timed out'));
    const frame = await host.choose('showDashboard');
    expect(await frame.getByRole('alert').innerText()).toContain('Service timed out');
    expect(await violationsIn(frame)).toEqual([]);
    host.between = (call, name, args) => call(name, args);
    await frame.getByRole('button', { name: 'Try again' }).click();
    await frame.getByRole('heading', { name: 'No leads yet' }).waitFor();
  });
});
