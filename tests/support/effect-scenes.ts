// Scenes that hold everything a layer can be and do, for comparing two canvas engines.
import {
  formatSizes,
  type Blend,
  type Layer,
  type Scene,
  type TextStyle,
} from '../../shared/scene/scene.ts';
import { stickers } from '../../shared/scene/stickers.ts';

const blends: Blend[] = ['multiply', 'screen', 'overlay', 'darken', 'lighten', 'soft-light'];
const style: TextStyle = {
  font: { family: 'Fraunces', weight: 600 },
  sizePx: 54,
  minSizePx: 20,
  colour: '#24402F',
  align: 'start',
  vertical: 'middle',
  maxLines: 2,
  lineHeight: 1.1,
};
const shadow = { dxPx: 8, dyPx: 12, blurPx: 24, colour: '#000000A0' };
const box = (xPx: number, yPx: number, widthPx: number, heightPx: number) => ({
  ...{ xPx, yPx, widthPx, heightPx },
});

function sceneOf(layers: Layer[]): Scene {
  const background = { from: { xFrac: 0, yFrac: 0 }, to: { xFrac: 1, yFrac: 1 } };
  const stops = [
    { atFrac: 0, colour: '#F3EBDD' },
    { atFrac: 1, colour: '#8FB39A' },
  ];
  return {
    ...{ format: '1:1', ...formatSizes['1:1'], durationMs: 0 },
    background: { ...background, stops },
    layers,
  };
}

/** Shadows of each kind of layer, turned and not, half seen and not. */
export function shadowScene(photoId: string): Scene {
  const photo = { kind: 'photo', photoId } as const;
  const words = { kind: 'text', style, text: 'Été 🌿 « doux » 👩🏽‍🌾' } as const;
  return sceneOf([
    { ...photo, id: 'a', box: box(60, 60, 300, 300), clip: { kind: 'arch' }, shadow },
    { ...photo, id: 'b', box: box(420, 80, 260, 200), rotationDeg: 7, shadow, opacity: 0.8 },
    { ...words, id: 'c', box: box(60, 420, 600, 90), shadow: { ...shadow, blurPx: 6 } },
    { ...words, id: 'd', box: box(60, 520, 600, 90), rotationDeg: -4, opacity: 0.5 },
    {
      ...{ id: 'e', kind: 'badge', text: '-20 % 🎁', style: { ...style, colour: '#FFFFFF' } },
      ...{ shape: { kind: 'rounded', radiusPx: 20 }, fill: '#B8431F', box: box(60, 640, 400, 90) },
      ...{ paddingPx: { xPx: 24, yPx: 12 }, shadow, opacity: 0.7 },
    },
    {
      ...{ id: 'f', kind: 'shape', shape: { kind: 'ellipse' }, box: box(720, 60, 300, 200) },
      ...{ fill: '#E2B04A', stroke: { colour: '#24402F', widthPx: 10 }, shadow, rotationDeg: 20 },
    },
    { id: 'g', kind: 'sticker', stickerId: 'leaf', box: box(720, 320, 280, 280), shadow },
    {
      id: 'h',
      kind: 'shape',
      shape: { kind: 'rect' },
      fill: '#FF0000',
      box: box(0, 0, 1080, 1080),
      hidden: true,
    },
    {
      ...{
        id: 'i',
        kind: 'logo',
        text: 'La Serre',
        style,
        box: box(60, 780, 420, 80),
        opacity: 0.6,
      },
      ground: { colour: '#FFFFFF', paddingPx: 14 },
    },
    { ...photo, id: 'j', box: box(900, 900, 400, 400), clip: { kind: 'ellipse' }, shadow },
  ]);
}

/** Each blend of a shape, of words and of a photo. */
export function blendScene(photoId: string): Scene {
  const layers = blends.flatMap((blend, index): Layer[] => {
    const yPx = 20 + index * 174;
    return [
      {
        id: `s${index}`,
        kind: 'shape',
        shape: { kind: 'rect' },
        fill: '#B8431FC0',
        blend,
        box: box(20, yPx, 300, 150),
      },
      {
        id: `w${index}`,
        kind: 'text',
        text: `Blüte 🌺 ${blend}`,
        style,
        blend,
        box: box(340, yPx, 420, 150),
      },
      {
        id: `p${index}`,
        kind: 'photo',
        photoId,
        blend,
        box: box(780, yPx, 260, 150),
        opacity: 0.9,
      },
    ];
  });
  const ground: Layer = { id: 'ground', kind: 'photo', photoId, box: box(0, 0, 1080, 1080) };
  return sceneOf([ground, ...layers]);
}

