import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**', 'test/bench/**'],
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
    // Some wait while others compute. On a server three, for its hundred connections are shared with processes of tests.
    maxWorkers: process.env.TEST_DATABASE_URL ? 3 : 4,
    isolate: false,
    // These run out only when something is wrong, so a slow hour of a machine is no failure.
    testTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    hookTimeout: 120_000,
  },
});
