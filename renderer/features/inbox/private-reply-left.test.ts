import { expect, test } from 'vitest';
import { privateReplyLeft } from './private-reply-left.ts';

const at = '2026-11-20T10:00:00.000Z';

test('F61 counts down the seven days in which a private answer may go out', () => {
  expect(privateReplyLeft(at, '2026-11-20T12:00:00.000Z')).toEqual({ unit: 'days', count: 6 });
  expect(privateReplyLeft(at, '2026-11-26T11:00:00.000Z')).toEqual({ unit: 'hours', count: 23 });
  expect(privateReplyLeft(at, '2026-11-27T09:59:00.000Z')).toEqual({ unit: 'hours', count: 1 });
});

test('F61 nothing is left after seven days', () => {
  expect(privateReplyLeft(at, '2026-11-27T10:00:00.000Z')).toBeUndefined();
});
