import type { Layer } from '../../scene.ts';
import type { VideoItem, VideoSlots } from '../../template.ts';
import { area, boxOf } from '../../templates/compose.ts';
import type { Area } from '../../templates/frame.ts';
import { paletteOf, type Palette } from '../../templates/palette.ts';
import { block, sansMedium, serif, serifLight } from '../../templates/parts.ts';
import { priceWords } from '../../templates/price-words.ts';
import type { Words } from '../../templates/stack-words.ts';
import { comeToStay } from '../come.ts';
import { closingOn } from '../closing-layers.ts';
import type { FilmPart, FilmWords } from '../film.ts';
import type { FilmStyle, PartPlace } from '../film-style.ts';
import { visualLayer, visualOf, wordsOf } from '../lay-parts.ts';
import {
  footWords,
  fullLayers,
  layoutFor,
  type Layouts,
  onPhoto,
  overLayers,
  splitLayers,
  textLayers,
  videoFormats,
} from '../plain-parts.ts';
import { planShots } from '../plan-shots.ts';
import { headWords, sayWords, shotWords } from '../say-words.ts';

type Layout = { card: Area; inset: number; size: number };

/** The paper card on which facts are typed, over the lower part of the photo. */
const cards: Layouts<Layout> = {
  story: () => ({ card: area(6, 84, 82, 31), inset: 5, size: 6.6 }),
  tall: (_width, height) => ({ card: area(6, height - 38, 88, 32), inset: 5.5, size: 6.6 }),
  square: () => ({ card: area(5, 66, 90, 29), inset: 5, size: 6 }),
  wide: (width) => ({ card: area(8, 50, width * 0.45, 42), inset: 6, size: 7.6 }),
};

const priceLayout: Layouts<{ photo: Area; words: Area; size: number }> = {
  story: (_width, height) => ({
    ...{ photo: area(0, 66, 100, height - 66), words: area(7, 27, 80, 36), size: 11 },
  }),
  tall: () => ({ photo: area(0, 0, 100, 82), words: area(8, 85, 84, 34), size: 9.4 }),
  square: () => ({ photo: area(0, 0, 52, 100), words: area(57, 10, 37, 80), size: 9 }),
  wide: (width) => ({
    ...{
      photo: area(0, 0, width * 0.5, 100),
      words: area(width * 0.5 + 10, 10, width * 0.5 - 20, 80),
    },
    size: 13,
  }),
};

/** One product from near: slow zooms, what there is to say typed on a card, its price at the end. */
export const detail: FilmStyle = {
  id: 'detail',
  names: { fr: 'Dans le détail', en: 'In detail' },
  formats: videoFormats,
  roles: ['detail', 'opening', 'price', 'full', 'text', 'closing'],
  slots: { price: ['title', 'price', 'oldPrice'] },
  transition: { kind: 'zoom', durationMs: 460 },
  ground: ({ colours }) => colours.paper,
  plan: planDetails,
  lay(at) {
    const palette = paletteOf(at.brand, 'paper');
    switch (at.part.role) {
      case 'opening':
        return openingLayers(at);
      case 'closing':
        return closingOn(at, 'paper');
      case 'price':
        return splitLayers(at, {
          ...layoutFor(at.place.frame, priceLayout),
          ...{ ground: palette.ground, how: 'rise', from: 1, prices: 'count', vertical: 'middle' },
          list: shotWords(at, layoutFor(at.place.frame, priceLayout).size, palette),
        });
      case 'full':
        return fullLayers(at);
      case 'text':
        return textLayers(at, palette, 'type');
      default:
        return factLayers(at, palette);
    }
  },
};

const nameOf = ({ productId, title }: VideoItem): string => productId ?? title;

/** Photos of one product: a fact for each and the price last. Of several: each with its name and price. */
function planDetails(slots: VideoSlots): FilmPart[] {
  const first = slots.items[0];
  const isOne = new Set(slots.items.map(nameOf)).size === 1;
  const lines = first?.lines ?? [];
  const parts = planShots(slots, {
    ...(first && isOne ? { headline: first.title } : headlines[slots.language]),
    role: 'detail',
    words: (item, index): FilmWords => (isOne ? factOf(item, index, lines) : wordsOf(item)),
  });
  const last = parts.findLastIndex(({ role }) => role === 'detail');
  const shot = parts[last];
  if (!first || !isOne || !shot) return parts;
  return parts.with(last, {
    ...shot,
    ...{ role: 'price', words: wordsOf(first), visual: visualOf(first) },
  });
}

const headlines = { fr: { headline: 'De plus près' }, en: { headline: 'A closer look' } };

/** Without facts the name stands on the first photo; the others speak for themselves. */
function factOf({ title }: VideoItem, index: number, lines: readonly string[]): FilmWords {
  const text = lines[index];
  if (text !== undefined) return { text };
  return index === 0 && lines.length === 0 ? { title } : {};
}

function openingLayers(at: PartPlace): (Layer | undefined)[] {
  const { frame } = at.place;
  const words = footWords(at, 44);
  const list = headWords(at, frame.shape === 'wide' ? 15 : 13, onPhoto, { font: serif });
  return overLayers(at, {
    ...{ words, list, edge: words.y + 8, how: 'there', ground: at.brand.colours.ground },
  });
}

function factLayers(at: PartPlace, palette: Palette): (Layer | undefined)[] {
  const { frame } = at.place;
  const { card, inset, size } = layoutFor(frame, cards);
  const { text, title } = at.part.words;
  const list: (Words | undefined)[] = [
    {
      ...{ id: 'title', text: title, size: text?.trim() ? size : size * 1.2, min: 3.6, lines: 2 },
      ...{ colour: palette.ink, font: serifLight, gap: 1.4 },
    },
    {
      ...{ id: 'text', text, size: title?.trim() ? size * 0.72 : size, min: 3.2, lines: 4 },
      ...{ colour: palette.ink, font: sansMedium, lineHeight: 1.25, spacing: 0, gap: 1.4 },
    },
    priceWords(at.part.words, size * 1.1, palette.accent, palette.soft),
  ];
  const where = area(card.x + inset, card.y + 3, card.width - 2 * inset, card.height - 6);
  const words = sayWords(at, where, list, {
    ...{ how: 'type', from: 3, prices: 'count', vertical: 'middle' },
  });
  const sheet = {
    ...block('card', boxOf(frame, card), palette.ground),
    shape: { kind: 'rounded', radiusPx: frame.px(2.4) },
  } as const;
  return [
    block('ground', frame.whole, palette.ground),
    visualLayer(at, frame.whole),
    words.length > 0 ? comeToStay(sheet, 'rise', 1, at) : undefined,
    ...words,
  ];
}
