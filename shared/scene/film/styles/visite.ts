import { withAlpha } from '../../colours.ts';
import type { BadgeLayer, Layer, Transition } from '../../scene.ts';
import { paletteOf } from '../../templates/palette.ts';
import { sans, sansBody, serifLight, textStyle } from '../../templates/parts.ts';
import type { Words } from '../../templates/stack-words.ts';
import { straw } from '../../templates/veils.ts';
import { come } from '../come.ts';
import { closingLayers } from '../closing-layers.ts';
import type { FilmStyle, PartPlace } from '../film-style.ts';
import {
  footWords,
  fullLayers,
  onPhoto,
  overLayers,
  textLayers,
  videoFormats,
} from '../plain-parts.ts';
import { withHours } from '../hours-part.ts';
import { planShots } from '../plan-shots.ts';
import { headWords } from '../say-words.ts';

type Standing = Parameters<NonNullable<FilmStyle['standing']>>[0];

/** What the stops take at the foot. */
const wayTall = 6;

/** One walks from place to place: to the right, down, on to the right. */
const walks: readonly Transition[] = [
  { kind: 'slide', side: 'right', durationMs: 620 },
  { kind: 'slide', side: 'right', durationMs: 620 },
  { kind: 'slide', side: 'bottom', durationMs: 620 },
];

/** A walk through the shop: full pictures, each with the name of the place. */
export const visite: FilmStyle = {
  id: 'visite',
  names: { fr: 'Visite', en: 'Shop tour' },
  formats: videoFormats,
  roles: ['full', 'opening', 'text', 'closing'],
  slots: { full: ['place', 'title', 'text'], opening: ['headline', 'text', 'place'] },
  transition: { kind: 'slide', side: 'right', durationMs: 620 },
  ground: ({ colours }) => colours.ground,
  plan(slots) {
    const parts = planShots(slots, {
      headline: { fr: 'Entrez donc', en: 'Come on in' }[slots.language],
      ...{ role: 'full', plainRole: 'full' },
      words: ({ title }) => ({ title }),
      more: (_item, index) => ({ transition: walks[index % walks.length] }),
    });
    return withHours(parts, slots);
  },
  lay(at) {
    switch (at.part.role) {
      case 'opening':
        return openingLayers(at);
      case 'closing':
        return closingLayers(at);
      case 'text':
        return textLayers(at, paletteOf(at.brand, 'ground'), 'from-end');
      default:
        return placeLayers(at);
    }
  },
  standing: wayLayers,
};

/** More places than this are not counted out. */
const mostStops = 12;

/** The way through the shop: a stop for each place, the one where we are filled. It stands still while the
 *  pictures pass behind it. */
function wayLayers({ place, parts }: Standing): Layer[] {
  const { frame, left, end } = place;
  const stops = parts.filter(({ role }) => role === 'full');
  const inMs = stops[0]?.startMs;
  const outMs = stops.at(-1)?.endMs;
  if (stops.length < 2 || stops.length > mostStops || inMs === undefined || outMs === undefined)
    return [];
  const boxAt = (index: number) => frame.box(left + index * 5.4, end - wayTall + 1.6, 2.4, 2.4);
  const dot = (id: string, index: number, alpha: number) => ({
    ...{ id, kind: 'shape' as const, shape: { kind: 'ellipse' as const }, box: boxAt(index) },
    fill: withAlpha(straw, alpha),
  });
  return [
    ...stops.map((_, index) => ({ ...dot(`stop-${index}`, index, 0.4), inMs, outMs })),
    ...stops.map(({ startMs, endMs }, index) => ({
      ...dot(`here-${index}`, index, 1),
      ...{ inMs: startMs, outMs: endMs },
    })),
  ];
}

function openingLayers(at: PartPlace): (Layer | undefined)[] {
  const { frame } = at.place;
  const words = footWords(at, 46);
  const list = headWords(at, frame.shape === 'wide' ? 20 : 16, onPhoto);
  const isPlace = (at.part.words.place ?? '').trim() !== '';
  return [
    ...overLayers(at, {
      ...{ words, list, edge: words.y + 10, how: 'there', ground: at.brand.colours.ground },
    }),
    isPlace ? placeLabel(at, 'there') : undefined,
  ];
}

function placeLayers(at: PartPlace): (Layer | undefined)[] {
  const { place, title, text } = at.part.words;
  if (![place, title, text].some((one) => one?.trim())) return fullLayers(at);
  const isWide = at.place.frame.shape === 'wide';
  const foot = footWords(at, 30 + wayTall);
  // Above the stops of the way.
  const words = { ...foot, height: foot.height - wayTall };
  const list: (Words | undefined)[] = [
    {
      ...{ id: 'title', text: title, size: isWide ? 14 : 12.5, min: 3.8, lines: 2, gap: 1.6 },
      ...{ colour: onPhoto.ink, font: serifLight },
    },
    {
      ...{ id: 'text', text, size: isWide ? 5 : 4.6, min: 3.4, lines: 3 },
      ...{ colour: onPhoto.soft, font: sansBody, lineHeight: 1.3, spacing: 0 },
    },
  ];
  return [
    ...overLayers(at, {
      ...{ words, list, edge: words.y + 8, how: 'wipe', from: 3, ground: at.brand.colours.ground },
    }),
    place?.trim() ? placeLabel(at, 'from-start') : undefined,
  ];
}

/** At the head, as a sign that hangs there. */
function placeLabel(at: PartPlace, how: 'there' | 'from-start'): Layer {
  const { frame, left, top, width } = at.place;
  const { ground, ink } = paletteOf(at.brand, 'paper');
  const layer: BadgeLayer = {
    ...{ id: 'place', kind: 'badge', text: at.part.words.place ?? '', fill: ground },
    shape: { kind: 'rounded', radiusPx: frame.px(1.4) },
    paddingPx: { xPx: frame.px(3.6), yPx: frame.px(1.6) },
    box: frame.box(left, top + 1, width, 9.4),
    style: textStyle(frame, {
      ...{ size: 4.8, min: 2.8, colour: ink, font: sans, vertical: 'middle', spacing: 0.01 },
    }),
  };
  return come(layer, how, 3, at);
}
