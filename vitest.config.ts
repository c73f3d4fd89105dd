import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    env: { TZ: 'UTC' },
    testTimeout: 120_000,
    pool: 'forks',
    // Every core: by default one is left for watching.
    maxWorkers: '100%',
  },
});
