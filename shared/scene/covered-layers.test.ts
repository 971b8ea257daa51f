import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { contextOf, loadFonts } from '../../tests/support/scene-samples.ts';
import { withoutCovered } from './covered-layers.ts';
import type { ScenePhoto } from './draw-context.ts';
import { drawScene } from './draw-scene.ts';
import type { Layer, PhotoLayer, Scene, ShapeLayer } from './scene.ts';

const fonts = loadFonts();
const [widthPx, heightPx] = [90, 160];
const box = { xPx: 0, yPx: 0, widthPx, heightPx };
const ground: ShapeLayer = {
  ...{ id: 'ground', kind: 'shape', box },
  ...{ shape: { kind: 'rect' }, fill: '#AA3311' },
};
const photo: PhotoLayer = { id: 'photo', kind: 'photo', photoId: 'p', box };
const small: ShapeLayer = { ...ground, id: 'small', box: { ...box, heightPx: 40 } };

function sceneOf(layers: Layer[]): Scene {
  const parts = [
    { startMs: 0, endMs: 1000 },
    {
      ...{ startMs: 1000, endMs: 3000 },
      transition: { kind: 'cross-fade' as const, durationMs: 400 },
    },
  ];
  const size = { format: '9:16' as const, widthPx, heightPx };
  return { ...size, durationMs: 3000, background: '#102030', layers, parts };
}

/** A picture of one colour; only an opaque one can be laid down as it is. */
function picture(colour: string, isOpaque: boolean): ScenePhoto {
  const image = createCanvas(widthPx, heightPx);
  const ctx = image.getContext('2d');
  ctx.fillStyle = colour;
  ctx.fillRect(10, 10, widthPx - 20, heightPx - 20);
  if (isOpaque) {
    ctx.globalCompositeOperation = 'destination-over';
    ctx.fillStyle = '#000000';
    ctx.fillRect(0, 0, widthPx, heightPx);
  }
  const stamp: ScenePhoto['stamp'] = (to, xPx, yPx) => to.drawImage(image as never, xPx, yPx);
  return { image, widthPx, heightPx, stamp: isOpaque ? stamp : undefined };
}

const seenOf = (layers: Layer[], shown = picture('#00FF00', true), timeMs = 500) => {
  const found = withoutCovered(layers, sceneOf(layers), timeMs, { photo: () => shown });
  return [...found.layers.map(({ id }) => id), ...(found.coversAll ? ['all'] : [])];
};

test('what an opaque photo or a block of colour hides altogether is left out', () => {
  expect(seenOf([ground, photo, small])).toEqual(['photo', 'small', 'all']);
  expect(seenOf([photo, ground])).toEqual(['ground', 'all']);
});

test.each<[string, Partial<PhotoLayer>]>([
  ['see-through', { opacity: 0.9 }],
  ['turned', { rotationDeg: 3 }],
  ['blended', { blend: 'multiply' }],
  ['hidden', { hidden: true }],
  ['cut to a circle', { clip: { kind: 'ellipse' } as never }],
  ['smaller', { box: { ...box, widthPx: widthPx - 1 } }],
  ['not yet there', { inMs: 900 }],
  ['coming', { motions: [{ when: 'in', kind: 'fade', durationMs: 800 }] }],
])('under a photo that is %s everything is drawn', (_, changes) => {
  const layers: Layer[] = [ground, { ...photo, ...changes }];
  expect(seenOf(layers)).toEqual(['ground', 'photo', 'all']);
  expect(seenOf([small, { ...photo, ...changes }])).toEqual(['small', 'photo']);
});

test('under a photo with holes and in a single picture everything is drawn', () => {
  expect(seenOf([small, photo], picture('#00FF00', false))).toEqual(['small', 'photo']);
  const still = { ...sceneOf([small, photo]), durationMs: 0 };
  const assets = { photo: () => picture('#00FF00', true) };
  expect(withoutCovered(still.layers, still, 0, assets)).toMatchObject({ coversAll: false });
});

test('every moment looks as if all had been drawn, also while a part arrives', () => {
  const layers: Layer[] = [
    ...[
      { ...ground, part: 0, outMs: 1400 },
      { ...photo, part: 0, outMs: 1400 },
    ],
    ...[
      { ...ground, fill: '#3311AA', part: 1, inMs: 1000 },
      { ...small, part: 1, inMs: 1000 },
    ],
  ];
  const scene = sceneOf(layers);
  const canvas = (wide: number, tall: number) => {
    const image = createCanvas(wide, tall);
    return { image, ctx: contextOf(image) };
  };
  const opaque = picture('#00FF00', true);
  const pixels = (timeMs: number, shown: ScenePhoto) => {
    const made = canvas(widthPx, heightPx);
    drawScene(made.ctx, scene, timeMs, { fonts, canvas, photo: () => shown });
    return made.image.data();
  };
  for (const timeMs of [0, 1100, 1399, 1400, 2000])
    expect(pixels(timeMs, opaque).equals(pixels(timeMs, { ...opaque, stamp: undefined }))).toBe(
      true,
    );
  expect([...pixels(2000, opaque).subarray(-4)]).toEqual([0x33, 0x11, 0xaa, 255]);
});
