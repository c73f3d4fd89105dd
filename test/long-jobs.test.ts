import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildWhenStale } from '../scripts/replay/build-when-stale.ts';
import { callCommand } from '../scripts/replay/call-command.ts';
import type { World } from '../scripts/replay/world.ts';
import type { PartnerId } from '../src/core/model/ids.ts';
import type { PartnerRecord } from '../src/registry/records.ts';
import { type CallCosts, DEFAULT_CALL_COSTS } from '../src/sandbox/call-costs.ts';
import { Workspace } from '../src/sandbox/workspace.ts';
import type { ExecutionRecord, TriggerState } from '../src/sandbox/world-state.ts';
import { fillRecords, readState } from './support/fill-records.ts';
import { forkWorld, openFilledWorld } from './support/open-filled-world.ts';
import { openLargeWorld } from './support/open-large-world.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const HEAD = 'head@one.example';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A platform on a bad day: each call takes as many times as long. */
function slower(times: number): CallCosts {
  const { kinds, methods, perThousandCells } = DEFAULT_CALL_COSTS;
  const slow = (costs: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(costs).map(([name, ms]) => [name, ms * times]));
  return {
    kinds: {
      ...kinds,
      read: kinds.read * times,
      write: kinds.write * times,
      flush: kinds.flush * times,
    },
    methods: slow(methods),
    perThousandCells: { read: perThousandCells.read * times, write: perThousandCells.write * times },
  };
}

/** A registry of so many active partners on the evening of the last day of a month. */
function openPartners(count: number): World {
  const world = openFilledWorld(root, [
    {
      at: '2026-01-05T09:00',
      as: HEAD,
      do: 'admitPartner',
      with: { partner: 'Partner 1', contacts: ['kim@p1.example'], manager: 'ana@one.example' },
    },
    { at: '2026-01-31T20:00' },
  ]);
  const [first] = readState(world).list('partners');
  if (!first) throw new Error('No partner was admitted.');
  const more = Array.from({ length: count - 1 }, (_, i): PartnerRecord => {
    const id = `P-${String(i + 2).padStart(3, '0')}` as PartnerId;
    const contact = first.partner.contacts.map((email) => email.replace('p1', `p${i + 2}`) as typeof email);
    return { ...first, id, partner: { ...first.partner, id, name: `Partner ${i + 2}`, contacts: contact } };
  });
  fillRecords(world, 'partners', more);
  return world;
}

function partnersWithSnapshot(world: World): readonly string[] {
  return readState(world)
    .list('snapshots')
    .filter(({ month, file }) => month === '2026-01' && file !== '')
    .map(({ partner }) => partner);
}

function oneShots({ workspace, scriptId }: World) {
  return (workspace.toJSON().scripts[scriptId]?.triggers ?? []).filter(isOneShot);
}

function isOneShot({ handler }: { readonly handler: string }): boolean {
  return handler === 'whenWorkGoesOn';
}

/** Moves on in steps of ten minutes until this moment; answers the executions and the most one-shot triggers that stood at once. */
function moveOn(world: World, until: number): { ran: readonly ExecutionRecord[]; mostWaiting: number } {
  const before = world.workspace.executions.length;
  let mostWaiting = 0;
  while (world.workspace.now < until) {
    world.workspace.advanceTo(Math.min(until, world.workspace.now + 10 * 60_000));
    mostWaiting = Math.max(mostWaiting, oneShots(world).length);
  }
  return { ran: world.workspace.executions.slice(before), mostWaiting };
}

function madeFor(count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => `P-${String(i + 1).padStart(3, '0')}`);
}

beforeAll(() => buildWhenStale(root));

