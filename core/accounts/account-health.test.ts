import { expect, test } from 'vitest';
import type { GraphFailure } from 'graph-api-client';
import { isWorse, troubleOf } from './account-health.ts';

const now = Date.UTC(2026, 10, 24, 8, 12);
const hourMs = 60 * 60_000;

const failure = (change: Partial<GraphFailure>): GraphFailure => ({
  outcome: 'not-done',
  reaction: 'retry',
  meaning: 'network-trouble',
  message: 'no',
  ...change,
});

test.each<[Partial<GraphFailure>, object | undefined]>([
  [
    { reaction: 'reconnect', meaning: 'password-changed' },
    { health: 'sign-in', code: 'password-changed', isOfPage: true },
  ],
  [
    { reaction: 'permission', meaning: 'permission-missing' },
    { health: 'permission', code: 'permission-missing', isOfPage: false },
  ],
  [
    { reaction: 'permission', meaning: 'role-lost' },
    { health: 'permission', code: 'role-lost', isOfPage: true },
  ],
  [
    { reaction: 'account', meaning: 'blocked' },
    { health: 'restricted', code: 'blocked', until: now + hourMs, isOfPage: false },
  ],
  [
    { reaction: 'account', meaning: 'spam-suspected' },
    { health: 'restricted', code: 'spam-suspected', until: now + 24 * hourMs, isOfPage: false },
  ],
  [
    { reaction: 'wait', meaning: 'page-limit', retryAfterMs: 720_000 },
    { health: 'throttled', code: 'page-limit', until: now + 720_000, isOfPage: false },
  ],
  [
    { reaction: 'wait', meaning: 'page-limit' },
    { health: 'throttled', code: 'page-limit', until: now + 900_000, isOfPage: false },
  ],
  [{ reaction: 'retry' }, undefined],
  [{ reaction: 'fix' }, undefined],
  [{ reaction: 'unknown' }, undefined],
  [{ reaction: 'gone' }, undefined],
])('%j', (change, expected) => {
  expect(troubleOf(failure(change), now)).toEqual(expected);
});

test('a lighter trouble never hides a heavier one', () => {
  expect(isWorse('ok', 'throttled')).toBe(true);
  expect(isWorse('throttled', 'sign-in')).toBe(true);
  expect(isWorse('sign-in', 'throttled')).toBe(false);
  expect(isWorse('sign-in', 'sign-in')).toBe(false);
  expect(isWorse('permission', 'restricted')).toBe(false);
});
