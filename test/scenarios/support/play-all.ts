import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildWhenStale } from '../../../scripts/replay/build-when-stale.ts';
import { loadScenario } from '../../../scripts/replay/load-scenario.ts';
import { readBundle } from '../../../scripts/replay/open-world.ts';
import { EXPECTATION } from './expectation.ts';
import { findMismatches } from './find-mismatches.ts';
import { placeScenarios, SharedPlays } from './shared-beginnings.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = join(root, 'test/scenarios');

const WITH_EXPECTATION = v.looseObject({ name: v.string(), expect: EXPECTATION });

/** Test files that share the scenarios between them, so that they are played side by side. */
const SHARES = 4;

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

/** Declares a test for each scenario of this share (from 0): played through the built add-on as expected. */
export function playShare(share: number): void {
  const placed = readScenarios();
  const [from, to] = [share, share + 1].map((part) => Math.round((placed.length * part) / SHARES));
  const mine = placed.slice(from, to);

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
