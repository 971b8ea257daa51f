import type { Layer } from '../scene.ts';
import type { Area, Frame } from './frame.ts';
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
import { stackWords } from './stack-words.ts';

/** The cover of a book: a framed label in the middle of the photo. */
export const couverture = pictureTemplate(
  {
    id: 'couverture',
    names: { fr: 'Couverture', en: 'Cover' },
    formats: withCover,
    slots: ['photo', 'title', 'logo', 'headline'],
  },
  (frame, slots, brand) => {
    const { ground, ink, accent, line } = paletteOf(brand, 'paper');
    const card = cardOf(frame);
    const inner = inset(card, 5, 5);
    const logo = area(inner.x, inner.y + 0.5, inner.width, 8);
    const foot = slots.headline?.trim();
    const words = area(inner.x, logo.y + 10.5, inner.width, inner.height - 12 - (foot ? 8 : 2));
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
        ...stackWords(
          frame,
          words,
          [
            {
              ...{
                id: 'title',
                text: slots.title,
                size: frame.shape === 'banner' ? 12 : 9,
                min: 3.6,
              },
              ...{ lines: 4, colour: ink, font: serif },
            },
          ],
          { align: 'center', vertical: 'middle' },
        ),
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

function cardOf(frame: Frame): Area {
  const { width, height, words } = frame;
  switch (frame.shape) {
    case 'square':
      return area(17, 24, 66, 52);
    case 'tall':
      return area(14, height / 2 - 31, 72, 62);
    case 'story':
      return area(13, words.y + 12, 74, 68);
    case 'banner':
      return area(width / 2 - 62, 15, 124, 70);
    default:
      return area(width / 2 - 48, 14, 96, 72);
  }
}
