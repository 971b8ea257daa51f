import { expect, test } from 'vitest';
import { frameAt, frameTimeMs, partStart } from './film-frames.ts';

test('every frame is found at its own time, and no moment lies past the last', () => {
  for (let frame = 0; frame < 450; frame++) expect(frameAt(frameTimeMs(frame), 15_000)).toBe(frame);
  expect(frameAt(33, 15_000)).toBe(0);
  expect(frameAt(34, 15_000)).toBe(1);
  expect(frameAt(15_000, 15_000)).toBe(449);
  expect(frameAt(-20, 15_000)).toBe(0);
  expect(frameAt(0, 0)).toBe(0);
});

test('parts are stepped through; soon after a beginning the part before is meant', () => {
  const parts = [{ startMs: 0 }, { startMs: 3000 }, { startMs: 6000 }];
  expect(partStart(parts, 3000, 1)).toBe(6000);
  expect(partStart(parts, 6000, 1)).toBeUndefined();
  expect(partStart(parts, 4000, -1)).toBe(3000);
  expect(partStart(parts, 3200, -1)).toBe(0);
  expect(partStart(parts, 100, -1)).toBe(0);
});