/** All stickers, in their own colour and in another, and codes of several lengths and turns. */
export function stickerScene(): Scene {
  const drawn = stickers.flatMap((sticker, index): Layer[] => {
    const place = box(20 + (index % 6) * 176, 20 + Math.floor(index / 6) * 190, 160, 170);
    const colour = index % 2 === 0 ? undefined : '#1F5F99';
    const rotationDeg = (index % 3) * 9;
    return [
      {
        id: sticker.id,
        kind: 'sticker',
        stickerId: sticker.id,
        box: place,
        rotationDeg,
        ...(colour && { colour }),
      },
    ];
  });
  const code = { kind: 'qr', dark: '#24402F', light: '#FFFFFF' } as const;
  return sceneOf([
    ...drawn,
    { ...code, id: 'q1', text: 'https://laserre.example/arum', box: box(20, 620, 300, 300) },
    {
      ...code,
      id: 'q2',
      text: 'https://laserre.example/?q=été',
      box: box(360, 620, 320, 320),
      rotationDeg: 3,
    },
    {
      ...code,
      id: 'q3',
      text: 'https://laserre.example',
      box: box(720, 620, 301, 333),
      opacity: 0.7,
    },
  ]);
}

const turnsDeg = [0, 7, -35, 90];
type Effects = Pick<Layer, 'blend' | 'opacity' | 'shadow'>;
const effectRows: Effects[] = [
  {},
  { shadow },
  { opacity: 0.6 },
  { blend: 'multiply' },
  { blend: 'soft-light', shadow, opacity: 0.6 },
];
const clips = [
  { kind: 'rect' },
  { kind: 'arch' },
  { kind: 'rounded', radiusPx: 24 },
  { kind: 'ellipse' },
  { kind: 'tag', pointFrac: 0.3 },
] as const;

/** A scene for each kind of layer: upright and turned from left to right, with every effect from top to
 *  bottom. */
export function effectScenes(photoId: string): Record<string, Scene> {
  const scenes: [string, Scene][] = kindsOf(photoId).map(([name, draw]) => {
    const cells = effectRows.flatMap((effects, row) =>
      turnsDeg.map((rotationDeg, column): Layer => {
        const place = box(40 + column * 270, 40 + row * 266, 190, 150);
        return { ...draw(place), id: `${row}-${column}`, rotationDeg, ...effects };
      }),
    );
    return [name, { ...sceneOf(cells), format: '4:5', ...formatSizes['4:5'] }];
  });
  return Object.fromEntries(scenes);
}

function kindsOf(photoId: string): [string, (place: Layer['box']) => Layer][] {
  const small = { ...style, sizePx: 34 };
  const words =
    (text: string) =>
    (place: Layer['box']): Layer => ({
      ...{ id: '', kind: 'text', text, style: small, box: place },
    });
  return [
    ...clips.map((clip): [string, (place: Layer['box']) => Layer] => [
      `photo ${clip.kind}`,
      (place) => ({ id: '', kind: 'photo', photoId, clip, box: place }),
    ]),
    ['words', words('Été « doux » à 12,90 €')],
    ['emoji', words('🌿 👩🏽‍🌾 🎁 😍')],
    [
      'price',
      (place) => ({
        ...{ id: '', kind: 'price', text: '12,90 €', oldText: '15,90 €', style: small, box: place },
      }),
    ],
    [
      'badge',
      (place) => ({
        ...{ id: '', kind: 'badge', text: '-20 %', style: small, fill: '#E2B04A', box: place },
        ...{ shape: { kind: 'rounded', radiusPx: 20 }, paddingPx: { xPx: 24, yPx: 12 } },
      }),
    ],
    [
      'shape',
      (place) => ({
        ...{ id: '', kind: 'shape', shape: { kind: 'ellipse' }, fill: '#E2B04A', box: place },
        stroke: { colour: '#24402F', widthPx: 10 },
      }),
    ],
    ['sticker', (place) => ({ id: '', kind: 'sticker', stickerId: 'leaf', box: place })],
    [
      'logo',
      (place) => ({
        ...{ id: '', kind: 'logo', text: 'La Serre', style: small, box: place },
        ground: { colour: '#FFFFFF', paddingPx: 14 },
      }),
    ],
    [
      'logo picture',
      (place) => ({
        ...{ id: '', kind: 'logo', text: '', photoId, ratio: 1, style: small, box: place },
        ground: { colour: '#FFFFFF', paddingPx: 6 },
      }),
    ],
    [
      'code',
      (place) => ({
        ...{ id: '', kind: 'qr', text: 'https://laserre.example/arum', box: place },
        ...{ dark: '#24402F', light: '#FFFFFF' },
      }),
    ],
  ];
}
