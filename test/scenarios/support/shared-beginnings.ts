import type { Bundle } from '../../../scripts/replay/open-world.ts';
import { openWorld } from '../../../scripts/replay/open-world.ts';
import { type Play, type Played, playOn } from '../../../scripts/replay/play-scenario.ts';
import type { Scenario, Step } from '../../../scripts/replay/scenario.ts';
import { Workspace } from '../../../src/sandbox/workspace.ts';

/** What a scenario begins as: those of one beginning are one course until their acts differ. */
function beginningOf({ timeZone, settings, seed, steps }: Scenario): string {
  return JSON.stringify([timeZone, seed, sorted(settings), steps[0]?.atEpochMs ?? 0]);
}

/** One act in words: two acts of the same words do the same. */
interface Act {
  readonly words: string;
  /** The time to which nothing but the clock moves, null for any other act: of two such acts the earlier is part of the later. */
  readonly until: number | null;
}

function actsOf(scenario: Scenario): readonly Act[] {
  return scenario.steps.flatMap((step): Act[] => {
    const isPlain = step.action.kind !== 'time' || Object.keys(step.faults).length === 0;
    const move = JSON.stringify([step.atEpochMs, isPlain ? null : sorted(step.faults)]);
    return [
      { words: move, until: isPlain ? step.atEpochMs : null },
      { words: wordsOf(step), until: null },
    ];
  });
}

function wordsOf({ action, faults }: Step): string {
  return JSON.stringify(sorted({ action, faults }), (key, value: unknown) =>
    key === 'place' ? undefined : value,
  );
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/** The order in which scenarios of one course follow each other, those that wait less first. */
function compareActs(one: readonly Act[], other: readonly Act[]): number {
  for (const [i, act] of one.entries()) {
    const beside = other[i];
    if (beside === undefined) return 1;
    if (act.words === beside.words) continue;
    if (act.until !== null && beside.until !== null) return act.until - beside.until;
    if (act.until === null && beside.until === null) return act.words < beside.words ? -1 : 1;
    return act.until === null ? -1 : 1;
  }
  return one.length - other.length;
}

/** How many acts of the earlier scenario the later one has too. */
function countShared(earlier: readonly Act[], later: readonly Act[]): number {
  let shared = 0;
  while (shared < earlier.length && earlier[shared]?.words === later[shared]?.words) shared += 1;
  const [left, right] = [earlier[shared]?.until ?? null, later[shared]?.until ?? null];
  return left !== null && right !== null && left <= right ? shared + 1 : shared;
}

/** A scenario in its place: what it has in common with the one before it. */
export interface Placed<T> {
  readonly one: T;
  /** Acts of the one before that it need not play again; null where not even the beginning is the same. */
  readonly shared: number | null;
}

/** Puts scenarios with a common beginning next to each other. */
export function placeScenarios<T extends { readonly scenario: Scenario }>(
  all: readonly T[],
): readonly Placed<T>[] {
  const described = all.map((one) => ({
    one,
    beginning: beginningOf(one.scenario),
    acts: actsOf(one.scenario),
  }));
  described.sort((a, b) =>
    a.beginning === b.beginning ? compareActs(a.acts, b.acts) : a.beginning < b.beginning ? -1 : 1,
  );
  return described.map(({ one, beginning, acts }, i) => {
    const before = described[i - 1];
    const isSame = before !== undefined && before.beginning === beginning;
    return { one, shared: isSame ? countShared(before.acts, acts) : null };
  });
}

/** Acts after which a later scenario goes on from this one's play. */
function bookmarksWanted(placed: readonly Placed<unknown>[], index: number): ReadonlySet<number> {
  const wanted = new Set<number>();
  let least = Number.POSITIVE_INFINITY;
  for (const { shared } of placed.slice(index + 1)) {
    if (shared === null) break;
    if (shared < least) wanted.add(shared);
    least = Math.min(least, shared);
  }
  return wanted;
}

/**
 * Plays scenarios in their places, each in a Workspace of its own; what several begin with is played once and copied. What
 * comes of each is what would come of it alone.
 */
export class SharedPlays<T extends { readonly scenario: Scenario }> {
  readonly #placed: readonly Placed<T>[];
  readonly #bundle: Bundle;
  /** Plays that later scenarios go on from, the longest last. */
  #bookmarks: Play[] = [];
  #last = -1;

  constructor(placed: readonly Placed<T>[], bundle: Bundle) {
    this.#placed = placed;
    this.#bundle = bundle;
  }

  /** Plays the scenario at a place; any that are left out on the way only make it play more itself. */
  async play(index: number): Promise<Played> {
    const placed = this.#placed[index];
    if (placed === undefined) throw new Error(`There is no scenario at ${index}.`);
    this.#forgetOther(index);
    const { scenario } = placed.one;
    const wanted = bookmarksWanted(this.#placed, index);
    const begun = this.#begin(scenario);
    if ('problems' in begun) return begun;
    const outcome = await playOn(begun, scenario, (play) => {
      const isKnown = this.#bookmarks.some(({ acts }) => acts === play.acts);
      if (wanted.has(play.acts) && !isKnown) this.#bookmarks.push(copyPlay(play));
    });
    return { ok: true, outcome };
  }

  /** Keeps the bookmarks of acts that all scenarios since the one played last have in common. */
  #forgetOther(index: number): void {
    const between = this.#placed.slice(this.#last + 1, index + 1).map(({ shared }) => shared ?? -1);
    const common = index > this.#last ? Math.min(...between) : -1;
    this.#bookmarks = this.#bookmarks.filter(({ acts }) => acts <= common);
    this.#last = index;
  }

  #begin(scenario: Scenario): Play | Extract<Played, { ok: false }> {
    const bookmark = this.#bookmarks.at(-1);
    if (bookmark !== undefined) return copyPlay(bookmark);
    const opened = openWorld(scenario, this.#bundle);
    return opened.ok ? { world: opened.world, answers: [], acts: 0 } : opened;
  }
}

function copyPlay({ world, answers, acts }: Play): Play {
  const workspace = world.workspace.read((state) => Workspace.fromJSON(state));
  return { world: { ...world, workspace, calls: new Map(world.calls) }, answers: [...answers], acts };
}
