import { expect, test } from 'vitest';
import { cropAround, tagsInPart, tagsOnPaper } from './crop-geometry.ts';

const wide = { widthPx: 2000, heightPx: 1000 };
const middle = { x: 0.5, y: 0.5 };
const shapeOf = (part: { width: number; height: number }) =>
  (part.width * wide.widthPx) / (part.height * wide.heightPx);

test.each([0.5625, 0.8, 1, 1.91, 2, 3])('the largest part of ratio %f has that ratio', (ratio) => {
  const part = cropAround(wide, ratio, middle);
  expect(shapeOf(part)).toBeCloseTo(ratio, 6);
  expect(Math.max(part.width, part.height)).toBe(1);
});

test('it stays inside the picture, wherever its middle is asked for', () => {
  for (const x of [-1, 0, 0.3, 1, 4]) {
    const part = cropAround(wide, 1, { x, y: 0.5 }, 2);
    expect(part.x).toBeGreaterThanOrEqual(0);
    expect(part.x + part.width).toBeLessThanOrEqual(1 + 1e-9);
    expect(shapeOf(part)).toBeCloseTo(1, 6);
  }
});

test('a tag stays on its flower, and at the edge when the flower is cut away', () => {
  const tags = [
    { productId: 'a', x: 0.5, y: 0.5 },
    { productId: 'b', x: 0.05, y: 0.5 },
    { productId: 'c' },
  ];
  const part = { x: 0.25, y: 0, width: 0.5, height: 1 };
  expect(tagsInPart(tags, undefined, part)).toEqual([
    { productId: 'a', x: 0.5, y: 0.5 },
    { productId: 'b', x: 0, y: 0.5 },
    { productId: 'c' },
  ]);
  expect(
    tagsInPart(tagsInPart([{ productId: 'a', x: 0.4, y: 0.2 }], undefined, part), part),
  ).toEqual([{ productId: 'a', x: 0.4, y: 0.2 }]);
});

test('on paper a tag moves towards the middle with its picture', () => {
  const tags = [{ productId: 'a', x: 0, y: 0 }];
  const [tag] = tagsOnPaper(
    tags,
    { widthPx: 500, heightPx: 400 },
    { widthPx: 1000, heightPx: 1250 },
  );
  expect(tag).toEqual({ productId: 'a', x: 0.25, y: 0.34 });
  expect(tagsOnPaper(tags, wide, wide)).toEqual(tags);
});
