/**
 * Measures how well the conflict check finds the same customer, beside what anybody would try first.
 * Run: `npm run bench:matching [-- DATA_FOLDER]`; the data lies beside the project unless another folder is named.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readOrganisations } from '../../../scripts/matching/organisations.ts';
import { POSSIBLE_FROM } from '../../../src/core/conflict/likeness-weights.ts';
import { measureCertainty } from './certainty.ts';
import { BASELINES, type Matcher, REGISTRY } from './matchers.ts';
import { measureNoisyNames } from './noisy-names.ts';
import {
  ALIAS,
  assembleQuestions,
  measureRetrieval,
  mixAt,
  type Retrieval,
  recallOf,
  thresholdAt,
} from './retrieval.ts';
import { measureWebsites } from './websites.ts';

const folder = resolve(process.argv[2] ?? resolve(import.meta.dirname, '../../../../shared/data'));
if (!existsSync(folder)) {
  process.stderr.write(`There is no folder ${folder}. Name the one with names/ and organisations/.\n`);
  process.exit(2);
}

const MATCHERS: readonly Matcher[] = [...BASELINES, REGISTRY];
const organisations = readOrganisations(folder);
const missed: string[] = [];

function percent(share: number, digits = 1): string {
  return (100 * share).toFixed(digits);
}

/** What is expected; what is not reached is told again at the end. */
function expectAtLeast(what: string, reached: number, wanted: number): void {
  const isReached = reached >= wanted;
  const line = `${isReached ? '  reached' : '  MISSED '}  ${what}: ${reached.toFixed(4)}, expected ${wanted}`;
  console.log(line);
  if (!isReached) missed.push(line);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => (row[i] ?? '').length)));
  const write = (row: readonly string[]) =>
    console.log(
      `  ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')}`,
    );
  write(head);
  for (const row of rows) write(row);
}

function benchRetrieval(withCountry: boolean): Retrieval {
  console.log(
    `\nFinding companies by name${withCountry ? ' and country' : ''}, the half that nothing was tuned on`,
  );
  const questions = assembleQuestions(organisations, 'report', withCountry);
  const results = MATCHERS.map((matcher) => measureRetrieval(organisations, questions, matcher, withCountry));
  const kinds = [...new Set(questions.map(({ kind }) => kind))];
  const cells = (share: number) => (kind: string) =>
    results.map((result) => percent(recallOf(result.found.get(kind) ?? [], thresholdAt(result, share))));
  const head = (what: string) => [what, ...MATCHERS.map(({ name }) => name)];
  for (const share of [0.01, 0.03]) {
    table(
      head(`recall in % at ${percent(share, 0)} % false alarms`),
      kinds.map((kind) => [kind, ...cells(share)(kind)]),
    );
  }
  table(head('typical mix, F1'), [
    ...[0.01, 0.025, 0.03].map((share) => [
      `at ${percent(share)} % false alarms`,
      ...results.map((result) => mixAt(result, thresholdAt(result, share)).f1.toFixed(3)),
    ]),
  ]);
  const own = results.at(-1);
  if (own === undefined) throw new Error('Nothing was measured.');
  const alarms = own.alarms.filter((score) => score >= POSSIBLE_FROM).length / own.alarms.length;
  console.log(
    `  At the threshold of ${POSSIBLE_FROM}: ${percent(alarms)} % false alarms, F1 of the mix ${mixAt(own, POSSIBLE_FROM - 1e-9).f1.toFixed(3)}`,
  );
  return own;
}

benchRetrieval(false);
const known = benchRetrieval(true);

console.log('\nCertain: the same name once legal form and the like are set aside');
const certain = [false, true].map((withCountry) => measureCertainty(organisations, withCountry));
for (const [i, { pairs, precision, wrong }] of certain.entries()) {
  console.log(`  ${i === 0 ? 'without' : 'with'} country: ${pairs} pairs, precision ${precision.toFixed(4)}`);
  for (const pair of wrong.slice(0, 5)) console.log(`    ${pair}`);
}

console.log('\nNoisy spellings of 500 names (DNB)');
table(
  ['', ...MATCHERS.map(({ name }) => name)],
  [false, true].flatMap((withCountry) => {
    const results = MATCHERS.map((matcher) => measureNoisyNames(folder, matcher, withCountry));
    const suffix = withCountry ? ', with country' : '';
    return [
      [`first${suffix}`, ...results.map(({ first }) => percent(first))],
      [`among the first five${suffix}`, ...results.map(({ firstFive }) => percent(firstFive))],
    ];
  }),
);

const websites = measureWebsites(organisations);
console.log(`\nWebsites of ${websites.asked} companies, asked under a name that is nobody's`);
for (const { name, share } of websites.found) console.log(`  ${name}: ${percent(share, 2)} % found`);
for (const one of websites.missed.slice(0, 5)) console.log(`    missed ${one}`);
console.log(
  `  Shared hosts: ${websites.sharedAlarms} of ${websites.sharedAsked} alarmed by a stranger's page`,
);

console.log('\nExpected');
const at3 = (kind: string) => recallOf(known.found.get(kind) ?? [], thresholdAt(known, 0.03));
expectAtLeast('precision of certain, with country', certain[1]?.precision ?? 0, 0.998);
expectAtLeast('precision of certain, without country or domain', certain[0]?.precision ?? 0, 0.966);
expectAtLeast(
  'F1 of the typical mix at 2.5 % false alarms',
  mixAt(known, thresholdAt(known, 0.025)).f1,
  0.97,
);
for (const kind of ['legal form', 'word order', 'country', 'generic word', 'abbreviation'])
  expectAtLeast(`recall of ${kind} at 3 % false alarms`, at3(kind), 0.99);
expectAtLeast('recall of one slip, 10 letters or more, at 3 %', at3('one slip, 10 letters or more'), 0.98);
expectAtLeast('recall of real aliases at 3 %', at3(ALIAS), 0.75);
expectAtLeast('noisy spellings found first', measureNoisyNames(folder, REGISTRY, false).first, 0.95);
expectAtLeast('websites found', Math.min(...websites.found.map(({ share }) => share)), 0.99);
expectAtLeast('shared hosts that alarm nobody', 1 - websites.sharedAlarms / websites.sharedAsked, 1);
console.log(missed.length === 0 ? '\nAll reached.' : `\n${missed.length} missed.`);
process.exitCode = missed.length === 0 ? 0 : 1;
