import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { buildWhenStale } from '../../../scripts/replay/build-when-stale.ts';
import { JOURNAL_TAB, STATE_TAB } from '../../../src/registry/schema/schema.ts';
import { type Measured, measureWorld } from './measure-world.ts';
import { openScaledWorld } from './open-scaled-world.ts';

/**
 * `npm run bench:scale`, or `npm run bench:scale -- 100 5000`: what every command and the clock need in registries of so
 * many leads with three years of journal.
 */
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** Google allows 10 million cells in a spreadsheet. */
const HALF_OF_A_SPREADSHEET = 5_000_000;

const SIZES = [100, 1000, 5000, 20_000];

const [, , ...given] = process.argv;
const sizes = given.length === 0 ? SIZES : given.map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 1)) {
  process.stderr.write('Give numbers of leads, such as: npm run bench:scale -- 100 1000\n');
  process.exit(2);
}

await buildWhenStale(ROOT);
const smallest = new Map<string, number>();
let failures = 0;
for (const leads of sizes) {
  const from = performance.now();
  const world = openScaledWorld(ROOT, leads);
  const cells = world.workspace.countCells(world.spreadsheetId);
  const rows = (tab: string) =>
    (world.workspace.table(world.spreadsheetId, tab).length - 1).toLocaleString('en');
  print(
    `\n${leads.toLocaleString('en')} leads: ${rows(JOURNAL_TAB.name)} rows of journal, ${rows(STATE_TAB.name)} records; ${cells.toLocaleString('en')} cells in the workbook (filled in ${seconds((performance.now() - from) / 1000)})`,
  );
  print('calls  cells read  cells written  Google s   real s');
  for (const one of measureWorld(world)) {
    const before = smallest.get(one.name) ?? one.calls;
    smallest.set(one.name, before);
    const isCommand = /^ ?\d/.test(one.name);
    const problem =
      one.status !== 'done' ? one.status : isCommand && before !== one.calls ? `was ${before} calls` : '';
    if (problem !== '') failures += 1;
    print(`${describe(one)}${problem === '' ? '' : `  <- ${problem}`}`);
  }
  const after = world.workspace.countCells(world.spreadsheetId);
  const isTooMuch = after > HALF_OF_A_SPREADSHEET;
  if (isTooMuch) failures += 1;
  print(
    `Afterwards: ${after.toLocaleString('en')} cells${isTooMuch ? '  <- more than half of a spreadsheet' : ''}.`,
  );
}
print('\nGoogle s: by the table of call costs in src/sandbox/call-costs.ts, with its sources.');
if (failures > 0) print(`${failures} problems.`);
process.exitCode = failures === 0 ? 0 : 1;

function describe({ name, calls, cellsRead, cellsWritten, googleSeconds, realSeconds }: Measured): string {
  const cells = [
    String(calls).padStart(5),
    cellsRead.toLocaleString('en').padStart(12),
    cellsWritten.toLocaleString('en').padStart(15),
    googleSeconds.toFixed(1).padStart(10),
    realSeconds.toFixed(2).padStart(9),
  ];
  return `${cells.join('')}  ${name}`;
}

function seconds(value: number): string {
  return `${value.toFixed(0)} s`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
