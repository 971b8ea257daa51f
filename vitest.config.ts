import { defineConfig } from 'vitest/config';

// Rules and pictures: nothing that one file leaves in a worker is seen by the next, so that they share
// workers. Starting one for each file took longer than their tests.
const pure = [
  '{shared,renderer,scripts}/**/*.test.{ts,tsx}',
  'tests/{architecture,migrations,support}/**/*.test.ts',
];
// Files that set clocks, keys and folders of their process, or start others.
const whole = [
  '{core,server,electron,packages,bench}/**/*.test.{ts,tsx}',
  'tests/{contract,faults}/**/*.test.ts',
];

// Coverage and includes name their extensions: an index.html among them is a parse error.
export default defineConfig({
  test: {
    // Every byte that a test leaves on disk is searched for tokens.
    globalSetup: 'tests/support/canary/vitest-setup.ts',
    // One for each core: left alone, vitest keeps a core free on small machines.
    maxWorkers: '100%',
    projects: [{ test: { ...each('pure', pure), isolate: false } }, { test: each('whole', whole) }],
  },
});

function each(name: string, include: string[]) {
  return {
    name,
    include,
    exclude: ['**/node_modules/**', 'dist/**'],
    setupFiles: 'tests/support/canary/search-what-is-removed.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks' as const,
  };
}
