import { expect, test } from 'vitest';
import { neighbourOf, stepThread } from './step-thread.ts';

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
