import { expect, test } from 'vitest';
import { countPlaywright, countVitest, sumCounts } from './count.ts';

test('counts a vitest report, and a file that broke before its first test as a failure', () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    testResults: [
      { status: 'passed', assertionResults: [{}] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'failed', assertionResults: [] },
    ],
  };
  expect(countVitest(JSON.stringify(report))).toEqual({ passed: 5, failed: 2, skipped: 2 });
});

test('counts an error outside any browser test as a failure, a second try that passed as passed', () => {
  const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 1 };
  expect(countPlaywright(JSON.stringify({ stats, errors: [{}] }))).toEqual({
    passed: 8,
    failed: 2,
    skipped: 1,
  });
});

test('refuses a report that is none', () => {
  expect(() => countVitest('{}')).toThrow();
});

test('sums', () => {
  const one = { passed: 1, failed: 2, skipped: 3 };
  expect(sumCounts([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 });
});
