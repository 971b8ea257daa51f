import type { Language } from '../../../contract/shapes.ts';
import type { Layer, TextLayer } from '../../scene.ts';
import { area } from '../../templates/compose.ts';
import type { Area } from '../../templates/frame.ts';
import { paletteOf, type Palette } from '../../templates/palette.ts';
import {
  sans,
  sansBody,
  serif,
  serifItalic,
  serifLight,
  textStyle,
} from '../../templates/parts.ts';
import type { Words } from '../../templates/stack-words.ts';
import { come } from '../come.ts';
import { closingLayers } from '../closing-layers.ts';
import type { FilmWords } from '../film.ts';
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
import { headWords, sayWords } from '../say-words.ts';

type Layout = { photo: Area; stars: Area; quote: Area; by: Area; logo: Area; size: number };

const layouts: Layouts<Layout> = {
  story: (_width, height) => ({
    ...{ photo: area(0, 116, 100, height - 116), stars: area(7, 37, 60, 8), size: 8.4 },
    ...{ quote: area(7, 46, 80, 52), by: area(7, 100, 80, 13), logo: area(7, 25.6, 80, 8) },
  }),
  tall: (_width, height) => ({
    ...{ photo: area(0, 0, 100, 50), stars: area(8, 54, 60, 8), size: 6.8 },
    ...{
      quote: area(8, 62.5, 84, 37),
      by: area(8, 101, 50, 15),
      logo: area(60, height - 19, 32, 9),
    },
  }),
  square: () => ({
    ...{ photo: area(64, 0, 36, 100), stars: area(7, 20, 52, 7), size: 6.8 },
    ...{ quote: area(7, 28, 52, 48), by: area(7, 79, 52, 14), logo: area(7, 7, 52, 8) },
  }),
  wide: (width) => ({
    ...{
      photo: area(0, 0, width * 0.36, 100),
      stars: area(width * 0.36 + 10, 10, 80, 9),
      size: 8.6,
    },
    quote: area(width * 0.36 + 10, 20, width * 0.64 - 20, 54),
    by: area(width * 0.36 + 10, 77, width * 0.4 - 10, 14),
    logo: area(width * 0.76 + 4, 79, width * 0.24 - 14, 10),
  }),
};

const starMs = 110;

/** What customers said: stars appear one by one, the words are set as if spoken. */
export const avis: FilmStyle = {
  id: 'avis-video',
  names: { fr: 'Avis', en: 'Review' },
  formats: videoFormats,
  roles: ['quote', 'opening', 'full', 'text', 'closing'],
  transition: { kind: 'cross-fade', durationMs: 500 },
  ground: (brand) => paletteOf(brand, 'ground').ground,
  plan: (slots) =>
    planShots(slots, {
      headline: { fr: 'Vous en parlez mieux que nous', en: 'In your words' }[slots.language],
      ...{ role: 'quote', plainRole: 'full' },
      words: ({ title, quote }): FilmWords => ({
        title,
        ...(quote ? { text: quote.text, author: quote.author, stars: starsOf(quote.stars) } : {}),
      }),
    }),
  lay(at) {
    const palette = paletteOf(at.brand, 'ground');
    switch (at.part.role) {
      case 'opening':
        return openingLayers(at, palette);
      case 'closing':
        return closingLayers(at);
      case 'full':
        return fullLayers(at);
      case 'text':
        return textLayers(at, palette, 'type');
      default:
        return quoteLayers(at, palette);
    }
  },
  standing: standingOverShots(
    ({ frame }) => layoutFor(frame, layouts).logo,
    (brand) => paletteOf(brand, 'ground').ink,
    5.2,
  ),
};

function starsOf(stars: number | undefined): number | undefined {
  return stars === undefined ? undefined : Math.min(5, Math.max(1, Math.round(stars)));
}

/** The first photo where the quotes' photos stand, under a large mark of quotation. */
function openingLayers(at: PartPlace, palette: Palette): (Layer | undefined)[] {
  const { frame } = at.place;
  const { photo, quote, stars, size } = layoutFor(frame, layouts);
  const where = area(quote.x, stars.y, quote.width, quote.y + quote.height - stars.y);
  const mark: Words = {
    ...{ id: 'mark', text: at.language === 'fr' ? '«' : '“', size: size * 2.6, gap: size * 0.1 },
    ...{ colour: palette.accent, font: serif },
  };
  const list = headWords(at, size * 1.5, palette, { font: serifItalic, lines: 4 });
  return splitLayers(at, {
    ...{ photo, words: where, list: [mark, ...list], ground: palette.ground },
    ...{ how: 'there', vertical: 'middle' },
  });
}

function quoteLayers(at: PartPlace, palette: Palette): (Layer | undefined)[] {
  const { frame } = at.place;
  const { photo, quote, by, stars, size } = layoutFor(frame, layouts);
  const { text, title, author } = at.part.words;
  const isQuote = (text ?? '').trim() !== '';
  const spoken: Words = {
    ...{ id: isQuote ? 'text' : 'title', text: isQuote ? quoted(text ?? '', at.language) : title },
    ...{ size: isQuote ? size : size * 1.4, min: 3.4, lines: 10 },
    ...{ colour: palette.ink, font: serifLight, lineHeight: 1.2, spacing: -0.005 },
  };
  const small = size * 0.5;
  const names: (Words | undefined)[] = [
    { id: 'author', text: author, size: small, colour: palette.ink, font: sans, gap: 0.4 },
    isQuote
      ? {
          ...{ id: 'title', text: title, size: small * 0.88, min: 2.4, lines: 2 },
          ...{ colour: palette.soft, font: sansBody, spacing: 0, lineHeight: 1.25 },
        }
      : undefined,
  ];
  const isColumn = frame.shape === 'square' || frame.shape === 'wide';
  return [
    ...splitLayers(at, {
      ...{ ground: palette.ground, photo, words: quote, list: [spoken] },
      ...{ how: isQuote ? 'type' : 'rise', from: 3, vertical: isColumn ? 'middle' : 'top' },
    }),
    ...starLayers(at, stars, palette.accent),
    ...sayWords(at, by, names, { how: 'rise', from: 6, vertical: 'top' }),
  ];
}

/** One after another, each with a little jump. */
function starLayers(at: PartPlace, where: Area, colour: string): Layer[] {
  const { frame } = at.place;
  const side = where.height;
  return Array.from({ length: at.part.words.stars ?? 0 }, (_, index) => {
    const star: TextLayer = {
      ...{ id: `star-${index + 1}`, kind: 'text', text: '★' },
      box: frame.box(where.x + index * side * 1.02, where.y, side * 1.1, side),
      style: textStyle(frame, {
        ...{ size: side * 0.78, colour, font: sans, vertical: 'middle', spacing: 0 },
      }),
    };
    return come(star, 'pop', (index * starMs) / 120, at);
  });
}

/** With the quotation marks of the language. */
function quoted(text: string, language: Language): string {
  const bare = text.trim().replace(/^[«“"]\s*|\s*[»”"]$/gu, '');
  return language === 'fr' ? `«\u00A0${bare}\u00A0»` : `“${bare}”`;
}
