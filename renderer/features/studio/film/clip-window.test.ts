import { expect, test } from 'vitest';
import { clipWindow, slidClip } from './clip-window.ts';

test('a part shows a stretch of its clip, twice as long at double speed, and no more than there is', () => {
  expect(clipWindow({ fromMs: 2000 }, 2000, 8000)).toEqual({ startFrac: 0.25, endFrac: 0.5 });
  const fast = clipWindow({ fromMs: 2000, speed: 2 }, 2000, 8000);
  expect(fast).toEqual({ startFrac: 0.25, endFrac: 0.75 });
  expect(clipWindow({ fromMs: 7000 }, 2000, 8000).endFrac).toBe(1);
});

test('a window is carried along its clip and stops at both ends', () => {
  expect(slidClip({ fromMs: 2000 }, 2000, 8000, 1500)).toBe(3500);
  expect(slidClip({ fromMs: 2000 }, 2000, 8000, 9000)).toBe(6000);
  expect(slidClip({ fromMs: 2000, speed: 2 }, 2000, 8000, 9000)).toBe(4000);
  expect(slidClip({ fromMs: 2000 }, 2000, 8000, -9000)).toBe(0);
  expect(slidClip({ fromMs: 0 }, 5000, 3000, 500)).toBe(0);
});
