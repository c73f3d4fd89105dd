import type { Parameters } from 'fast-check';

/**
 * How many inputs a fuzz test tries, and from which seed: few and always the same in `npm test`; for a long search
 * `FUZZ_RUNS=20000 FUZZ_SEED=7 npx vitest run test/fuzz`.
 */
export function fuzzRuns<Ts>(sample: number): Parameters<Ts> {
  const runs = Number(process.env.FUZZ_RUNS ?? '');
  const seed = Number(process.env.FUZZ_SEED ?? '');
  return {
    numRuns: runs > 0 ? Math.max(sample, Math.round((runs * sample) / 1000)) : sample,
    seed: seed > 0 ? seed : 20_260_105,
    endOnFailure: process.env.FUZZ_SHRINK === undefined,
  };
}
