import { expect, test } from 'vitest';
import { splitWhole, viewsAt, type MeasuredObject } from './growth.ts';

const hourMs = 3_600_000;
const post: MeasuredObject = { id: '7', kind: 'post', publishedAtMs: 1000, goneAtMs: null };
const audience = { seed: 3, followers: 5000 };

test('views only grow, quickest at first', () => {
  const views = [0, 6, 12, 24, 48, 96, 1000].map((hours) =>
    viewsAt(audience, post, post.publishedAtMs + hours * hourMs),
  );
  expect(views[0]).toBe(0);
  expect(views).toEqual(views.toSorted((left, right) => left - right));
  const [, early = 0, , day = 0, twoDays = 0] = views;
  expect(early).toBeGreaterThan((day - early) / 3);
  expect(day).toBeGreaterThan(twoDays - day);
  expect(views.at(-1)).toBeGreaterThan(1000);
});

test('what is taken away is seen no more, and what has no followers by nobody', () => {
  const gone = { ...post, goneAtMs: post.publishedAtMs + hourMs };
  const atEnd = viewsAt(audience, gone, gone.goneAtMs);
  expect(atEnd).toBeGreaterThan(0);
  expect(viewsAt(audience, gone, gone.goneAtMs + 99 * hourMs)).toBe(atEnd);
  expect(viewsAt({ seed: 3, followers: 0 }, post, 99 * hourMs)).toBe(0);
});

test('the seed and the thing decide, not the order of the calls', () => {
  const now = 30 * hourMs;
  expect(viewsAt(audience, post, now)).toBe(viewsAt(audience, { ...post }, now));
  expect(viewsAt({ ...audience, seed: 4 }, post, now)).not.toBe(viewsAt(audience, post, now));
});

test.each([0, 1, 7, 318, 99_999])('%i is divided without a rest', (total) => {
  const parts = splitWhole(5, total, ['a', 'b', 'c'], 'x');
  expect(parts.reduce((sum, part) => sum + part.value, 0)).toBe(total);
  expect(parts.every((part) => part.value >= 0 && Number.isInteger(part.value))).toBe(true);
});
