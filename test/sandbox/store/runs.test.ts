import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Runs,
  runAt,
  withEach,
  withGapInserted,
  withRowsDeleted,
  withRowsInserted,
  withRun,
} from '../../../src/sandbox/store/runs.ts';

const HEIGHT = 40;

type Plain = (string | undefined)[];

const plain = (runs: Runs<string>, height = HEIGHT): Plain =>
  Array.from({ length: height }, (_, i) => runAt(runs, i + 1));

type Step =
  | {
      readonly kind: 'set';
      readonly first: number;
      readonly last: number;
      readonly value: string | undefined;
    }
  | { readonly kind: 'each'; readonly first: number; readonly values: readonly (string | undefined)[] }
  | { readonly kind: 'insert' | 'gap' | 'delete'; readonly at: number; readonly count: number };

const row = fc.integer({ min: 1, max: 20 });
const value = fc.constantFrom('a', 'b', undefined);
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), first: row, size: row, value }).map(({ size, ...rest }) => ({
    ...rest,
    last: rest.first + size - 1,
  })),
  fc.record({
    kind: fc.constant('each' as const),
    first: row,
    values: fc.array(value, { minLength: 1, maxLength: 5 }),
  }),
  fc.record({
    kind: fc.constantFrom('insert' as const, 'gap' as const, 'delete' as const),
    at: row,
    count: fc.integer({ min: 1, max: 4 }),
  }),
);

function applyRuns(runs: Runs<string>, step: Step): Runs<string> {
  switch (step.kind) {
    case 'set':
      return withRun(runs, step.first, step.last, step.value);
    case 'each':
      return withEach(runs, step.first, step.values);
    case 'insert':
      return withRowsInserted(runs, step.at, step.count);
    case 'gap':
      return withGapInserted(runs, step.at, step.count);
    case 'delete':
      return withRowsDeleted(runs, step.at, step.count);
  }
}

/** The same on a plain array, one entry a row. */
function applyPlain(rows: Plain, step: Step): Plain {
  const next = [...rows];
  switch (step.kind) {
    case 'set':
      return next.map((old, i) => (i + 1 >= step.first && i + 1 <= step.last ? step.value : old));
    case 'each':
      return next.map((old, i) => {
        const inside = i + 1 >= step.first && i + 1 < step.first + step.values.length;
        return inside ? step.values[i + 1 - step.first] : old;
      });
    case 'insert':
      next.splice(step.at - 1, 0, ...new Array<string | undefined>(step.count).fill(rows[step.at - 2]));
      return next;
    case 'gap':
      next.splice(step.at - 1, 0, ...new Array<string | undefined>(step.count).fill(undefined));
      return next;
    case 'delete':
      next.splice(step.at - 1, step.count);
      return next;
  }
}

describe('Attribute runs', () => {
  test('say the same as one value a row, whatever is done to them', () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 12 }), (list) => {
        let runs: Runs<string> = [];
        let rows: Plain = new Array<string | undefined>(200).fill(undefined);
        for (const step of list) {
          runs = applyRuns(runs, step);
          rows = applyPlain(rows, step);
        }
        expect(plain(runs, 100)).toEqual(rows.slice(0, 100));
      }),
    );
  });

  test('never overlap and stay in order', () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 12 }), (list) => {
        const runs = list.reduce<Runs<string>>(applyRuns, []);
        for (const [i, run] of runs.entries()) {
          expect(run.last).toBeGreaterThanOrEqual(run.first);
          expect(run.first).toBeGreaterThan(runs[i - 1]?.last ?? 0);
        }
      }),
    );
  });

  test('join neighbours with one value', () => {
    expect(withRun(withRun<string>([], 1, 3, 'a'), 4, 9, 'a')).toEqual([{ first: 1, last: 9, value: 'a' }]);
  });
});
