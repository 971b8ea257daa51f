import type { Language } from '../../../contract/shapes.ts';
import type { Layer } from '../../scene.ts';
import type { VideoSlots } from '../../template.ts';
import { area, boxOf } from '../../templates/compose.ts';
import type { Area } from '../../templates/frame.ts';
import { paletteOf, type Palette } from '../../templates/palette.ts';
import { block, sans, sansMedium, serif } from '../../templates/parts.ts';
import type { Words } from '../../templates/stack-words.ts';
import { uncover } from '../come.ts';
import { closingOn } from '../closing-layers.ts';
import type { FilmPart, FilmWords } from '../film.ts';
import type { FilmStyle, PartPlace } from '../film-style.ts';
import {
  fullLayers,
  layoutFor,
  type Layouts,
  splitLayers,
  textLayers,
  videoFormats,
} from '../plain-parts.ts';
import { planShots } from '../plan-shots.ts';
import { headWords, sayWords } from '../say-words.ts';

type Layout = { photo: Area; bar: Area; words: Area; size: number };

const layouts: Layouts<Layout> = {
  story: (_width, height) => ({
    ...{
      bar: area(7, 26.5, 80, 1.2),
      words: area(7, 31, 80, 33),
      photo: area(0, 68, 100, height - 68),
    },
    size: 8,
  }),
  tall: () => ({
    ...{
      photo: area(0, 0, 100, 77),
      bar: area(8, 82, 84, 1.2),
      words: area(8, 86, 84, 33),
      size: 7.4,
    },
  }),
  square: () => ({
    ...{
      photo: area(0, 0, 100, 57),
      bar: area(7, 62, 86, 1.2),
      words: area(7, 65.5, 86, 28),
      size: 6.8,
    },
  }),
  wide: (width) => ({
    ...{
      photo: area(0, 0, width * 0.56, 100),
      bar: area(width * 0.56 + 9, 14, width * 0.44 - 18, 1.4),
    },
    ...{ words: area(width * 0.56 + 9, 21, width * 0.44 - 18, 66), size: 9 },
  }),
};

const said: Record<Language, { step: (nth: number, of: number) => string; howTo: string }> = {
  fr: { step: (nth, of) => `Étape ${nth} sur ${of}`, howTo: 'Mode d’emploi' },
  en: { step: (nth, of) => `Step ${nth} of ${of}`, howTo: 'How to' },
};

/** How to do it: a step at a time, typed under a bar that fills. */
export const pasAPas: FilmStyle = {
  id: 'pas-a-pas',
  names: { fr: 'Pas à pas', en: 'How to' },
  formats: videoFormats,
  roles: ['step', 'opening', 'full', 'text', 'closing'],
  transition: { kind: 'cross-fade', durationMs: 260 },
  ground: ({ colours }) => colours.paper,
  plan: planSteps,
  lay(at) {
    const palette = paletteOf(at.brand, 'paper');
    switch (at.part.role) {
      case 'opening':
        return openingLayers(at);
      case 'closing':
        return closingOn(at, 'paper');
      case 'full':
        return fullLayers(at);
      case 'text':
        return textLayers(at, palette, 'type');
      default:
        return stepLayers(at, palette);
    }
  },
};

function planSteps(slots: VideoSlots): FilmPart[] {
  const first = slots.items[0];
  const lines = first?.lines ?? [];
  return planShots(slots, {
    headline: said[slots.language].howTo,
    openingText: lines.length > 0 ? first?.title : undefined,
    role: 'step',
    words: (item, index): FilmWords => {
      const line = lines[index];
      return line === undefined ? { title: item.title } : { text: line };
    },
  });
}

function openingLayers(at: PartPlace): (Layer | undefined)[] {
  const palette = paletteOf(at.brand, 'ground');
  const { photo, words, bar, size } = layoutFor(at.place.frame, layouts);
  return splitLayers(at, {
    ...{ photo, ground: palette.ground, how: 'there', vertical: 'middle' },
    words: area(words.x, bar.y, words.width, words.y + words.height - bar.y),
    list: headWords(at, size * 1.7, palette, { font: serif }),
  });
}

function stepLayers(at: PartPlace, palette: Palette): (Layer | undefined)[] {
  const { photo, words, bar, size } = layoutFor(at.place.frame, layouts);
  const { title, text } = at.part.words;
  const which: Words = {
    ...{ id: 'number', text: said[at.language].step(at.nth, at.ofRole), size: size * 0.54 },
    ...{ colour: palette.accent, font: sans, spacing: 0.02, gap: size * 0.24 },
  };
  const list: Words[] = [
    {
      ...{ id: 'title', text: title, size: size * 1.1, min: 3.8, lines: 3, gap: size * 0.2 },
      ...{ colour: palette.ink, font: serif },
    },
    {
      ...{ id: 'text', text, size: (title ?? '').trim() ? size * 0.72 : size, min: 3.4, lines: 5 },
      ...{ colour: palette.ink, font: sansMedium, lineHeight: 1.22, spacing: -0.005 },
    },
  ];
  const head = area(words.x, words.y, words.width, size * 0.95);
  const rest = area(words.x, head.y + head.height, words.width, words.height - head.height);
  return [
    ...splitLayers(at, { photo, words: head, list: [which], ground: palette.ground, how: 'there' }),
    ...sayWords(at, rest, list, { how: 'type', from: 1 }),
    ...progress(at, bar, palette),
  ];
}

/** A piece for each step; that of this one fills while it lasts. */
function progress(at: PartPlace, bar: Area, { ink, line }: Palette): Layer[] {
  const { frame } = at.place;
  const many = Math.min(at.ofRole, 12);
  const current = Math.ceil((at.nth * many) / at.ofRole);
  const gap = 1.2;
  const width = (bar.width - gap * (many - 1)) / many;
  return Array.from({ length: many }, (_, index) => {
    const where = boxOf(frame, area(bar.x + index * (width + gap), bar.y, width, bar.height));
    return { index, where };
  }).flatMap(({ index, where }): Layer[] => {
    const bare = block(`track-${index + 1}`, where, line);
    if (index + 1 > current) return [bare];
    const full = block(`done-${index + 1}`, where, ink);
    if (index + 1 < current) return [full];
    const { durationMs } = at;
    return [bare, { ...full, motions: [{ ...uncover('left', { durationMs }), easing: 'linear' }] }];
  });
}
