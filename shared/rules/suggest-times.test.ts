import { expect, test } from 'vitest';
import { goodHours, resultsNeeded, type PostResult } from './suggest-times.ts';

const zone = 'Europe/Paris';
/** Monday 2 November 2026, 00:00 in Paris. */
const monday = Date.parse('2026-11-01T23:00:00Z');
const hourMs = 3_600_000;
const at = (week: number, weekday: number, hour: number) =>
  monday + ((week * 7 + weekday - 1) * 24 + hour) * hourMs;
const posts = (weeks: number, weekday: number, hour: number, score: number): PostResult[] =>
  Array.from({ length: weeks }, (_, week) => ({ publishedAt: at(week, weekday, hour), score }));

test('says nothing before there are enough results', () => {
  expect(goodHours([posts(resultsNeeded - 1, 4, 18, 900)], zone)).toEqual([]);
  expect(goodHours([], zone)).toEqual([]);
});

test('the hour at which more were reached comes first, with how much more', () => {
  const results = [...posts(6, 4, 18, 330), ...posts(6, 2, 12, 260), ...posts(8, 6, 9, 60)];
  const [best, second, ...rest] = goodHours([results], zone);
  expect(best).toMatchObject({ weekday: 4, hour: 18, posts: 6 });
  expect(best?.timesBetter).toBeGreaterThan(1.3);
  expect(best?.timesBetter).toBeLessThan(330 / 201);
  expect(second).toMatchObject({ weekday: 2, hour: 12 });
  expect(rest).toEqual([]);
});

test('one lucky post is no rule, and few move little', () => {
  const results = [...posts(12, 2, 12, 100), { publishedAt: at(0, 7, 3), score: 90_000 }];
  expect(goodHours([results], zone)).toEqual([]);
  const few = [...posts(20, 2, 12, 100), ...posts(2, 4, 18, 200)];
  const many = [...posts(20, 2, 12, 100), ...posts(12, 4, 18, 200)];
  const timesBetter = (found: PostResult[]) =>
    goodHours([found], zone).find((one) => one.weekday === 4)?.timesBetter ?? 0;
  expect(timesBetter(few)).toBeLessThan(timesBetter(many) + 0.1);
  expect(timesBetter(few)).toBeGreaterThan(1);
});

test('a small account is compared with itself, not with a large one', () => {
  const small = [...posts(8, 4, 18, 30), ...posts(8, 1, 9, 10)];
  const large = [...posts(8, 4, 18, 30_000), ...posts(8, 1, 9, 10_000)];
  expect(goodHours([small, large], zone)).toMatchObject([{ weekday: 4, hour: 18, posts: 16 }]);
});

test('hours are those of the shop’s clocks, over a change of them too', () => {
  // 18:00 in Paris is 16:00 in UTC in summer and 17:00 in winter.
  const summer = Array.from({ length: 7 }, (_, week) => ({
    publishedAt: Date.parse('2026-07-02T16:00:00Z') + week * 168 * hourMs,
    score: 200,
  }));
  const results = [...summer, ...posts(7, 4, 18, 200), ...posts(10, 1, 9, 50)];
  expect(goodHours([results], zone)).toMatchObject([{ weekday: 4, hour: 18, posts: 14 }]);
});

test('the hour next to the best one is not proposed beside it', () => {
  const results = [...posts(8, 4, 18, 300), ...posts(8, 4, 19, 280), ...posts(8, 1, 9, 50)];
  expect(goodHours([results], zone).map((one) => one.hour)).toEqual([18]);
});

test('nothing is better where nothing was reached', () => {
  expect(goodHours([posts(20, 4, 18, 0)], zone)).toEqual([]);
});
