import { expect, test } from 'vitest';
import { likeness } from './film-likeness.ts';
import { photoPixels } from './media-factory.ts';

const widthPx = 64;
function picture(change: (value: number, index: number) => number = (value) => value): Uint8Array {
  const rgb = photoPixels(widthPx, 48, 3);
  const pixel = (index: number) => [0, 1, 2].map((one) => change(rgb[index * 3 + one] ?? 0, index));
  return Uint8Array.from(
    Array.from({ length: rgb.length / 3 }, (_, index) => [...pixel(index), 255]).flat(),
  );
}

test('a picture is like itself, less like a fainter one, and unlike another', () => {
  const same = picture();
  expect(likeness(same, picture(), widthPx)).toBeCloseTo(1, 6);
  const faint = likeness(
    same,
    picture((value) => value * 0.9),
    widthPx,
  );
  expect(faint).toBeGreaterThan(0.9);
  expect(faint).toBeLessThan(0.995);
  // A pixel to the side, and the lines in another order.
  const shifted = new Uint8Array([...same.slice(4), ...same.slice(0, 4)]);
  expect(likeness(same, shifted, widthPx)).toBeLessThan(0.9);
  const turned = same.toReversed();
  expect(likeness(same, turned, widthPx)).toBeLessThan(0.6);
});
