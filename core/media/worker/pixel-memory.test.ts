import { expect, test } from 'vitest';
import sharp from 'sharp';
import { photoPixels } from '../../../tests/support/media-factory.ts';
import { createPhotoLevels } from './photo-cut.ts';
import { letGo } from './pixel-memory.ts';

test('gives a block back at once, and leaves one alone that others share', () => {
  const own = Buffer.allocUnsafeSlow(1_000_000);
  const whole = new Uint8Array(1000);
  letGo(own);
  letGo(whole.subarray(0, 500));
  expect([own.length, whole.length]).toEqual([0, 1000]);
  // Twice does no harm.
  expect(() => letGo(own)).not.toThrow();
});

test('a decoded photo and its halves are gone once they were let go', async () => {
  const [widthPx, heightPx] = [400, 300];
  const raw = { width: widthPx, height: heightPx, channels: 3 as const };
  const master = await sharp(photoPixels(widthPx, heightPx), { raw }).raw().toBuffer();
  const levels = createPhotoLevels({ pixels: master, widthPx, heightPx, channels: 3 });
  const cut = await levels.cut(sharp, { widthPx: 80, heightPx: 60 }).raw().toBuffer();
  levels.letGo();
  expect(master.length).toBe(0);
  expect(cut.length).toBe(80 * 60 * 3);
});
