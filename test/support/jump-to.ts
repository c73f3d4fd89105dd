import type { World } from '../../scripts/replay/world.ts';
import { Workspace } from '../../src/sandbox/workspace.ts';

/** The same world at a later moment, its clock's triggers moved on with it: nothing happened in between. */
export function jumpTo(world: World, iso: string): World {
  const state = world.workspace.toJSON();
  const ahead = Date.parse(iso) - state.now;
  state.now += ahead;
  for (const { triggers } of Object.values(state.scripts)) {
    for (const trigger of triggers) if (trigger.nextDueAt !== null) trigger.nextDueAt += ahead;
  }
  return { ...world, workspace: Workspace.fromJSON(state) };
}
