import { describe, expect, test } from 'vitest';
import type { ExecutionResult } from '../../../src/sandbox/execution/run-execution.ts';
import { type Bench, EDITOR, makeBench, OWNER } from '../make-workspace.ts';

const source = `function add(locked) {
    const lock = LockService.getDocumentLock();
    if (locked) lock.waitLock(60000);
    const cell = SpreadsheetApp.getActive().getRange('A1');
    cell.setValue(Number(cell.getValue()) + 1);
    SpreadsheetApp.flush();
    lock.releaseLock();
    return new Date().getHours();
  }
  function impatient() { return LockService.getDocumentLock().tryLock(1) }
  function onEdit(e) { console.log(e.value) }
  function fails() { throw new Error('no') }
  function peek() { const s = SpreadsheetApp.getActive().getSheets()[0]; s.getRange('B1').setValue('mine'); s.getRange('C1').getValue();
    return [s.getRange('B1').getValue(), s.getRange('B2').getValue()] }
  function peek2() { const s = SpreadsheetApp.getActive().getSheets()[0]; s.getRange('B2').setValue('mine'); s.getRange('C1').getValue();
    return [s.getRange('B1').getValue(), s.getRange('B2').getValue()] }`;

const action =
  (bench: Bench, name: string, args: readonly unknown[] = []) =>
  (): ExecutionResult =>
    bench.ws.run(bench.script, { as: OWNER, function: name, args, context: 'menu' });

async function addInParallel(locked: boolean, seed: number): Promise<unknown> {
  const bench = makeBench(source);
  await bench.ws.parallel([action(bench, 'add', [locked]), action(bench, 'add', [locked])], seed);
  return bench.ws.table(bench.id, 'Sheet1')[0]?.[0];
}

// One Workspace at a time: they share the time zone of the process.
async function addOftenInParallel(locked: boolean): Promise<unknown[]> {
  const sums: unknown[] = [];
  for (const seed of [1, 2, 3, 4, 5, 6]) sums.push(await addInParallel(locked, seed));
  return sums;
}

describe('Executions side by side', () => {
  test('lose an update without a lock, under some order [apps-script/reference/lock/lock]', async () => {
    const sums = await addOftenInParallel(false);
    expect(new Set(sums)).toEqual(new Set([1, 2]));
  });

  test('lose none with a lock, under any order [apps-script/reference/lock/lock]', async () => {
    const sums = await addOftenInParallel(true);
    expect(sums).toEqual([2, 2, 2, 2, 2, 2]);
  });

  test('take the same order from the same seed', async () => {
    const play = async (): Promise<unknown> => {
      const bench = makeBench(source);
      await bench.ws.parallel([action(bench, 'add', [false]), action(bench, 'add', [false])], 3);
      return bench.ws.toJSON();
    };
    const first = await play();
    expect(await play()).toEqual(first);
  });

  test('don’t see each other’s unflushed writes', async () => {
    for (const seed of [1, 2, 3]) {
      const bench = makeBench(source);
      const [one, two] = await bench.ws.parallel([action(bench, 'peek'), action(bench, 'peek2')], seed);
      const values = [one, two].map((settled) =>
        settled?.status === 'fulfilled' ? settled.value.value : undefined,
      );
      // Whichever ends first commits, so only the other one may see both.
      expect(values).not.toEqual([
        ['mine', 'mine'],
        ['mine', 'mine'],
      ]);
      expect(bench.ws.table(bench.id, 'Sheet1').map((row) => row[1])).toEqual(['mine', 'mine']);
    }
  });

  test('keep the waiting for a lock on their own clocks', async () => {
    const bench = makeBench(source);
    await bench.ws.parallel([action(bench, 'add', [true]), action(bench, 'add', [true])], 1);
    const [first, second] = bench.ws.executions;
    // Each reads, writes and flushes in 600 ms; the second waits for the first to be done.
    expect([first?.ms, second?.ms]).toEqual([600, 1200]);
  });

  test('give up on a lock that is held for longer than they wait [apps-script/reference/lock/lock]', async () => {
    const held = `${source}
      function holdLong() { const lock = LockService.getDocumentLock(); lock.waitLock(60000);
        Utilities.sleep(30000); SpreadsheetApp.getActive().getRange('A1').setValue('held');
        SpreadsheetApp.flush(); lock.releaseLock(); return 'held' }
      function tryShort() { const got = LockService.getDocumentLock().tryLock(5000);
        return [got, new Date().toISOString()] }
      function waitShort() { try { LockService.getDocumentLock().waitLock(5000) } catch (e) { return e.message } }`;
    const outcomes = new Set<string>();
    for (let seed = 1; seed <= 40; seed += 1) {
      const bench = makeBench(held);
      const settled = await bench.ws.parallel(
        [action(bench, 'holdLong'), action(bench, 'tryShort'), action(bench, 'waitShort')],
        seed,
      );
      const values = settled.map((one) => (one.status === 'fulfilled' ? one.value.value : one.status));
      // Whoever comes first has the lock; who waits behind the long work does so for five seconds of its own clock.
      outcomes.add(JSON.stringify(values));
    }
    expect([...outcomes]).toContain(
      JSON.stringify([
        'held',
        [false, '2026-01-05T15:00:05.000Z'],
        'Lock timeout: another process was holding the lock for too long.',
      ]),
    );
  });

  test('mix with people, whose triggers run side by side too', async () => {
    const bench = makeBench(source);
    const edit = () =>
      bench.ws.edit({ spreadsheetId: bench.id, as: EDITOR, tab: 'Sheet1', row: 1, column: 2, value: 'x' });
    const [, edited, failed, denied] = await bench.ws.parallel<unknown>(
      [
        action(bench, 'add', [true]),
        edit,
        action(bench, 'fails'),
        () => bench.ws.run(bench.script, { as: 'nobody@one.example', function: 'add', context: 'menu' }),
      ],
      5,
    );
    expect(edited).toMatchObject({
      status: 'fulfilled',
      value: { applied: true, executions: [{ function: 'onEdit', status: 'done', log: [{ text: 'x' }] }] },
    });
    expect(failed).toMatchObject({
      status: 'fulfilled',
      value: { status: 'failed', error: { message: 'no' } },
    });
    expect(denied).toMatchObject({ status: 'rejected' });
    expect(bench.ws.table(bench.id, 'Sheet1')).toEqual([[1, 'x']]);
  });

  test('are stopped by faults and read local time like any other', async () => {
    const bench = makeBench(source, { timeZone: 'Europe/Berlin' });
    const [stopped, hour] = await bench.ws.parallel(
      [
        () =>
          bench.ws.run(bench.script, {
            as: OWNER,
            function: 'add',
            args: [true],
            context: 'menu',
            faults: { stopAfterCalls: 2 },
          }),
        action(bench, 'add', [true]),
      ],
      2,
    );
    expect(stopped).toMatchObject({ status: 'fulfilled', value: { status: 'stopped' } });
    expect(hour).toMatchObject({ status: 'fulfilled', value: { status: 'done', value: 16 } });
  });

  test('leave the Workspace fit for executions one after the other', async () => {
    const bench = makeBench(source);
    await bench.ws.parallel([action(bench, 'add', [true])], 1);
    expect(bench.run('impatient').value).toBe(true);
  });
});
