import { expect, test } from 'vitest';
import { neighbourOf, stepThread, withOpen } from './step-thread.ts';

const threads = ['a', 'b', 'c'].map((threadId) => ({ threadId }));

test('J and K walk the list and stop at its ends', () => {
  expect(stepThread(threads, 'a', 1)).toBe('b');
  expect(stepThread(threads, 'b', -1)).toBe('a');
  expect(stepThread(threads, 'c', 1)).toBe('c');
  expect(stepThread(threads, undefined, -1)).toBe('a');
  expect(stepThread([], 'a', 1)).toBeUndefined();
});

test('a thread that is done gives way to the one below it', () => {
  expect(neighbourOf(threads, 'b')).toBe('c');
  expect(neighbourOf(threads, 'c')).toBe('b');
  expect(neighbourOf([{ threadId: 'a' }], 'a')).toBeUndefined();
});

test('whoever is at a thread that has left the list goes on where it stood', () => {
  const list = (ids: string) => [...ids].map((threadId) => ({ threadId }));
  const ids = (now: string, stood: string, openId?: string) =>
    withOpen(list(now), list(stood), openId)
      .map(({ threadId }) => threadId)
      .join('');
  expect(ids('abd', 'abcd', 'c')).toBe('abcd');
  expect(ids('nab', 'abc', 'c')).toBe('nabc');
  expect(ids('bd', 'abcd', 'a')).toBe('abd');
  // The one below has left as well.
  expect(ids('ae', 'abcde', 'c')).toBe('ace');
  expect(ids('abc', 'abc', 'b')).toBe('abc');
  // Another list, a thread that never stood in it, and none.
  expect(ids('xy', 'abc', 'b')).toBe('xy');
  expect(ids('ab', 'ab', 'z')).toBe('ab');
  expect(ids('ab', 'ab')).toBe('ab');
});
