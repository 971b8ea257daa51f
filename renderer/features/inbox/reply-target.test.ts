import { expect, test } from 'vitest';
import type { InboxComment } from '../../../shared/contract/inbox.ts';
import { privateTarget, replyTarget } from './reply-target.ts';

const comment = (commentId: string, change: Partial<InboxComment> = {}): InboxComment => ({
  commentId,
  remoteId: `r${commentId}`,
  from: { name: 'Emma Wright' },
  text: 'Hello',
  createdAt: '2026-11-24T08:00:00.000Z',
  mine: false,
  hidden: false,
  state: 'visible',
  ...change,
});

test('an answer goes under the newest word of the customer', () => {
  const thread = [
    comment('1'),
    comment('2', { mine: true }),
    comment('3'),
    comment('4', { mine: true }),
  ];
  expect(replyTarget(thread)?.commentId).toBe('3');
});

test('what was deleted is answered only when nothing else is left', () => {
  expect(replyTarget([comment('1'), comment('2', { state: 'deleted' })])?.commentId).toBe('1');
  expect(replyTarget([comment('1', { state: 'deleted' })])?.commentId).toBe('1');
  expect(replyTarget([])).toBeUndefined();
});

test('a private answer takes the newest comment that has none yet', () => {
  const thread = [
    comment('1', { privateReply: 'possible' }),
    comment('2', { privateReply: 'sent' }),
  ];
  expect(privateTarget(thread)?.commentId).toBe('1');
  expect(privateTarget([comment('2', { privateReply: 'sent' })])?.commentId).toBe('2');
});