describe('a month of many partners', () => {
  // The month of 500 partners takes half a minute: LONG_JOBS_PARTNERS=500 npx vitest run test/long-jobs.test.ts
  const partners = Number(process.env.LONG_JOBS_PARTNERS ?? 50);

  it('has its snapshots made one after the other, in executions that end well before six minutes', () => {
    const world = forkWorld(openPartners(partners), slower(5));
    const { ran, mostWaiting } = moveOn(world, world.workspace.now + 10 * HOUR + partners * 2 * MINUTE);
    expect([...partnersWithSnapshot(world)].sort()).toEqual(madeFor(partners));
    expect(ran.filter(({ function: name }) => name === 'whenWorkGoesOn').length).toBeGreaterThan(3);
    expect(ran.filter(({ status }) => status !== 'done')).toEqual([]);
    expect(Math.max(...ran.map(({ ms }) => ms))).toBeLessThan(5.5 * MINUTE);
    expect(mostWaiting).toBe(1);
    expect(oneShots(world)).toEqual([]);
    const files = world.workspace.files().filter(({ name }) => name.endsWith('2026-01'));
    expect(new Set(files.map(({ name }) => name)).size).toBe(partners);
    expect(files).toHaveLength(partners);
  });

  it('has none made twice and none forgotten wherever executions are stopped', () => {
    const start = openPartners(6);
    const quiet = forkWorld(start, slower(10));
    quiet.workspace.advanceTo(quiet.workspace.now + 5 * HOUR);
    const clock = [...quiet.workspace.executions]
      .reverse()
      .find(({ function: name }) => name === 'whenClockStrikes');
    const { reads = 0, writes = 0, flushes = 0 } = clock?.calls ?? {};
    const calls = reads + writes + flushes;
    expect(calls).toBeGreaterThan(50);
    for (let sample = 0; sample < 8; sample += 1) {
      const world = forkWorld(start, slower(10));
      const stops = new Map([
        ['whenClockStrikes', (sample * 37 + 11) % calls],
        ['whenWorkGoesOn', (sample * 53 + 5) % calls],
      ]);
      world.workspace.advanceTo(world.workspace.now + 5 * HOUR, ({ function: name }) => {
        const stopAfterCalls = stops.get(name);
        stops.delete(name);
        return stopAfterCalls === undefined ? undefined : { stopAfterCalls, keepWrites: sample % 3 };
      });
      world.workspace.advanceTo(world.workspace.now + 24 * HOUR);
      expect([...partnersWithSnapshot(world)].sort(), `sample ${sample}`).toEqual(madeFor(6));
      expect(oneShots(world), `sample ${sample}`).toEqual([]);
      const listed = new Set(
        readState(world)
          .list('snapshots')
          .map(({ fileId }) => fileId),
      );
      const strays = world.workspace
        .files()
        .filter(({ id, name }) => /2026-01$/.test(name) && !listed.has(id));
      expect(strays.flatMap(({ viewers, editors }) => [...viewers, ...editors])).toEqual([]);
    }
  });

  it('has all made once when the one-shot trigger is lost, and when it fires twice', () => {
    const start = forkWorld(openPartners(12), slower(15));
    const midnight = start.workspace.now + 5 * HOUR;
    while (oneShots(start).length === 0 && start.workspace.now < midnight)
      start.workspace.advanceTo(start.workspace.now + MINUTE / 2);
    expect(oneShots(start)).toHaveLength(1);
    expect(partnersWithSnapshot(start).length).toBeLessThan(12);
    const changes = [
      (triggers: TriggerState[]) => triggers.filter((trigger) => !isOneShot(trigger)),
      (triggers: TriggerState[]) => [
        ...triggers,
        ...triggers.filter(isOneShot).map((trigger) => ({ ...trigger, uid: '12345' })),
      ],
    ];
    for (const change of changes) {
      const state = start.workspace.toJSON();
      const script = state.scripts[start.scriptId];
      if (!script) throw new Error('The script is gone.');
      script.triggers = change(script.triggers);
      const world = { ...start, workspace: Workspace.fromJSON(state, slower(15)) };
      world.workspace.advanceTo(world.workspace.now + 24 * HOUR);
      expect([...partnersWithSnapshot(world)].sort()).toEqual(madeFor(12));
      expect(oneShots(world)).toEqual([]);
    }
  });

  it('has one made of the whole month although a manager shared one of its first days', () => {
    const world = openPartners(1);
    const shared = callCommand(world.workspace, world.scriptId, {
      as: HEAD,
      command: 'shareSnapshot',
      input: { partner: 'P-001', month: '2026-01' },
      requestId: 'by hand',
    });
    expect(shared.answer.ok).toBe(true);
    world.workspace.advanceTo(world.workspace.now + 12 * HOUR);
    expect(partnersWithSnapshot(world)).toEqual(['P-001', 'P-001']);
  });
});

describe('forms', () => {
  const answer = (world: World, n: number, deliver: 0 | 1) => () =>
    world.workspace.submitForm({
      formId: world.formIds['Register a lead'],
      as: 'kim@p1.example',
      answers: { 'Customer name': `Company ${n} ${(n * 7919).toString(36)}` },
      deliver,
    });

  it('that came while no event was told are all taken in order, by as many executions as it needs', () => {
    const world = forkWorld(openPartners(1), slower(5));
    for (let n = 1; n <= 40; n += 1) {
      world.workspace.advanceTo(world.workspace.now + MINUTE);
      answer(world, n, 0)();
    }
    const { ran } = moveOn(world, world.workspace.now + 6 * HOUR);
    const leads = readState(world).list('leads');
    const names = Array.from({ length: 40 }, (_, n) => `Company ${n + 1} ${((n + 1) * 7919).toString(36)}`);
    expect(leads.map(({ registration }) => registration.customer)).toEqual(names);
    expect(ran.filter(({ function: name }) => name === 'whenWorkGoesOn').length).toBeGreaterThan(1);
    expect(ran.every(({ status, ms }) => status === 'done' && ms < 5.5 * MINUTE)).toBe(true);
  });

  it('that come while another execution holds the workbook are taken within minutes, not at the next strike', async () => {
    const world = forkWorld(openPartners(1));
    const { workspace, scriptId } = world;
    const hold = () =>
      workspace.run(scriptId, {
        as: HEAD,
        function: 'holdWorkbook',
        args: [5 * MINUTE],
        context: 'editor',
      });
    await workspace.parallel<unknown>([hold, answer(world, 1, 1)], 1);
    const [told] = workspace.executions.filter(({ function: name }) => name === 'whenFormSubmitted');
    expect(told?.log.map(({ text }) => text).join()).toContain('waits: Somebody else is working');
    expect(readState(world).list('leads')).toEqual([]);
    workspace.advanceTo(workspace.now + 5 * MINUTE);
    expect(readState(world).list('leads')).toHaveLength(1);
    expect(oneShots(world)).toEqual([]);
  });
});

describe("the day's work after an outage", () => {
  it('is done in entries of a bounded size, each thing once', () => {
    const world = openLargeWorld(root, 450);
    const { workspace } = world;
    const { ran } = moveOn(world, workspace.now + 4 * 24 * HOUR);
    expect(ran.filter(({ status }) => status !== 'done')).toEqual([]);
    const mails = readState(world)
      .list('outbox')
      .filter(({ kind }) => kind === 'escalation');
    expect(mails).toHaveLength(450);
    expect(new Set(mails.map(({ about }) => about)).size).toBe(450);
    const entries = workspace
      .table(world.spreadsheetId, 'Journal')
      .filter(([, , , command]) => command === 'dailyWork');
    const sizes = entries.map(([, , , , , , changes]) => String(changes).split('"r":').length - 1);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(401);
  });
});
