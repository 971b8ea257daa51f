import type { Layer } from '../scene.ts';
import type { Area, Frame } from './frame.ts';
import { area, logoIn, networkFormats, photoIn, pictureTemplate, rule, said } from './compose.ts';
import { paletteOf, type Palette } from './palette.ts';
import { sansBody, serif, serifItalic, serifLight } from './parts.ts';
import { stackWords } from './stack-words.ts';

type Layout = {
  photo: Area;
  headline: Area;
  title: Area;
  steps: Area;
  /** Steps stand beside each other, else one under another. */
  across: boolean;
  logo: Area;
  size: number;
};

/** Something to win, and what to do for it in numbered steps. */
export const concours = pictureTemplate(
  {
    id: 'concours',
    names: { fr: 'Jeu concours', en: 'Giveaway' },
    formats: networkFormats,
    slots: ['photo', 'title', 'logo', 'headline', 'lines'],
  },
  (frame, slots, brand) => {
    const palette = paletteOf(brand, 'accent');
    const { ground, ink } = palette;
    const { photo, headline, title, steps, across, logo, size } = layoutOf(frame);
    return {
      ground,
      layers: [
        photoIn(frame, slots.photo, photo),
        ...stackWords(frame, headline, [
          {
            ...{ id: 'headline', text: said(slots, { fr: 'À gagner', en: 'Win this' }) },
            ...{ size, font: serifItalic, colour: ink, spacing: -0.02 },
          },
        ]),
        ...stackWords(
          frame,
          title,
          [
            {
              ...{ id: 'title', text: slots.title, size: size * 0.44, min: 3.4, lines: 3 },
              colour: ink,
              font: serif,
            },
          ],
          {
            vertical: frame.shape === 'wide' || frame.shape === 'story' ? 'top' : 'middle',
            optical: false,
          },
        ),
        ...stepLayers(frame, slots.lines ?? [], steps, across, palette),
        logoIn(frame, brand, logo, {
          size: 4.8,
          colour: ink,
          align: frame.shape === 'wide' ? 'start' : 'end',
        }),
      ],
    };
  },
);

function stepLayers(
  frame: Frame,
  lines: readonly string[],
  steps: Area,
  across: boolean,
  { ink, line }: Palette,
): Layer[] {
  const shown = lines.slice(0, 3);
  const count = Math.max(1, shown.length);
  const wide = across ? (steps.width - (count - 1) * 4) / count : steps.width;
  const tall = across ? steps.height : steps.height / count;
  return shown.flatMap((text, index) => {
    const x = across ? steps.x + index * (wide + 4) : steps.x;
    const y = across ? steps.y : steps.y + index * tall;
    const digit = {
      id: `step-${index + 1}`,
      text: `${index + 1}`,
      size: 8,
      colour: ink,
      font: serifLight,
    };
    const words = {
      ...{ id: `lines-${index + 1}`, text, size: 3.5, min: 2.3, lines: 5, lineHeight: 1.28 },
      ...{ colour: ink, font: sansBody, spacing: 0 },
    };
    const middle = { vertical: 'middle', optical: false } as const;
    if (across)
      return [
        rule(frame, `line-${index + 1}`, area(x, y, wide, 0.25), line),
        ...stackWords(frame, area(x, y + 1, wide, 10), [digit], middle),
        ...stackWords(frame, area(x, y + 11.5, wide, tall - 11.5), [words], { optical: false }),
      ];
    return [
      rule(frame, `line-${index + 1}`, area(x, y, wide, 0.25), line),
      ...stackWords(frame, area(x, y + 1, 9, tall - 1.5), [digit], middle),
      ...stackWords(
        frame,
        area(x + 10, y + 1, wide - 10, tall - 1.5),
        [{ ...words, size: 3.8 }],
        middle,
      ),
    ];
  });
}

function layoutOf(frame: Frame): Layout {
  const { width, height, words } = frame;
  switch (frame.shape) {
    case 'square':
      return {
        ...{ headline: area(7, 7, 60, 15), logo: area(62, 7, 31, 11), photo: area(0, 22, 100, 36) },
        ...{ title: area(7, 60, 86, 10), steps: area(7, 71, 86, 24), across: true, size: 15 },
      };
    case 'tall': {
      const split = height - 57;
      return {
        ...{
          headline: area(7, 15, 60, 16),
          logo: area(7, 6.5, 86, 7),
          photo: area(0, 31, 100, split - 31),
        },
        ...{
          title: area(7, split + 3, 86, 14),
          steps: area(7, split + 20, 86, 31),
          across: true,
          size: 15.5,
        },
      };
    }
    case 'story':
      return {
        ...{
          headline: area(7, words.y + 8, 80, 18),
          logo: area(7, words.y, 80, 8),
          title: area(7, words.y + 26, 80, 17),
        },
        ...{
          steps: area(7, words.y + 45, 80, 44),
          across: false,
          photo: area(0, 118, 100, height - 118),
          size: 17,
        },
      };
    default: {
      const split = width * 0.46;
      const left = split + 9;
      const wide = width - 9 - left;
      return {
        ...{
          photo: area(0, 0, split, 100),
          headline: area(left, 10, wide, 17),
          title: area(left, 27, wide, 14),
        },
        ...{
          steps: area(left, 43, wide, 41),
          across: false,
          logo: area(left, 86, wide, 8),
          size: 16,
        },
      };
    }
  }
}
