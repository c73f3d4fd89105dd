import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** Everything that `npm test` runs, in the order in which failures are cheapest to read. */
const STEPS = [
  { name: 'build', command: ['tsx', 'scripts/build.ts'] },
  { name: 'types', command: ['tsc', '-b'] },
  { name: 'lint', command: ['biome', 'check', '.'] },
] as const;

const REPORT = 'build/test-report.json';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

function run(command: readonly string[]): boolean {
  const [program = '', ...args] = command;
  const { status } = spawnSync('npx', ['--no-install', program, ...args], { stdio: 'inherit' });
  return status === 0;
}

/** Runs every vitest suite; a run that left no report counts as one failure. */
function runSuites(filters: readonly string[]): Counts {
  mkdirSync(dirname(REPORT), { recursive: true });
  rmSync(REPORT, { force: true });
  const isDone = run([
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${REPORT}`,
    ...filters,
  ]);
  if (!existsSync(REPORT)) return { passed: 0, failed: 1, skipped: 0 };
  const report: unknown = JSON.parse(readFileSync(REPORT, 'utf8'));
  const count = (key: string) => {
    const value: unknown = typeof report === 'object' && report !== null ? Reflect.get(report, key) : 0;
    return typeof value === 'number' ? value : 0;
  };
  const failed = count('numFailedTests');
  return {
    passed: count('numPassedTests'),
    // A suite that could not even be loaded has no failed test of its own.
    failed: isDone ? failed : Math.max(failed, 1),
    skipped: count('numPendingTests') + count('numTodoTests'),
  };
}

const startedAt = Date.now();
const results = STEPS.map(({ name, command }) => {
  console.log(`\n── ${name}`);
  return { name, isDone: run(command) };
});
console.log('\n── tests');
const counts = runSuites(process.argv.slice(2));
const brokenSteps = results.filter(({ isDone }) => !isDone).map(({ name }) => name);
const passed = counts.passed + results.length - brokenSteps.length;
const failed = counts.failed + brokenSteps.length;
if (brokenSteps.length > 0) console.log(`\nNot passed: ${brokenSteps.join(', ')}`);
console.log(
  `\n${results.length} checks and ${counts.passed + counts.failed} tests in ${Math.round((Date.now() - startedAt) / 1000)} s`,
);
console.log(`Tests: ${passed} passed, ${failed} failed, ${counts.skipped} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
