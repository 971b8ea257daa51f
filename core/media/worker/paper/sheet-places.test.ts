import { expect, it } from 'vitest';
import { cutMarks, sheetPlaces } from './sheet-places.ts';

it('puts ten labels of 90 by 54 mm on A4, and marks beside them only', () => {
  const sheet = sheetPlaces('labels');
  expect(sheet.places).toHaveLength(10);
  const inside = (x: number, y: number) =>
    sheet.places.some(
      ({ xPt, yPt, widthPt, heightPt }) =>
        x > xPt + 0.1 && x < xPt + widthPt - 0.1 && y > yPt + 0.1 && y < yPt + heightPt - 0.1,
    );
  for (const { xPt, yPt, widthPt, heightPt } of sheet.places) {
    expect(xPt).toBeGreaterThanOrEqual(14);
    expect(xPt + widthPt).toBeLessThanOrEqual(sheet.widthPt - 14);
    expect(yPt).toBeGreaterThanOrEqual(14);
    expect(yPt + heightPt).toBeLessThanOrEqual(sheet.heightPt - 14);
  }
  const marks = cutMarks(sheet);
  expect(marks).toHaveLength(3 * 2 + 6 * 2);
  for (const { fromX, fromY, toX, toY } of marks) {
    expect(inside(fromX, fromY) || inside(toX, toY)).toBe(false);
    expect(Math.min(fromX, fromY, toX, toY)).toBeGreaterThan(0);
  }
});

it('gives a card a page of its own size', () => {
  const { widthPt, heightPt, places, hasMarks } = sheetPlaces('cards');
  expect([Math.round(widthPt), Math.round(heightPt)]).toEqual([298, 420]);
  expect(places).toHaveLength(1);
  expect(hasMarks).toBe(false);
});
