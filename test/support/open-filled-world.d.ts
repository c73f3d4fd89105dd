import type { World } from '../../scripts/replay/world.ts';
import type { CallCosts } from '../../src/sandbox/call-costs.ts';
/** A registry in which these steps were played, with the script that fills it beside the add-on. */
export declare function openFilledWorld(root: string, steps: readonly object[]): World;
/** The same world once more, in a Workspace of its own whose calls cost as given. */
export declare function forkWorld(world: World, costs?: CallCosts): World;
