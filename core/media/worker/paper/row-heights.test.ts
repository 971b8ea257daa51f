import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitPosts, rowHeights } from './row-heights.ts';

const page = { room: 450, lowest: 44, perPost: 30 };
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

describe('weeks of a printed month', () => {
  test('share the page evenly when nothing is planned', () => {
    expect(rowHeights([0, 0, 0, 0, 0], page)).toEqual([90, 90, 90, 90, 90]);
  });

  test('give a full week what quiet ones leave', () => {
    const [quiet, full] = rowHeights([0, 5, 0, 0, 0], page);
    expect(full! - quiet!).toBe(120);
  });

  test('always fill the page exactly, and none falls below an empty one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 4, maxLength: 6 }), (counts) => {
        const heights = rowHeights(counts, page);
        expect(sum(heights)).toBeCloseTo(page.room, 6);
        expect(Math.min(...heights)).toBeGreaterThanOrEqual(page.lowest);
      }),
    );
  });
});

describe('posts of a printed day', () => {
  test('are all drawn when they fit', () => {
    expect(fitPosts(3, 3.4)).toEqual({ drawn: 3, counted: 0 });
  });

  test('leave the last place to the count of the others', () => {
    expect(fitPosts(9, 3)).toEqual({ drawn: 2, counted: 7 });
    expect(fitPosts(2, 0.5)).toEqual({ drawn: 0, counted: 2 });
  });
});
