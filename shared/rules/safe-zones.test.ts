import { describe, expect, it } from 'vitest';
import { freeOfBars, safeZones, safeZonesOf } from './safe-zones.ts';

describe('what the networks cover and cut', () => {
  it('stays inside the picture', () => {
    for (const { rects, id } of safeZones)
      for (const rect of rects) {
        expect(Math.min(...Object.values(rect)), id).toBeGreaterThanOrEqual(0);
        expect(rect.xFrac + rect.widthFrac, id).toBeLessThanOrEqual(1 + 1e-9);
        expect(rect.yFrac + rect.heightFrac, id).toBeLessThanOrEqual(1 + 1e-9);
      }
  });

  it('cuts a portrait to the square of the profile by equal bands', () => {
    const square = safeZonesOf('4:5').find(({ id }) => id === 'grid-1x1');
    expect(square?.rects.map(({ yFrac, heightFrac }) => [yFrac, heightFrac])).toEqual([
      [0, expect.closeTo(0.1)],
      [expect.closeTo(0.9), expect.closeTo(0.1)],
    ]);
  });

  it('leaves words of a 9:16 picture a place that no bar touches', () => {
    const end = {
      x: freeOfBars.xFrac + freeOfBars.widthFrac,
      y: freeOfBars.yFrac + freeOfBars.heightFrac,
    };
    for (const { rects } of safeZonesOf('9:16').filter(({ kind }) => kind === 'covered'))
      for (const { xFrac, yFrac, widthFrac, heightFrac } of rects) {
        const apart =
          xFrac >= end.x - 1e-9 ||
          yFrac >= end.y - 1e-9 ||
          xFrac + widthFrac <= freeOfBars.xFrac + 1e-9 ||
          yFrac + heightFrac <= freeOfBars.yFrac + 1e-9;
        expect(apart).toBe(true);
      }
  });
});
