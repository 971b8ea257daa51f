import { expect, test } from 'vitest';
import { clipSeen } from './clip-seen.ts';

const box = { xPx: 40, yPx: 0, widthPx: 540, heightPx: 960 };

test('a wide film shows its middle in a tall box, or what its focus says', () => {
  const film = { widthPx: 1920, heightPx: 1080 };
  expect(clipSeen({ box }, film)).toEqual({ xPx: 656, yPx: 0, widthPx: 608, heightPx: 1080 });
  const right = clipSeen({ box, focus: { xFrac: 1, yFrac: 0.5 } }, film);
  expect(right).toEqual({ xPx: 1312, yPx: 0, widthPx: 608, heightPx: 1080 });
});

test('only the crop is used, and nothing outside of the film', () => {
  const crop = { xFrac: 0.5, yFrac: 0.5, widthFrac: 0.5, heightFrac: 0.5 };
  const seen = clipSeen({ box, crop }, { widthPx: 720, heightPx: 1280 });
  expect(seen).toEqual({ xPx: 360, yPx: 640, widthPx: 360, heightPx: 640 });
});
