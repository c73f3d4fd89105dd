import { callCommand } from '../../scripts/replay/call-command.ts';
import type { World } from '../../scripts/replay/world.ts';
import { fillRecords } from './fill-records.ts';
import { jumpTo } from './jump-to.ts';
import { openFilledWorld } from './open-filled-world.ts';

const HEAD = 'head@one.example';

/** Gives a command as the head; throws where it is refused. */
export function give(world: World, command: string, input: object): string {
  const { answer } = callCommand(world.workspace, world.scriptId, {
    as: HEAD,
    command,
    input,
    requestId: `${world.workspace.now} ${command} ${JSON.stringify(input)}`,
  });
  if (!answer.ok) throw new Error(`${command}: ${JSON.stringify(answer)}`);
  return answer.id ?? '';
}

/** A registry with entries of three years, two of them over. */
export function openThreeYears(root: string): World {
  let world = openFilledWorld(root, [
    {
      at: '2024-03-04T09:00',
      as: HEAD,
      do: 'admitPartner',
      with: { partner: 'Acme', contacts: ['kim@acme.example'], manager: 'ana@one.example' },
    },
  ]);
  const register = (n: number) => give(world, 'registerLead', { partner: 'P-001', customer: `Company ${n}` });
  const salesOwner = 'sam@one.example';
  for (let n = 1; n <= 4; n += 1) register(n);
  give(world, 'approveLead', { lead: 'L-0001', salesOwner });
  world = jumpTo(world, '2025-02-03T15:00:00Z');
  for (let n = 5; n <= 8; n += 1) register(n);
  give(world, 'releaseLead', { lead: 'L-0001' });
  give(world, 'approveLead', { lead: 'L-0005', salesOwner });
  world = jumpTo(world, '2026-02-02T15:00:00Z');
  give(world, 'rejectLead', { lead: 'L-0002', reason: 'not-a-fit' });
  register(9);
  return world;
}

/** The same for whose journal the workbook has no room: completed years leave it when the clock strikes. */
export function openThreeLargeYears(root: string): World {
  const world = openThreeYears(root);
  fillRecords(world, 'memos', [{ id: 'archive-above-cells', value: '1' }]);
  return world;
}
