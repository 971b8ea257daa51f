import type { GraphFailure } from 'graph-api-client';
import { expect, test } from 'vitest';
import {
  afterFailure,
  afterLook,
  ask,
  looksAtMs,
  sameText,
  sameWords,
  splitReason,
} from './outbox-step.ts';

const now = Date.parse('2026-11-24T08:12:00Z');
const failure = (change: Partial<GraphFailure>): GraphFailure =>
  ({ outcome: 'not-done', reaction: 'unknown', ...change }) as GraphFailure;

test('an unclear answer is read first, whatever else it says', () => {
  for (const reaction of ['wait', 'fix', 'gone', 'retry'] as const)
    expect(afterFailure(failure({ outcome: 'unknown', reaction }), now)).toMatchObject({
      state: 'uncertain',
      nextAt: now + 5_000,
      doubtAt: now,
    });
});

test('what never left waits for the line and has no intent any more', () => {
  expect(afterFailure(failure({ outcome: 'not-sent' }), now)).toMatchObject({
    state: 'waiting',
    reasonCode: 'offline',
    intentId: null,
  });
});

test('what the client held back because the network asked to wait tells until when', () => {
  const paused = failure({ outcome: 'not-sent', reaction: 'wait', retryAfterMs: 90_000 });
  expect(afterFailure(paused, now)).toMatchObject({
    ...{ state: 'waiting', reasonCode: 'throttled', intentId: null },
    ...{ nextAt: now + 90_000, reasonUntil: now + 90_000 },
  });
});

test('each refusal waits for what ends it, or keeps the words', () => {
  const reasonOf = (reaction: GraphFailure['reaction'], change = {}) => {
    const { state, reasonCode, nextAt } = afterFailure(failure({ reaction, ...change }), now);
    return { state, reasonCode, inMs: nextAt === null ? null : nextAt - now };
  };
  expect(reasonOf('wait', { retryAfterMs: 90_000 })).toEqual({
    state: 'waiting',
    reasonCode: 'throttled',
    inMs: 90_000,
  });
  expect(reasonOf('reconnect')).toMatchObject({ state: 'waiting', reasonCode: 'sign-in' });
  expect(reasonOf('permission')).toMatchObject({ state: 'waiting', reasonCode: 'permission' });
  expect(reasonOf('account')).toMatchObject({ state: 'waiting', reasonCode: 'restricted' });
  expect(reasonOf('gone')).toEqual({ state: 'refused', reasonCode: 'comment-gone', inMs: null });
  expect(reasonOf('fix')).toMatchObject({ state: 'refused', reasonCode: 'network-refused' });
});

test('reads come 5, 30, 120 and 600 s after the doubt, then a person is asked', () => {
  let row = { kind: 'reply' as const, looks: 0, doubtAt: now };
  const reads = [looksAtMs[0]];
  for (;;) {
    const next = afterLook(row, now + (reads.at(-1) ?? 0));
    if (next.nextAt === null) {
      expect(next.questionCode).toBe('outcome-unknown');
      break;
    }
    reads.push(next.nextAt - now);
    row = { ...row, looks: next.looks ?? 0, doubtAt: next.doubtAt ?? now };
  }
  expect(reads).toEqual([5_000, 30_000, 120_000, 600_000]);
});

test('what can be set again is read until the network answers, and nobody is asked', () => {
  const next = afterLook({ kind: 'hide', looks: 3, doubtAt: now - 3_600_000 }, now);
  expect(next).toMatchObject({ state: 'uncertain', nextAt: now + 600_000 });
  expect(next.questionCode).toBeUndefined();
});

test('a changed parent waits for a person; nothing of it is unclear', () => {
  expect(ask('parent-changed', null)).toMatchObject({ state: 'waiting', nextAt: null });
  expect(ask('outcome-unknown', now)).toMatchObject({ state: 'uncertain', nextAt: null });
});

test('a text is the same through what networks do to it, and no further', () => {
  expect(sameText('Merci\r\n Emma ', 'Merci Emma')).toBe(true);
  expect(sameText('e\u0301te\u0301', 'été')).toBe(true);
  expect(sameText('Merci\u200b', 'Merci')).toBe(true);
  expect(sameText('Merci', 'merci')).toBe(false);
  expect(sameText('12 €', '12,0 €')).toBe(false);
});

test('what only a person ends is told without a time; a permission is told by its name', () => {
  expect(afterFailure(failure({ reaction: 'reconnect' }), now).reasonUntil).toBeUndefined();
  const lost = failure({ reaction: 'permission', permission: 'pages_manage_engagement' });
  const { reasonCode = '', reasonUntil } = afterFailure(lost, now);
  expect(reasonUntil).toBeUndefined();
  expect(splitReason(reasonCode)).toEqual({ code: 'permission', name: 'pages_manage_engagement' });
  expect(splitReason('sign-in')).toEqual({ code: 'sign-in' });
});

test('a person who cannot be written to is not a comment that is gone', () => {
  const { state, reasonCode } = afterFailure(
    failure({ reaction: 'gone', meaning: 'person-unreachable' }),
    now,
  );
  expect({ state, reasonCode }).toEqual({ state: 'refused', reasonCode: 'person-unreachable' });
});

test('finds an answer in which the network wrote a name for a number', () => {
  expect(sameWords('Oui @[5123], en rouge', 'Oui Julie Roche, en rouge')).toBe(true);
  expect(sameWords('@[5123] merci @[5124:Ana]', 'Julie merci Ana Petit')).toBe(true);
  expect(sameWords('@[5123]', 'Julie')).toBe(true);
  expect(sameWords('Oui @[5123], en rouge', 'Oui, en rouge')).toBe(false);
  expect(sameWords('Oui @[5123], en rouge', 'Oui Julie, en bleu')).toBe(false);
  expect(sameWords('Oui', 'Oui  ')).toBe(true);
});
