import { describe, expect, test } from 'vitest';
import {
  contextOf,
  drawSample,
  loadFonts,
  sampleAssets,
  sampleBrand,
  samplePhotos,
} from '../../../tests/support/scene-samples.ts';
import { inkOfWords, isWithin } from '../../../tests/support/template-inks.ts';
import { freeOfBars } from '../../rules/safe-zones.ts';
import { drawScene } from '../draw-scene.ts';
import { layerPose } from '../layer-motion.ts';
import { photoRequests } from '../photo-requests.ts';
import type { VideoItem, VideoSlots } from '../template.ts';
import { videoTemplates } from '../templates.ts';

const fonts = loadFonts();

function itemsOf(count: number): VideoItem[] {
  return Array.from({ length: count }, (_, index) => ({
    photo: { photoId: `#${(index + 2).toString(16).repeat(6)}`, widthPx: 600, heightPx: 600 },
    title: `Produit ${index}`,
    price: '24,90 €',
    oldPrice: '29,90 €',
    percentOff: 17,
    productId: `p${index}`,
    language: 'fr',
  }));
}

function slotsOf(count: number, seconds: number): VideoSlots {
  return { items: itemsOf(count), seconds, callToAction: 'Commander', language: 'fr' };
}

describe.each(videoTemplates.map((template) => [template.id, template] as const))(
  'the video template %s',
  (_id, template) => {
    test('shows every product in its part, with its own words', () => {
      for (const format of template.formats) {
        const scene = template.fill(slotsOf(6, 20), format, sampleBrand);
        const shots = (scene.parts ?? []).filter((part) => part.productId !== undefined);
        expect(shots.map((part) => part.productId)).toEqual(
          Array.from({ length: 6 }, (_, index) => `p${index}`),
        );
        for (const [index, part] of shots.entries()) {
          const middle = (part.startMs + part.endMs) / 2;
          const seen = scene.layers.filter((layer) => layerPose(layer, scene, middle));
          const titles = seen.flatMap((layer) => (layer.kind === 'text' ? [layer.text] : []));
          expect(titles, `${format} part ${index}`).toEqual([`Produit ${index}`]);
          expect(seen.some((layer) => layer.kind === 'price')).toBe(true);
        }
      }
    });

    test('says what to do at the end', () => {
      const scene = template.fill(slotsOf(3, 8), '9:16', sampleBrand);
      const last = scene.layers.filter((layer) => layerPose(layer, scene, scene.durationMs - 40));
      expect(last.some((layer) => layer.kind === 'badge' && layer.text === 'Commander')).toBe(true);
      expect(last.some((layer) => layer.kind === 'logo')).toBe(true);
    });

    test('keeps words clear of what stories and reels lay over them', () => {
      const scene = template.fill(
        { ...slotsOf(5, 15), headline: 'Les nouveautés' },
        '9:16',
        sampleBrand,
      );
      const { xFrac, yFrac, widthFrac, heightFrac } = freeOfBars;
      const free = {
        ...{ xPx: xFrac * scene.widthPx, yPx: yFrac * scene.heightPx },
        ...{ widthPx: widthFrac * scene.widthPx, heightPx: heightFrac * scene.heightPx },
      };
      const words = inkOfWords(scene, fonts, sampleAssets(scene, fonts, new Map()));
      expect(words.length).toBeGreaterThan(10);
      for (const { id, ink } of words) expect(isWithin(ink, free, 2), id).toBe(true);
    });

    test('takes 3 to 10 photos in 5 to 60 seconds', () => {
      for (const [count, seconds] of [
        [3, 5],
        [10, 5],
        [3, 60],
        [10, 60],
      ] as const)
        for (const format of template.formats) {
          const scene = template.fill(slotsOf(count, seconds), format, sampleBrand);
          expect(scene.durationMs).toBe(seconds * 1000);
          const used = new Set(photoRequests(scene).map((request) => request.photoId));
          expect(used.size).toBe(count);
          for (const layer of scene.layers)
            expect((layer.outMs ?? scene.durationMs) - (layer.inMs ?? 0)).toBeGreaterThan(0);
        }
    });

    test('draws the same with kept layers as without', async () => {
      const scene = template.fill(slotsOf(3, 8), '1.91:1', sampleBrand);
      const photos = await samplePhotos(scene);
      const kept = sampleAssets(scene, fonts, photos);
      for (const timeMs of [0, 2600, 7800]) {
        const one = drawSample(scene, kept, timeMs);
        const other = drawSample(scene, { ...kept, overlays: undefined }, timeMs);
        expect(largestDifference(one.data(), other.data()), `${timeMs} ms`).toBeLessThanOrEqual(6);
      }
    });

    test('has something to show in its first frame', async () => {
      const scene = template.fill(slotsOf(3, 8), '9:16', sampleBrand);
      const canvas = drawSample(scene, sampleAssets(scene, fonts, await samplePhotos(scene)));
      const bare = drawSample({ ...scene, layers: [] }, sampleAssets(scene, fonts, new Map()));
      expect(largestDifference(canvas.data(), bare.data())).toBeGreaterThan(100);
    });

    test('leaves the canvas as it found it', async () => {
      const scene = template.fill(slotsOf(3, 8), '1:1', sampleBrand);
      const assets = sampleAssets(scene, fonts, await samplePhotos(scene));
      const canvas = drawSample(scene, assets, 3000);
      const first = Buffer.from(canvas.data());
      drawScene(contextOf(canvas), scene, 3000, assets);
      expect(largestDifference(first, canvas.data())).toBe(0);
    });
  },
);

function largestDifference(one: Uint8Array, other: Uint8Array): number {
  let largest = 0;
  for (let index = 0; index < one.length; index += 1)
    largest = Math.max(largest, Math.abs((one[index] ?? 0) - (other[index] ?? 0)));
  return largest;
}
