import { ActionRefused } from '../errors.ts';
import type { ExecutionResult } from '../execution/run-execution.ts';
import type { World } from '../execution/world.ts';
import type { LateEvent, ScriptState, TriggerState } from '../world-state.ts';
import { nextDue } from './clock.ts';
import { clockEvent } from './events.ts';
import { type FaultsFor, runTrigger, tellTrigger } from './fire.ts';

interface Due {
  readonly script: ScriptState;
  readonly trigger: TriggerState;
  readonly at: number;
}

/** The trigger that fires next at or before `until`; of several at one time the oldest. */
function earliest(world: World, until: number): Due | undefined {
  let found: Due | undefined;
  for (const script of Object.values(world.state.scripts)) {
    for (const trigger of script.triggers) {
      const at = trigger.nextDueAt;
      if (at === null || at > until || (found !== undefined && at >= found.at)) continue;
      found = { script, trigger, at };
    }
  }
  return found;
}

/** The late event that is told first at or before `until`. */
function earliestLate(world: World, until: number): LateEvent | undefined {
  let found: LateEvent | undefined;
  for (const late of world.state.lateEvents) {
    if (late.at <= until && (found === undefined || late.at < found.at)) found = late;
  }
  return found;
}

/** When the next trigger or late event comes due, in milliseconds since 1970 UTC; undefined if none does by `until`. */
export function nextDueBy(world: World, until: number): number | undefined {
  const due = earliest(world, until)?.at;
  return earliestLate(world, due ?? until)?.at ?? due;
}

/**
 * Moves the Workspace's time to `until` (milliseconds since 1970 UTC) and fires every time-driven trigger
 * that comes due on the way and every event that is late, in order, each seeing its own due time. Answers
 * their executions.
 */
export function advanceTo(world: World, until: number, faults?: FaultsFor): ExecutionResult[] {
  const { state } = world;
  if (until < state.now) throw new ActionRefused('Time goes forward only.');
  world.focus(undefined);
  const results: ExecutionResult[] = [];
  for (;;) {
    const due = earliest(world, until);
    const late = earliestLate(world, due?.at ?? until);
    if (late !== undefined) results.push(...tellLate(world, late));
    else if (due !== undefined) results.push(...fireDue(world, due, faults));
    else break;
  }
  state.now = until;
  return results;
}

/** Tells a trigger of a late event, unless the trigger has been deleted meanwhile. */
function tellLate(world: World, late: LateEvent): ExecutionResult[] {
  const { state } = world;
  state.lateEvents = state.lateEvents.filter((one) => one !== late);
  state.now = Math.max(state.now, late.at);
  const script = state.scripts[late.scriptId];
  const trigger = script?.triggers.find(({ uid }) => uid === late.triggerUid);
  return script === undefined || trigger === undefined ? [] : [runTrigger(world, script, trigger, late)];
}

function fireDue(
  world: World,
  { script, trigger, at }: Due,
  faults: FaultsFor | undefined,
): ExecutionResult[] {
  const { state } = world;
  state.now = Math.max(state.now, at);
  const { clock } = trigger;
  if (clock === null) throw new Error('A trigger without a clock cannot come due.');
  trigger.nextDueAt = nextDue(clock, trigger.createdAt, at, world.draw(`minute:${trigger.uid}`, 60));
  return tellTrigger(world, script, trigger, {
    kind: 'clock',
    at,
    person: '',
    visible: trigger.creator,
    event: {
      ...clockEvent(at, clock.timeZone),
      authMode: { $: 'Enum', of: 'AuthMode', name: 'FULL' },
      triggerUid: trigger.uid,
    },
    faults,
  });
}
