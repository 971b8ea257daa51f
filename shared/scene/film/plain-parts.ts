// Parts that every style may have and that look alike but for their colours.
import { withAlpha } from '../colours.ts';
import { veilAlpha } from '../lightness.ts';
import type { Clip, Layer, ShapeLayer } from '../scene.ts';
import type { Brand } from '../template.ts';
import { boxOf, rule } from '../templates/compose.ts';
import type { Area, Frame } from '../templates/frame.ts';
import type { Palette } from '../templates/palette.ts';
import { block, logoLayer, shade, veil } from '../templates/parts.ts';
import { straw } from '../templates/veils.ts';
import type { Words } from '../templates/stack-words.ts';
import type { Format } from '../../contract/shapes.ts';
import { come, comeToStay, type Coming, uncover } from './come.ts';
import type { FilmStyle, PartPlace } from './film-style.ts';
import { visualLayer } from './lay-parts.ts';
import { headWords, type SayChoice, sayWords } from './say-words.ts';

export const videoFormats: readonly Format[] = ['9:16', '4:5', '1:1', '16:9', '1.91:1'];

type LayoutOf<T> = (width: number, height: number) => T;
export type Layouts<T> = Record<'story' | 'tall' | 'square' | 'wide', LayoutOf<T>>;

/** The layout for the shape of a frame. */
export function layoutFor<T>({ shape, width, height }: Frame, layouts: Layouts<T>): T {
  return layouts[shape === 'banner' ? 'wide' : shape](width, height);
}

export type SplitLook = SayChoice & {
  ground: string;
  photo: Area;
  clip?: Clip;
  /** How the photo comes; what covers the picture is there at once. */
  photoComes?: Coming;
  words: Area;
  list: readonly (Words | undefined)[];
};

/** A photo in its window and words on a ground beside it. */
export function splitLayers(at: PartPlace, look: SplitLook): (Layer | undefined)[] {
  const { frame } = at.place;
  const photo = visualLayer(at, boxOf(frame, look.photo), look.clip);
  return [
    block('ground', frame.whole, look.ground),
    photo && comeToStay(photo, look.photoComes ?? 'there', 0, at),
    ...sayWords(at, look.words, look.list, look),
  ];
}

export type OverLook = SayChoice & {
  words: Area;
  list: readonly (Words | undefined)[];
  /** Where the veil under the words begins to be full, in units. */
  edge: number;
  ground: string;
};

/** The whole picture is the photo; words stand over its foot, on a veil as dark as they need. */
export function overLayers(at: PartPlace, look: OverLook): (Layer | undefined)[] {
  const { frame } = at.place;
  const words = sayWords(at, look.words, look.list, { vertical: 'bottom', ...look });
  return [
    block('ground', frame.whole, look.ground),
    visualLayer(at, frame.whole),
    words.length > 0 ? footVeil(at, look.edge) : undefined,
    ...words,
  ];
}

/** From above the words down to the foot. */
export function footVeil({ place: { frame }, photo }: PartPlace, edge: number): ShapeLayer {
  const start = Math.max(0, edge - 32);
  const tall = frame.height - start;
  const alpha = veilAlpha(straw, shade, photo?.lightness, 0.45);
  return veil(frame.box(0, start, frame.width, tall), 'foot', (edge - start) / tall, alpha);
}

/** Where words stand over the foot of a full photo, clear of a reel's bars. */
export function footWords({ place }: Pick<PartPlace, 'place'>, tall: number): Area {
  const { left, end } = place;
  const width = place.frame.shape === 'wide' ? place.frame.width * 0.62 : place.width;
  return { x: left, y: end - tall, width, height: tall };
}

export const onPhoto = { ink: '#FFFFFF', accent: straw, soft: '#F3EBDD' };

/** A photo or a clip edge to edge, with its name when it has one. */
export function fullLayers(at: PartPlace): (Layer | undefined)[] {
  const { frame } = at.place;
  const words = footWords(at, 22);
  const size = frame.shape === 'wide' ? 9 : 8;
  return overLayers(at, {
    ...{ words, edge: words.y + 6, how: 'rise', from: 1, ground: at.brand.colours.ground },
    list: [
      {
        ...{ id: 'title', text: at.part.words.title, size, min: 3.8, lines: 2 },
        colour: onPhoto.ink,
      },
    ],
  });
}

/** Words alone on the ground, under a line that is drawn. */
export function textLayers(at: PartPlace, palette: Palette, how: Coming): (Layer | undefined)[] {
  const { frame, centred, top, end } = at.place;
  const isStory = frame.shape === 'story';
  const size = isStory ? 13 : frame.shape === 'wide' ? 15 : 13;
  const y = isStory ? top + 8 : top + 10;
  const where = { x: centred.x, y, width: centred.width, height: end - y - (isStory ? 0 : 4) };
  const line = rule(
    frame,
    'line',
    { x: frame.width / 2 - 9, y: y - 5, width: 18, height: 0.5 },
    palette.accent,
  );
  const drawn = come(line, 'there', 0, at);
  const durationMs = Math.min(600, Math.round(at.durationMs / 3));
  return [
    block('ground', frame.whole, palette.ground),
    { ...drawn, motions: [uncover('left', { durationMs }), ...(drawn.motions ?? [])] },
    ...sayWords(at, where, headWords(at, size, palette), {
      ...{ how, from: 1, align: 'center', vertical: 'middle' },
    }),
  ];
}

/** A veil of one colour over a whole photo, thick enough for these words. */
export function coverVeil(at: PartPlace, colour: string, words: string, least = 0.5): ShapeLayer {
  const alpha = veilAlpha(words, colour, at.photo?.lightness, least);
  return block('veil', at.place.frame.whole, withAlpha(colour, alpha));
}

/** An upright line in the middle of the picture, open where the words of an opening stand. */
export function splitLine(at: PartPlace, words: Area, colour: string): ShapeLayer[] {
  const { frame } = at.place;
  const x = frame.width / 2 - 0.3;
  const gap = Math.min(words.height / 2, 24);
  const middle = words.y + words.height / 2;
  return [
    block('line-above', frame.box(x, 0, 0.6, middle - gap), colour),
    block('line-below', frame.box(x, middle + gap, 0.6, frame.height - middle - gap), colour),
  ];
}

/** The shop's logo while the parts between opening and closing pass. */
export function standingOverShots(
  where: (place: PartPlace['place']) => Area & { align?: 'center' },
  colour: (brand: Brand) => string,
  size: number,
): NonNullable<FilmStyle['standing']> {
  return ({ place, brand, parts }) => {
    const { frame } = place;
    const shots = parts.filter(({ role }) => role !== 'opening' && role !== 'closing');
    const inMs = shots[0]?.startMs;
    const outMs = shots.at(-1)?.endMs;
    const { align, ...its } = where(place);
    const logo = logoLayer(frame, brand, boxOf(frame, its), {
      ...{ size, colour: colour(brand) },
      ...(align && { align }),
    });
    if (!logo || inMs === undefined || outMs === undefined || outMs <= inMs) return [];
    const durationMs = Math.min(300, Math.round((outMs - inMs) / 4));
    return [
      {
        ...{ ...logo, id: 'standing-logo', inMs, outMs },
        motions: [
          { kind: 'fade', when: 'in', durationMs, delayMs: durationMs },
          { kind: 'fade', when: 'out', durationMs },
        ],
      },
    ];
  };
}
