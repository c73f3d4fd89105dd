import { MOVES, type Move, pairsOf } from './moves.ts';
import type { RaceWorld } from './race-world.ts';
import { type LostRace, RaceSearch } from './search-races.ts';

/** How much is searched. */
export interface SearchPlan {
  /** Interleavings of each pair of moves that touch the same record. */
  readonly perPair: number;
  /** Of all pairs, every so-manieth is raced. */
  readonly everyPair: number;
  /** Seeds of random groups of 3 to 6 moves. */
  readonly groups: number;
  readonly seed: number;
  /** Ends the search at the first race that ended wrong. */
  readonly untilLost?: boolean;
}

export interface SearchReport {
  readonly pairs: number;
  readonly groups: number;
  readonly runs: number;
  readonly lost: readonly LostRace[];
}

/** Races pairs and random groups; `tell` hears how far it is. */
export async function runSearch(
  base: RaceWorld,
  plan: SearchPlan,
  tell: (done: number, of: number) => void = () => {},
): Promise<SearchReport> {
  const search = new RaceSearch(base);
  const pairs = pairsOf(MOVES).filter((_pair, n) => n % plan.everyPair === plan.seed % plan.everyPair);
  const lost: LostRace[] = [];
  const total = pairs.length * plan.perPair + plan.groups;
  const race = async (moves: readonly Move[], seed: number): Promise<void> => {
    const found = await search.race(moves, seed);
    if (found !== null) lost.push(found);
    tell(search.runs, total);
  };
  const isOver = (): boolean => plan.untilLost === true && lost.length > 0;
  for (const [n, pair] of pairs.entries()) {
    for (let i = 0; i < plan.perPair && !isOver(); i += 1) {
      await race(pair, plan.seed + n * plan.perPair + i);
    }
  }
  const draw = createDraw(plan.seed);
  for (let i = 0; i < plan.groups && !isOver(); i += 1) {
    const size = 3 + draw(4);
    const moves = Array.from({ length: size }, () => MOVES[draw(MOVES.length)]).filter(
      (move) => move !== undefined,
    );
    await race(moves, plan.seed + i);
  }
  return { pairs: pairs.length, groups: plan.groups, runs: search.runs, lost };
}

/** Repeatable whole numbers below a bound. */
function createDraw(seed: number): (below: number) => number {
  let state = (seed * 2654435761) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
