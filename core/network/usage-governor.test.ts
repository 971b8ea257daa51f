import { expect, test } from 'vitest';
import type { GraphFailure, Usage } from 'graph-api-client';
import { createUsageGovernor } from './usage-governor.ts';

const minuteMs = 60_000;

function setUp() {
  let now = 1_000_000;
  const governor = createUsageGovernor(() => now);
  return { governor, advance: (ms: number) => (now += ms), now: () => now };
}

const share = (percent: number, more: Partial<Usage> = {}): Usage[] => [
  { kind: 'pages', percent, regainAfterMs: 0, ...more },
];

const refusal = (more: Partial<GraphFailure> = {}): GraphFailure => ({
  outcome: 'not-done',
  reaction: 'wait',
  meaning: 'account-limit',
  httpStatus: 400,
  message: 'slow down',
  ...more,
});

test.each([
  [74, true, true],
  [75, false, true],
  [89, false, true],
  [90, false, false],
])('at %i %% background reads: %s, reads of an open view: %s', (percent, background, open) => {
  const { governor } = setUp();
  governor.noteUsage('page', share(percent));
  expect(governor.mayRead(['page'])).toBe(background);
  expect(governor.mayRead(['page'], 'open-view')).toBe(open);
  expect(governor.pausedUntil(['page'])).toBeUndefined();
});

test('F39 at 100 % everything of that account pauses as told, others go on', () => {
  const { governor, now, advance } = setUp();
  governor.noteUsage('x', share(100, { objectId: 'page', regainAfterMs: 12 * minuteMs }));
  expect(governor.pausedUntil(['page'])).toBe(now() + 12 * minuteMs);
  expect(governor.mayRead(['page'], 'open-view')).toBe(false);
  expect(governor.pausedUntil(['other'])).toBeUndefined();
  expect(governor.mayRead(['other'])).toBe(true);
  advance(12 * minuteMs);
  expect(governor.pausedUntil(['page'])).toBeUndefined();
});

test('a pause lasts five minutes at least', () => {
  const { governor, now } = setUp();
  governor.noteUsage('page', share(101));
  expect(governor.pausedUntil(['page'])).toBe(now() + 5 * minuteMs);
});

test('the app’s limit is everybody’s', () => {
  const { governor } = setUp();
  governor.noteUsage('page', share(80, { kind: 'app' }));
  expect(governor.mayRead(['other'])).toBe(false);
});

test('an old figure counts half', () => {
  const { governor, advance } = setUp();
  governor.noteUsage('page', share(95));
  advance(15 * minuteMs + 1);
  expect(governor.mayRead(['page'])).toBe(true);
});

test('F39 refusals without a word pause for 15, 30, then 60 minutes', () => {
  const { governor, advance, now } = setUp();
  for (const minutes of [15, 30, 60, 60]) {
    governor.noteFailure('page', refusal());
    expect(governor.pausedUntil(['page'])).toBe(now() + minutes * minuteMs);
    advance(minutes * minuteMs);
  }
  governor.noteUsage('page', share(10));
  governor.noteFailure('page', refusal());
  expect(governor.pausedUntil(['page'])).toBe(now() + 15 * minuteMs);
});

test('F39 after an hour of peace a refusal pauses for 15 minutes again', () => {
  const { governor, advance, now } = setUp();
  governor.noteFailure('page', refusal());
  advance(15 * minuteMs + 60 * minuteMs + 1);
  governor.noteFailure('page', refusal());
  expect(governor.pausedUntil(['page'])).toBe(now() + 15 * minuteMs);
});

test('F39 reading goes on when the stated time of a pause is over, not later', () => {
  const { governor, advance } = setUp();
  governor.noteUsage('page', share(100, { regainAfterMs: 6 * minuteMs }));
  advance(6 * minuteMs - 1);
  expect(governor.mayRead(['page'])).toBe(false);
  advance(1);
  expect(governor.mayRead(['page'])).toBe(true);
});

test('a refusal with a time pauses for that time', () => {
  const { governor, now } = setUp();
  governor.noteFailure('page', refusal({ retryAfterMs: 40 * minuteMs }));
  expect(governor.pausedUntil(['page'])).toBe(now() + 40 * minuteMs);
});

test.each([
  ['a lost line', { offline: true }],
  ['the daily publishing limit', { meaning: 'publishing-limit' }],
  ['a dead token', { reaction: 'reconnect' as const }],
])('%s is no refusal', (_, more) => {
  const { governor } = setUp();
  governor.noteFailure('page', refusal(more));
  expect(governor.pausedUntil(['page'])).toBeUndefined();
});

test('a call given up by ourselves is no refusal', () => {
  const { governor } = setUp();
  const { httpStatus: _none, ...aborted } = refusal({ meaning: 'aborted', outcome: 'not-sent' });
  governor.noteFailure('page', aborted);
  expect(governor.pausedUntil(['page'])).toBeUndefined();
});

test('the app’s refusal pauses every account', () => {
  const { governor, now } = setUp();
  governor.noteFailure('page', refusal({ meaning: 'app-limit' }));
  expect(governor.pausedUntil(['other'])).toBe(now() + 15 * minuteMs);
});

test('a forgotten owner starts anew', () => {
  const { governor } = setUp();
  governor.noteUsage('page', share(100));
  governor.forget('page');
  expect(governor.pausedUntil(['page'])).toBeUndefined();
});

test('tells how much of the fullest limit is used up, an old figure as half', () => {
  const { governor, advance } = setUp();
  expect(governor.usedPercent(['page'])).toBe(0);
  governor.noteUsage('page', share(60));
  governor.noteUsage('page', share(30, { kind: 'app' }));
  expect(governor.usedPercent(['page'])).toBe(60);
  expect(governor.usedPercent(['other'])).toBe(30);
  advance(16 * minuteMs);
  expect(governor.usedPercent(['page'])).toBe(30);
});
