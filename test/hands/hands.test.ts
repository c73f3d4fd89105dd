import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildWhenStale } from '../../scripts/replay/build-when-stale.ts';
import { ACTIONS } from './actions.ts';
import { ENTRIES } from './entries.ts';
import { buildHandsStart, type HandsStart } from './open-hands-world.ts';
import { playHands, playQuietly } from './play-hands.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** `HANDS=all` plays every action before every call; otherwise so many of each entry, drawn from a seed. */
const SAMPLE = process.env.HANDS === 'all' ? Number.POSITIVE_INFINITY : Number(process.env.HANDS ?? 4);
const SEED = Number(process.env.HANDS_SEED ?? 1);

describe('hands in the middle', () => {
  let start: HandsStart;
  beforeAll(() => {
    buildWhenStale(root);
    start = buildHandsStart(root);
  });

  for (const entry of ENTRIES) {
    test(`of ${entry.name} leave every record and everybody’s own cells as they should be`, () => {
      const quiet = playQuietly(start, entry);
      const cases = Array.from({ length: quiet.calls }, (_, n) => n + 1).flatMap((call) =>
        ACTIONS.map((action) => ({ entry, call, action })),
      );
      const wrong = draw(cases, `${SEED} ${entry.name}`).flatMap((one) => {
        const found = playHands(start, one, quiet.says);
        return found.length === 0 ? [] : [`before call ${one.call} somebody ${one.action.name}:`, ...found];
      });
      expect(wrong).toEqual([]);
    }, 3_600_000);
  }
});

/** So many of a list, evenly drawn from a seed. */
function draw<T>(list: readonly T[], seed: string): readonly T[] {
  if (list.length <= SAMPLE) return list;
  let state = [...seed].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) >>> 0, 7);
  const left = [...list];
  return Array.from({ length: SAMPLE }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return left.splice(Math.floor((state / 2 ** 32) * left.length), 1)[0];
  }).flatMap((one) => (one === undefined ? [] : [one]));
}
