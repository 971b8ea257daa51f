import type { Layer } from '../scene.ts';
import { area, disc, logoIn, networkFormats, photoIn, pictureTemplate } from './compose.ts';
import { commonSize } from './fit-words.ts';
import { margin, type Area, type Frame } from './frame.ts';
import { paletteOf, type Palette } from './palette.ts';
import { sans, sansBody, serif } from './parts.ts';
import { stackWords } from './stack-words.ts';

type Layout = { photo: Area; title: Area; steps: Area; logo: Area; size: number };

/** How to do it, in up to three steps: a recipe, how to look after a plant, how to put it on. */
export const etapes = pictureTemplate(
  {
    id: 'etapes',
    names: { fr: 'Mode d’emploi', en: 'How to' },
    formats: networkFormats,
    slots: ['photo', 'title', 'logo', 'headline', 'lines'],
  },
  (frame, slots, brand) => {
    const palette = paletteOf(brand, 'tint');
    const { photo, title, steps, logo, size } = layoutOf(frame);
    return {
      ground: palette.ground,
      layers: [
        photoIn(frame, slots.photo, photo, { kind: 'rounded', radiusPx: frame.px(2) }),
        ...stackWords(
          frame,
          title,
          [
            {
              ...{ id: 'title', text: slots.headline?.trim() || slots.title, size, min: 3.6 },
              ...{ lines: 3, colour: palette.ink, font: serif },
            },
          ],
          { vertical: 'middle', optical: false },
        ),
        ...stepLayers(frame, slots.lines ?? [], steps, palette),
        logoIn(frame, brand, logo, { size: 4.6, colour: palette.ink }),
      ],
    };
  },
);

/** Each with its number on a disc, all in one size. */
function stepLayers(
  frame: Frame,
  lines: readonly string[],
  steps: Area,
  { ground, ink }: Palette,
): Layer[] {
  const shown = lines.slice(0, 3);
  const tall = Math.min(17, steps.height / Math.max(1, shown.length));
  const side = Math.min(8, tall - 2);
  const width = steps.width - side - 3.5;
  const most = { square: 4, wide: 4, story: 5.4, tall: 4.4, banner: 4 }[frame.shape];
  const font = frame.face(sansBody);
  const wishes = shown.map((text) => ({ text, font, size: most, min: 2.2, lines: 3, width }));
  const size = Math.min(commonSize(wishes, most, 2.6), tall * 0.34);
  const middle = { vertical: 'middle', optical: false } as const;
  return shown.flatMap((text, index) => {
    const name = `${index + 1}`;
    const y = steps.y + index * tall;
    const mark = area(steps.x, y + (tall - side) / 2, side, side);
    return [
      disc(frame, `mark-${name}`, mark, ink),
      ...stackWords(
        frame,
        mark,
        [
          {
            id: `step-${name}`,
            text: name,
            size: side * 0.55,
            colour: ground,
            font: sans,
            spacing: 0,
          },
        ],
        { ...middle, align: 'center' },
      ),
      ...stackWords(
        frame,
        area(steps.x + side + 3.5, y + 0.5, width, tall - 1),
        [
          {
            ...{ id: `lines-${name}`, text, size, min: 2, lines: 3, lineHeight: 1.28 },
            ...{ colour: ink, font: sansBody, spacing: 0 },
          },
        ],
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
        ...{ photo: area(margin, margin, 36, 86), title: area(49, margin, 44, 26) },
        ...{ steps: area(49, 35, 44, 48), logo: area(49, 87, 44, 6), size: 7.4 },
      };
    case 'tall': {
      const split = height - 68;
      return {
        ...{
          photo: area(margin, margin, 86, split - margin),
          title: area(margin, split + 2.5, 86, 17),
        },
        ...{ steps: area(margin, split + 20, 86, 36), logo: area(margin, height - 11, 86, 6) },
        size: 8.4,
      };
    }
    case 'story':
      return {
        ...{ logo: area(margin, words.y, 80, 8), title: area(margin, words.y + 9, 80, 22) },
        ...{ steps: area(margin, words.y + 33, 80, 48), size: 9.4 },
        photo: area(margin, 110, 86, height - 117),
      };
    default: {
      const split = width * 0.42;
      const left = split + 8;
      const wide = width - 8 - left;
      return {
        ...{ photo: area(margin, margin, split - margin, 86), title: area(left, margin, wide, 24) },
        ...{ steps: area(left, 33, wide, 48), logo: area(left, 85, wide, 8), size: 9.4 },
      };
    }
  }
}
