import { mix, readableOn } from '../colours.ts';
import type { Colour, Layer } from '../scene.ts';
import { fitWords } from './fit-words.ts';
import { margin, type Area, type Frame } from './frame.ts';
import {
  area,
  disc,
  inset,
  logoIn,
  networkFormats,
  panel,
  photoIn,
  pictureTemplate,
} from './compose.ts';
import { paletteOf, type Palette } from './palette.ts';
import { sans, sansMedium, serif } from './parts.ts';
import { stackHeight, stackWords, type Words } from './stack-words.ts';

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
    const rows =
      frame.shape === 'square' || frame.shape === 'wide'
        ? Math.ceil(choices.length / 2)
        : choices.length;
    const answers = rows * answerTall;
    const list: Words[] = [
      {
        ...{
          id: 'title',
          text: slots.question?.text ?? slots.title,
          size: 8.6,
          min: 3.4,
          lines: 4,
        },
        ...{ colour: ink, font: serif },
      },
    ];
    const card = cardOf(frame, list, answers);
    const inner = inset(card, 5);
    const logo = area(inner.x, inner.y, inner.width, 6);
    const words = area(inner.x, inner.y + 8.5, inner.width, inner.height - answers - 9.5);
    return {
      ground: ink,
      layers: [
        photoIn(frame, slots.photo, frame.wholeArea),
        {
          ...panel(frame, 'card', card, ground, 3),
          shadow: { dxPx: 0, dyPx: frame.px(1), blurPx: frame.px(5), colour: '#00000040' },
        },
        logoIn(frame, brand, logo, { size: 4.2, colour: ink }),
        ...stackWords(frame, words, list, { vertical: 'middle', optical: false }),
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
  accent: Colour,
): Layer[] {
  if (choices.length === 0) return [];
  const columns = Math.ceil(choices.length / rows);
  const wide = (where.width - (columns - 1) * 2.4) / columns;
  const tall = where.height / rows;
  const fill = mix(ground, accent, 0.3);
  const sized = (text: string, width: number) =>
    fitWords({ ...{ text, width, size: 4.2, min: 2, lines: 2 }, font: frame.face(sansMedium) })
      .size;
  const pills = choices.map((text, index) => {
    const isAlone = columns > 1 && index === choices.length - 1 && choices.length % columns === 1;
    const x = where.x + (index % columns) * (wide + 2.4);
    const y = where.y + Math.floor(index / columns) * tall;
    return { text, pill: area(x, y, isAlone ? where.width : wide, tall - 2) };
  });
  // What stands side by side has one size.
  const size = Math.min(...pills.map(({ text, pill }) => sized(text, wordsIn(pill).width)));
  return pills.flatMap(({ text, pill }, index) => {
    const name = `${index + 1}`;
    const mark = area(pill.x + 1, pill.y + 1, pill.height - 2, pill.height - 2);
    const colour = readableOn(ink, fill);
    const middle = { vertical: 'middle', optical: false } as const;
    return [
      panel(frame, `choice-ground-${name}`, pill, fill, pill.height / 2),
      disc(frame, `choice-mark-${name}`, mark, ground),
      ...stackWords(
        frame,
        mark,
        [
          {
            ...{ id: `choice-letter-${name}`, text: 'ABCD'.charAt(index), size: 3.6, font: sans },
            ...{ colour: ink, spacing: 0 },
          },
        ],
        { ...middle, align: 'center' },
      ),
      ...stackWords(
        frame,
        wordsIn(pill),
        [
          {
            ...{ id: `choice-${name}`, text, size, min: 2, lines: 2, lineHeight: 1.1 },
            ...{ colour, font: sansMedium, spacing: 0 },
          },
        ],
        middle,
      ),
    ];
  });
}

/** Beside the letter. */
function wordsIn({ x, y, width, height }: Area): Area {
  return area(x + height + 1.4, y + 0.6, width - height - 3.6, height - 1.2);
}

/** As tall as the question and its answers need. */
function cardOf(frame: Frame, list: readonly Words[], answers: number): Area {
  const { width, height } = frame;
  const tallOf = (wide: number, most: number): number => {
    const room = area(0, 0, wide - 10, most - answers - 19.5);
    return Math.min(most, stackHeight(room, list, frame) + answers + 24);
  };
  switch (frame.shape) {
    case 'square':
      return lowCard(area(margin, 0, 86, tallOf(86, 62)), 93);
    case 'story':
      return lowCard(area(margin, 0, 80, tallOf(80, 84)), 114);
    case 'tall':
      return lowCard(
        area(margin, 0, 86, tallOf(86, 90)),
        Math.min(height - margin, frame.titleFoot + answers),
      );
    default: {
      const wide = width * 0.48;
      const tall = tallOf(wide, 84);
      return area(width - margin - wide, (100 - tall) / 2, wide, tall);
    }
  }
}

function lowCard(card: Area, foot: number): Area {
  return { ...card, y: foot - card.height };
}
