import { expect, test } from 'vitest';
import { noticeBeforeMs, noticeOf, stoppedBy } from './sign-in-ends.ts';

const dayMs = 86_400_000;
const at = 100 * dayMs;

test('nothing is said while nothing ends, or when nobody knows', () => {
  expect(noticeOf({}, at)).toBeUndefined();
  expect(noticeOf({ expiresAt: at, accessEndsAt: at + dayMs }, at - 11 * dayMs)).toBeUndefined();
  expect(stoppedBy({}, at)).toBeUndefined();
});

test.each([
  [{ expiresAt: at }, 'sign-in', false],
  [{ pagesEndAt: at }, 'sign-in', true],
  [{ accessEndsAt: at }, 'access', true],
] as const)('%j is told from ten days before, to the millisecond', (ends, what, stopsAll) => {
  expect(noticeOf(ends, at - noticeBeforeMs - 1)).toBeUndefined();
  expect(noticeOf(ends, at - noticeBeforeMs)).toEqual({ stage: 'soon', what, at, stopsAll });
  expect(noticeOf(ends, at - 1)?.stage).toBe('soon');
  expect(noticeOf(ends, at)?.stage).toBe('over');
  expect(stoppedBy(ends, at - 1)).toBeUndefined();
  expect(stoppedBy(ends, at)).toBe(stopsAll ? what : undefined);
});

test('the earliest end is told; once something stopped everything, that is', () => {
  const ends = { expiresAt: at, accessEndsAt: at + 30 * dayMs };
  expect(noticeOf(ends, at - dayMs)).toMatchObject({ what: 'sign-in', at, stopsAll: false });
  expect(noticeOf(ends, at + dayMs)).toMatchObject({ stage: 'over', what: 'sign-in' });
  expect(noticeOf(ends, at + 30 * dayMs)).toMatchObject({
    stage: 'over',
    what: 'access',
    at: at + 30 * dayMs,
    stopsAll: true,
  });
});
