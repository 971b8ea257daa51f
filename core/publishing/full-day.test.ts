import { describe, expect, it } from 'vitest';
import { crowdAt, dayMs } from './full-day.ts';

const hourMs = 3_600_000;
const two = { limit: 2, windowMs: dayMs };

describe('a day that holds two', () => {
  it('takes a second and refuses a third, until the first is a day old', () => {
    expect(crowdAt([], 0, two)).toBeUndefined();
    expect(crowdAt([0], hourMs, two)).toBeUndefined();
    expect(crowdAt([0, hourMs], 2 * hourMs, two)).toEqual({ used: 2, freeAt: dayMs });
    expect(crowdAt([0, hourMs], dayMs, two)).toBeUndefined();
  });

  it('looks at what is planned after it too', () => {
    const later = [20 * hourMs, 22 * hourMs];
    expect(crowdAt(later, 0, two)?.freeAt).toBe(20 * hourMs + dayMs);
    expect(crowdAt(later, -3 * hourMs, two)).toBeUndefined();
  });

  it('counts no two that are never in one window', () => {
    // One on each side, 30 hours apart: no 24 hours hold all three.
    expect(crowdAt([0, 30 * hourMs], 15 * hourMs, two)).toBeUndefined();
  });

  it('skips a gap that is full again', () => {
    const taken = [0, hourMs, dayMs + hourMs, dayMs + 2 * hourMs];
    const crowd = crowdAt(taken, 2 * hourMs, two);
    expect(crowd?.freeAt).toBe(2 * dayMs + hourMs);
    expect(crowdAt(taken, crowd?.freeAt ?? 0, two)).toBeUndefined();
  });
});

it('has no time to offer where nothing is allowed', () => {
  expect(crowdAt([], 0, { limit: 0, windowMs: dayMs })).toEqual({ used: 0 });
});

it('is right for every time of a crowded week, by counting every window anew', () => {
  let seed = 7;
  const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  for (let round = 0; round < 60; round += 1) {
    const taken = Array.from({ length: 12 }, () => random(4 * 24) * hourMs).toSorted(
      (a, b) => a - b,
    );
    const at = random(4 * 24) * hourMs;
    const limit = 1 + random(4);
    const all = [...taken, at];
    const isOver = all.some((start) => {
      const inside = all.filter((one) => one >= start && one < start + dayMs);
      return start <= at && start > at - dayMs && inside.length > limit;
    });
    const crowd = crowdAt(taken, at, { limit, windowMs: dayMs });
    expect(crowd !== undefined).toBe(isOver);
    if (crowd?.freeAt === undefined) continue;
    expect(crowd.freeAt).toBeGreaterThan(at);
    expect(crowdAt(taken, crowd.freeAt, { limit, windowMs: dayMs })).toBeUndefined();
  }
});
