import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    env: { TZ: 'UTC' },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Loading the same modules anew for each of 150 files costs more than most files' tests; none keeps state in a module.
    isolate: false,
    // Every execution of the script leaves a realm behind: with more room the collector seldom has to run.
    execArgv: ['--max-semi-space-size=128'],
    // Every core: by default one is left for watching.
    maxWorkers: '100%',
  },
});
