/**
 * `npm run bench:conflicts`, or `npm run bench:conflicts -- 1000 5000`: what one request's conflict check needs in registries
 * of so many records, and a hundred more in the same execution.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readOrganisations } from '../../../scripts/matching/organisations.ts';
import { buildWhenStale } from '../../../scripts/replay/build-when-stale.ts';
import { parsePlainDate } from '../../../src/core/calendar/parse-plain-date.ts';
import { measureCold, measureWarm } from './measure-conflicts.ts';
import { openFilledRegistry } from './open-filled-registry.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const DATA = resolve(ROOT, '../shared/data');
const SIZES = [1000, 10_000, 100_000];
/** One of them on file, one alike to some, one like none. */
const REQUESTS = ['Siemens Energie', 'Global Solutions Deutschland', 'Zyklon Optics Werkstätten'];
/** What is aimed at for every size: reads, and milliseconds. */
const MOST_READS = 4;
const MOST_COMPUTING = 300;
const MOST_FOR_HUNDRED = 500;
/** What a cell holds. */
const MOST_CHARACTERS = 50_000;

const given = process.argv.slice(2);
const sizes = given.length === 0 ? SIZES : given.map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 300)) {
  process.stderr.write(
    'Give numbers of records from 300 on, such as: npm run bench:conflicts -- 1000 10000\n',
  );
  process.exit(2);
}
if (!existsSync(DATA)) {
  process.stderr.write(`There is no folder ${DATA} with names of companies.\n`);
  process.exit(2);
}

await buildWhenStale(ROOT);
const organisations = readOrganisations(DATA);
const missed: string[] = [];

for (const size of sizes) {
  const world = openFilledRegistry(ROOT, size, organisations);
  const records = size.toLocaleString('en');
  print(
    `\n${records} records; ${world.workspace.countCells(world.spreadsheetId).toLocaleString('en')} cells in the workbook`,
  );
  for (const customer of REQUESTS) {
    const { registering, checking, verdict } = measureCold(world, customer);
    print(`  ${customer}: ${verdict}`);
    for (const [what, cold] of Object.entries({ checked: checking, registered: registering })) {
      const { computing, whole, reads, writes } = cold;
      print(
        `    ${what}, cold: ${ms(computing)} computing, ${ms(whole)} from call to answer; ${reads} reads, ${writes} writes`,
      );
      expectAtMost(`${records}: ms of computing until ${customer} is ${what}`, computing, MOST_COMPUTING);
    }
    expectAtMost(`${records}: reads for a check`, checking.reads, MOST_READS);
  }
  const warm = measureWarm(world, parsePlainDate('2026-01-06') ?? fail());
  print(
    `  warm: ${ms(warm.load)} to load, ${ms(warm.first)} for the first request, ${ms(warm.hundred)} for 100 more; ${mb(warm.memory)} MB held`,
  );
  expectAtMost(`${records}: ms for 100 more requests`, warm.hundred, MOST_FOR_HUNDRED);
  if (warm.book === null) print('  no book of names: all records are compared');
  else {
    const { rows, characters, longest } = warm.book;
    print(
      `  book of names: ${rows} cells, ${mb(characters)} million characters, ${longest.toLocaleString('en')} in the longest cell`,
    );
    expectAtMost(`${records}: characters in a cell`, longest, MOST_CHARACTERS);
  }
}
for (const line of missed) print(`MISSED ${line}`);
process.exitCode = missed.length === 0 ? 0 : 1;

function expectAtMost(what: string, reached: number, most: number): void {
  if (reached > most) missed.push(`${what}: ${reached.toFixed(0)}, expected ${most} at most`);
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}

function mb(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

function fail(): never {
  throw new Error('Not a date.');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
