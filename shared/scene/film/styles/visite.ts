import type { BadgeLayer, Layer, Transition } from '../../scene.ts';
import { paletteOf } from '../../templates/palette.ts';
import { sans, sansBody, serifLight, textStyle } from '../../templates/parts.ts';
import type { Words } from '../../templates/stack-words.ts';
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
import { planShots } from '../plan-shots.ts';
import { headWords } from '../say-words.ts';

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
  plan: (slots) =>
    planShots(slots, {
      headline: { fr: 'Entrez donc', en: 'Come on in' }[slots.language],
      ...{ role: 'full', plainRole: 'full' },
      words: ({ title }) => ({ title }),
      more: (_item, index) => ({ transition: walks[index % walks.length] }),
    }),
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
};

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
  const words = footWords(at, 30);
  const list: (Words | undefined)[] = [
    {
      ...{ id: 'title', text: title, size: isWide ? 10 : 9, min: 3.8, lines: 2, gap: 1.2 },
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
