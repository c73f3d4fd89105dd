import { formatInstant } from '../../src/core/calendar/format-instant.ts';
import { toInstant } from '../../src/core/calendar/to-instant.ts';
import type { Answer } from './answer.ts';
import { resolveReferences } from './check-references.ts';
import { type Bundle, openWorld } from './open-world.ts';
import { platformFaults } from './platform-faults.ts';
import { playStep } from './play-step.ts';
import { readFiles, type SharedFile } from './read-files.ts';
import { readTables, type Tables } from './read-tables.ts';
import type { Problem, Scenario } from './scenario.ts';
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

/**
 * Plays a scenario in a fresh Workspace. Moving to a step's time fires what the clock has due until then; after the
 * last step its minute runs out, so that what it set off at once (mail) is done. Problems are those of settings that
 * the registry refuses.
 */
export function playScenario(scenario: Scenario, bundle: Bundle): Played {
  const opened = openWorld(scenario, bundle);
  if (!opened.ok) return opened;
  const { world } = opened;
  const answers: Answer[] = [];
  scenario.steps.forEach((step, n) => {
    world.workspace.advanceTo(step.atEpochMs, step.action.kind === 'time' ? platformFaults(step.faults) : {});
    const action = resolveReferences(step.action, (number) => answers[number - 1]?.id);
    answers.push(playStep(world, { ...step, action }, n + 1));
  });
  const last = scenario.steps.at(-1)?.atEpochMs ?? 0;
  world.workspace.advanceTo(last + REST_OF_MINUTE_IN_MS);
  return { ok: true, outcome: readOutcome(world, scenario.name, answers) };
}

function readOutcome(world: World, name: string, steps: readonly Answer[]): Outcome {
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
