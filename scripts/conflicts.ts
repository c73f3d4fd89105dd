/** Checks a list of prospects, or names in pairs, as the registry checks a request: see USAGE. */
import { checkPair } from './conflicts/check-pair.ts';
import { prepareProspects } from './conflicts/check-prospects.ts';
import { type ConflictsArguments, parseArguments, USAGE } from './conflicts/parse-arguments.ts';
import { type CsvColumns, type CsvRow, readCsvFile } from './conflicts/read-csv.ts';

const CUSTOMERS: CsvColumns = { needed: ['name'], optional: ['website', 'country'] };
const PAIRS: CsvColumns = {
  needed: ['left', 'right'],
  optional: ['leftWebsite', 'rightWebsite', 'leftCountry', 'rightCountry'],
};

/** Long lists take a while: the first so many rows pass without a word. */
const TELL_EVERY = 5000;

function checkAll(rows: readonly CsvRow[], check: (row: CsvRow) => object): void {
  rows.forEach((row, n) => {
    process.stdout.write(`${JSON.stringify(check(row))}\n`);
    if ((n + 1) % TELL_EVERY === 0) process.stderr.write(`${n + 1} of ${rows.length} checked\n`);
  });
}

function run(asked: ConflictsArguments): readonly string[] {
  if (asked.kind === 'pairs') {
    const pairs = readCsvFile(asked.pairs, PAIRS);
    if (!pairs.ok) return pairs.problems;
    checkAll(pairs.rows, checkPair);
    return [];
  }
  const [accounts, prospects] = [asked.accounts, asked.prospects].map((path) => readCsvFile(path, CUSTOMERS));
  if (!accounts?.ok || !prospects?.ok) {
    return [accounts, prospects].flatMap((file) => (file === undefined || file.ok ? [] : file.problems));
  }
  checkAll(prospects.rows, prepareProspects(accounts.rows));
  return [];
}

const parsed = parseArguments(process.argv.slice(2));
const problems = 'problems' in parsed ? [...parsed.problems, '', USAGE] : run(parsed);
if (problems.length > 0) {
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exitCode = 2;
}
