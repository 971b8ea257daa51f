import { expect, test } from 'vitest';
import { answerError, answerJson, startRawNetwork } from '../test-support/raw-network.ts';
import type { PaceNotice, Usage } from './pace-types.ts';
import { createPacer, gapFor, groupOf } from './pacer.ts';
import { readRetryAfter } from './read-usage.ts';

const minuteMs = 60_000;
const read = { group: 'other', isRead: true } as const;
const write = { group: 'other', isRead: false } as const;

function pacerAt(start: number) {
  const clock = { now: start, elapsedMs: 0 };
  const notices: PaceNotice[] = [];
  const pacer = createPacer({
    now: () => clock.now,
    elapsedMs: () => clock.elapsedMs,
    onPace: (notice) => notices.push(notice),
  });
  return { clock, notices, pacer };
}

function usage(percent: number, more: Partial<Usage> = {}): Usage[] {
  return [{ kind: 'pages', objectId: '104600', percent, regainAfterMs: 0, ...more }];
}

test('far from a limit nothing waits', () => {
  const { pacer, notices } = pacerAt(0);
  pacer.note({ group: 'other', usage: usage(74) });
  expect([pacer.plan(read), pacer.plan(read)]).toEqual([
    { kind: 'go', waitMs: 0 },
    { kind: 'go', waitMs: 0 },
  ]);
  expect(notices).toEqual([]);
});

test('F39 near a limit reads get further apart, writes go on, and it is said once', () => {
  const { pacer, notices, clock } = pacerAt(0);
  pacer.note({ group: 'other', usage: usage(75) });
  pacer.note({ group: 'other', usage: usage(76) });
  const gapMs = gapFor(76);
  expect(gapMs).toBeGreaterThan(gapFor(75));
  expect(pacer.plan(read)).toEqual({ kind: 'go', waitMs: 0 });
  expect(pacer.plan(read)).toEqual({ kind: 'go', waitMs: gapMs });
  expect(pacer.plan(write)).toEqual({ kind: 'go', waitMs: 0 });
  clock.elapsedMs = 2 * gapMs;
  expect(pacer.plan(read)).toEqual({ kind: 'go', waitMs: 0 });
  expect(notices).toEqual([{ state: 'slowed', scope: 'all', percent: 75, gapMs: gapFor(75) }]);
});

test('the gap grows up to the limit and no further', () => {
  const gaps = [0, 74.9, 75, 80, 90, 100, 180].map(gapFor);
  expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
  expect(gaps[0]).toBe(0);
  expect(gaps.at(-1)).toBe(gaps.at(-2));
});

test('F39 at the limit everything stops for the time the network names, and goes on by itself', () => {
  const { pacer, notices, clock } = pacerAt(1_000);
  pacer.note({ group: 'other', usage: usage(100, { regainAfterMs: 7 * minuteMs }) });
  const untilAt = 1_000 + 7 * minuteMs;
  for (const call of [read, write, { group: 'messages', isRead: false } as const]) {
    expect(pacer.plan(call)).toEqual({ kind: 'stopped', untilAt });
  }
  expect(notices).toEqual([{ state: 'stopped', scope: 'all', untilAt }]);
  clock.now = untilAt;
  expect(pacer.plan(write).kind).toBe('go');
  clock.now += 16 * minuteMs;
  expect(pacer.plan(read)).toEqual({ kind: 'go', waitMs: 0 });
  expect(notices.map((notice) => notice.state)).toEqual(['stopped', 'slowed', 'free']);
});

test('F39 a longer stop is said again, a shorter one does not end it', () => {
  const { pacer, notices } = pacerAt(0);
  pacer.note({ group: 'other', usage: [], stayAwayMs: minuteMs });
  pacer.note({ group: 'other', usage: [], stayAwayMs: 5 * minuteMs });
  pacer.note({ group: 'other', usage: [], stayAwayMs: 1 });
  expect(pacer.plan(write)).toEqual({ kind: 'stopped', untilAt: 5 * minuteMs });
  expect(notices).toHaveLength(2);
});

test('F39 a limit of messages or catalogues stops nothing else', () => {
  const { pacer } = pacerAt(0);
  const messenger = usage(120, { kind: 'messenger', regainAfterMs: minuteMs });
  pacer.note({ group: 'messages', usage: messenger });
  pacer.note({ group: 'catalogue', usage: [], stayAwayMs: minuteMs });
  expect(pacer.plan({ group: 'messages', isRead: false }).kind).toBe('stopped');
  expect(pacer.plan({ group: 'catalogue', isRead: false }).kind).toBe('stopped');
  expect(pacer.plan(write)).toEqual({ kind: 'go', waitMs: 0 });
});

