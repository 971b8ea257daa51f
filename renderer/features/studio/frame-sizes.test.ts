import { expect, test } from 'vitest';
import { allFormats, frameSizes, ratioOf } from './frame-sizes.ts';

test('four frames and their gaps never stand out of the row', () => {
  for (const widthPx of [380, 488, 599, 600, 648, 900]) {
    const { widthsPx, gapPx, heightPx } = frameSizes(widthPx, allFormats);
    const used = allFormats.reduce((sum, format) => sum + widthsPx[format], gapPx * 3);
    expect(used).toBeLessThanOrEqual(widthPx);
    expect(heightPx).toBeGreaterThanOrEqual(72);
  }
});

test('a single format does not grow to fill the whole row', () => {
  expect(frameSizes(1200, ['1.91:1']).heightPx).toBe(176);
});

test('frames keep the shape of the export', () => {
  const { widthsPx, heightPx } = frameSizes(640, allFormats);
  for (const format of allFormats)
    expect(Math.abs(widthsPx[format] - heightPx * ratioOf(format))).toBeLessThan(1);
});

test('without a format there is still a height for the row', () => {
  expect(frameSizes(640, []).heightPx).toBe(176);
});
