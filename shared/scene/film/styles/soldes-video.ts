import type { BadgeLayer, Layer } from '../../scene.ts';
import { area } from '../../templates/compose.ts';
import type { Area } from '../../templates/frame.ts';
import { block, serif, textStyle } from '../../templates/parts.ts';
import { priceWords } from '../../templates/price-words.ts';
import { brick, cream, percentText } from '../../templates/soldes.ts';
import { come } from '../come.ts';
import { closingLayers } from '../closing-layers.ts';
import type { FilmStyle, PartPlace } from '../film-style.ts';
import {
  fullLayers,
  layoutFor,
  type Layouts,
  splitLayers,
  standingOverShots,
  textLayers,
  videoFormats,
} from '../plain-parts.ts';
import { planShots } from '../plan-shots.ts';
import { headWords, sayWords, shotWords } from '../say-words.ts';

type Layout = { photo: Area; words: Area; logo: Area; off: Area; size: number };

const layouts: Layouts<Layout> = {
  story: (_width, height) => ({
    ...{ photo: area(0, 70, 100, height - 70), words: area(7, 35, 80, 32), size: 8.6 },
    ...{ logo: area(7, 25.6, 80, 8), off: area(40, 94, 46, 19) },
  }),
  tall: (_width, height) => ({
    ...{ photo: area(0, 0, 100, 74), words: area(8, 77, 84, height - 95), size: 8.2 },
    ...{ logo: area(8, height - 15, 84, 8), off: area(50, 6, 44, 18) },
  }),
  square: () => ({
    ...{ photo: area(0, 0, 100, 55), words: area(8, 57.5, 84, 27), size: 7.6 },
    ...{ logo: area(8, 87, 84, 7.5), off: area(54, 6, 40, 16) },
  }),
  wide: (width) => ({
    ...{
      photo: area(0, 0, width * 0.53, 100),
      words: area(width * 0.53 + 9, 18, width * 0.47 - 17, 50),
    },
    ...{
      logo: area(width * 0.53 + 9, 81, 70, 10),
      off: area(width * 0.53 - 44, 6, 38, 18),
      size: 11,
    },
  }),
};

type Opening = Pick<Layout, 'photo' | 'words' | 'size'>;

const openings: Layouts<Opening> = {
  story: (_width, height) => ({
    ...{ photo: area(0, 88, 100, height - 88), words: area(7, 29, 80, 53), size: 27 },
  }),
  tall: (_width, height) => ({
    ...{ photo: area(0, 58, 100, height - 58), words: area(8, 8, 84, 44), size: 25 },
  }),
  square: () => ({ photo: area(0, 46, 100, 54), words: area(8, 6, 84, 35), size: 21 }),
  wide: (width) => ({
    ...{ photo: area(0, 0, width * 0.47, 100), size: 25 },
    words: area(width * 0.47 + 8, 14, width * 0.53 - 16, 72),
  }),
};

const said = {
  fr: { sale: 'Soldes', upTo: (percent: string) => `jusqu’à ${percent}` },
  en: { sale: 'Sale', upTo: (percent: string) => `up to ${percent}` },
};
const palette = { ground: brick, ink: cream, accent: cream, soft: cream, line: cream };

/** A sale: the old price stands, is struck through, and counts down to the new one. */
export const soldesVideo: FilmStyle = {
  id: 'soldes-video',
  names: { fr: 'Prix en baisse', en: 'Price drop' },
  formats: videoFormats,
  roles: ['product', 'opening', 'price', 'full', 'text', 'closing'],
  slots: {
    product: ['title', 'price', 'oldPrice', 'percentOff'],
    price: ['title', 'price', 'oldPrice', 'percentOff'],
  },
  transition: { kind: 'wipe', side: 'bottom', durationMs: 380 },
  ground: () => brick,
  plan(slots) {
    const { sale, upTo } = said[slots.language];
    const most = Math.max(0, ...slots.items.map((item) => item.percentOff ?? 0));
    const openingText = most > 0 ? upTo(percentText(most, slots.language)) : undefined;
    return planShots(slots, { headline: sale, openingText, plainRole: 'full' });
  },
  lay(at) {
    switch (at.part.role) {
      case 'opening':
        return openingLayers(at);
      case 'closing':
        return closingLayers(at, { ground: brick, words: cream, accent: cream });
      case 'full':
        return fullLayers(at);
      case 'text':
        return textLayers(at, palette, 'pop');
      default:
        return dropLayers(at);
    }
  },
  standing: standingOverShots(
    ({ frame }) => layoutFor(frame, layouts).logo,
    () => cream,
    5.4,
  ),
};

