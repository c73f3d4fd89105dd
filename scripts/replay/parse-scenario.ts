import * as v from 'valibot';
import { instantToEpochMs } from '../../src/core/calendar/instant-to-epoch-ms.ts';
import { isTimeZone } from '../../src/core/calendar/is-time-zone.ts';
import { parseLocalTime } from '../../src/core/calendar/parse-local-time.ts';
import { checkReferences } from './check-references.ts';
import { collectProblems } from './collect-problems.ts';
import { parseStep } from './parse-step.ts';
import type { Problem, Scenario, Step } from './scenario.ts';
import { FILE_SCHEMA, LOCAL_TIME } from './step-schemas.ts';

export const TIME_ZONE_SETTING = 'Programme time zone';
const DEFAULT_TIME_ZONE = 'America/Chicago';

export type ParsedScenario =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A scenario from the value of a JSON file, or all that is wrong with it and where. */
export function parseScenario(value: unknown): ParsedScenario {
  const file = v.safeParse(FILE_SCHEMA, value);
  const problems = file.success ? [] : collectProblems(file.issues, '');
  const raw = isRecord(value) ? value : {};
  const settings = isRecord(raw.settings) ? raw.settings : {};
  const timeZone = readTimeZone(settings[TIME_ZONE_SETTING], problems);
  const rawSteps: readonly unknown[] = Array.isArray(raw.steps) ? raw.steps : [];
  const steps = rawSteps.map((step, n) => parseStep(step, `steps[${n}]`, problems));
  const times = parseTimes(rawSteps, timeZone, problems);
  problems.push(...checkReferences(steps));
  if (problems.length > 0 || !file.success) return { ok: false, problems: inOrder(problems) };
  const timed = steps.flatMap((step, n): Step[] => {
    const atEpochMs = times[n];
    return step && typeof atEpochMs === 'number' ? [{ ...step, atEpochMs }] : [];
  });
  const { name, seed } = file.output;
  return { ok: true, scenario: { name, seed, timeZone, settings: file.output.settings, steps: timed } };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readTimeZone(value: unknown, problems: Problem[]): string {
  if (value === undefined) return DEFAULT_TIME_ZONE;
  if (typeof value === 'string' && isTimeZone(value)) return value;
  problems.push({
    place: `settings["${TIME_ZONE_SETTING}"]`,
    message: 'must be a time zone such as Europe/Berlin',
  });
  return DEFAULT_TIME_ZONE;
}

/** The moment of each step, null where it has none; steps that go back in time are problems. */
function parseTimes(steps: readonly unknown[], timeZone: string, problems: Problem[]): (number | null)[] {
  let latest: { readonly epochMs: number; readonly at: string } | null = null;
  return steps.map((step, n) => {
    const place = `steps[${n}].at`;
    const epochMs = isRecord(step) ? parseTime(step.at, timeZone, place, problems) : null;
    if (epochMs === null || !isRecord(step)) return null;
    if (latest && epochMs < latest.epochMs)
      problems.push({ place, message: `is earlier than the step before (${latest.at})` });
    else latest = { epochMs, at: String(step.at) };
    checkInnerTimes(step, epochMs, timeZone, `steps[${n}]`, problems);
    return epochMs;
  });
}

function parseTime(at: unknown, timeZone: string, place: string, problems: Problem[]): number | null {
  if (at === undefined) {
    problems.push({ place, message: 'is missing' });
    return null;
  }
  const parsed = v.safeParse(LOCAL_TIME, at);
  if (!parsed.success) {
    problems.push(...collectProblems(parsed.issues, place));
    return null;
  }
  const instant = parseLocalTime(parsed.output, timeZone);
  return instant === null ? null : instantToEpochMs(instant);
}

function checkInnerTimes(
  step: Readonly<Record<string, unknown>>,
  outerEpochMs: number,
  timeZone: string,
  place: string,
  problems: Problem[],
): void {
  const inner: readonly unknown[] = Array.isArray(step.parallel) ? step.parallel : [];
  inner.forEach((one, n) => {
    if (!isRecord(one) || one.at === undefined) return;
    const innerPlace = `${place}.parallel[${n}].at`;
    const epochMs = parseTime(one.at, timeZone, innerPlace, problems);
    if (epochMs !== null && epochMs !== outerEpochMs) {
      problems.push({ place: innerPlace, message: 'must be the time of the outer step' });
    }
  });
}

/** Problems in the order of the file, so that a person mends them from top to bottom. */
function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const stepOf = ({ place }: Problem) => Number(/^steps\[(\d+)\]/.exec(place)?.[1] ?? -1);
  return [...problems].sort((a, b) => stepOf(a) - stepOf(b));
}
