import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { buildWhenStale } from '../../../scripts/replay/build-when-stale.ts';
import { readState } from '../../support/fill-records.ts';
import { jumpTo } from '../../support/jump-to.ts';
import { openScaledWorld } from '../scale/open-scaled-world.ts';
import { measureMonth } from './measure-month.ts';

/**
 * `npm run bench:people`, or `npm run bench:people -- 100 4000`: the turn of a month for so many partners with so many
 * leads and three years of journal: how many executions its snapshots and messages take, and how long on Google's scale.
 */
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** An hour before the month is over in the programme's time zone, America/Chicago. */
const EVE = '2027-01-01T05:00:00Z';

const [partners = 500, leads = 20_000] = process.argv.slice(2).map(Number);
if (![partners, leads].every((count) => Number.isInteger(count) && count > 0)) {
  process.stderr.write('Give numbers of partners and leads, such as: npm run bench:people -- 100 4000\n');
  process.exit(2);
}

await buildWhenStale(ROOT);
const from = performance.now();
const world = jumpTo(openScaledWorld(ROOT, leads, partners), EVE);
const active = readState(world)
  .list('partners')
  .filter(({ partner }) => partner.status === 'Active').length;
print(
  `${count(active)} active partners, ${count(leads)} leads (filled in ${seconds(performance.now() - from)}).`,
);

const { executions, snapshots, pending, sent, waiting, hours } = measureMonth(world);
const total = executions.reduce((sum, { ms }) => sum + ms, 0);
const longest = Math.max(...executions.map(({ ms }) => ms));
const calls = executions.reduce((sum, { reads, writes }) => sum + reads + writes, 0);
const failed = executions.filter(({ status }) => status !== 'done');
print(
  `${count(snapshots)} snapshots made, ${count(pending)} left, in ${count(executions.length)} executions over ${hours.toFixed(1)} h.`,
);
print(
  `Google's scale: ${minutes(total)} min together, the longest execution ${minutes(longest)} min; ${count(calls)} reads and writes, ${(calls / Math.max(1, snapshots)).toFixed(0)} a snapshot.`,
);
print(`${count(sent)} messages sent, ${count(waiting)} wait for the next day’s quota.`);
print(`The computer that ran this: ${seconds(performance.now() - from)}.`);
print("Google's scale: by the table of call costs in src/sandbox/call-costs.ts, with its sources.");
const problems = [
  ...failed.map(({ name, status, error }) => `${name} ${status}: ${error}`),
  ...(pending > 0 ? ['snapshots are left'] : []),
  ...(snapshots !== active ? [`${snapshots} snapshots for ${active} partners`] : []),
  ...(longest > 5.5 * 60_000 ? ['an execution came near to six minutes'] : []),
];
for (const problem of problems) print(`  <- ${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;

function count(value: number): string {
  return value.toLocaleString('en');
}

function minutes(ms: number): string {
  return (ms / 60_000).toFixed(1);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(0)} s`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
