import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPhotoWork } from './photo-work.ts';
import { invert, mapPoint, planPhoto, straightFrame, workedSize } from './plan-photo.ts';

const side = fc.integer({ min: 60, max: 6000 });
const frac = fc.double({ min: 0, max: 1, noNaN: true });
const works = fc
  .record({
    rotateDeg: fc.constantFrom(0, 90, 180, 270),
    straightenDeg: fc.double({ min: -15, max: 15, noNaN: true }),
    crop: fc.record({ xFrac: frac, yFrac: frac, widthFrac: frac, heightFrac: frac }),
  })
  .map(readPhotoWork);

test('every wanted pixel comes from inside the photo, whatever is done to it', () => {
  fc.assert(
    fc.property(side, side, works, frac, frac, (widthPx, heightPx, work, xFrac, yFrac) => {
      const source = { widthPx, heightPx };
      const wish = { widthPx: 90, heightPx: 120, focus: { xFrac, yFrac } };
      const { cut, view } = planPhoto(source, work, wish);
      expect(cut.leftPx).toBeGreaterThanOrEqual(0);
      expect(cut.topPx).toBeGreaterThanOrEqual(0);
      expect(cut.leftPx + cut.widthPx).toBeLessThanOrEqual(widthPx);
      expect(cut.topPx + cut.heightPx).toBeLessThanOrEqual(heightPx);
      for (const [x, y] of [
        [0, 0],
        [90, 0],
        [0, 120],
        [90, 120],
      ] as const) {
        const at = mapPoint(view.toPhoto, x, y);
        // Whole pixels: a frame may stand out by a part of one.
        expect(at.x).toBeGreaterThan(-1.5 / widthPx);
        expect(at.x).toBeLessThan(1 + 1.5 / widthPx);
        expect(at.y).toBeGreaterThan(-1.5 / heightPx);
        expect(at.y).toBeLessThan(1 + 1.5 / heightPx);
        const back = invert(view.toPhoto);
        if (!back) throw new Error('flat');
        expect(mapPoint(back, at.x, at.y).x).toBeCloseTo(x, 3);
      }
    }),
  );
});

test('sizes follow turn, tilt and crop', () => {
  const source = { widthPx: 4000, heightPx: 3000 };
  expect(workedSize(source, { rotateDeg: 270 })).toEqual({ widthPx: 3000, heightPx: 4000 });
  const half = { xFrac: 0, yFrac: 0, widthFrac: 0.5, heightFrac: 1 };
  expect(workedSize(source, { crop: half })).toEqual({ widthPx: 2000, heightPx: 3000 });
  const tilted = straightFrame(source, 5);
  expect(tilted.widthPx).toBeLessThan(4000);
  expect(tilted.widthPx / tilted.heightPx).toBeCloseTo(4 / 3, 2);
  expect(straightFrame(source, -5)).toEqual(tilted);
});
