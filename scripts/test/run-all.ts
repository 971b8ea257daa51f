// Runs every kind of check one after the other and sums their counts. The last line printed is
// `N passed, N failed, N skipped`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { searchArtefacts } from './search-artefacts.ts';
import { checkRecord } from './check-record.ts';
import { countPlaywright, countVitest, sumCounts, type Counts } from './count.ts';
import { playwrightTests, vitestFailures, type Failure } from './failures.ts';

const root = resolve(import.meta.dirname, '../..');
const artefacts = join(root, 'artefacts');
/** What the tests asked of practice networks; they and what they start append to it. */
const record = join(artefacts, 'requests.jsonl');
const bin = (name: string) => join(root, 'node_modules', name);

type Step = { name: string; run: () => Counts };

/** Runs a program of node_modules under this Node; its output is shown as it comes. */
function runNode(script: string, args: string[], env: NodeJS.ProcessEnv = {}): boolean {
  const result = spawnSync(process.execPath, [bin(script), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }), ...env },
  });
  return result.status === 0;
}

/** A check that passes or fails as a whole. */
function wholeCheck(name: string, run: () => boolean): Step {
  return {
    name,
    run: () =>
      run() ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 },
  };
}

/** A runner that counts its own tests in a JSON report. One that dies without a report has failed. */
function countedRun(
  name: string,
  report: string,
  run: () => boolean,
  count: (json: string) => Counts,
): Step {
  const file = join(artefacts, report);
  return {
    name,
    run() {
      const ok = run();
      try {
        const counts = count(readFileSync(file, 'utf8'));
        return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 };
      } catch (error) {
        console.error(`${name}: no report: ${String(error)}`);
        return { passed: 0, failed: 1, skipped: 0 };
      }
    },
  };
}

const tsc = 'typescript/bin/tsc';
const steps: Step[] = [
  wholeCheck('format', () =>
    runNode('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  ),
  wholeCheck('types of core', () => runNode(tsc, ['-p', 'tsconfig.json'])),
  wholeCheck('types of the window', () => runNode(tsc, ['-p', 'renderer/tsconfig.json'])),
  wholeCheck('lint', () => runNode('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings'])),
  countedRun(
    'unit, contract, architecture, migrations, faults',
    'vitest.json',
    () =>
      runNode(
        'vitest/vitest.mjs',
        ['run', '--reporter=dot', '--reporter=json', '--outputFile.json=artefacts/vitest.json'],
        { PRACTICE_RECORD: record },
      ),
    countVitest,
  ),
  countedRun(
    'window in a real browser',
    'playwright.json',
    () =>
      runNode('@playwright/test/cli.js', ['test', '--reporter=list,json'], {
        PLAYWRIGHT_JSON_OUTPUT_NAME: join(artefacts, 'playwright.json'),
        PRACTICE_RECORD: record,
      }),
    countPlaywright,
  ),
  wholeCheck('no token in reports and pictures', () => searchArtefacts(artefacts)),
  { name: 'requests against the published lists', run: () => checkRecord(record) },
];

rmSync(join(artefacts, 'vitest.json'), { force: true });
rmSync(join(artefacts, 'playwright.json'), { force: true });
rmSync(record, { force: true });
mkdirSync(artefacts, { recursive: true });

const only = process.argv.slice(2);
const chosen =
  only.length === 0 ? steps : steps.filter((step) => only.some((word) => step.name.includes(word)));
const results = chosen.map((step) => {
  console.log(`\n— ${step.name}`);
  const startedAt = performance.now();
  const counts = step.run();
  return { name: step.name, counts, seconds: (performance.now() - startedAt) / 1000 };
});

/** Again at the end, where it is read first. A report that is not there was told above. */
function tell(word: string, report: string, read: (json: string) => Failure[]): void {
  const file = join(artefacts, report);
  if (!existsSync(file)) return;
  for (const { test, why } of read(readFileSync(file, 'utf8')))
    console.log(`${word} ${test}\n${why.replaceAll(/^/gm, '    ')}`);
}

console.log('');
tell('FAILED', 'vitest.json', vitestFailures);
tell('FAILED', 'playwright.json', (json) => playwrightTests(json, 'unexpected'));
tell('PASSED AT THE SECOND TRY', 'playwright.json', (json) => playwrightTests(json, 'flaky'));

for (const { name, counts, seconds } of results) {
  console.log(
    `${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped in ${seconds.toFixed(1)} s`,
  );
}
const total = sumCounts(results.map((result) => result.counts));
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
process.disconnect?.();
