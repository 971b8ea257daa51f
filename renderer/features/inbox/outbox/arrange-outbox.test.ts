import { expect, it } from 'vitest';
import type { OutboxItem } from '../../../../shared/contract/inbox-deeds.ts';
import { arrangeOutbox, moveInThread } from './arrange-outbox.ts';

const item = (id: string, threadId: string, change: Partial<OutboxItem> = {}): OutboxItem => ({
  ...{ id, threadId, kind: 'reply', accountId: 'a', account: 'La Serre', network: 'facebook' },
  ...{ person: 'Emma', state: 'queued', createdAt: '2026-11-20T10:00:00.000Z' },
  ...change,
});
const question = { code: 'outcome-unknown', text: '?', answers: [], since: '2026-11-20T10:00:00Z' };
const ids = (items: readonly OutboxItem[] | undefined) => items?.map(({ id }) => id);

it('puts questions first, refusals last, and threads of an account together', () => {
  const arranged = arrangeOutbox([
    item('1', 'x'),
    item('2', 'y', { accountId: 'b', account: 'Ig', network: 'instagram' }),
    item('3', 'z', { state: 'uncertain', question: { ...question, answers: ['there'] } }),
    item('4', 'x'),
    item('5', 'w'),
    item('6', 'w', { state: 'refused' }),
  ]);
  expect(ids(arranged.asks)).toEqual(['3']);
  expect(arranged.lanes.map(({ account, items }) => [account, ids(items)])).toEqual([
    ['La Serre', ['1', '4', '5']],
    ['Ig', ['2']],
  ]);
  expect(ids(arranged.refused)).toEqual(['6']);
});

it('moves within a thread only, and never before what is on its way', () => {
  const items = [
    item('1', 'x', { state: 'uncertain' }),
    item('2', 'x'),
    item('3', 'y'),
    item('4', 'x', { state: 'waiting' }),
  ];
  expect(moveInThread(items, '4', -1)).toEqual({ threadId: 'x', ids: ['4', '2'] });
  expect(moveInThread(items, '2', -1)).toBeUndefined();
  expect(moveInThread(items, '4', 1)).toBeUndefined();
  expect(moveInThread(items, '3', 1)).toBeUndefined();
  expect(moveInThread(items, '1', 1)).toBeUndefined();
  expect(moveInThread(items, 'unknown', 1)).toBeUndefined();
});
