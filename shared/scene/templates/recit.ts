import type { Area, Frame } from './frame.ts';
import { area, logoIn, networkFormats, photoIn, pictureTemplate, rule } from './compose.ts';
import { paletteOf } from './palette.ts';
import { sansBody, serif } from './parts.ts';
import { priceWords } from './price-words.ts';
import { stackHeight, stackWords, type Words } from './stack-words.ts';

type Layout = {
  photo: Area;
  title: Area;
  body: Area;
  rule: Area;
  logo?: Area;
  size: number;
  bodySize: number;
};

/** A page of a magazine: the photo, a name, and a few sentences in a column of their own. */
export const recit = pictureTemplate(
  {
    id: 'recit',
    names: { fr: 'Récit', en: 'Story' },
    formats: networkFormats,
    slots: ['photo', 'title', 'price', 'oldPrice', 'logo', 'lines'],
  },
  (frame, slots, brand) => {
    const { ground, ink, accent, soft } = paletteOf(brand, 'paper');
    const told = (slots.lines ?? []).join(' ').trim();
    const layout = told ? layoutOf(frame) : wordless(frame);
    const { photo, title, body, size, bodySize } = layout;
    const head: (Words | undefined)[] = [
      {
        ...{ id: 'title', text: slots.title, size, min: 2.3, lines: 5 },
        colour: ink,
        font: serif,
        gap: 2,
      },
      priceWords(slots, size * 0.8, accent, soft, 'above'),
    ];
    const top = frame.shape === 'story' ? stackHeight(title, head) + 3 : 0;
    const column = { ...body, y: body.y + top, height: body.height - top };
    return {
      ground,
      layers: [
        photoIn(frame, slots.photo, photo),
        rule(frame, 'rule', layout.rule, accent),
        ...stackWords(frame, title, head),
        ...stackWords(frame, column, [
          {
            ...{ id: 'lines', text: told, size: bodySize, min: 2.4, lines: 14, lineHeight: 1.42 },
            ...{ colour: soft, font: sansBody, spacing: 0 },
          },
        ]),
        layout.logo && logoIn(frame, brand, layout.logo, { size: 5, colour: ink }),
      ],
    };
  },
);

function layoutOf(frame: Frame): Layout {
  const { width, height, words } = frame;
  if (frame.shape === 'wide') {
    const left = width * 0.44 + 9;
    const wide = width - 9 - left;
    return {
      photo: area(0, 0, width * 0.44, 100),
      rule: area(left, 10, 12, 0.7),
      title: area(left, 15, wide, 36),
      body: area(left, 53, wide, 28),
      logo: area(left, 83, wide, 9),
      ...{ size: 10, bodySize: 4.6 },
    };
  }
  if (frame.shape === 'story')
    return {
      photo: area(0, 94, 100, height - 94),
      rule: area(7, words.y + 11.5, 12, 0.7),
      title: area(7, words.y + 15, 80, 34),
      body: area(7, words.y + 15, 80, 50),
      logo: area(7, words.y, 60, 8),
      ...{ size: 9.6, bodySize: 4.3 },
    };
  const foot = frame.shape === 'square' ? 46 : 61;
  const y = height - foot;
  return {
    photo: area(0, 0, 100, y),
    rule: area(7, y + 6, 10, 0.7),
    title: area(7, y + 10.5, 39, foot - 25),
    body: area(51, y + 10.5, 42, foot - 17.5),
    logo: area(7, height - 13, 39, 7),
    ...{
      size: frame.shape === 'square' ? 6.2 : 7.4,
      bodySize: frame.shape === 'square' ? 3.2 : 3.7,
    },
  };
}

/** Without sentences the name takes their place. */
function wordless(frame: Frame): Layout {
  const layout = layoutOf(frame);
  if (frame.shape === 'wide' || frame.shape === 'story')
    return { ...layout, size: layout.size * 1.15 };
  return { ...layout, title: { ...layout.title, width: 86 }, size: layout.size * 1.3 };
}
