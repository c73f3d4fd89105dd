import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildWhenStale } from '../../scripts/replay/build-when-stale.ts';
import { type Bundle, readBundle } from '../../scripts/replay/open-world.ts';
import { parseScenario } from '../../scripts/replay/parse-scenario.ts';
import { playScenario } from '../../scripts/replay/play-scenario.ts';
import { placeScenarios, SharedPlays } from './support/shared-beginnings.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const admit = {
  at: '2026-01-05T09:00',
  as: 'head@one.example',
  do: 'admitPartner',
  with: { partner: 'Acme', contacts: ['kim@acme.example'], manager: 'ana@one.example' },
};
const register = (at: string, customer = 'Globex') => ({
  at,
  as: 'ana@one.example',
  do: 'registerLead',
  with: { partner: 'P-001', customer },
});
const approve = (at: string, lead = '$2') => ({
  at,
  as: 'ana@one.example',
  do: 'approveLead',
  with: { lead, salesOwner: 'sam@one.example' },
});

function read(name: string, steps: readonly object[], more: object = {}) {
  const parsed = parseScenario({ name, steps, ...more });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return { scenario: parsed.scenario };
}

const scenarios = [
  read('approved late', [admit, register('2026-01-06T10:00'), approve('2026-01-09T10:00')]),
  read('only admitted', [admit]),
  read('approved soon', [admit, register('2026-01-06T10:00'), approve('2026-01-07T10:00')]),
  read('the clock is lost', [
    admit,
    register('2026-01-06T10:00'),
    { at: '2026-01-08T10:00', deliver: 0 },
    approve('2026-01-09T10:00', 'L-0001'),
  ]),
  read('the clock runs', [
    admit,
    register('2026-01-06T10:00'),
    { at: '2026-01-08T10:00' },
    approve('2026-01-09T10:00', 'L-0001'),
  ]),
  read('registered later', [admit, register('2026-01-07T10:00')]),
  read('another customer', [admit, register('2026-01-06T10:00', 'Initech')]),
  read('another target', [admit, register('2026-01-06T10:00')], {
    settings: { 'Decision target business days': 5 },
  }),
  read('approved late again', [admit, register('2026-01-06T10:00'), approve('2026-01-09T10:00')]),
];

describe('scenarios with a common beginning', () => {
  let bundle: Bundle;

  beforeAll(async () => {
    await buildWhenStale(root);
    bundle = readBundle(root);
  });

  it('stand next to each other, each with the acts that it has in common with the one before', () => {
    const placed = placeScenarios(scenarios).map(({ one, shared }) => [one.scenario.name, shared]);
    // Each step is two acts: moving to its time, playing it. Of two waits the shorter is part of the longer.
    expect(placed).toEqual([
      ['another target', null],
      ['only admitted', null],
      ['the clock is lost', 2],
      ['approved soon', 4],
      ['the clock runs', 5],
      ['approved late', 5],
      ['approved late again', 6],
      ['another customer', 3],
      ['registered later', 3],
    ]);
  });

  it('come to what each of them comes to alone', async () => {
    const placed = placeScenarios(scenarios);
    const plays = new SharedPlays(placed, bundle);
    for (const [index, { one }] of placed.entries()) {
      expect(await plays.play(index), one.scenario.name).toEqual(await playScenario(one.scenario, bundle));
    }
  });

  it('come to the same where some before them are left out or played again', async () => {
    const placed = placeScenarios(scenarios);
    const plays = new SharedPlays(placed, bundle);
    for (const index of [0, placed.length - 2, 3, 3, placed.length - 1]) {
      const scenario = placed[index]?.one.scenario ?? expect.fail('There is no such place.');
      expect(await plays.play(index), scenario.name).toEqual(await playScenario(scenario, bundle));
    }
  });
});
