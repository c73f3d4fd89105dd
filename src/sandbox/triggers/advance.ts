import { ActionRefused } from '../errors.ts';
import type { ExecutionResult } from '../execution/run-execution.ts';
import type { World } from '../execution/world.ts';
import type { ScriptState, TriggerState } from '../world-state.ts';
import { nextDue } from './clock.ts';
import { clockEvent } from './events.ts';
import { type FaultsFor, runTrigger } from './fire.ts';

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

/**
 * Moves the Workspace's time to `until` (milliseconds since 1970 UTC) and fires every time-driven trigger
 * that comes due on the way, in order, each seeing its own due time. Answers their executions.
 */
export function advanceTo(world: World, until: number, faults?: FaultsFor): ExecutionResult[] {
  const { state } = world;
  if (until < state.now) throw new ActionRefused('Time goes forward only.');
  world.focus(undefined);
  const results: ExecutionResult[] = [];
  for (;;) {
    const due = earliest(world, until);
    if (due === undefined) break;
    const { script, trigger, at } = due;
    state.now = Math.max(state.now, at);
    const clock = trigger.clock;
    if (clock === null) throw new Error('A trigger without a clock cannot come due.');
    trigger.nextDueAt = nextDue(clock, trigger.createdAt, at, world.draw(`minute:${trigger.uid}`, 60));
    results.push(
      runTrigger(world, script, trigger, {
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
      }),
    );
  }
  state.now = until;
  return results;
}
