import { formatInstant } from '../../src/core/calendar/format-instant.ts';
import { toInstant } from '../../src/core/calendar/to-instant.ts';
import type { Answer } from './answer.ts';
import { resolveReferences } from './check-references.ts';
import { type Bundle, openWorld } from './open-world.ts';
import { stepFaults } from './platform-faults.ts';
import { playStep, playTogether } from './play-step.ts';
import { readFiles, type SharedFile } from './read-files.ts';
import { readTables, type Tables } from './read-tables.ts';
import type { Problem, Scenario, Step } from './scenario.ts';
import type { CallUse, World } from './world.ts';

export interface Mail {
  /** ISO 8601 with the programme time zone's offset. */
  readonly at: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: string;
}

/** What a scenario came to: the document that the replay prints. */
export interface Outcome {
  readonly name: string;
  /** One for each step; an array for steps side by side. */
  readonly steps: readonly (Answer | readonly Answer[])[];
  readonly tables: Tables;
  readonly mail: readonly Mail[];
  /** Formula cells in all spreadsheets. */
  readonly formulas: number;
  readonly files: readonly SharedFile[];
  readonly calls: Readonly<Record<string, CallUse>>;
}

export type Played =
  | { readonly ok: true; readonly outcome: Outcome }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Seconds and milliseconds of the minute that a step's time names. */
const REST_OF_MINUTE_IN_MS = 59_999;

/** Who acts between two calls of the clock's executions where the step does not say. */
const CLOCK_SIDE_ACTOR = 'head@one.example';

/** A play under way. Each step is two acts: time moves on to it, then it is played. */
export interface Play {
  readonly world: World;
  /** Of the steps that have been played. */
  readonly answers: readonly (Answer | readonly Answer[])[];
  /** How many acts have been played. */
  readonly acts: number;
}

/**
 * Plays a scenario in a fresh Workspace. Moving to a step's time fires what the clock has due until then; after the
 * last step its minute runs out, so that what it set off at once (mail) is done. Problems are those of settings that
 * the registry refuses.
 */
export async function playScenario(scenario: Scenario, bundle: Bundle): Promise<Played> {
  const opened = openWorld(scenario, bundle);
  if (!opened.ok) return opened;
  const outcome = await playOn({ world: opened.world, answers: [], acts: 0 }, scenario);
  return { ok: true, outcome };
}

/**
 * Plays what is left of a scenario. A play that was moved on to a step may still be on its way there. `pause` is called
 * before every act that is left and behind the last, with the play as it then stands.
 */
export async function playOn(
  play: Play,
  scenario: Scenario,
  pause: (play: Play) => void = () => {},
): Promise<Outcome> {
  const { world } = play;
  const answers = [...play.answers];
  for (const [n, step] of scenario.steps.entries()) {
    const before = 2 * n;
    if (play.acts <= before) {
      pause({ world, answers: [...answers], acts: before });
      moveOn(world, step);
    } else if (play.acts === before + 1) world.workspace.advanceTo(step.atEpochMs);
    if (play.acts <= before + 1) {
      pause({ world, answers: [...answers], acts: before + 1 });
      answers.push(
        await playResolved(world, resolveStep(step, answers), { number: n + 1, seed: scenario.seed }),
      );
    }
  }
  pause({ world, answers: [...answers], acts: 2 * scenario.steps.length });
  const last = scenario.steps.at(-1)?.atEpochMs ?? 0;
  world.workspace.advanceTo(last + REST_OF_MINUTE_IN_MS);
  return readOutcome(world, scenario.name, answers);
}

/** A step that only moves time has its faults on what the clock does meanwhile. */
function moveOn(world: World, { atEpochMs, action, faults }: Step): void {
  if (action.kind !== 'time') {
    world.workspace.advanceTo(atEpochMs);
    return;
  }
  const { platform, catchUp } = stepFaults(world, faults, CLOCK_SIDE_ACTOR);
  world.workspace.advanceTo(atEpochMs, { ...platform, deliver: faults.deliver ?? 1 });
  catchUp();
}

function resolveStep(step: Step, answers: readonly (Answer | readonly Answer[])[]): Step {
  return resolveReferences(step, (number) => {
    const answer = answers[number - 1];
    return answer !== undefined && 'ok' in answer ? answer.id : undefined;
  });
}

async function playResolved(
  world: World,
  step: Step,
  { number, seed }: { readonly number: number; readonly seed: number },
): Promise<Answer | readonly Answer[]> {
  if (step.action.kind !== 'parallel') return playStep(world, step, String(number));
  // Faults of the whole are faults of each of its steps that names none of its own.
  const steps = step.action.steps.map((inner) => ({ ...inner, faults: { ...step.faults, ...inner.faults } }));
  return playTogether(world, steps, { key: String(number), seed: seed + number });
}

function readOutcome(world: World, name: string, steps: Outcome['steps']): Outcome {
  const { workspace, timeZone } = world;
  return {
    name,
    steps,
    tables: readTables(world),
    mail: workspace.mail.slice(world.mailBefore).map(({ at, to, subject, body }) => ({
      at: formatInstant(toInstant(at), timeZone),
      to,
      subject,
      body,
    })),
    formulas: workspace.countFormulas(),
    files: readFiles(world),
    calls: Object.fromEntries(world.calls),
  };
}
