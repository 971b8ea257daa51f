import type { Layer } from '../../scene.ts';
import type { VideoSlots } from '../../template.ts';
import { area } from '../../templates/compose.ts';
import type { Area } from '../../templates/frame.ts';
import { paletteOf, type Palette } from '../../templates/palette.ts';
import { block, sans, sansMedium, serif } from '../../templates/parts.ts';
import type { Words } from '../../templates/stack-words.ts';
import { closingOn } from '../closing-layers.ts';
import type { FilmPart } from '../film.ts';
import type { FilmStyle, PartPlace } from '../film-style.ts';
import { visualOf } from '../lay-parts.ts';
import {
  fullLayers,
  layoutFor,
  type Layouts,
  splitLayers,
  textLayers,
  videoFormats,
} from '../plain-parts.ts';
import { withHours } from '../hours-part.ts';
import { planShots } from '../plan-shots.ts';
import { headWords, sayWords, shotWords } from '../say-words.ts';

type Layout = { photo: Area; words: Area; size: number; count: number };

const layouts: Layouts<Layout> = {
  story: (_width, height) => ({
    ...{ photo: area(0, 114.5, 100, height - 114.5), words: area(7, 27, 80, 84) },
    ...{ size: 11, count: 62 },
  }),
  tall: (_width, height) => ({
    ...{ photo: area(0, 66, 100, height - 66), words: area(8, 6, 84, 57), size: 9.6, count: 46 },
  }),
  square: () => ({ photo: area(54, 0, 46, 100), words: area(7, 9, 42, 80), size: 9, count: 50 }),
  wide: (width) => ({
    ...{
      photo: area(width * 0.55, 0, width * 0.45, 100),
      words: area(9, 9, width * 0.55 - 18, 80),
    },
    ...{ size: 12, count: 62 },
  }),
};

/** Grounds of the shop one after another, so that each number strikes. */
const grounds = ['accent', 'ground', 'paper'] as const;

/** An event comes nearer: large numbers on the beat, a bar that runs out, then what it is about. */
export const compteARebours: FilmStyle = {
  id: 'compte-a-rebours',
  names: { fr: 'Compte à rebours', en: 'Countdown' },
  formats: videoFormats,
  roles: ['countdown', 'opening', 'product', 'full', 'text', 'closing'],
  slots: { opening: ['headline', 'text', 'date'], text: ['headline', 'text', 'date'] },
  transition: { kind: 'slide', side: 'bottom', durationMs: 380 },
  ground: ({ colours }) => colours.ground,
  plan: (slots) => withHours(planCountdown(slots), slots),
  lay(at) {
    const palette = paletteOf(at.brand, 'ground');
    switch (at.part.role) {
      case 'opening':
        return openingLayers(at, palette);
      case 'countdown':
        return countLayers(at);
      case 'closing':
        return closingOn(at, 'accent');
      case 'full':
        return fullLayers(at);
      case 'text':
        return textLayers(withDate(at), palette, 'drop');
      default:
        return productLayers(at);
    }
  },
};

const counts = ['3', '2', '1'];

/** Three numbers in a row after the opening, cut hard; their time is taken from it and from the first shots. */
function planCountdown(slots: VideoSlots): FilmPart[] {
  const headline = { fr: 'C’est pour bientôt', en: 'Coming soon' }[slots.language];
  const event = slots.items.find((item) => item.event)?.event;
  const [opening, ...rest] = planShots(
    { ...slots, headline: slots.headline?.trim() || event?.name },
    { headline, openingText: event?.place, plainRole: 'full' },
  );
  if (!opening) return rest;
  const eachMs = Math.min(1000, Math.max(400, Math.round(opening.durationMs * 0.5)));
  const spare = rest.filter(({ role }) => role !== 'closing');
  const most = spare.reduce((sum, { durationMs }) => sum + durationMs, 0);
  const shrink = (most - counts.length * eachMs) / most;
  let lostMs = 0;
  const shorter = rest.map((part) => {
    if (part.role === 'closing') return part;
    const durationMs = Math.max(300, Math.round(part.durationMs * shrink));
    lostMs += part.durationMs - durationMs;
    return { ...part, durationMs };
  });
  const numbers = counts.map((count, index): FilmPart => {
    const item = slots.items[index % Math.max(1, slots.items.length)];
    return {
      ...{ id: `count-${count}`, role: 'countdown', transition: 'cut' },
      durationMs: Math.floor(lostMs / 3) + (index === 0 ? lostMs % 3 : 0),
      ...(item && { visual: visualOf(item) }),
      words: { count, ...(event?.date ? { date: event.date } : {}) },
    };
  });
  const dated = event?.date
    ? { ...opening, words: { ...opening.words, date: event.date } }
    : opening;
  return [dated, ...numbers, ...shorter];
}

