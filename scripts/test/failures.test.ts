import { expect, test } from 'vitest';
import { playwrightTests, vitestFailures } from './failures.ts';

test('names what failed in a vitest report, a file that broke at once too', () => {
  const report = {
    testResults: [
      {
        name: 'a.test.ts',
        status: 'failed',
        assertionResults: [
          { fullName: 'adds', status: 'passed', failureMessages: [] },
          {
            fullName: 'takes away',
            status: 'failed',
            failureMessages: ['\u001b[31mexpected 1\u001b[39m\n\nto be 2'],
          },
        ],
      },
      { name: 'b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
    ],
  };
  expect(vitestFailures(JSON.stringify(report))).toEqual([
    { test: 'a.test.ts: takes away', why: 'expected 1\nto be 2' },
    { test: 'b.test.ts', why: 'no such module' },
  ]);
});

test('names what failed and what needed a second try in a Playwright report', () => {
  const result = (message?: string) => (message === undefined ? {} : { error: { message } });
  const one = (title: string, status: string, ...results: object[]) => ({
    title,
    file: 'x.spec.ts',
    tests: [{ status, results }],
  });
  const report = {
    suites: [
      {
        specs: [one('opens', 'expected', result())],
        suites: [
          {
            specs: [
              one('closes', 'unexpected', result('timed out')),
              one('moves', 'flaky', result('not there'), result()),
            ],
          },
        ],
      },
    ],
    errors: [{ message: 'no browser' }],
  };
  const json = JSON.stringify(report);
  expect(playwrightTests(json, 'unexpected')).toEqual([
    { test: 'x.spec.ts: closes', why: 'timed out' },
    { test: 'outside any test', why: 'no browser' },
  ]);
  expect(playwrightTests(json, 'flaky')).toEqual([{ test: 'x.spec.ts: moves', why: 'not there' }]);
});
