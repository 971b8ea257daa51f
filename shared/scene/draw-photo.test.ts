import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { contextOf, loadFonts } from '../../tests/support/scene-samples.ts';
import type { ScenePhoto } from './draw-context.ts';
import { drawScene } from './draw-scene.ts';
import { eased } from './layer-motion.ts';
import { photoRequest } from './photo-requests.ts';
import type { PhotoLayer, RectFrac, Scene } from './scene.ts';

const fonts = loadFonts();
const [widthPx, heightPx] = [240, 320];
const [inMs, outMs] = [1000, 3000];
const frames = 60;
type Travel = NonNullable<PhotoLayer['travel']>;

function sceneOf(travel: Travel): Scene & { layers: [PhotoLayer] } {
  const box = { xPx: 0, yPx: 0, widthPx, heightPx };
  return {
    ...{ format: '9:16', widthPx, heightPx, durationMs: 4000, background: '#000000' },
    layers: [{ id: 'p', kind: 'photo', photoId: 'p', box, travel, inMs, outMs }],
  };
}

/** A soft white spot in the middle of black, as large as the layer asks for its photo. */
function spot(layer: PhotoLayer): ScenePhoto {
  const size = photoRequest(layer);
  const image = createCanvas(size.widthPx, size.heightPx);
  const ctx = image.getContext('2d');
  ctx.fillStyle = '#000000';
  ctx.fillRect(0, 0, size.widthPx, size.heightPx);
  const [x, y] = [size.widthPx / 2, size.heightPx / 2];
  const light = ctx.createRadialGradient(x, y, 0, x, y, 40);
  light.addColorStop(0, '#FFFFFF');
  light.addColorStop(1, '#000000');
  ctx.fillStyle = light;
  ctx.fillRect(0, 0, size.widthPx, size.heightPx);
  return { image, widthPx: size.widthPx, heightPx: size.heightPx };
}

/** Where the light's middle is in each frame. */
function middles(travel: Travel): { x: number; y: number; progressFrac: number }[] {
  const scene = sceneOf(travel);
  const photo = spot(scene.layers[0]);
  const canvas = createCanvas(widthPx, heightPx);
  return Array.from({ length: frames }, (_, frame) => {
    const timeMs = inMs + (frame * 1000) / 30;
    drawScene(contextOf(canvas), scene, timeMs, { fonts, photo: () => photo });
    const progressFrac = (timeMs - inMs) / (outMs - inMs);
    return { ...middleOf(canvas.data()), progressFrac };
  });
}

function middleOf(pixels: Buffer): { x: number; y: number } {
  let [sum, x, y] = [0, 0, 0];
  for (let at = 0; at < widthPx * heightPx; at++) {
    const light = pixels[at * 4] ?? 0;
    sum += light;
    x += light * ((at % widthPx) + 0.5);
    y += light * (Math.floor(at / widthPx) + 0.5);
  }
  return { x: x / sum, y: y / sum };
}

/** Where the middle of the photo belongs, reckoned from the rectangles alone. */
function wishedAt({ from, to, easing }: Travel, progressFrac: number): { x: number; y: number } {
  const at = eased(easing, progressFrac);
  const mix = (key: keyof RectFrac) => from[key] + (to[key] - from[key]) * at;
  return {
    x: ((0.5 - mix('xFrac')) / mix('widthFrac')) * widthPx,
    y: ((0.5 - mix('yFrac')) / mix('heightFrac')) * heightPx,
  };
}

const seen = (xFrac: number, yFrac: number, share: number): RectFrac => ({
  ...{ xFrac, yFrac, widthFrac: share, heightFrac: share },
});

describe('a photo that travels goes evenly, by less than a tenth of a pixel', () => {
  const ways: Record<string, Travel> = {
    'slowly sideways': { from: seen(0.06, 0.1, 0.8), to: seen(0.14, 0.1, 0.8), easing: 'linear' },
    aslant: { from: seen(0, 0.2, 0.8), to: seen(0.13, 0.07, 0.8), easing: 'ease-in-out' },
    closer: { from: seen(0, 0, 1), to: seen(0.1, 0.07, 0.85), easing: 'linear' },
    'away, slowing down': { from: seen(0.11, 0.12, 0.8), to: seen(0, 0, 1), easing: 'ease-out' },
  };
  test.each(Object.entries(ways))('%s', (_, travel) => {
    for (const { x, y, progressFrac } of middles(travel)) {
      const wished = wishedAt(travel, progressFrac);
      expect(Math.abs(x - wished.x), `x at ${progressFrac}`).toBeLessThan(0.1);
      expect(Math.abs(y - wished.y), `y at ${progressFrac}`).toBeLessThan(0.1);
    }
  });
});

test('a photo that glides by whole pixels is copied, the same step every frame', () => {
  // 60 frames of 1 pixel: the scaled photo is 300 wide.
  const travel: Travel = { from: seen(0, 0, 0.8), to: seen(0.2, 0, 0.8), easing: 'linear' };
  const found = middles(travel);
  const steps = found.slice(1).map(({ x }, index) => (found[index]?.x ?? 0) - x);
  for (const step of steps) expect(step).toBeCloseTo(1, 6);
});
