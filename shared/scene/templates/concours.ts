import type { Layer } from '../scene.ts';
import { commonSize } from './fit-words.ts';
import { margin, type Area, type Frame } from './frame.ts';
import { area, logoIn, networkFormats, photoIn, pictureTemplate, rule, said } from './compose.ts';
import { paletteOf, type Palette } from './palette.ts';
import { sansBody, serif, serifItalic, serifLight } from './parts.ts';
import { stackWords } from './stack-words.ts';

type Layout = {
  photo: Area;
  headline: Area;
  title: Area;
  steps: Area;
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
    const { photo, headline, title, steps, logo, size } = layoutOf(frame);
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
            vertical: frame.shape === 'tall' ? 'middle' : 'top',
            optical: false,
          },
        ),
        ...stepLayers(frame, slots.lines ?? [], steps, palette),
        logoIn(frame, brand, logo, {
          size: 4.8,
          colour: ink,
          align: frame.shape === 'wide' || frame.shape === 'square' ? 'start' : 'end',
        }),
      ],
    };
  },
);

const digitWide = 9;

/** Numbered steps, one under another, all in the size that the longest of them needs. */
function stepLayers(
  frame: Frame,
  lines: readonly string[],
  steps: Area,
  { ink, line }: Palette,
): Layer[] {
  const shown = lines.slice(0, 3);
  const tall = Math.min(15, steps.height / Math.max(1, shown.length));
  const width = steps.width - digitWide;
  const most = frame.shape === 'tall' ? 4.2 : 4;
  const font = frame.face(sansBody);
  const wishes = shown.map((text) => ({ text, font, size: most, min: 2.2, lines: 3, width }));
  const size = Math.min(commonSize(wishes, most, 2.6), tall * 0.34);
  const middle = { vertical: 'middle', optical: false } as const;
  return shown.flatMap((text, index) => {
    const { x } = steps;
    const y = steps.y + index * tall;
    const name = `${index + 1}`;
    const digit = { id: `step-${name}`, text: name, size: 7.4, colour: ink, font: serifLight };
    const words = {
      ...{ id: `lines-${name}`, text, size, min: 2, lines: 3, lineHeight: 1.25 },
      ...{ colour: ink, font: sansBody, spacing: 0 },
    };
    return [
      rule(frame, `line-${name}`, area(x, y, steps.width, 0.25), line),
      ...stackWords(frame, area(x, y + 0.8, digitWide - 1, tall - 1), [digit], middle),
      ...stackWords(frame, area(x + digitWide, y + 0.8, width, tall - 1), [words], middle),
    ];
  });
}

function layoutOf(frame: Frame): Layout {
  const { width, height, words } = frame;
  switch (frame.shape) {
    case 'square':
      return {
        ...{ photo: area(60, 0, 40, 100), logo: area(margin, 7, 46, 7) },
        ...{ headline: area(margin, 18, 47, 14), title: area(margin, 33, 47, 19) },
        ...{ steps: area(margin, 55, 47, 39), size: 14 },
      };
    case 'tall': {
      // The photo runs to the head and both sides; what is left is one block of words.
      const split = height - 78;
      return {
        ...{ photo: area(0, 0, 100, split), headline: area(margin, split + 4, 86, 16) },
        ...{ title: area(margin, split + 20.5, 86, 12), steps: area(margin, split + 34, 86, 31) },
        ...{ logo: area(margin, height - 11, 86, 7), size: 16.5 },
      };
    }
    case 'story':
      return {
        ...{ headline: area(margin, words.y + 8, 80, 18), logo: area(margin, words.y, 80, 8) },
        ...{ title: area(margin, words.y + 26, 80, 17), steps: area(margin, words.y + 45, 80, 44) },
        ...{ photo: area(0, 118, 100, height - 118), size: 17 },
      };
    default: {
      const split = width * 0.46;
      const left = split + 8;
      const wide = width - 8 - left;
      return {
        ...{ photo: area(0, 0, split, 100), headline: area(left, 9, wide, 18) },
        ...{ title: area(left, 27, wide, 14), steps: area(left, 43, wide, 41) },
        ...{ logo: area(left, 86, wide, 8), size: 16 },
      };
    }
  }
}
