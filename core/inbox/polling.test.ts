import { expect, test } from 'vitest';
import { allowance, callsAnHour, mostSaved, refill, type PollBudget } from './poll-budget.ts';
import { inReadingOrder, mendDelayMs, paceOf, pollDelayMs, wholeDelayMs } from './polling.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const tickMs = 15_000;

test('today’s posts are read every 45 s, older ones ever less', () => {
  expect(pollDelayMs(0)).toBe(45_000);
  expect(pollDelayMs(23 * hourMs)).toBe(45_000);
  const ages = [0, 25, 24 * 8, 24 * 60, 24 * 300].map((hours) => pollDelayMs(hours * hourMs));
  expect(ages.toSorted((a, b) => a - b)).toEqual(ages);
});

test('an old post is read as often as comments come, never more often than a new one', () => {
  expect(pollDelayMs(9 * dayMs, 6)).toBe(10 * minuteMs);
  expect(pollDelayMs(9 * dayMs, 5_000)).toBe(pollDelayMs(0));
  expect(pollDelayMs(9 * dayMs, 0.01)).toBe(pollDelayMs(9 * dayMs));
  // An instant of the library is a whole number.
  for (const hourly of [0.07, 3, 7, 61.3]) expect(pollDelayMs(9 * dayMs, hourly) % 1).toBe(0);
});

test('the pace follows what comes, and forgets it', () => {
  let pace = paceOf(0, 30, 10 * minuteMs);
  expect(pace).toBe(90);
  for (let reading = 0; reading < 20; reading += 1) pace = paceOf(pace, 0, minuteMs);
  expect(pace).toBe(0);
});

test('a long list is read whole less often than a short one', () => {
  expect(mendDelayMs(1)).toBe(0);
  expect(mendDelayMs(400)).toBeGreaterThan(hourMs);
  expect(wholeDelayMs(0, 400)).toBeGreaterThan(wholeDelayMs(0, 1));
});

test('what was never read comes first, the newest of it before the rest, then who waits longest', () => {
  const now = 30 * dayMs;
  const seen = { kind: 'post' as const, readAt: 1, hourly: 0 };
  const due = [
    { ...seen, id: 'two weeks late', publishedAt: now - 20 * dayMs, nextAt: now - 14 * dayMs },
    { ...seen, id: 'just due', publishedAt: now - hourMs, nextAt: now },
    { ...seen, id: 'as late, newer', publishedAt: now - 19 * dayMs, nextAt: now - 14 * dayMs },
    { ...seen, id: 'new', readAt: null, publishedAt: now - 2 * dayMs, nextAt: now },
    { ...seen, id: 'newer', readAt: null, publishedAt: now - dayMs, nextAt: now },
  ];
  const order = ['newer', 'new', 'as late, newer', 'two weeks late', 'just due'];
  expect(inReadingOrder(due, now).map(({ id }) => id)).toEqual(order);
});

test('half the pace from half the limit on, none from three quarters on', () => {
  const empty: PollBudget = { calls: 0, at: 0 };
  const after = (percent: number) => refill(empty, 6 * minuteMs, percent).calls;
  expect([after(0), after(50), after(75)]).toEqual([120, 60, 0]);
  expect(refill(empty, 100 * hourMs, 0).calls).toBe(mostSaved);
  expect(refill({ calls: 7, at: hourMs }, 0, 0)).toEqual({ calls: 7, at: 0 });
  expect(allowance({ calls: 90, at: 0 }, 80)).toBe(0);
  expect(allowance({ calls: 2.9, at: 0 }, 0)).toBe(2);
});

type Post = {
  kind: 'post';
  publishedAt: number;
  readAt: number | null;
  nextAt: number;
  hourly: number;
  longestMs: number;
};

/** One account as the studio reads it, a call a post; calls of each hour. */
function runAccount(posts: Post[], hours: number): number[] {
  const calls = Array.from({ length: hours }, () => 0);
  let budget: PollBudget | undefined;
  for (let now = 0; now < hours * hourMs; now += tickMs) {
    budget = refill(budget, now, 0);
    const due = inReadingOrder(
      posts.filter(({ nextAt }) => nextAt <= now),
      now,
    ).slice(0, allowance(budget, 0));
    for (const post of due) {
      post.longestMs = Math.max(post.longestMs, now - (post.readAt ?? 0));
      Object.assign(post, { readAt: now, nextAt: now + pollDelayMs(now - post.publishedAt) });
    }
    budget.calls -= due.length;
    calls[Math.floor(now / hourMs)]! += due.length;
  }
  return calls;
}

const postsOf = (ages: number[]): Post[] =>
  ages.map((ageMs) => ({
    ...{ kind: 'post' as const, publishedAt: -ageMs, readAt: null },
    ...{ nextAt: 0, hourly: 0, longestMs: 0 },
  }));

test('fifty accounts of many posts stay within the limit; each post of today within a minute', () => {
  const ages = Array.from({ length: 60 }, (_, index) => (index < 8 ? hourMs : index * dayMs));
  for (let account = 0; account < 50; account += 1) {
    const posts = postsOf(ages.map((age) => age + account * minuteMs));
    const [calls = 0] = runAccount(posts, 1);
    expect(calls).toBeLessThanOrEqual(callsAnHour + mostSaved);
    expect(Math.max(...posts.slice(0, 8).map((post) => post.longestMs))).toBeLessThanOrEqual(
      minuteMs,
    );
  }
});

test('where more is due than may be asked, nothing is passed over for ever', () => {
  // Forty posts of today want 3,200 calls an hour alone.
  const posts = postsOf([...Array<number>(40).fill(0), ...Array<number>(200).fill(8 * dayMs)]);
  const calls = runAccount(posts, 12);
  expect(Math.max(...calls.slice(1))).toBeLessThanOrEqual(callsAnHour);
  const [today, older] = [posts.slice(0, 40), posts.slice(40)];
  expect(Math.max(...older.map((post) => post.longestMs))).toBeLessThan(6 * hourMs);
  expect(Math.max(...today.map((post) => post.longestMs))).toBeLessThan(10 * minuteMs);
});
