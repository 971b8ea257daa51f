import { expect, test } from 'vitest';
import { dropPlace, rulerMarks, timelineScale } from './timeline-scale.ts';

test('the ruler names moments that can be read beside one another', () => {
  expect(rulerMarks(15_000, 0.07)).toEqual([0, 2000, 4000, 6000, 8000, 10_000, 12_000, 14_000]);
  expect(rulerMarks(900, 0.4)).toEqual([0, 200, 400, 600, 800]);
});

test('a film fills the width and is drawn nearer from there', () => {
  expect(timelineScale(10_000, 1000, 1)).toBeCloseTo(0.1);
  expect(timelineScale(10_000, 1000, 2)).toBeCloseTo(0.2);
  expect(timelineScale(500, 1000, 8)).toBe(0.6);
});

test('a part falls where its middle comes to stand', () => {
  const times = [
    { startMs: 0, endMs: 2000 },
    { startMs: 2000, endMs: 3000 },
    { startMs: 3000, endMs: 6000 },
  ];
  expect(dropPlace(times, 0, 100)).toBe(0);
  expect(dropPlace(times, 0, 1600)).toBe(1);
  expect(dropPlace(times, 0, 9000)).toBe(2);
  expect(dropPlace(times, 2, -4400)).toBe(0);
});
