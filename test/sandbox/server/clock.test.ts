import { afterEach, describe, expect, test } from 'vitest';
import { OWNER, START } from '../make-workspace.ts';
import { type Served, serveBench } from './serve-bench.ts';
import { TestPage } from './test-page.ts';

const SCRIPT = `
function install() {
  ScriptApp.newTrigger('daily').timeBased().everyDays(1).atHour(6).create();
}
function daily() {
  MailApp.sendEmail('kim@partner.example', 'Day', 'https://docs.google.com/spreadsheets/d/abc/edit');
}`;

const DAY_MS = 24 * 3_600_000;

let served: Served;
let page: TestPage;

afterEach(async () => {
  page.hangUp();
  await served.server.close();
});

async function open(viewer: string): Promise<void> {
  served = await serveBench(SCRIPT);
  page = await TestPage.open(served.server.url, viewer);
  await served.server.live.act((workspace) =>
    workspace.run(served.scriptId, { as: OWNER, function: 'install', context: 'editor' }),
  ).done;
}

async function arrived(now: number): Promise<void> {
  await page.waitFor('pulse', ({ pulse }) => pulse.now === now && pulse.clock === null);
}

describe('The clock', () => {
  test('runs what comes due on its way, and tells how far it has come', async () => {
    await open(OWNER);
    const { until } = await page.ask('moveClock', { kind: 'month' });
    // 5 January to 5 February, at the same time of day.
    expect(until).toBe(START + 31 * DAY_MS);
    await arrived(until);
    const { now, last, comingUp } = await page.ask('readClock', {});
    expect({ now, last }).toEqual({
      now: until,
      last: { from: START, until, executions: 31, failed: 0, mails: 31 },
    });
    expect(comingUp).toHaveLength(1);
    const moving = page.events.filter(({ kind }) => kind === 'pulse');
    expect(moving.some((event) => event.kind === 'pulse' && event.pulse.clock !== null)).toBe(true);
  });

  test('moves once at a time, and never back', async () => {
    await open(OWNER);
    const { until } = await page.ask('moveClock', { kind: 'month' });
    expect(await page.call('moveClock', { kind: 'day' })).toMatchObject({
      ok: false,
      message: expect.stringContaining('already moving'),
    });
    await arrived(until);
    for (const wish of [
      { kind: 'to', date: '2026-01-06', time: '09:00' },
      { kind: 'to', date: '2026-02-30', time: '09:00' },
    ] as const) {
      expect(await page.call('moveClock', wish)).toMatchObject({ ok: false, kind: 'refused' });
    }
    await page.ask('moveClock', { kind: 'to', date: '2026-02-05', time: '10:30' });
    // Half past ten in Chicago's winter.
    await arrived(Date.UTC(2026, 1, 5, 16, 30));
  });

  test('fills inboxes, where messages are unread until they are opened', async () => {
    await open('kim@partner.example');
    const { until } = await page.ask('moveClock', { kind: 'day' });
    await arrived(until);
    await page.waitFor('pulse', ({ pulse }) => pulse.unread === 1);
    const { mails, total } = await page.ask('listInbox', { query: 'day', limit: 10 });
    expect({ total, mails }).toMatchObject({
      total: 1,
      mails: [{ from: OWNER, subject: 'Day', isRead: false }],
    });
    await page.ask('openMail', { id: mails[0]?.id ?? -1 });
    await page.waitFor('pulse', ({ pulse }) => pulse.unread === 0 && pulse.now === until);
    const other = await TestPage.open(served.server.url, 'else@partner.example');
    expect(await other.call('openMail', { id: mails[0]?.id ?? -1 })).toMatchObject({ kind: 'denied' });
    other.hangUp();
  });
});
