import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverCrop, photoRequest, photoRequests } from './photo-requests.ts';
import type { PhotoLayer, Scene } from './scene.ts';

const layer: PhotoLayer = {
  id: 'photo',
  kind: 'photo',
  photoId: 'arum',
  box: { xPx: 0, yPx: 0, widthPx: 1080, heightPx: 1350 },
};
const side = fc.integer({ min: 1, max: 9000 });
const frac = fc.double({ min: 0, max: 1, noNaN: true });

describe('the crop that covers', () => {
  test('stays inside the source and keeps the ratio to within a pixel', () => {
    fc.assert(
      fc.property(side, side, side, side, frac, frac, (sw, sh, rw, rh, xFrac, yFrac) => {
        const source = { widthPx: sw, heightPx: sh };
        const request = { widthPx: rw, heightPx: rh, focus: { xFrac, yFrac } };
        const crop = coverCrop(source, request);
        expect(crop.leftPx).toBeGreaterThanOrEqual(0);
        expect(crop.topPx).toBeGreaterThanOrEqual(0);
        expect(crop.leftPx + crop.widthPx).toBeLessThanOrEqual(sw);
        expect(crop.topPx + crop.heightPx).toBeLessThanOrEqual(sh);
        expect(crop.widthPx === sw || crop.heightPx === sh).toBe(true);
        expect(Number.isInteger(crop.leftPx) && Number.isInteger(crop.widthPx)).toBe(true);
      }),
    );
  });

  test('centres on the focus as far as the edges allow', () => {
    const source = { widthPx: 2000, heightPx: 1000 };
    const square = { widthPx: 500, heightPx: 500 };
    const at = (xFrac: number) => coverCrop(source, { ...square, focus: { xFrac, yFrac: 0.5 } });
    expect(at(0.5)).toMatchObject({ leftPx: 500, widthPx: 1000, heightPx: 1000 });
    expect(at(0).leftPx).toBe(0);
    expect(at(1).leftPx).toBe(1000);
    expect(at(0.6).leftPx).toBe(700);
  });

  test('tells how much a small photo is enlarged', () => {
    const request = { widthPx: 1080, heightPx: 1080, focus: { xFrac: 0.5, yFrac: 0.5 } };
    expect(coverCrop({ widthPx: 540, heightPx: 700 }, request).enlarged).toBe(2);
    expect(coverCrop({ widthPx: 2160, heightPx: 2160 }, request).enlarged).toBe(0.5);
  });
});

describe('photo requests', () => {
  test('ask for the very pixels of a photo that stands still', () => {
    expect(photoRequest(layer)).toMatchObject({ widthPx: 1080, heightPx: 1350, photoId: 'arum' });
  });

  test('ask for the largest size on the way of a photo that moves', () => {
    const whole = { xFrac: 0, yFrac: 0, widthFrac: 1, heightFrac: 1 };
    const near = { xFrac: 0.1, yFrac: 0.1, widthFrac: 0.8, heightFrac: 0.8 };
    const moving = { ...layer, travel: { from: whole, to: near, easing: 'linear' as const } };
    expect(photoRequest(moving)).toMatchObject({ widthPx: 1350, heightPx: 1688 });
  });

  test('name each need once, and different needs differently', () => {
    const smaller = { ...layer, id: 'small', box: { ...layer.box, widthPx: 300 } };
    const grey = { ...layer, id: 'grey', tone: 'grey' as const };
    const scene: Scene = {
      format: '4:5',
      widthPx: 1080,
      heightPx: 1350,
      durationMs: 0,
      background: '#FFFFFF',
      layers: [layer, { ...layer, id: 'again' }, smaller, grey],
    };
    const requests = photoRequests(scene);
    expect(requests).toHaveLength(3);
    expect(new Set(requests.map((request) => request.key)).size).toBe(3);
  });
});