/** What the sale is over the first of its products; words alone where there is no picture. */
function openingLayers(at: PartPlace): (Layer | undefined)[] {
  const { frame, centred, top, end } = at.place;
  if (at.part.visual) {
    const { size, ...where } = layoutFor(frame, openings);
    const list = headWords(at, size, palette, { font: serif });
    const look = { how: 'there', align: 'start', vertical: 'middle' } as const;
    return splitLayers(at, { ...where, ...look, list, ground: brick });
  }
  const where = { x: centred.x, y: top + 4, width: centred.width, height: end - top - 8 };
  const list = headWords(at, frame.shape === 'wide' ? 34 : 28, palette, { font: serif });
  return [
    block('ground', frame.whole, brick),
    ...sayWords(at, where, list, { how: 'there', align: 'center', vertical: 'middle' }),
  ];
}

/** First the old price alone; then the new one beside it, counting down. */
function dropLayers(at: PartPlace): (Layer | undefined)[] {
  const { frame } = at.place;
  const { photo, words, size, off } = layoutFor(frame, layouts);
  const { price, percentOff } = at.part.words;
  const inkless = { ...at, part: { ...at.part, words: { ...at.part.words, price: undefined } } };
  const costTall = price === undefined ? 0 : size * 1.75;
  const name = { ...words, height: words.height - costTall };
  const cost = { ...words, y: name.y + name.height, height: costTall };
  const both = { photo, words: name, list: shotWords(inkless, size, palette), ground: brick };
  return [
    ...splitLayers(at, { ...both, how: 'rise', from: 1, vertical: 'bottom', photoComes: 'there' }),
    ...priceLayers(at, cost, size * 1.25),
    percentOff === undefined ? undefined : offBadge(at, percentOff, off),
  ];
}

const dropFrac = 0.28;

function priceLayers(at: PartPlace, where: Area, size: number): Layer[] {
  const { oldPrice, price } = at.part.words;
  const cost = priceWords({ price, oldPrice }, size, cream, cream);
  const choice = { how: 'rise', from: 2, vertical: 'middle' } as const;
  if (price === undefined || oldPrice === undefined) return sayWords(at, where, [cost], choice);
  const dropMs = Math.round(at.durationMs * dropFrac);
  const old = priceWords({ price: oldPrice }, size, cream, cream);
  const [before] = sayWords(at, where, [old], choice);
  const [after] = sayWords(at, where, [cost], { ...choice, how: 'count', from: 0 });
  return [
    ...(before
      ? [
          {
            ...{ ...before, id: 'before', outMs: dropMs },
            motions: before.motions?.filter(({ when }) => when === 'in'),
          },
        ]
      : []),
    ...(after ? [{ ...after, inMs: dropMs }] : []),
  ];
}

function offBadge(at: PartPlace, text: string, where: Area): Layer {
  const { frame } = at.place;
  const layer: BadgeLayer = {
    ...{ id: 'percentOff', kind: 'badge', text, fill: brick },
    shape: { kind: 'rounded', radiusPx: frame.px(2.4) },
    paddingPx: { xPx: frame.px(4), yPx: frame.px(1.5) },
    box: frame.box(where.x, where.y, where.width, where.height),
    style: textStyle(frame, {
      ...{ size: 11, font: serif, colour: cream, align: 'end', vertical: 'middle' },
    }),
  };
  return { ...come(layer, 'pop', 0, at), inMs: Math.round(at.durationMs * dropFrac) };
}
