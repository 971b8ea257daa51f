import { defineConfig } from 'vitest/config';

// Nothing that one file leaves in a worker is seen by the next, so that most share workers: starting one
// for each took longer than what they test.
const sharing = {
  rules: [
    '{shared,renderer,scripts}/**/*.test.{ts,tsx}',
    'tests/{architecture,migrations,support}/**/*.test.ts',
  ],
  studio: ['{core,packages}/**/*.test.ts'],
};
// What reads pictures in its own process shuts readers for all of it; the others set clocks and keys of
// their process, or start studios.
const inProcess = 'core/media/worker/**';
const alone = [
  `${inProcess}/*.test.ts`,
  '{server,electron,bench}/**/*.test.{ts,tsx}',
  'tests/{contract,faults}/**/*.test.ts',
];

// Coverage and includes name their extensions: an index.html among them is a parse error.
export default defineConfig({
  test: {
    // Every byte that a test leaves on disk is searched for tokens.
    globalSetup: 'tests/support/canary/vitest-setup.ts',
    // One for each core: left alone, vitest keeps a core free on small machines.
    maxWorkers: '100%',
    projects: [
      { test: { ...each('rules', sharing.rules), isolate: false } },
      { test: { ...each('studio', sharing.studio, [inProcess]), isolate: false } },
      { test: each('alone', alone) },
    ],
  },
});

function each(name: string, include: string[], but: string[] = []) {
  return {
    name,
    include,
    exclude: ['**/node_modules/**', 'dist/**', ...but],
    setupFiles: 'tests/support/canary/search-what-is-removed.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks' as const,
  };
}
