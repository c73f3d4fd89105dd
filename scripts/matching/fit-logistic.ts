/** A pair of names by its features, and whether they are of one organisation. */
export interface Sample {
  /** The first is 1, for the constant term. */
  readonly values: readonly number[];
  readonly isSame: boolean;
  /** How many times it counts. */
  readonly importance: number;
  /** What features whose weights are given add to the sum. */
  readonly offset: number;
}

/** Keeps weights of rare features small. */
const RIDGE = 1;
/** Of the constant term. */
const NEARLY_NONE = 1e-6;
const MOST_STEPS = 40;
const NEAR_ENOUGH = 1e-4;

/** Logistic regression by Newton's method: the weights under which the samples are the most likely. */
export function fitLogistic(samples: readonly Sample[]): readonly number[] {
  const size = samples[0]?.values.length ?? 0;
  let weights: number[] = new Array(size).fill(0);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { gradient, curvature } = derive(samples, weights);
    const change = solve(curvature, gradient);
    weights = weights.map((weight, i) => weight + (change[i] ?? 0));
    if (Math.max(...change.map(Math.abs)) < NEAR_ENOUGH) break;
  }
  return weights;
}

function derive(samples: readonly Sample[], weights: readonly number[]) {
  const size = weights.length;
  const gradient = weights.map((weight, i) => (i === 0 ? 0 : -RIDGE * weight));
  const curvature = weights.map((_, i) =>
    weights.map((_weight, j): number => {
      if (i !== j) return 0;
      return i === 0 ? NEARLY_NONE : RIDGE;
    }),
  );
  for (const { values, isSame, importance, offset } of samples) {
    const sum = values.reduce((total, value, i) => total + value * (weights[i] ?? 0), offset);
    const share = 1 / (1 + Math.exp(-sum));
    const miss = importance * ((isSame ? 1 : 0) - share);
    const weight = importance * share * (1 - share) + NEARLY_NONE;
    for (let i = 0; i < size; i += 1) {
      const value = values[i] ?? 0;
      if (value === 0) continue;
      gradient[i] = (gradient[i] ?? 0) + miss * value;
      const row = curvature[i];
      if (row === undefined) continue;
      for (let j = 0; j < size; j += 1) row[j] = (row[j] ?? 0) + weight * value * (values[j] ?? 0);
    }
  }
  return { gradient, curvature };
}

/** Gaussian elimination with the largest pivot. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  const size = rows.length;
  for (let i = 0; i < size; i += 1) {
    let pivot = i;
    for (let row = i + 1; row < size; row += 1)
      if (Math.abs(at(row, i)) > Math.abs(at(pivot, i))) pivot = row;
    const [upper, lower] = [rows[i] ?? [], rows[pivot] ?? []];
    [rows[i], rows[pivot]] = [lower, upper];
    for (let row = i + 1; row < size; row += 1) {
      const factor = at(row, i) / at(i, i);
      if (factor !== 0)
        rows[row] = (rows[row] ?? []).map((value, j) => (j < i ? value : value - factor * at(i, j)));
    }
  }
  const solved: number[] = new Array(size).fill(0);
  for (let i = size - 1; i >= 0; i -= 1) {
    const known = solved.reduce((sum, value, j) => (j > i ? sum + at(i, j) * value : sum), 0);
    solved[i] = (at(i, size) - known) / at(i, i);
  }
  return solved;
}