test('F39 figures of messages stop messages alone, whichever call told them', () => {
  const { pacer } = pacerAt(0);
  pacer.note({ group: 'other', usage: usage(120, { kind: 'messenger', regainAfterMs: minuteMs }) });
  expect(pacer.plan({ group: 'messages', isRead: false }).kind).toBe('stopped');
  expect(pacer.plan(write)).toEqual({ kind: 'go', waitMs: 0 });
});

test('an old share counts half', () => {
  const { pacer, clock } = pacerAt(0);
  pacer.note({ group: 'other', usage: usage(100) });
  pacer.plan(read);
  expect(pacer.plan(read)).toMatchObject({ waitMs: gapFor(100) });
  clock.now = 15 * minuteMs + 1;
  expect(pacer.plan(read)).toEqual({ kind: 'go', waitMs: 0 });
});

test.each([
  ['messages', 'messages'],
  ['conversations', 'messages'],
  ['items_batch', 'catalogue'],
  ['feed', 'other'],
  [undefined, 'other'],
] as const)('calls of %s use up the limit of %s', (edge, group) => {
  expect(groupOf(edge)).toBe(group);
});

test.each([
  ['120', 120_000],
  ['Tue, 24 Nov 2026 08:12:00 GMT', 90_000],
  ['Tue, 24 Nov 2026 08:00:00 GMT', undefined],
  ['soon', undefined],
  ['-5', undefined],
  ['', undefined],
  ['999999999', 24 * 60 * minuteMs],
  [undefined, undefined],
])('Retry-After %s asks for %s ms', (value, expected) => {
  const headers = value === undefined ? {} : { 'retry-after': value };
  expect(readRetryAfter(headers, Date.UTC(2026, 10, 24, 8, 10, 30))).toBe(expected);
});

test('F39 a client that was told to wait sends nothing more, and says so', async () => {
  const clock = { now: 0 };
  const notices: PaceNotice[] = [];
  const network = await startRawNetwork((_, response) =>
    answerError(response, { code: 4 }, 429, { 'retry-after': '90' }),
  );
  const client = network.client({ now: () => clock.now, onPace: (notice) => notices.push(notice) });
  expect(await client.me()).toMatchObject({
    failure: { reaction: 'wait', outcome: 'not-done', retryAfterMs: 90_000 },
  });
  clock.now = 30_000;
  const paused = { outcome: 'not-sent', reaction: 'wait', meaning: 'paused', retryAfterMs: 60_000 };
  expect(await client.me()).toEqual({
    ok: false,
    failure: { ...paused, message: expect.any(String) },
  });
  expect(await client.publishPost('104600_1')).toMatchObject({ visible: true, failure: paused });
  expect(network.seen).toHaveLength(1);
  expect(notices).toEqual([{ state: 'stopped', scope: 'all', untilAt: 90_000 }]);
  clock.now = 90_000;
  await client.me();
  expect(network.seen).toHaveLength(2);
  await network.close();
});

test('F39 a stop while the network rests (503) holds too', async () => {
  const network = await startRawNetwork((_, response) => {
    response.writeHead(503, { 'retry-after': '60' }).end('<html></html>');
  });
  const client = network.client({ now: () => 0 });
  expect(await client.me()).toMatchObject({ failure: { reaction: 'retry', retryAfterMs: 60_000 } });
  expect(await client.me()).toMatchObject({ failure: { meaning: 'paused' } });
  await network.close();
});

test('clients that share a pacer stop together', async () => {
  const network = await startRawNetwork((_, response) =>
    answerError(response, { code: 17 }, 400, { 'retry-after': '60' }),
  );
  const pacer = createPacer({ now: () => 0 });
  await network.client({ pacer }).me();
  expect(await network.client({ pacer }).me()).toMatchObject({ failure: { meaning: 'paused' } });
  expect(network.seen).toHaveLength(1);
  await network.close();
});

test('a read that waits for its turn can be given up', async () => {
  const network = await startRawNetwork((_, response) =>
    answerJson(response, { id: '1' }, 200, { 'x-app-usage': '{"call_count":100}' }),
  );
  const client = network.client();
  await client.me();
  await client.me();
  const stop = new AbortController();
  const waiting = client.me({ signal: stop.signal });
  stop.abort();
  expect(await waiting).toMatchObject({ failure: { outcome: 'not-sent', meaning: 'aborted' } });
  expect(network.seen).toHaveLength(2);
  await network.close();
});