function openingLayers(at: PartPlace, palette: Palette): (Layer | undefined)[] {
  const { frame } = at.place;
  const { photo, words, size } = layoutFor(frame, layouts);
  return [
    ...splitLayers(at, {
      ...{ photo, words, ground: palette.ground, how: 'there', vertical: 'middle' },
      list: [...headWords(at, size * 1.5, palette), dateWords(at, size * 0.52, palette)],
    }),
    timeBar(at, palette.accent),
  ];
}

function countLayers(at: PartPlace): (Layer | undefined)[] {
  const { frame } = at.place;
  const palette = paletteOf(at.brand, grounds[(at.nth - 1) % grounds.length] ?? 'ground');
  const { photo, words, size, count } = layoutFor(frame, layouts);
  const said: Words = {
    ...{ id: 'count', text: at.part.words.count, size: count, min: 12, spacing: -0.04 },
    ...{ colour: palette.ink, font: serif, lines: 1, gap: 1 },
  };
  const rest: (Words | undefined)[] = [
    {
      ...{ id: 'text', text: at.part.words.text, size: size * 0.8, min: 4, lines: 2, gap: 1.5 },
      ...{ colour: palette.ink, font: sans, spacing: 0 },
    },
    dateWords(at, size * 0.52, palette),
  ];
  return [
    ...splitLayers(at, {
      ...{ photo, words, ground: palette.ground, list: [] },
      how: 'there',
    }),
    ...sayWords(at, words, [said, ...rest], { how: 'pop', vertical: 'middle' }),
    timeBar(at, palette.accent),
  ];
}

function dateWords(at: PartPlace, size: number, { accent }: Palette): Words {
  return {
    ...{ id: 'date', text: at.part.words.date, size, min: 3.4, lines: 2 },
    ...{ colour: accent, font: sansMedium, spacing: 0 },
  };
}

/** The date follows the text where both stand in one block. */
function withDate(at: PartPlace): PartPlace {
  const { text, date, ...words } = at.part.words;
  const both = [text, date].filter((one) => one?.trim()).join('\n');
  return { ...at, part: { ...at.part, words: { ...words, ...(both ? { text: both } : {}) } } };
}

function productLayers(at: PartPlace): (Layer | undefined)[] {
  const palette = paletteOf(at.brand, at.nth % 2 === 1 ? 'paper' : 'ground');
  const { photo, words, size } = layoutFor(at.place.frame, layouts);
  return splitLayers(at, {
    ...{ photo, words, ground: palette.ground, how: 'rise', from: 2, vertical: 'middle' },
    list: shotWords(at, size * 1.1, palette),
  });
}

/** Runs out while the part lasts. */
function timeBar(at: PartPlace, colour: string): Layer {
  const { frame } = at.place;
  const { photo } = layoutFor(frame, layouts);
  const isBeside = photo.height >= frame.height;
  const where = isBeside
    ? area(0, frame.height - 1.6, photo.x, 1.6)
    : area(0, photo.y - 1.6, 100, 1.6);
  const bar = block('bar', frame.box(where.x, where.y, where.width, where.height), colour);
  return {
    ...{ ...bar, outMs: at.durationMs },
    motions: [
      { kind: 'wipe', when: 'out', side: 'left', durationMs: at.durationMs, easing: 'linear' },
    ],
  };
}
