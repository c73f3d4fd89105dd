/**
 * Races commands against each other in the built add-on: all pairs that touch the same record, and random groups.
 * Each race must end as some order of its commands alone would. Options: --per-pair N, --groups N, --seed N.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildWhenStale } from '../../scripts/replay/build-when-stale.ts';
import { openRaceWorld } from './race/race-world.ts';
import { runSearch } from './race/run-search.ts';

const { values } = parseArgs({
  options: {
    'per-pair': { type: 'string', default: '50' },
    groups: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    'every-pair': { type: 'string', default: '1' },
  },
});
const root = resolve(import.meta.dirname, '../..');
await buildWhenStale(root);
const startedAt = Date.now();
let toldAt = 0;
const report = await runSearch(
  openRaceWorld(root),
  {
    perPair: Number(values['per-pair']),
    groups: Number(values.groups),
    seed: Number(values.seed),
    everyPair: Number(values['every-pair']),
  },
  (done, of) => {
    if (Date.now() - toldAt < 10_000) return;
    toldAt = Date.now();
    console.error(`${done} of ${of} races in ${Math.round((toldAt - startedAt) / 1000)} s`);
  },
);
for (const { moves, seed, problem } of report.lost) {
  console.log(`\nLost, seed ${seed}:\n  ${moves.join('\n  ')}\n  ${problem}`);
}
console.log(
  `\n${report.pairs} pairs, ${report.groups} groups, ${report.runs} races in ${Math.round((Date.now() - startedAt) / 1000)} s: ${report.lost.length} lost`,
);
process.exitCode = report.lost.length === 0 ? 0 : 1;
