import type { Move } from './moves.ts';
import { journalMark, playAtOnce, playInOrder, type RaceEnd } from './play-moves.ts';
import type { RaceWorld } from './race-world.ts';

/** A race that ended as no order of its moves would. */
export interface LostRace {
  readonly moves: readonly string[];
  readonly seed: number;
  readonly problem: string;
}

/**
 * Races groups of moves: each must end as some order of them alone would, and never with two holders of a customer.
 * What orders end in is remembered, so that many seeds of one group cost little more than themselves.
 */
export class RaceSearch {
  readonly #base: RaceWorld;
  /** By the moves and their order. */
  readonly #ends = new Map<string, RaceEnd>();
  runs = 0;

  constructor(base: RaceWorld) {
    this.#base = base;
  }

  /** Null where the race ended well. */
  async race(moves: readonly Move[], seed: number): Promise<LostRace | null> {
    this.runs += 1;
    const end = await playAtOnce(this.#base, moves, seed);
    const problem = this.#findProblem(moves, end);
    return problem === null ? null : { moves: moves.map(({ name }) => name), seed, problem };
  }

  #findProblem(moves: readonly Move[], end: RaceEnd): string | null {
    if (end.doubleHolders !== '') return `two hold one customer: ${end.doubleHolders}`;
    let closest = '';
    for (const order of ordersOf(moves, end)) {
      const alone = this.#alone(moves, order);
      if (alone.tabs === end.tabs && alone.answers.join('\n') === end.answers.join('\n')) return null;
      closest ||= describeDifference(alone, end);
    }
    return `no order of the moves ends so. ${closest}`;
  }

  #alone(moves: readonly Move[], order: readonly number[]): RaceEnd {
    const key = JSON.stringify([moves.map(({ name }) => name), order]);
    const known = this.#ends.get(key);
    if (known) return known;
    const end = playInOrder(this.#base, moves, order);
    // Of groups that are raced once nothing is worth remembering.
    if (moves.length === 2) this.#ends.set(key, end);
    return end;
  }
}

/**
 * Orders that the end may have come from: that in which the journal took the moves. One that left no entry, or an entry
 * that another move may have left as well, may have come anywhere, so each place is tried for it.
 */
function ordersOf(moves: readonly Move[], end: RaceEnd): readonly (readonly number[])[] {
  const marks = moves.map(journalMark);
  const placed: { readonly place: number; readonly entry: number }[] = [];
  const unplaced: number[] = [];
  marks.forEach((mark, place) => {
    const isShared = marks.some((other, n) => n !== place && other === mark);
    const entry = isShared ? -1 : end.journal.findIndex((text) => text.includes(mark));
    if (entry < 0) unplaced.push(place);
    else placed.push({ place, entry });
  });
  const known = placed.sort((a, b) => a.entry - b.entry).map(({ place }) => place);
  return unplaced.reduce<readonly (readonly number[])[]>(
    (orders, place) =>
      orders.flatMap((order) =>
        Array.from({ length: order.length + 1 }, (_, n) => [...order.slice(0, n), place, ...order.slice(n)]),
      ),
    [known],
  );
}

function describeDifference(alone: RaceEnd, end: RaceEnd): string {
  const at = [...end.tabs].findIndex((letter, n) => letter !== alone.tabs[n]);
  if (at < 0) return `Answers: ${end.answers.join(' | ')} instead of ${alone.answers.join(' | ')}`;
  const part = (text: string) => text.slice(Math.max(0, at - 160), at + 160);
  return `…${part(end.tabs)}… instead of …${part(alone.tabs)}…`;
}
