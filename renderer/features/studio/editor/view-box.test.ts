import { expect, test } from 'vitest';
import { mostZoom, pinchView } from './view-box.ts';

const view = { zoom: 0.5, xPx: 30, yPx: 40 };
const at = (xPx: number, yPx: number) => ({ xPx, yPx });

/** The point of the picture under a finger. */
const under = (now: typeof view, finger: { xPx: number; yPx: number }) => [
  (finger.xPx - now.xPx) / now.zoom,
  (finger.yPx - now.yPx) / now.zoom,
];

test('two fingers keep the two points of the picture that they hold', () => {
  const before = [at(100, 120), at(200, 120)] as const;
  const after = [at(90, 160), at(290, 160)] as const;
  const now = pinchView(view, before, after);
  expect(now.zoom).toBe(1);
  for (const [index, finger] of before.entries())
    expect(under(now, after[index] ?? finger)).toEqual(under(view, finger));
});

test('fingers that move together move the picture, at the ends of the zoom too', () => {
  const before = [at(100, 100), at(200, 100)] as const;
  const together = pinchView(view, before, [at(115, 90), at(215, 90)]);
  expect(together).toEqual({ zoom: 0.5, xPx: 45, yPx: 30 });
  // Both fingers on one point are no distance to divide by.
  const one = [at(10, 10), at(10, 10)] as const;
  expect(pinchView(view, one, [at(0, 10), at(3000, 10)]).zoom).toBe(mostZoom);
});
