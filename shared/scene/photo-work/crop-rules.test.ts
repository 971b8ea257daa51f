import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cropToRatio, moveCrop, resizeCrop, wholeCrop, type Handle } from './crop-rules.ts';

const frac = fc.double({ min: -1, max: 1, noNaN: true });
const handle = fc.constantFrom<Handle>('nw', 'ne', 'sw', 'se');

test('a crop never leaves the photo, however it is pulled', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(handle, frac, frac, fc.boolean()), { maxLength: 12 }),
      fc.option(fc.double({ min: 0.3, max: 3, noNaN: true }), { nil: undefined }),
      (pulls, ratio) => {
        let crop = ratio === undefined ? wholeCrop : cropToRatio(wholeCrop, ratio, 1);
        for (const [corner, dx, dy, moves] of pulls)
          crop = moves ? moveCrop(crop, dx, dy) : resizeCrop(crop, corner, dx, dy, ratio);
        expect(crop.xFrac).toBeGreaterThanOrEqual(-1e-9);
        expect(crop.yFrac).toBeGreaterThanOrEqual(-1e-9);
        expect(crop.xFrac + crop.widthFrac).toBeLessThanOrEqual(1 + 1e-9);
        expect(crop.yFrac + crop.heightFrac).toBeLessThanOrEqual(1 + 1e-9);
        if (ratio !== undefined) expect(crop.widthFrac / crop.heightFrac).toBeCloseTo(ratio, 6);
      },
    ),
  );
});

test('a ratio counts in the photo, not in its fractions', () => {
  const square = cropToRatio(wholeCrop, 1, 4 / 3);
  expect(square).toEqual({ xFrac: 0.125, yFrac: 0, widthFrac: 0.75, heightFrac: 1 });
  const { xFrac, widthFrac } = resizeCrop(square, 'nw', 0.25, 0.25);
  expect([xFrac, widthFrac]).toEqual([0.375, 0.5]);
});
