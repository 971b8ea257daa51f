import { statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMediaFactory, type MediaFactory } from '../../tests/support/media-factory.ts';
import { openTestLibrary, type TestLibrary } from '../../tests/support/test-library.ts';
import type { AssetFact } from '../../shared/facts.ts';

let studio: TestLibrary;
let make: MediaFactory;

beforeEach(() => {
  studio = openTestLibrary();
  make = createMediaFactory(join(studio.tools.folder, 'brought'));
});
afterEach(() => studio.close());

async function bring(path: string): Promise<AssetFact> {
  const outcome = await studio.library.importPath(path);
  const asset = outcome.ok ? studio.library.readAsset(outcome.assetId) : undefined;
  if (!asset) throw new Error(`not imported: ${JSON.stringify(outcome)}`);
  return asset;
}

describe('what goes to a network for a photo that was brought in', () => {
  it('F69 carries no camera and no place, and stands upright', async () => {
    const asset = await bring(await make.exifJpeg());
    const copy = await studio.library.networkCopy(asset);
    const facts = await sharp(copy).metadata();
    expect(facts).toMatchObject({ format: 'jpeg', width: 900, height: 1200, space: 'srgb' });
    expect(facts.exif).toBeUndefined();
    expect(facts.orientation).toBeUndefined();
    expect(await studio.library.verifyAsset(asset.id)).toBe(true);
  });

  it('is a JPEG of at most 4 MB and 2048 pixels, whatever it was', async () => {
    for (const path of [await make.png(), await make.jpeg('large.jpg', 5000, 3000)]) {
      const copy = await studio.library.networkCopy(await bring(path));
      const facts = await sharp(copy).metadata();
      expect(facts.format).toBe('jpeg');
      expect(facts.hasAlpha).toBe(false);
      expect(Math.max(facts.width, facts.height)).toBeLessThanOrEqual(2048);
      expect(statSync(copy).size).toBeLessThanOrEqual(4_000_000);
    }
  });

  it('is made once for each content', async () => {
    const asset = await bring(await make.jpeg());
    const [first, second] = await Promise.all([
      studio.library.networkCopy(asset),
      studio.library.networkCopy(asset),
    ]);
    const made = statSync(first).mtimeMs;
    expect(second).toBe(first);
    expect(statSync(await studio.library.networkCopy(asset)).mtimeMs).toBe(made);
  });
});
