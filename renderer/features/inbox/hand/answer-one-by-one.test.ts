import { expect, test } from 'vitest';
import type { FilledReplyView } from '../../../../shared/contract/inbox-replies.ts';
import { answerOneByOne, canAnswer, type AnsweredSoFar } from './answer-one-by-one.ts';

const filled = (number: number, change: Partial<FilledReplyView> = {}): FilledReplyView => ({
  threadId: `t${number}`,
  person: `P${number}`,
  commentId: `c${number}`,
  text: `Bonjour P${number}`,
  unfilled: [],
  alreadySaid: false,
  ...change,
});

function run(items: FilledReplyView[], stopAfter = Infinity, failing = '') {
  const sent: string[] = [];
  const seen: AnsweredSoFar[] = [];
  return {
    sent,
    seen,
    ended: answerOneByOne({
      items,
      runId: 'run',
      reply: ({ commentId, clientId, text }) => {
        if (commentId === failing) return Promise.reject(new Error('gone'));
        sent.push(`${clientId}: ${text}`);
        return Promise.resolve();
      },
      isStopped: () => sent.length >= stopAfter,
      describe: (error) => (error as Error).message,
      onProgress: (soFar) => seen.push(soFar),
    }),
  };
}

test('each is answered once with its own words under a name of its own', async () => {
  const { sent, ended, seen } = run([filled(1), filled(2)]);
  expect(await ended).toEqual({ done: ['t1', 't2'], failed: [], total: 2 });
  expect(sent).toEqual(['run-c1: Bonjour P1', 'run-c2: Bonjour P2']);
  expect(seen.map(({ done }) => done.length)).toEqual([0, 1, 2]);
});

test('what lacks a value, stands there already or has nobody to answer is left out', () => {
  expect(canAnswer(filled(1))).toBe(true);
  expect(canAnswer(filled(1, { unfilled: ['price'] }))).toBe(false);
  expect(canAnswer(filled(1, { alreadySaid: true }))).toBe(false);
  expect(canAnswer(filled(1, { commentId: undefined }))).toBe(false);
  expect(canAnswer(filled(1, { text: ' ' }))).toBe(false);
});

test('a stop holds between two, and one that fails keeps no other from its answer', async () => {
  const items = [filled(1), filled(2), filled(3)];
  expect((await run(items, 1).ended).done).toEqual(['t1']);
  expect(await run(items, Infinity, 'c2').ended).toEqual({
    done: ['t1', 't3'],
    failed: [{ threadId: 't2', why: 'gone' }],
    total: 3,
  });
});
