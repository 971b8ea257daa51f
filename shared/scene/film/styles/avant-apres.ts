import type { BadgeLayer, Layer } from '../../scene.ts';
import { block, sans, shade, textStyle } from '../../templates/parts.ts';
import { paletteOf, type Palette } from '../../templates/palette.ts';
import { come, uncover } from '../come.ts';
import { closingLayers } from '../closing-layers.ts';
import type { FilmStyle, PartPlace } from '../film-style.ts';
import { visualLayer } from '../lay-parts.ts';
import {
  coverVeil,
  footVeil,
  footWords,
  fullLayers,
  onPhoto,
  splitLine,
  textLayers,
  videoFormats,
} from '../plain-parts.ts';
import { planShots } from '../plan-shots.ts';
import { visualOf, wordsOf } from '../lay-parts.ts';
import { headWords, sayWords, shotWords } from '../say-words.ts';

const said = { fr: ['Avant', 'Après'], en: ['Before', 'After'] } as const;

/** How it was; then a line passes over the picture and leaves how it is now. */
export const avantApres: FilmStyle = {
  id: 'avant-apres-video',
  names: { fr: 'Avant, après', en: 'Before and after' },
  formats: videoFormats,
  roles: ['before-after', 'opening', 'full', 'text', 'closing'],
  transition: { kind: 'zoom', durationMs: 420 },
  ground: ({ colours }) => colours.ground,
  plan: (slots) =>
    planShots(slots, {
      headline: { fr: 'Avant, après', en: 'Before, after' }[slots.language],
      ...{ role: 'before-after', plainRole: 'full', words: wordsOf },
      more: ({ beforePhoto }) => (beforePhoto ? { before: visualOf({ photo: beforePhoto }) } : {}),
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
        return textLayers(at, palette, 'wipe');
      default:
        return compared(at, palette);
    }
  },
};

/** Half of the first photo under the shop's colour: the line in the middle tells what will happen. */
function openingLayers(at: PartPlace, palette: Palette): (Layer | undefined)[] {
  const { frame, centred, top, end } = at.place;
  const where = { x: centred.x, y: top + 6, width: centred.width, height: end - top - 12 };
  const list = headWords(at, frame.shape === 'wide' ? 20 : 16, palette);
  const half = frame.width / 2;
  return [
    block('ground', frame.whole, palette.ground),
    visualLayer(at, frame.whole),
    coverVeil(at, shade, palette.soft, 0.4),
    block('half', frame.box(0, 0, half, frame.height), palette.ground),
    ...splitLine(at, where, palette.accent),
    ...sayWords(at, where, list, { how: 'there', align: 'center', vertical: 'middle' }),
  ];
}

function compared(at: PartPlace, palette: Palette): (Layer | undefined)[] {
  const { frame } = at.place;
  const passes = {
    durationMs: Math.round(Math.min(1400, at.durationMs * 0.38)),
    delayMs: Math.round(at.durationMs * 0.24),
  };
  const after = visualLayer(at, frame.whole);
  const hasBefore = at.part.before !== undefined;
  const before =
    hasBefore &&
    visualLayer(
      { ...at, part: { ...at.part, visual: at.part.before }, photo: at.before },
      frame.whole,
    );
  const words = footWords(at, frame.shape === 'wide' ? 26 : 30);
  const size = frame.shape === 'wide' ? 9 : 8;
  const swept = hasBefore ? passes : { durationMs: Math.min(700, at.durationMs / 3) };
  return [
    block('ground', frame.whole, palette.ground),
    before ? { ...before, id: 'before' } : undefined,
    hasBefore ? label(at, 'before-word', said[at.language][0], passes, palette) : undefined,
    after && { ...after, motions: [uncover('left', swept)] },
    hasBefore ? passingLine(at, passes) : undefined,
    footVeil(at, words.y + 6),
    hasBefore ? label(at, 'after-word', said[at.language][1], passes, palette) : undefined,
    ...sayWords(at, words, shotWords(at, size, onPhoto), {
      how: 'rise',
      from: 2,
      vertical: 'bottom',
    }),
  ];
}

type Passes = { durationMs: number; delayMs: number };

/** Goes with the edge of the photo that is uncovered, and out of the picture. */
function passingLine({ place: { frame } }: PartPlace, passes: Passes): Layer {
  const line = block('line', frame.box(frame.width, 0, 1, frame.height), '#FFFFFF');
  return {
    ...line,
    motions: [
      {
        ...{ kind: 'slide', when: 'in', easing: 'ease-in-out', ...passes },
        ...{ dxPx: -frame.whole.widthPx - line.box.widthPx, dyPx: 0 },
      },
    ],
  };
}

/** Each word stands while its photo does: at the head, where the words of a reel begin. */
function label(
  at: PartPlace,
  id: string,
  text: string,
  { durationMs, delayMs }: Passes,
  { ground, ink }: Palette,
): Layer {
  const { frame, left, width, top } = at.place;
  const isNow = id === 'after-word';
  const layer: BadgeLayer = {
    ...{ id, kind: 'badge', text, fill: isNow ? ink : ground },
    shape: { kind: 'rounded', radiusPx: frame.px(4.4) },
    paddingPx: { xPx: frame.px(4), yPx: frame.px(1.4) },
    box: frame.box(left, top, Math.min(width, 90), 9),
    style: textStyle(frame, {
      ...{ size: 4.4, colour: isNow ? ground : ink, font: sans, vertical: 'middle', spacing: 0.01 },
    }),
  };
  const turnMs = delayMs + Math.round(durationMs * 0.3);
  if (isNow) return { ...come(layer, 'pop', 0, at), inMs: turnMs + 120 };
  return { ...come(layer, 'pop', 0, at), outMs: turnMs };
}
