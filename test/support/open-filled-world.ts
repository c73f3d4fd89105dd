import { openWorld, readBundle } from '../../scripts/replay/open-world.ts';
import { parseScenario } from '../../scripts/replay/parse-scenario.ts';
import { playStep } from '../../scripts/replay/play-step.ts';
import type { World } from '../../scripts/replay/world.ts';
import type { CallCosts } from '../../src/sandbox/call-costs.ts';
import { Workspace } from '../../src/sandbox/workspace.ts';
import { FILL_SCRIPT } from './fill-tab.ts';

/** A registry in which these steps were played, with the script that fills it beside the add-on. */
export function openFilledWorld(root: string, steps: readonly object[]): World {
  const bundle = readBundle(root);
  const parsed = parseScenario({ name: 'a registry to be filled', steps });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { scenario } = parsed;
  const opened = openWorld(scenario, { ...bundle, code: `${bundle.code}\n${FILL_SCRIPT}` });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const { world } = opened;
  scenario.steps.forEach((step, n) => {
    world.workspace.advanceTo(step.atEpochMs);
    const answer = playStep(world, step, String(n + 1));
    if (!Array.isArray(answer) && !('ok' in answer && answer.ok)) throw new Error(JSON.stringify(answer));
  });
  return world;
}

/** The same world once more, in a Workspace of its own whose calls cost as given. */
export function forkWorld(world: World, costs?: CallCosts): World {
  return { ...world, workspace: Workspace.fromJSON(world.workspace.toJSON(), costs) };
}
