import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { buildWhenStale } from '../../../scripts/replay/build-when-stale.ts';
import type { World } from '../../../scripts/replay/world.ts';
import { DUE_DAY, openFinanceWorld } from './open-finance-world.ts';

/**
 * `npm run bench:finance`, or `npm run bench:finance -- 2000 200`: what finance needs in a registry of so many deals, so
 * many of which are due: the day's recomputation of all, a payment run, statements and the outlook.
 */
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

const [, , ...given] = process.argv;
const [deals = 20_000, due = 2000] = given.map(Number);
if (!Number.isInteger(deals) || !Number.isInteger(due) || due < 1 || due > deals - 2) {
  process.stderr.write(
    'Give a number of deals and how many are due, such as: npm run bench:finance -- 2000 200\n',
  );
  process.exit(2);
}

await buildWhenStale(ROOT);
const from = performance.now();
const world = openFinanceWorld(ROOT, deals, due);
print(
  `${count(deals)} deals of 200 partners, ${count(due)} of them due on ${DUE_DAY} (filled in ${((performance.now() - from) / 1000).toFixed(0)} s)`,
);
print('calls  cells read  cells written  Google s   real s');
strike('recomputing all deals, what is due becomes due');
strike('recomputing all deals on a quiet day');
command('preparePaymentRun', { asOf: DUE_DAY });
command('payRun', { asOf: DUE_DAY, paidOn: DUE_DAY, reference: 'RUN-1' });
command('exportPayments', { reference: 'RUN-1' });
command('makeStatement', { partner: 'P-002', month: DUE_DAY.slice(0, 7) });
command('explainCommission', { commission: 'C-0002' });
command('forecastCommissions', {});
command('updateDeal', { deal: 'D-0002', gross: '20000' });
command('voidPayment', { commission: 'C-0003', reason: 'Returned' });
command('importReceipts', {
  rows: Array.from({ length: Math.min(1000, deals - due - 2) }, (_, i) => ({
    deal: `D-${String(deals - i).padStart(4, '0')}`,
    receivedOn: DUE_DAY,
    amount: '10',
    reference: `BANK ${i}`,
  })),
});
print('\nGoogle s: by the table of call costs in src/sandbox/call-costs.ts, with its sources.');

function strike(name: string): void {
  run(world, name, 'whenClockStrikes', []);
  for (;;) {
    const begun = performance.now();
    // Longer than an execution takes and the next one waits.
    const ran = world.workspace.advanceTo(world.workspace.now + 8 * 60_000);
    if (ran.length === 0) return;
    const realSeconds = (performance.now() - begun) / 1000 / ran.length;
    for (const { calls, ms, status } of ran) {
      describe(`${name}, going on${status === 'done' ? '' : `: ${status}`}`, calls, ms, realSeconds);
    }
  }
}

function command(name: string, input: object): void {
  run(world, name, 'execute', [JSON.stringify({ command: name, input, requestId: `bench ${name}` })]);
}

function run({ workspace, scriptId }: World, name: string, entry: string, args: readonly string[]): void {
  const begun = performance.now();
  const { calls, ms, status, value, error } = workspace.run(scriptId, {
    as: 'head@one.example',
    function: entry,
    args: [...args],
    context: entry === 'whenClockStrikes' ? 'editor' : 'dialog',
  });
  const realSeconds = (performance.now() - begun) / 1000;
  if (status !== 'done') throw new Error(`${name}: ${error?.message ?? status}`);
  if (typeof value === 'string' && value.startsWith('{"ok":false'))
    throw new Error(`${name}: ${value.slice(0, 500)}`);
  describe(name, calls, ms, realSeconds);
}

interface Calls {
  readonly reads: number;
  readonly writes: number;
  readonly cellsRead: number;
  readonly cellsWritten: number;
}

function describe(name: string, calls: Calls, ms: number, realSeconds: number): void {
  const cells = [
    String(calls.reads + calls.writes).padStart(5),
    count(calls.cellsRead).padStart(12),
    count(calls.cellsWritten).padStart(15),
    (ms / 1000).toFixed(1).padStart(10),
    realSeconds.toFixed(2).padStart(9),
  ];
  print(`${cells.join('')}  ${name}`);
}

function count(value: number): string {
  return value.toLocaleString('en');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
