import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HEAD, openRegistry, type Registry } from '../addon/open-registry.ts';
import { DialogHost } from './support/dialog-host.ts';
import { findBarriers } from './support/find-barriers.ts';
import { findChromium, type OpenBrowser, openChromium } from './support/open-chromium.ts';

/** A registry whose Utilities leave out the padding of base64. */
async function openBroken(): Promise<Registry> {
  const registry = await openRegistry();
  return registry.tamper((world) => {
    const script = world.scripts[registry.scriptId];
    if (script === undefined) throw new Error('The script is missing.');
    const source = "Utilities.base64EncodeWebSafe = () => 'YcOxPz4'";
    world.scripts[registry.scriptId] = { ...script, files: [...script.files, { name: 'Broken', source }] };
  });
}

describe.skipIf(findChromium() === null)('The live check in Chromium (set CHROMIUM_PATH where it is)', () => {
  let browser: OpenBrowser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser.close());

  test('runs from start to end by keyboard and finds nothing that differs', async () => {
    const host = await DialogHost.open(browser.context, await openRegistry(), HEAD);
    const frame = await host.choose('showLiveCheck');
    expect(await frame.textContent('.body')).toContain('spreadsheet and a form of its own');
    expect(await findBarriers(frame)).toEqual([]);
    await frame.getByRole('button', { name: 'Start the check' }).press('Enter');
    await frame.getByRole('heading', { name: 'The check is done' }).waitFor();
    expect(await frame.locator('output').first().innerText()).toMatch(
      /^(\d+) of \1 steps. Nothing differs\.$/,
    );
    expect(await frame.locator('.verdict.differs').count()).toBe(0);
    expect(await frame.locator('.verdict.expected').count()).toBeGreaterThan(150);
    expect(await frame.locator('.notice a').count()).toBe(2);
    expect(await findBarriers(frame)).toEqual([]);
    const sideways = await frame.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(sideways).toBe(0);
    await frame.getByRole('button', { name: 'Close' }).press('Enter');
    await expect.poll(() => host.isClosed).toBe(true);
  });

  test('lists first what differs, with the values, and is narrowed by verdict and by words', async () => {
    const host = await DialogHost.open(browser.context, await openBroken(), HEAD);
    const frame = await host.choose('showLiveCheck');
    await frame.getByRole('button', { name: 'Start the check' }).dblclick();
    await frame.getByRole('heading', { name: 'The check is done' }).waitFor();
    expect(host.calls.filter(({ request }) => JSON.stringify(request).includes('start'))).toHaveLength(1);
    expect(await frame.locator('output').first().innerText()).toContain('1 behaviour differs.');
    const first = frame.locator('.behaviours li').first();
    expect(await first.innerText()).toContain('["YcOxPz4=","añ?>"]');
    expect(await first.innerText()).toContain('["YcOxPz4","añ?>"]');
    await frame.getByRole('button', { name: /^Differs 1$/ }).press('Enter');
    expect(await frame.locator('.behaviours li').count()).toBe(1);
    expect(await findBarriers(frame)).toEqual([]);
    await frame.getByRole('button', { name: /^All/ }).click();
    await frame.getByLabel('Find a behaviour').fill('form 007');
    expect(await frame.locator('.behaviours li').count()).toBe(0);
    expect(await frame.textContent('.report section:has(.behaviours)')).toContain('No behaviour is left');
    await frame.getByLabel('Find a behaviour').fill('forms leading zeros');
    expect(await frame.locator('.behaviours li').innerText()).toContain(
      'keep the leading zeros of an answer',
    );
  });

  test('hands over a report to download and to copy', async () => {
    const host = await DialogHost.open(browser.context, await openRegistry(), HEAD);
    host.sandbox = 'allow-scripts allow-forms allow-downloads';
    const frame = await host.choose('showLiveCheck');
    await frame.getByRole('button', { name: 'Start the check' }).click();
    const link = frame.getByRole('link', { name: 'Download the report' });
    await link.waitFor();
    const [download] = await Promise.all([host.page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe('live-check.txt');
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toContain('Differs (0)');
    expect(JSON.parse(text.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
      format: 'lead-registry-live-check/1',
    });
    expect(await frame.getByLabel('The report as text').inputValue()).toBe(text);
    await frame.getByRole('button', { name: 'Copy the report' }).click();
    await frame.locator('.beside output', { hasText: /Copied|selected/ }).waitFor();
  });

  test('keeps what was found when Google does not answer, and goes on from there', async () => {
    const host = await DialogHost.open(browser.context, await openRegistry(), HEAD);
    const frame = await host.choose('showLiveCheck');
    let calls = 0;
    host.between = (call, name, args) => {
      calls += 1;
      return calls === 4 ? Promise.reject(new Error('Service timed out')) : call(name, args);
    };
    await frame.getByRole('button', { name: 'Start the check' }).click();
    expect(await frame.getByRole('alert').innerText()).toContain('Service timed out');
    expect(await frame.locator('.verdict.expected').count()).toBeGreaterThan(10);
    expect(await frame.getByLabel('The report as text').inputValue()).toContain('NOT BROUGHT TO ITS END');
    expect(await findBarriers(frame)).toEqual([]);
    await frame.getByRole('button', { name: 'Go on' }).click();
    await frame.getByRole('heading', { name: 'The check is done' }).waitFor();
    const nexts = host.calls.flatMap(({ request }) =>
      typeof request === 'object' && request !== null && 'next' in request ? [Number(request.next)] : [],
    );
    // The slice that was lost is asked for once more, no other.
    expect(new Set(nexts).size).toBe(nexts.length - 1);
  });
});
