import type { Faults } from '../../../src/sandbox/execution/execution.ts';
import { Workspace } from '../../../src/sandbox/workspace.ts';
import type { WorldState } from '../../../src/sandbox/world-state.ts';
import { checkAlive } from './check-alive.ts';
import { checkMail } from './check-mail.ts';
import { compareSteps, compareTyped, compareWhole } from './compare-views.ts';
import { type CrashCase, doNext, type Next, type Place } from './crash-case.ts';
import { type Cut, type Cuts, listCuts } from './list-cuts.ts';
import type { CrashWorld } from './open-crash-world.ts';
import { readView, type View } from './read-view.ts';

/** What a registry has come to, and what was answered on the way. */
export interface Outcome {
  readonly answer: unknown;
  /** Right after what came next. */
  readonly view: View;
  /** After the clock struck once more, a day later. */
  readonly end: View;
  readonly problems: readonly string[];
}

/** A broken promise, with all that is needed to see it again. */
export interface CrashFailure {
  readonly name: string;
  readonly cut: Cut;
  readonly next: Next;
  readonly problems: readonly string[];
}

const NO_TIME: Cut = { stopAfterCalls: 0, keepWrites: 0 };
const DAY_MS = 24 * 60 * 60_000;

/** One case in one registry: what it comes to without a crash is worked out once. */
export class CrashRun {
  readonly crashCase: CrashCase;
  readonly cuts: Cuts;
  executions = 0;
  readonly #world: CrashWorld;
  readonly #references = new Map<string, Outcome>();

  constructor(crashCase: CrashCase, base: CrashWorld) {
    this.crashCase = crashCase;
    this.#world = crashCase.prepare(base);
    this.cuts = listCuts((faults) => crashCase.cause(this.#place(), faults));
  }

  /** Stops the execution there, does what comes next, and answers what is wrong then; null where all is well. */
  check(cut: Cut, next: Next): CrashFailure | null {
    const { crashCase } = this;
    const before = this.#reference('before', next);
    const after = this.#reference('after', next);
    const outcome = this.#outcome(cut, next);
    const problems = [...outcome.problems, ...this.#compare(outcome, { before, after }, next)];
    return problems.length === 0 ? null : { name: crashCase.name, cut, next, problems };
  }

  #compare(
    outcome: Outcome,
    references: { readonly before: Outcome; readonly after: Outcome },
    next: Next,
  ): readonly string[] {
    switch (this.crashCase.pledge) {
      case 'whole':
        return compareWhole(outcome, references, next);
      case 'typed':
        return compareTyped(outcome, references, next);
      case 'steps':
      case 'set-up':
        return compareSteps(outcome, references, this.crashCase, next);
    }
  }

  #reference(kind: 'before' | 'after', next: Next): Outcome {
    const key = `${kind} ${next}`;
    const known = this.#references.get(key) ?? this.#outcome(kind === 'before' ? NO_TIME : null, next);
    this.#references.set(key, known);
    return known;
  }

  #outcome(cut: Cut | null, next: Next): Outcome {
    const { crashCase } = this;
    const place = this.#place();
    const { workspace, world } = place;
    const faults: Faults | undefined = cut ?? undefined;
    crashCase.cause(place, faults);
    const answer = doNext(place, crashCase, next);
    const state = workspace.toJSON();
    const view = readView(state, world.spreadsheetId);
    const isSetUp = crashCase.pledge === 'set-up' && next !== 'again';
    const mail = checkMail(state, world.spreadsheetId, false);
    if (crashCase.pledge === 'whole') {
      this.executions += 2;
      const same = cut !== null && this.#isKnown(view, next);
      const contradictions = same ? [] : view.contradictions();
      return {
        answer,
        view,
        end: view,
        problems: [...view.broken, ...contradictions, ...mail, ...checkAlive(state)],
      };
    }
    this.executions += 3;
    workspace.advanceTo(workspace.now + DAY_MS);
    doNext(place, crashCase, 'clock');
    const last = workspace.toJSON();
    const end = readView(last, world.spreadsheetId);
    return {
      answer,
      view,
      end,
      problems: isSetUp
        ? []
        : [...view.broken, ...end.broken, ...end.contradictions(), ...mail, ...endProblems(last, world)],
    };
  }

  /** Whether it says what a reference says, which was looked through for contradictions already. */
  #isKnown(view: View, next: Next): boolean {
    return (['before', 'after'] as const).some((kind) => {
      const known = this.#references.get(`${kind} ${next}`);
      return (
        known !== undefined &&
        compareWhole({ ...known, view }, { before: known, after: known }, 'other').length === 0
      );
    });
  }

  #place(): Place {
    return { workspace: Workspace.fromJSON(this.#world.state), world: this.#world };
  }
}

function endProblems(state: WorldState, { spreadsheetId }: CrashWorld): readonly string[] {
  return [...checkMail(state, spreadsheetId, true), ...checkAlive(state)];
}
