import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildWhenStale } from '../../../scripts/replay/build-when-stale.ts';
import { callCommand } from '../../../scripts/replay/call-command.ts';
import type { World } from '../../../scripts/replay/world.ts';
import { forkWorld, openFilledWorld } from '../../support/open-filled-world.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const COURSE = 'test/scenarios/first-deal-earns-ten-percent-paid-thirty-days-after-cash.json';

let due: World;

beforeAll(async () => {
  await buildWhenStale(ROOT);
  const course = readFileSync(`${ROOT}${COURSE}`, 'utf8').replaceAll('"$6"', '"D-0001"');
  const { steps } = JSON.parse(course) as { steps: { at: string }[] };
  // All but the payment, on the day on which it is due.
  due = openFilledWorld(ROOT, steps.slice(0, -1));
  due.workspace.advanceTo(Date.parse('2026-03-02T18:00:00Z'));
}, 60_000);

const FINANCE = (world: World) => ({
  spreadsheetId: world.spreadsheetId,
  as: 'fay@one.example',
  tab: 'Finance',
});

/** Pays the line after somebody did something to the Finance tab; answers what the tab then says. */
function payAfter(spoil: (world: World) => void): readonly (readonly unknown[])[] {
  const world = forkWorld(due);
  spoil(world);
  const { answer } = callCommand(world.workspace, world.scriptId, {
    as: 'fay@one.example',
    command: 'recordPayment',
    input: { commission: 'C-0001', paidOn: '2026-03-02', reference: 'PAY-1' },
    requestId: 'pay',
  });
  expect(answer).toMatchObject({ ok: true });
  return world.workspace.table(world.spreadsheetId, 'Finance');
}

describe('The Finance tab, after the next command', () => {
  test('says what was paid', () => {
    const [headers = [], all = []] = payAfter(() => undefined);
    const paid = (header: string) => all[headers.indexOf(header)];
    expect([paid('Currency'), paid('Due'), paid('Paid'), paid('Open')]).toEqual(['USD', 0, 12345.68, 0]);
  });

  test.each([
    [
      'it was sorted',
      (world: World) => world.workspace.sort({ ...FINANCE(world), column: 2, ascending: false }),
    ],
    [
      'an amount was typed over',
      (world: World) => world.workspace.edit({ ...FINANCE(world), row: 3, column: 7, value: '999999' }),
    ],
  ])('is the same although %s', (_what, spoil) => {
    const right = payAfter(() => undefined);
    let before: unknown;
    const after = payAfter((world) => {
      before = world.workspace.table(world.spreadsheetId, 'Finance');
      spoil(world);
      expect(world.workspace.table(world.spreadsheetId, 'Finance')).not.toEqual(before);
    });
    expect(after).toEqual(right);
  });

  test('is rid of what was typed below it in the next night', () => {
    const world = forkWorld(due);
    const right = world.workspace.table(world.spreadsheetId, 'Finance');
    world.workspace.edit({ ...FINANCE(world), row: 9, column: 1, value: 'mine' });
    const ran = world.workspace.run(world.scriptId, {
      as: 'head@one.example',
      function: 'whenClockStrikes',
      args: [],
      context: 'editor',
    });
    expect(ran.error).toBeNull();
    expect(world.workspace.table(world.spreadsheetId, 'Finance')).toEqual(right);
  });

  test('does not keep a payment from being recorded where a column is gone, and is whole after set-up', () => {
    const right = payAfter(() => undefined);
    let spoilt: World | undefined;
    payAfter((world) => {
      spoilt = world;
      world.workspace.deleteColumns({ ...FINANCE(world), as: 'head@one.example', column: 3 });
    });
    if (spoilt === undefined) throw new Error('Nothing was spoilt.');
    const { workspace, scriptId, spreadsheetId } = spoilt;
    const ran = workspace.run(scriptId, {
      as: 'head@one.example',
      function: 'setUp',
      args: [],
      context: 'editor',
    });
    expect(ran.error).toBeNull();
    expect(workspace.table(spreadsheetId, 'Commissions')[1]).toContain('Paid');
    expect(workspace.table(spreadsheetId, 'Finance')).toEqual(right);
  });
});
