/** One stretch of rows of a column with the same attribute; rows count from 1, `last` is inclusive. */
export interface Run<T> {
  readonly first: number;
  readonly last: number;
  readonly value: T;
}

/** An attribute of one column: runs in row order that don't overlap. Replaced as a whole, never changed. */
export type Runs<T> = readonly Run<T>[];

/** Attribute runs by column number; a column without any is absent. */
export type RunsByColumn<T> = Readonly<Record<number, Runs<T>>>;

/** The attribute in force at `row`, or undefined. */
export function runAt<T>(runs: Runs<T> | undefined, row: number): T | undefined {
  if (runs === undefined) return undefined;
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run === undefined) return undefined;
    if (row < run.first) high = middle - 1;
    else if (row > run.last) low = middle + 1;
    else return run.value;
  }
  return undefined;
}

/** `runs` with rows `first` to `last` set to `value`, or cleared when it is undefined. */
export function withRun<T>(runs: Runs<T>, first: number, last: number, value: T | undefined): Runs<T> {
  const before: Run<T>[] = [];
  const after: Run<T>[] = [];
  for (const run of runs) {
    if (run.first < first) before.push(run.last < first ? run : { ...run, last: first - 1 });
    if (run.last > last) after.push(run.first > last ? run : { ...run, first: last + 1 });
  }
  return value === undefined ? [...before, ...after] : joined([...before, { first, last, value }, ...after]);
}

function joined<T>(runs: readonly Run<T>[]): Runs<T> {
  const out: Run<T>[] = [];
  for (const run of runs) {
    const previous = out.at(-1);
    if (previous !== undefined && previous.last + 1 === run.first && previous.value === run.value) {
      out[out.length - 1] = { ...previous, last: run.last };
    } else out.push(run);
  }
  return out;
}

/** `runs` with one value for each row from `first` on; undefined clears that row. */
export function withEach<T>(runs: Runs<T>, first: number, values: readonly (T | undefined)[]): Runs<T> {
  const last = first + values.length - 1;
  const outside = withRun<T>(runs, first, last, undefined);
  const inside = values.flatMap((value, i) =>
    value === undefined ? [] : [{ first: first + i, last: first + i, value }],
  );
  return joined([...outside, ...inside].sort((a, b) => a.first - b.first));
}

/** `runs` after `count` rows were inserted before `at`; the new rows take after the row above them. */
export function withRowsInserted<T>(runs: Runs<T>, at: number, count: number): Runs<T> {
  return runs.map((run) => {
    if (run.first >= at) return { ...run, first: run.first + count, last: run.last + count };
    return run.last >= at - 1 ? { ...run, last: run.last + count } : run;
  });
}

/** `runs` after `count` rows from `at` on were deleted. */
export function withRowsDeleted<T>(runs: Runs<T>, at: number, count: number): Runs<T> {
  const end = at + count;
  const kept = runs.flatMap((run) => {
    const first = run.first < at ? run.first : Math.max(run.first, end) - count;
    const last = run.last < at ? run.last : run.last < end ? at - 1 : run.last - count;
    return last < first ? [] : [{ ...run, first, last }];
  });
  return joined(kept);
}

/** `runs` after `count` rows without the attribute were inserted before `at`. */
export function withGapInserted<T>(runs: Runs<T>, at: number, count: number): Runs<T> {
  return runs.flatMap((run) => {
    if (run.last < at) return [run];
    const shifted = { ...run, first: Math.max(run.first, at) + count, last: run.last + count };
    return run.first < at ? [{ ...run, last: at - 1 }, shifted] : [shifted];
  });
}
