/**
 * Stops every command and every other entry of the bundle at every service call, with every cut of its unflushed writes,
 * and looks at what the next execution makes of it.
 * Run: `npm run bench:crash -- [--command NAME] [--sample N] [--seed S] [--exhaustive] [--cut CALLS/WRITES] [--next NEXT]`
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildWhenStale } from '../../scripts/replay/build-when-stale.ts';
import { readBundle } from '../../scripts/replay/open-world.ts';
import type { Next } from './crash/crash-case.ts';
import { openCrashWorld } from './crash/open-crash-world.ts';
import { runCrashMatrix } from './crash/run-crash-matrix.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const NEXTS: readonly Next[] = ['again', 'other', 'clock'];

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      command: { type: 'string' },
      sample: { type: 'string' },
      seed: { type: 'string' },
      cut: { type: 'string' },
      next: { type: 'string' },
      exhaustive: { type: 'boolean' },
    },
  });
  const next = NEXTS.find((one) => one === values.next);
  if (values.next !== undefined && next === undefined)
    throw new Error(`--next is one of ${NEXTS.join(', ')}`);
  const [calls, writes] = (values.cut ?? '').split('/').map(Number);
  await buildWhenStale(root);
  const startedAt = performance.now();
  const report = runCrashMatrix({
    world: openCrashWorld(readBundle(root)),
    tell: (line) => console.log(line),
    ...(values.command === undefined ? {} : { only: values.command }),
    ...(values.sample === undefined ? {} : { sample: Number(values.sample) }),
    ...(values.seed === undefined ? {} : { seed: Number(values.seed) }),
    ...(values.cut === undefined ? {} : { cut: { stopAfterCalls: calls ?? 0, keepWrites: writes ?? 0 } }),
    ...(next === undefined ? {} : { next }),
    ...(values.exhaustive === undefined ? {} : { exhaustive: values.exhaustive }),
  });
  const { cases, commands, cutPoints, runs, failures } = report;
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  console.log(
    `\nCommands: ${commands}, cases: ${cases}, cut points: ${cutPoints}, runs: ${runs}, failures: ${failures.length} (${seconds} s)`,
  );
  process.exitCode = failures.length > 0 || cases === 0 ? 1 : 0;
}

await main();
