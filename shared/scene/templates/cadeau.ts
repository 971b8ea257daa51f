import { contrast, mix } from '../colours.ts';
import type { Colour, Layer } from '../scene.ts';
import type { PictureSlots } from '../template.ts';
import {
  area,
  boxOf,
  inset,
  logoIn,
  networkFormats,
  panel,
  photoIn,
  pictureTemplate,
  said,
} from './compose.ts';
import { margin, type Area, type Frame } from './frame.ts';
import { paletteOf, type Palette } from './palette.ts';
import { sansBody, serifItalic, serifLight } from './parts.ts';
import { stackWords, type Words } from './stack-words.ts';

/** A gift card slipped under the ribbon of a present, with its bow. */
export const cadeau = pictureTemplate(
  {
    id: 'cadeau',
    names: { fr: 'Carte cadeau', en: 'Gift card' },
    formats: networkFormats,
    slots: ['photo', 'logo', 'headline', 'valueText', 'lines'],
  },
  (frame, slots, brand) => {
    const wrap = paletteOf(brand, 'ground');
    const palette = paletteOf(brand, 'paper');
    const { card, photo, words, logo, ribbon, bow } = layoutOf(frame);
    const silk = silkOn(wrap, brand.colours.accent);
    return {
      ground: wrap.ground,
      layers: [
        ...ribbonLayers(frame, ribbon, silk),
        {
          ...panel(frame, 'card', card, palette.ground, 2.4),
          shadow: { dxPx: 0, dyPx: frame.px(1.4), blurPx: frame.px(5), colour: '#00000059' },
        },
        photoIn(frame, slots.photo, photo, { kind: 'rounded', radiusPx: frame.px(1.2) }),
        {
          ...{ id: 'bow', kind: 'sticker', stickerId: 'bow', colour: silk },
          box: boxOf(frame, bow),
          shadow: { dxPx: 0, dyPx: frame.px(0.6), blurPx: frame.px(2), colour: '#00000040' },
        },
        logoIn(frame, brand, logo, { size: 4.2, colour: palette.ink }),
        ...stackWords(frame, words, listOf(slots, palette), { vertical: 'bottom' }),
      ],
    };
  },
);

/** The shop's accent where it shows on the wrapping, else lighter or darker. */
function silkOn({ ground, ink }: Palette, accent: Colour): Colour {
  if (contrast(accent, ground) >= 1.8) return accent;
  return mix(accent, ink, 0.55);
}

/** A band with a darker edge at both sides, as woven silk has. */
function ribbonLayers(frame: Frame, ribbon: Area, silk: Colour): Layer[] {
  const edge = { ...ribbon, width: 0.5 };
  const dark = mix(silk, '#000000', 0.16);
  return [
    panel(frame, 'ribbon', ribbon, silk),
    panel(frame, 'ribbon-left', { ...edge, x: ribbon.x + 0.9 }, dark),
    panel(frame, 'ribbon-right', { ...edge, x: ribbon.x + ribbon.width - 1.4 }, dark),
  ];
}

function listOf(slots: PictureSlots, { ink, accent, soft }: Palette): (Words | undefined)[] {
  const value = slots.valueText?.trim();
  const text = said(slots, { fr: 'Carte cadeau', en: 'Gift card' });
  return [
    {
      ...{ id: 'headline', text, size: value ? 6.6 : 9.4, lines: 2, gap: value ? 0.6 : 1.6 },
      ...{ colour: ink, font: serifItalic },
    },
    value
      ? { id: 'value', text: value, size: 18, colour: accent, font: serifLight, gap: 1 }
      : undefined,
    {
      ...{ id: 'lines', text: (slots.lines ?? []).join(' '), size: 3.3, min: 2.2, lines: 4 },
      ...{ colour: soft, font: sansBody, spacing: 0, lineHeight: 1.3 },
    },
  ];
}

type Layout = { card: Area; photo: Area; words: Area; logo: Area; ribbon: Area; bow: Area };

/** The card with its photo at the left or above; the ribbon runs down behind it, the bow sits on the
 *  upper edge, beside the words. */
function layoutOf(frame: Frame): Layout {
  const { width, height, words } = frame;
  const isStory = frame.shape === 'story';
  const card = {
    square: area(margin, 22, 86, 66),
    wide: area(width / 2 - 72, 19, 144, 71),
    banner: area(width / 2 - 72, 19, 144, 71),
    story: area(6, words.y + 3, 82, 130),
    tall: area(margin + 2, 20, 82, height - 29),
  }[frame.shape];
  const inner = inset(card, 3.6);
  const isTallCard = isStory || frame.shape === 'tall';
  const middle = isTallCard ? card.x + card.width * 0.5 : inner.x + inner.width * 0.23;
  const ribbon = area(middle - 3.5, 0, 7, height);
  const bowWide = isStory ? 24 : 34;
  const bow = area(middle - bowWide / 2, card.y - bowWide * 0.42, bowWide, bowWide * 0.62);
  if (!isTallCard) {
    const wide = inner.width * 0.46;
    const left = inner.x + wide + 5;
    const rest = inner.x + inner.width - left - 1;
    return {
      ...{ card, ribbon, bow, photo: { ...inner, width: wide } },
      ...{ logo: area(left, inner.y + 1.5, rest, 7) },
      words: area(left, inner.y + 11, rest, inner.height - 12.5),
    };
  }
  if (isStory)
    return {
      ...{ card, ribbon, bow },
      photo: area(inner.x, 84, inner.width, card.y + card.height - 87.6),
      logo: area(inner.x + 2, inner.y + 5, inner.width - 4, 7),
      words: area(inner.x + 2, inner.y + 14, inner.width - 4, 36.5),
    };
  const lower = inner.height - 50;
  return {
    ...{ card, ribbon, bow, photo: { ...inner, height: lower } },
    logo: area(inner.x + 2, inner.y + lower + 4, inner.width - 4, 7),
    words: area(inner.x + 2, inner.y + lower + 13, inner.width - 4, 35.5),
  };
}
