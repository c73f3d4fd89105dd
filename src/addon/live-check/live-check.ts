import type { StepResult } from '../../contract/outcome.ts';
import type { Scratch } from '../../contract/scratch.ts';
import { readGiven } from '../../registry/commands/read-given.ts';
import type { Answer } from '../door/answer.ts';
import { refusal } from '../door/ask-as-member.ts';
import { parseObject } from '../door/parse-object.ts';
import type { Services } from '../services/services.ts';
import { readAdministration, whyNotAdministrator } from '../setup/administrators.ts';
import { forgetCheck, readCheck, type SavedCheck, saveCheck } from './saved-check.ts';

/** An execution begins no further step after so long: people want to see how it comes along. */
const SLICE_MS = 20_000;

/** Google ends an execution after 6 minutes, of which a slice begins its last step early: by then none is at work. */
const AT_WORK_MS = 5.5 * 60_000;

/**
 * The endpoint of the live check: a request as JSON, an answer as JSON. `start` makes the scratch files or takes over
 * those of a check that was not brought to its end; `goOn` takes steps from `next` on, as many as a slice takes. The
 * same steps asked for again are taken again: nothing depends on an answer that was lost.
 */
export function answerLiveCheck(services: Services, json: unknown): string {
  const why = whyNotAdministrator(readAdministration(services));
  return JSON.stringify(why === null ? answer(services, parseObject(json)) : refusal('not-allowed', why));
}

function answer(services: Services, request: { readonly [field: string]: unknown } | null): Answer {
  const { action, run, next } = request ?? {};
  if (action === 'start') return start(services);
  const total = services.contract().countSteps();
  if (action === 'goOn' && typeof next === 'number' && Number.isInteger(next) && next >= 0 && next < total) {
    return goOn(services, readGiven(run) ?? '', next);
  }
  return refusal('invalid', 'A check is started, or goes on from a step that it has.');
}

function start(services: Services): Answer {
  const contract = services.contract();
  const scratch = reopen(services, readCheck(services)) ?? contract.Scratch.make();
  const run = services.tools.uuid();
  saveCheck(services, { run, place: scratch.place, begun: null });
  return { ok: true, value: { run, total: contract.countSteps(), facts: contract.readFacts(scratch) } };
}

/** The files of a check; null where there was none, or where they are out of this person's reach. */
function reopen(services: Services, check: SavedCheck | null): Scratch | null {
  if (check === null) return null;
  try {
    return services.contract().Scratch.open(check.place);
  } catch {
    return null;
  }
}

function goOn(services: Services, run: string, next: number): Answer {
  const check = readCheck(services);
  if (check === null || check.run !== run) {
    return refusal('illegal-state', 'Another check was started, or this one is over. Start it again.');
  }
  const { begun } = check;
  if (begun !== null && services.tools.epochMs() - begun.atMs < AT_WORK_MS) {
    return refusal('illegal-state', 'An execution is still at work on this check. Go on in a minute.');
  }
  const scratch = reopen(services, check);
  if (scratch === null) {
    forgetCheck(services);
    return refusal('illegal-state', 'The spreadsheet of this check is gone or closed to you. Start again.');
  }
  const results = takeSlice(services, check, { scratch, next });
  const reached = next + results.length;
  const isOver = reached === services.contract().countSteps();
  return { ok: true, value: { next: reached, results, files: isOver ? end(services, scratch) : null } };
}

function takeSlice(
  services: Services,
  { run, begun }: SavedCheck,
  { scratch, next }: { readonly scratch: Scratch; readonly next: number },
): readonly StepResult[] {
  const contract = services.contract();
  const results: StepResult[] = [];
  const { tools } = services;
  try {
    for (let step = next; step < contract.countSteps(); step++) {
      if (results.length > 0 && tools.epochMs() - tools.startedAtMs > SLICE_MS) break;
      // A step that Google has cut off once would be cut off again.
      if (begun?.step === step) results.push(contract.cutOffStep(step));
      else {
        saveCheck(services, { run, place: scratch.place, begun: { step, atMs: tools.epochMs() } });
        results.push(contract.takeStep(step, scratch));
      }
    }
  } finally {
    saveCheck(services, { run, place: scratch.place, begun: null });
  }
  return results;
}

/** Leaves the files empty, and says where they are: only their owner may throw them away. */
function end(services: Services, scratch: Scratch): readonly string[] {
  const files = scratch.close();
  forgetCheck(services);
  return files;
}
