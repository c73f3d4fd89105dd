import type { FaultsFor } from '../../src/sandbox/triggers/fire.ts';
import type { Answer } from '../replay/answer.ts';
import { resolveReferences } from '../replay/check-references.ts';
import { type Bundle, openWorld } from '../replay/open-world.ts';
import { playStep } from '../replay/play-step.ts';
import type { Scenario } from '../replay/scenario.ts';
import type { World } from '../replay/world.ts';
import { TODAY } from './calendar.ts';

/** How far the play has come. */
export interface Progress {
  /** The local date that it has reached. */
  readonly on: string;
  /** The share of steps that are done, up to 1. */
  readonly share: number;
}

/** A played programme, and what the registry answered to each step. */
export interface PlayedProgramme {
  readonly world: World;
  readonly answers: readonly Answer[];
}

/** So many days before the end every event of the clock is delivered. */
const BUSY_DAYS = 6;
const DAY_IN_MS = 86_400_000;

/**
 * Plays the example's scenario through the built add-on. Of the clock's events, four a day, most of the first months
 * are lost on the way, which the registry catches up with at the next one: on two mornings a week and on the first
 * of each month there is one. That takes a fifth of the time and comes to the same records.
 */
export function playProgramme(
  scenario: Scenario,
  bundle: Bundle,
  report: (progress: Progress) => void,
): PlayedProgramme {
  const opened = openWorld(scenario, bundle);
  if (!opened.ok) {
    throw new Error(opened.problems.map(({ place, message }) => `${place}: ${message}`).join('\n'));
  }
  const { world } = opened;
  const faults = loseMostStrikes(world);
  const answers: Answer[] = [];
  for (const [n, step] of scenario.steps.entries()) {
    world.workspace.advanceTo(step.atEpochMs, faults);
    const resolved = resolveReferences(step, (number) => answers[number - 1]?.id);
    answers.push(playStep(world, resolved, String(n + 1)));
    report({ on: localTime(world, step.atEpochMs).date, share: (n + 1) / scenario.steps.length });
  }
  return { world, answers };
}

function loseMostStrikes(world: World): FaultsFor {
  const busyFrom = Date.parse(TODAY) - BUSY_DAYS * DAY_IN_MS;
  return ({ function: name, kind }) => {
    if (kind !== 'clock' || name !== 'whenClockStrikes' || world.workspace.now >= busyFrom) return undefined;
    const { date, hour, weekday } = localTime(world, world.workspace.now);
    const isMorning = hour < 6;
    const isKept = isMorning && (['Mon', 'Thu'].includes(weekday) || date.endsWith('-01'));
    return isKept ? undefined : { deliver: 0 };
  };
}

function localTime({ timeZone }: World, epochMs: number) {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
    weekday: 'short',
  }).formatToParts(epochMs);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    hour: Number(part('hour')),
    weekday: part('weekday').replace('.', ''),
  };
}

/** Where the registry answered something else than the example's stories mean it to, as sentences. */
export function findSurprises(
  answers: readonly Answer[],
  refusals: readonly (string | null)[],
): readonly string[] {
  return answers.flatMap(({ ok, code, issues }, n) => {
    const given = ok ? 'ok' : (code ?? 'refused');
    const meant = refusals[n] ?? 'ok';
    const why = issues?.map(({ message }) => message).join(' ') ?? '';
    return given === meant
      ? []
      : [`Step ${n + 1} of the example answered ${given} instead of ${meant}. ${why}`];
  });
}
