import { expect, test } from 'vitest';
import { sampleBrand } from '../../tests/support/scene-samples.ts';
import { readScene } from './read-scene.ts';
import type { Layer, Scene } from './scene.ts';
import { pictureTemplates } from './templates.ts';

const box = { xPx: 10, yPx: 10, widthPx: 200, heightPx: 100 };
const shape: Layer = { id: 's', kind: 'shape', box, shape: { kind: 'rect' }, fill: '#112233' };
const sceneOf = (layers: unknown[]) => ({
  format: '1:1',
  widthPx: 1080,
  heightPx: 1080,
  durationMs: 0,
  background: '#FFFFFF',
  layers,
});

test('what templates fill comes through JSON as it was', () => {
  const photo = { photoId: 'p', widthPx: 900, heightPx: 900 };
  for (const template of pictureTemplates)
    for (const format of template.formats) {
      const slots = { photo, title: 'Arum', price: '24,90 €', language: 'fr' } as const;
      const scene: Scene = JSON.parse(JSON.stringify(template.fill(slots, format, sampleBrand)));
      expect(readScene(scene), `${template.id} ${format}`).toEqual(scene);
    }
});

test('what the editor adds comes through, and nothing else', () => {
  const photo = {
    id: 'p',
    kind: 'photo',
    box,
    photoId: 'a',
    crop: { xFrac: 0.1, yFrac: 0, widthFrac: 0.9, heightFrac: 1 },
    flip: 'x',
    work: { exposure: 0.4 },
    shadow: { dxPx: 4, dyPx: 8, blurPx: 20, colour: '#00000080' },
    blend: 'soft-light',
    groupId: 'g',
    locked: true,
    hidden: false,
    name: 'Arum',
  };
  const qr = {
    id: 'q',
    kind: 'qr',
    box,
    text: 'https://a.example',
    dark: '#000000',
    light: '#ffffff',
  };
  const sticker = { id: 'h', kind: 'sticker', box, stickerId: 'heart', colour: '#ff0000' };
  const read = readScene(sceneOf([photo, qr, { ...sticker, script: 'alert(1)' }]));
  expect(read.layers).toEqual([photo, qr, sticker]);
});

const style = {
  font: { family: 'Inter', weight: 400 },
  sizePx: 20,
  minSizePx: 10,
  colour: '#000000',
  align: 'start',
  vertical: 'top',
  maxLines: 1,
  lineHeight: 1.2,
};

test.each<[string, unknown]>([
  ['no scene', null],
  ['a number that is none', sceneOf([{ ...shape, rotationDeg: Number.NaN }])],
  ['endless', sceneOf([{ ...shape, opacity: Number.POSITIVE_INFINITY }])],
  ['a billion pixels', sceneOf([{ ...shape, box: { ...box, widthPx: 1e9 } }])],
  ['a canvas of its own size', { ...sceneOf([]), widthPx: 30_000 }],
  [
    'ten thousand layers',
    sceneOf(Array.from({ length: 10_000 }, (_, id) => ({ ...shape, id: `${id}` }))),
  ],
  ['two of one id', sceneOf([shape, shape])],
  ['an unknown kind', sceneOf([{ ...shape, kind: 'script' }])],
  ['a colour that is code', sceneOf([{ ...shape, fill: 'url(http://a)' }])],
  [
    'letters as high as a house',
    sceneOf([{ id: 't', kind: 'text', text: 'a', box, style: { ...style, sizePx: 1e6 } }]),
  ],
  ['a book', sceneOf([{ id: 't', kind: 'text', text: 'a'.repeat(100_000), box, style }])],
  [
    'a shadow without end',
    sceneOf([{ ...shape, shadow: { dxPx: 0, dyPx: 0, blurPx: 1e5, colour: '#000000' } }]),
  ],
  [
    'a crop beside the photo',
    sceneOf([
      {
        id: 'p',
        kind: 'photo',
        photoId: 'p',
        box,
        crop: { xFrac: 0.9, yFrac: 0, widthFrac: 0.5, heightFrac: 1 },
      },
    ]),
  ],
  ['an unknown format', { ...sceneOf([]), format: '7:1' }],
])('refuses %s', (_, value) => {
  expect(() => readScene(value)).toThrow('scene-invalid');
});

test('groups that name each other or themselves are only names', () => {
  const layers = [
    { ...shape, groupId: 'b', id: 'a' },
    { ...shape, groupId: 'a', id: 'b' },
  ];
  expect(readScene(sceneOf(layers)).layers).toEqual(layers);
});
