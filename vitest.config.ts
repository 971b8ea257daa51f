import { defineConfig } from 'vitest/config';

// Coverage and includes name their extensions: an index.html among them is a parse error.
export default defineConfig({
  test: {
    include: [
      '{core,shared,server,electron,renderer,scripts,packages,bench}/**/*.test.{ts,tsx}',
      'tests/{contract,architecture,faults,migrations}/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', 'dist/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
  },
});
