import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildWhenStale } from '../../../scripts/replay/build-when-stale.ts';
import { loadScenario } from '../../../scripts/replay/load-scenario.ts';
import { type Bundle, readBundle } from '../../../scripts/replay/open-world.ts';
import { playScenario } from '../../../scripts/replay/play-scenario.ts';
import { EXPECTATION } from './expectation.ts';
import { findMismatches } from './find-mismatches.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = join(root, 'test/scenarios');

const WITH_EXPECTATION = v.looseObject({ name: v.string(), expect: EXPECTATION });

/** Test files that share the scenarios between them, so that they are played side by side. */
const SHARES = 4;

/** Declares a test for each scenario of this share (from 0): played through the built add-on as expected. */
export function playShare(share: number): void {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const mine = files.filter((_, n) => n % SHARES === share);

  describe('the built add-on, played through scenarios', () => {
    let bundle: Bundle;

    beforeAll(async () => {
      await buildWhenStale(root);
      bundle = readBundle(root);
    });

    it.each(mine)('%s', async (file) => {
      const path = join(folder, file);
      const { expect: expected } = v.parse(WITH_EXPECTATION, JSON.parse(readFileSync(path, 'utf8')));
      const loaded = loadScenario(path);
      if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
      const played = await playScenario(loaded.scenario, bundle);
      if (!played.ok) throw new Error(JSON.stringify(played.problems));
      expect(findMismatches(played.outcome, expected)).toEqual([]);
    });
  });
}
