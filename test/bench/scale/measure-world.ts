import { performance } from 'node:perf_hooks';
import type { World } from '../../../scripts/replay/world.ts';
import type { NumberedKind } from '../../../src/registry/records.ts';
import type { ExecutionRecord } from '../../../src/sandbox/world-state.ts';
import { everyCommand } from '../../support/every-command.ts';
import { readState } from '../../support/fill-records.ts';
import { TODAY } from './play-courses.ts';

/** What one execution needed. */
export interface Measured {
  readonly name: string;
  /** Reads and writes, as the replay counts them. */
  readonly calls: number;
  readonly cellsRead: number;
  readonly cellsWritten: number;
  /** On Google's scale, by the Workspace's table of call costs. */
  readonly googleSeconds: number;
  readonly realSeconds: number;
  readonly status: ExecutionRecord['status'];
}

const HEAD = 'head@one.example';

/** Runs every command once, each on what those before it have made, and what the clock does. */
export function measureWorld(world: World): readonly Measured[] {
  // The first look at the tables shows rows that were filled in as the registry writes them.
  const first = [strike(world, 'clock, first run'), ...goOn(world)];
  const quiet = strike(world, 'clock, quiet day');
  const state = readState(world);
  const count = (kind: NumberedKind) => state.highestNumber(kind);
  const commands = everyCommand({
    leads: count('leads'),
    introductions: count('introductions'),
    deals: count('deals'),
    receipts: count('receipts'),
    commissions: count('commissions'),
    accounts: count('accounts'),
    today: TODAY,
  });
  const measured = commands.map(([command, input, as], n) =>
    run(
      world,
      `${String(n + 1).padStart(2)} ${command}`,
      'execute',
      [JSON.stringify({ command, input, requestId: `measure-${n}` })],
      as,
    ),
  );
  const mail = run(world, 'mail', 'sendOutboxNow', []);
  const rows = Array.from({ length: 10_000 }, (_, i) => ({
    Name: `Imported ${i.toString(36)}`,
    Standing: 'Former',
  }));
  const load = run(world, 'import of 10,000 accounts', 'execute', [
    JSON.stringify({ command: 'importRows', input: { tab: 'Accounts', rows }, requestId: 'load' }),
  ]);
  return [...first, quiet, ...measured, mail, load, strike(world, 'clock, with mail'), ...goOn(world)];
}

function strike(world: World, name: string): Measured {
  return run(world, name, 'whenClockStrikes', []);
}

/** Longer than an execution takes and the next one waits. */
const A_WHILE_MS = 8 * 60_000;

/** Lets the one-shot triggers fire that were arranged, one after the other, until none is left. */
function goOn({ workspace }: World): readonly Measured[] {
  const done: Measured[] = [];
  for (;;) {
    const from = performance.now();
    const ran = workspace.advanceTo(workspace.now + A_WHILE_MS);
    if (ran.length === 0) return done;
    const realSeconds = (performance.now() - from) / 1000 / ran.length;
    for (const { calls, ms, status } of ran) {
      done.push({
        name: 'clock, going on',
        calls: calls.reads + calls.writes,
        cellsRead: calls.cellsRead,
        cellsWritten: calls.cellsWritten,
        googleSeconds: ms / 1000,
        realSeconds,
        status,
      });
    }
  }
}

function run(
  { workspace, scriptId }: World,
  name: string,
  entry: string,
  args: readonly string[],
  as = HEAD,
): Measured {
  const from = performance.now();
  const { calls, ms, status, value, error } = workspace.run(scriptId, {
    as,
    function: entry,
    args: [...args],
    context: entry === 'whenClockStrikes' ? 'editor' : 'dialog',
  });
  const realSeconds = (performance.now() - from) / 1000;
  if (status === 'failed') throw new Error(`${name}: ${error?.message}`);
  if (typeof value === 'string' && value.startsWith('{"ok":false'))
    throw new Error(`${name}: ${value.slice(0, 500)}`);
  return {
    name,
    calls: calls.reads + calls.writes,
    cellsRead: calls.cellsRead,
    cellsWritten: calls.cellsWritten,
    googleSeconds: ms / 1000,
    realSeconds,
    status,
  };
}
