import { mix, readableOn } from '../colours.ts';
import type { Layer } from '../scene.ts';
import type { Area, Frame } from './frame.ts';
import { area, inset, logoIn, networkFormats, panel, photoIn, pictureTemplate } from './compose.ts';
import { paletteOf, type Palette } from './palette.ts';
import { sansMedium, serif } from './parts.ts';
import { stackWords } from './stack-words.ts';

/** A question on a card, with two to four answers to choose from. */
export const sondage = pictureTemplate(
  {
    id: 'sondage',
    names: { fr: 'Question', en: 'Question' },
    formats: networkFormats,
    slots: ['photo', 'title', 'logo', 'question'],
  },
  (frame, slots, brand) => {
    const palette = paletteOf(brand, 'paper');
    const { ground, ink } = palette;
    const choices = slots.question?.choices.slice(0, 4) ?? [];
    const card = cardOf(frame, choices.length);
    const inner = inset(card, 5);
    const rows =
      frame.shape === 'square' || frame.shape === 'wide'
        ? Math.ceil(choices.length / 2)
        : choices.length;
    const answers = rows * answerTall;
    const logo = area(inner.x, inner.y, inner.width, 6);
    const words = area(inner.x, inner.y + 8, inner.width, inner.height - answers - 8);
    return {
      ground: ink,
      layers: [
        photoIn(frame, slots.photo, frame.wholeArea),
        {
          ...panel(frame, 'card', card, ground, 3),
          shadow: { dxPx: 0, dyPx: frame.px(1), blurPx: frame.px(5), colour: '#00000040' },
        },
        logoIn(frame, brand, logo, { size: 4.2, colour: ink }),
        ...stackWords(
          frame,
          words,
          [
            {
              ...{
                id: 'title',
                text: slots.question?.text ?? slots.title,
                size: 7.8,
                min: 3.4,
                lines: 4,
              },
              ...{ colour: ink, font: serif },
            },
          ],
          { vertical: 'middle', optical: false },
        ),
        ...answerLayers(
          frame,
          choices,
          area(inner.x, inner.y + inner.height - answers + 2, inner.width, answers - 2),
          rows,
          palette,
          brand.colours.accent,
        ),
      ],
    };
  },
);

const answerTall = 11;

function answerLayers(
  frame: Frame,
  choices: readonly string[],
  where: Area,
  rows: number,
  { ground, ink }: Palette,
  accent: string,
): Layer[] {
  if (choices.length === 0) return [];
  const columns = Math.ceil(choices.length / rows);
  const wide = (where.width - (columns - 1) * 2.4) / columns;
  const tall = where.height / rows;
  return choices.flatMap((text, index) => {
    const row = Math.floor(index / columns);
    const isAlone = columns > 1 && index === choices.length - 1 && choices.length % columns === 1;
    const pill = area(
      where.x + (index % columns) * (wide + 2.4),
      where.y + row * tall,
      isAlone ? where.width : wide,
      tall - 2,
    );
    const fill = mix(ground, accent, index % 2 === 0 ? 0.42 : 0.2);
    return [
      panel(frame, `choice-ground-${index + 1}`, pill, fill, pill.height / 2),
      ...stackWords(
        frame,
        inset(pill, 3.5, 0.6),
        [
          {
            ...{ id: `choice-${index + 1}`, text, size: 4, min: 2, lines: 2, lineHeight: 1.1 },
            ...{ colour: readableOn(ink, fill), font: sansMedium, spacing: 0 },
          },
        ],
        { align: 'center', vertical: 'middle', optical: false },
      ),
    ];
  });
}

function cardOf(frame: Frame, choices: number): Area {
  const { width, height } = frame;
  const answers = choices * answerTall;
  switch (frame.shape) {
    case 'square':
      return area(7, 40, 86, 53);
    case 'story': {
      const tall = Math.min(82, 44 + answers);
      return area(7, 114 - tall, 80, tall);
    }
    case 'tall': {
      const tall = Math.min(86, 44 + answers);
      return area(7, height - 7 - tall, 86, tall);
    }
    default:
      return area(width - 8 - width * 0.5, 10, width * 0.5, 80);
  }
}
