import type { Area, Frame } from './frame.ts';
import {
  area,
  inset,
  logoIn,
  networkFormats,
  panel,
  photoIn,
  pictureTemplate,
  said,
} from './compose.ts';
import { paletteOf } from './palette.ts';
import { sansBody, serifItalic, serifLight } from './parts.ts';
import { stackWords } from './stack-words.ts';

/** A gift card lying on a wrapped present. */
export const cadeau = pictureTemplate(
  {
    id: 'cadeau',
    names: { fr: 'Carte cadeau', en: 'Gift card' },
    formats: networkFormats,
    slots: ['photo', 'logo', 'headline', 'valueText', 'lines'],
  },
  (frame, slots, brand) => {
    const wrap = paletteOf(brand, 'ground');
    const { ground, ink, accent, soft } = paletteOf(brand, 'paper');
    const { card, photo, words, logo, ribbon, cross } = layoutOf(frame);
    const value = slots.valueText?.trim();
    return {
      ground: wrap.ground,
      layers: [
        panel(frame, 'ribbon', ribbon, brand.colours.accent),
        panel(frame, 'ribbon-cross', cross, brand.colours.accent),
        {
          ...panel(frame, 'card', card, ground, 2.4),
          shadow: { dxPx: 0, dyPx: frame.px(1.4), blurPx: frame.px(5), colour: '#00000059' },
        },
        photoIn(frame, slots.photo, photo, { kind: 'rounded', radiusPx: frame.px(1.2) }),
        logoIn(frame, brand, logo, { size: 4.2, colour: ink }),
        ...stackWords(
          frame,
          words,
          [
            {
              ...{ id: 'headline', text: said(slots, { fr: 'Carte cadeau', en: 'Gift card' }) },
              ...{
                size: value ? 6.2 : 9,
                colour: ink,
                font: serifItalic,
                lines: 2,
                gap: value ? 0.6 : 1.6,
              },
            },
            value
              ? { id: 'value', text: value, size: 17, colour: accent, font: serifLight, gap: 1 }
              : undefined,
            {
              ...{
                id: 'lines',
                text: (slots.lines ?? []).join(' '),
                size: 3.1,
                min: 2.2,
                lines: 4,
              },
              ...{ colour: soft, font: sansBody, spacing: 0, lineHeight: 1.3 },
            },
          ],
          { vertical: 'bottom' },
        ),
      ],
    };
  },
);

type Layout = { card: Area; photo: Area; words: Area; logo: Area; ribbon: Area; cross: Area };

/** The card, its photo at the left or above, and the ribbon that runs under it. */
function layoutOf(frame: Frame): Layout {
  const { width, height, words } = frame;
  const tallCard = frame.shape === 'tall' || frame.shape === 'story';
  const card =
    frame.shape === 'square'
      ? area(8, 22, 84, 56)
      : frame.shape === 'wide'
        ? area(width / 2 - 66, 11, 132, 78)
        : frame.shape === 'story'
          ? area(6, words.y - 1, 82, 130)
          : area(11, 10, 78, height - 20);
  const inner = inset(card, 4);
  const ribbon = area(card.x + card.width * (tallCard ? 0.5 : 0.24) - 3.5, 0, 7, height);
  const cross = area(0, card.y + card.height * (tallCard ? 0.78 : 0.5) - 3.5, width, 7);
  if (!tallCard) {
    const wide = inner.width * 0.44;
    const left = inner.x + wide + 5;
    const rest = inner.x + inner.width - left;
    return {
      ...{ card, ribbon, cross, photo: { ...inner, width: wide } },
      ...{
        logo: area(left, inner.y + 1, rest, 7),
        words: area(left, inner.y + 10, rest, inner.height - 12),
      },
    };
  }
  const lower = frame.shape === 'story' ? 0 : inner.height - 50;
  if (frame.shape === 'story')
    return {
      ...{ card, ribbon, cross, photo: area(inner.x, 82, inner.width, card.y + card.height - 86) },
      ...{
        logo: area(inner.x + 2, inner.y + 1, inner.width - 4, 8),
        words: area(inner.x + 2, inner.y + 12, inner.width - 4, 41),
      },
    };
  return {
    ...{ card, ribbon, cross, photo: { ...inner, height: lower } },
    ...{ logo: area(inner.x + 2, inner.y + lower + 4, inner.width - 4, 7) },
    words: area(inner.x + 2, inner.y + lower + 13, inner.width - 4, 35),
  };
}
