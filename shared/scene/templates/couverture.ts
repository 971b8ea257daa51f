import type { Layer } from '../scene.ts';
import { margin, type Area, type Frame } from './frame.ts';
import {
  area,
  boxOf,
  inset,
  logoIn,
  panel,
  photoIn,
  pictureTemplate,
  rule,
  withCover,
} from './compose.ts';
import { paletteOf, type Palette } from './palette.ts';
import { sans, serif } from './parts.ts';
import { stackHeight, stackWords, type Words } from './stack-words.ts';

/** The cover of a book: a framed label at its foot, so that the middle of the photo stays free; beside it
 *  in wide pictures. */
export const couverture = pictureTemplate(
  {
    id: 'couverture',
    names: { fr: 'Couverture', en: 'Cover' },
    formats: withCover,
    slots: ['photo', 'title', 'logo', 'headline'],
  },
  (frame, slots, brand) => {
    const { ground, ink, accent, line } = paletteOf(brand, 'paper');
    const foot = slots.headline?.trim();
    const list: Words[] = [
      {
        ...{ id: 'title', text: slots.title, size: frame.shape === 'banner' ? 12 : 9.4, min: 3.6 },
        ...{ lines: 4, colour: ink, font: serif },
      },
    ];
    const card = cardOf(frame, list, foot ? 8 : 0);
    const inner = inset(card, 5, 4.4);
    const logo = area(inner.x, inner.y, inner.width, 7);
    const words = area(inner.x, logo.y + 8, inner.width, inner.height - 8 - (foot ? 8 : 0));
    return {
      ground: ink,
      layers: [
        photoIn(frame, slots.photo, frame.wholeArea),
        panel(frame, 'card', card, ground),
        {
          ...{
            id: 'frame',
            kind: 'shape',
            box: boxOf(frame, inset(card, 1.8)),
            shape: { kind: 'rect' },
          },
          stroke: { colour: line, widthPx: Math.max(2, frame.px(0.28)) },
        },
        logoIn(frame, brand, logo, { size: 4.4, colour: ink, align: 'center' }),
        ...stackWords(frame, words, list, { align: 'center', vertical: 'middle' }),
        ...(foot ? footLayers(frame, inner, foot, { ink, accent }) : []),
      ],
    };
  },
);

/** A short rule and a few words under the title. */
function footLayers(
  frame: Frame,
  inner: Area,
  text: string,
  { ink, accent }: Pick<Palette, 'ink' | 'accent'>,
): Layer[] {
  const end = inner.y + inner.height;
  return [
    rule(frame, 'rule', area(inner.x + inner.width / 2 - 5, end - 7.4, 10, 0.4), accent),
    ...stackWords(
      frame,
      area(inner.x, end - 5.4, inner.width, 6),
      [{ id: 'headline', text, size: 3.4, min: 2.2, colour: ink, font: sans }],
      { align: 'center', vertical: 'middle', optical: false },
    ),
  ];
}

/** As tall as the name needs. */
function cardOf(frame: Frame, list: readonly Words[], foot: number): Area {
  const { width, height, words } = frame;
  const tallOf = (wide: number, most: number): number => {
    const inside = stackHeight(area(0, 0, wide - 10, most - 19 - foot), list, frame);
    return Math.min(most, Math.max(34, inside + 19 + foot));
  };
  switch (frame.shape) {
    case 'square':
      return lowCard(area(14, 0, 72, tallOf(72, 48)), 93);
    case 'tall':
      return lowCard(area(11, 0, 78, tallOf(78, 60)), Math.min(frame.titleFoot, height - 7));
    case 'story':
      return area(11, words.y + 4, 76, tallOf(76, 66));
    case 'banner':
      return area(words.x, 13, 72, 74);
    default: {
      const tall = Math.max(46, tallOf(width * 0.42, 78));
      return area(margin, (100 - tall) / 2, width * 0.42, tall);
    }
  }
}

function lowCard(card: Area, foot: number): Area {
  return { ...card, y: foot - card.height };
}
