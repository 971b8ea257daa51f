import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { contextOf, loadFonts } from '../../tests/support/scene-samples.ts';
import { drawScene, type SceneAssets } from './draw-scene.ts';
import { frameSignature } from './frame-signature.ts';
import type { Layer, Scene, Transition } from './scene.ts';

const fonts = loadFonts();
const sizePx = 1080;

function block(part: number, fill: string, more: Partial<Layer> = {}): Layer {
  const box = { xPx: 0, yPx: 0, widthPx: sizePx, heightPx: sizePx };
  return {
    ...{ id: `b${part}`, kind: 'shape', shape: { kind: 'rect' }, box, fill, part },
    ...more,
  } as Layer;
}

/** Red, and from 1 s on blue, in this way. */
function sceneOf(transition: Transition | undefined): Scene {
  return {
    ...{
      format: '1:1',
      widthPx: sizePx,
      heightPx: sizePx,
      durationMs: 3000,
      background: '#000000',
    },
    layers: [block(0, '#FF0000'), block(1, '#0000FF', { inMs: 1000 })],
    parts: [
      { startMs: 0, endMs: 1000 },
      { startMs: 1000, endMs: 3000, ...(transition ? { transition } : {}) },
    ],
  };
}

/** Colours at the left edge, in the middle and at the right edge. */
function coloursAt(scene: Scene, timeMs: number): string[] {
  const canvas = createCanvas(sizePx, sizePx);
  const stage = createCanvas(sizePx, sizePx);
  const ctx = contextOf(canvas);
  const assets: SceneAssets = {
    photo: () => undefined,
    fonts,
    canvas: () => ({ image: stage, ctx: contextOf(stage) }),
  };
  drawScene(ctx, scene, timeMs, assets);
  const { data } = canvas.getContext('2d').getImageData(0, sizePx / 2, sizePx, 1);
  return [10, sizePx / 2, sizePx - 10].map((x) =>
    [0, 2].map((channel) => data[x * 4 + channel]).join(),
  );
}

const [red, blue] = ['255,0', '0,255'];
const linear = { durationMs: 1000, easing: 'linear' } as const;

test('a part takes the place of the one before in its own way, and wholly in the end', () => {
  const ways: [Transition | undefined, string[]][] = [
    [undefined, [blue, blue, blue]],
    [{ ...linear, kind: 'slide', side: 'right' }, [red, blue, blue]],
    [{ ...linear, kind: 'wipe', side: 'left' }, [blue, red, red]],
    [{ ...linear, kind: 'cross-fade' }, Array(3).fill('127,128')],
    [{ ...linear, kind: 'zoom' }, Array(3).fill('127,128')],
  ];
  for (const [transition, halfway] of ways) {
    const scene = sceneOf(transition);
    expect(coloursAt(scene, 990), transition?.kind).toEqual([red, red, red]);
    expect(coloursAt(scene, 1500), transition?.kind).toEqual(halfway);
    expect(coloursAt(scene, 2000), transition?.kind).toEqual([blue, blue, blue]);
  }
});

test('frames differ while a part is passing, and are told alike once it stands', () => {
  const scene = sceneOf({ ...linear, kind: 'cross-fade' });
  expect(frameSignature(scene, 1100)).not.toBe(frameSignature(scene, 1133));
  expect(frameSignature(scene, 2100)).toBe(frameSignature(scene, 2500));
});

test('a layer is wiped in from its side', () => {
  const wipe = { kind: 'wipe', side: 'left', when: 'in', ...linear } as const;
  const scene = sceneOf(undefined);
  scene.layers[1] = block(1, '#0000FF', { inMs: 1000, motions: [wipe] });
  expect(coloursAt(scene, 1400)).toEqual([blue, red, red]);
  expect(coloursAt(scene, 2000)).toEqual([blue, blue, blue]);
});
