import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildWhenStale } from '../../../scripts/replay/build-when-stale.ts';
import { loadScenario } from '../../../scripts/replay/load-scenario.ts';
import { readBundle } from '../../../scripts/replay/open-world.ts';
import type { Scenario } from '../../../scripts/replay/scenario.ts';
import { EXPECTATION } from './expectation.ts';
import { findMismatches } from './find-mismatches.ts';
import { type Placed, placeScenarios, SharedPlays } from './shared-beginnings.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = join(root, 'test/scenarios');

const WITH_EXPECTATION = v.looseObject({ name: v.string(), expect: EXPECTATION });

/** Test files that share the scenarios between them, so that they are played side by side. */
const SHARES = 6;

/** A step takes about as long as the clock takes for so many days. */
const DAYS_OF_A_STEP = 1.5;
const DAY_IN_MS = 86_400_000;

/** All scenarios, those with a common beginning next to each other. */
function readScenarios() {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return placeScenarios(
    files.map((file) => {
      const path = join(folder, file);
      const { expect: expected } = v.parse(WITH_EXPECTATION, JSON.parse(readFileSync(path, 'utf8')));
      const loaded = loadScenario(path);
      if (!loaded.ok) throw new Error(`${file}: ${JSON.stringify(loaded.problems)}`);
      return { file, expected, scenario: loaded.scenario };
    }),
  );
}

/** About as much work for each share: days and steps that a scenario has to itself. */
function takeShare<T extends Placed<{ readonly scenario: Scenario }>>(
  placed: readonly T[],
  share: number,
): T[] {
  const work = placed.map(({ one, shared }) => {
    const { steps } = one.scenario;
    const played = Math.floor((shared ?? 0) / 2);
    const from = steps[Math.max(0, played - 1)]?.atEpochMs ?? 0;
    const days = ((steps.at(-1)?.atEpochMs ?? 0) - from) / DAY_IN_MS;
    return days + (steps.length - played) * DAYS_OF_A_STEP;
  });
  const all = work.reduce((sum, one) => sum + one, 0);
  let done = 0;
  return placed.filter((_, n) => {
    const middle = done + (work[n] ?? 0) / 2;
    done += work[n] ?? 0;
    return Math.floor((middle / all) * SHARES) === share;
  });
}

/** Declares a test for each scenario of this share (from 0): played through the built add-on as expected. */
export function playShare(share: number): void {
  const mine = takeShare(readScenarios(), share);

  describe('the built add-on, played through scenarios', () => {
    let plays: SharedPlays<(typeof mine)[number]['one']>;

    beforeAll(async () => {
      await buildWhenStale(root);
      plays = new SharedPlays(mine, readBundle(root));
    });

    it.each(mine.map(({ one }, index) => ({ ...one, index })))('$file', async ({ index, expected }) => {
      const played = await plays.play(index);
      if (!played.ok) throw new Error(JSON.stringify(played.problems));
      expect(findMismatches(played.outcome, expected)).toEqual([]);
    });
  });
}
