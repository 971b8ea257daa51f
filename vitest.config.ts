import { defineConfig } from 'vitest/config';

// Coverage and includes name their extensions: an index.html among them is a parse error.
export default defineConfig({
  test: {
    include: [
      '{core,shared,server,electron,renderer,scripts,packages,bench}/**/*.test.{ts,tsx}',
      'tests/{contract,architecture,faults,migrations,support}/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', 'dist/**'],
    // Every byte that a test leaves on disk is searched for tokens.
    globalSetup: 'tests/support/canary/vitest-setup.ts',
    setupFiles: 'tests/support/canary/search-what-is-removed.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // One for each core: left alone, vitest keeps a core free on small machines.
    maxWorkers: '100%',
  },
});
