import { area } from '../../templates/compose.ts';
import type { Area } from '../../templates/frame.ts';
import { paletteOf } from '../../templates/palette.ts';
import type { Clip } from '../../scene.ts';
import { closingLayers } from '../closing-layers.ts';
import type { FilmStyle } from '../film-style.ts';
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
import { headWords, shotWords } from '../say-words.ts';

type Layout = { photo: Area; words: Area; logo: Area; size: number; isBeside: boolean };

const shots: Layouts<Layout> = {
  story: (_width, height) => ({
    ...{ photo: area(10, 64, 80, height - 74), words: area(7, 35, 80, 27), size: 9.4 },
    ...{ logo: area(7, 25.6, 80, 8), isBeside: false },
  }),
  tall: (_width, height) => ({
    ...{ photo: area(17, 17, 66, height - 51), words: area(8, height - 31.5, 84, 24), size: 8.4 },
    ...{ logo: area(8, 6, 84, 8), isBeside: false },
  }),
  square: () => ({
    ...{ photo: area(7, 7, 44, 86), words: area(56, 24, 38, 62), size: 8.2 },
    ...{ logo: area(56, 7, 38, 8), isBeside: true },
  }),
  wide: (width) => ({
    ...{ photo: area(width - 84, 8, 74, 92), words: area(10, 27, width - 108, 60), size: 13 },
    ...{ logo: area(10, 9, 80, 10), isBeside: true },
  }),
};

const openings: Layouts<Omit<Layout, 'logo'>> = {
  story: (_width, height) => ({
    ...{ words: area(12.5, 27, 75, 30), photo: area(12, 60, 76, height - 60), size: 16 },
    isBeside: false,
  }),
  tall: () => ({
    ...{ words: area(8, 9, 84, 32), photo: area(20, 45, 60, 80), size: 15.5, isBeside: false },
  }),
  square: () => ({
    ...{ words: area(8, 7, 84, 28), photo: area(26, 38, 48, 62), size: 14.5, isBeside: false },
  }),
  wide: (width) => ({
    ...{ words: area(10, 14, width - 98, 72), photo: area(width - 78, 12, 66, 88), size: 19 },
    isBeside: true,
  }),
};

const arch: Clip = { kind: 'arch' };

/** New things: each comes from the side under an arch, its name beside it. */
export const nouveautes: FilmStyle = {
  id: 'nouveautes',
  names: { fr: 'Nouveautés', en: 'New in' },
  formats: videoFormats,
  roles: ['product', 'opening', 'full', 'text', 'closing'],
  transition: { kind: 'slide', side: 'right', durationMs: 520 },
  ground: ({ colours }) => colours.paper,
  plan: (slots) =>
    planShots(slots, {
      headline: { fr: 'Nouveautés', en: 'New in' }[slots.language],
      plainRole: 'full',
    }),
  lay(at) {
    const { frame } = at.place;
    const palette = paletteOf(at.brand, 'paper');
    const { ground } = palette;
    switch (at.part.role) {
      case 'opening': {
        const { isBeside, size, ...where } = layoutFor(frame, openings);
        return splitLayers(at, {
          ...{ ...where, ground, clip: arch, how: 'there', vertical: 'middle' },
          ...{ list: headWords(at, size, palette), align: isBeside ? 'start' : 'center' },
        });
      }
      case 'closing':
        return closingLayers(at);
      case 'full':
        return fullLayers(at);
      case 'text':
        return textLayers(at, palette, 'from-end');
      default: {
        const { isBeside, size, photo, words } = layoutFor(frame, shots);
        return splitLayers(at, {
          ...{ photo, words, ground, clip: arch, photoComes: 'from-end', how: 'from-end', from: 2 },
          ...{ list: shotWords(at, size, palette), vertical: isBeside ? 'middle' : 'top' },
          align: frame.shape === 'tall' ? 'center' : 'start',
        });
      }
    }
  },
  standing: standingOverShots(
    ({ frame }) => layoutFor(frame, shots).logo,
    (brand) => paletteOf(brand, 'paper').ink,
    5.6,
  ),
};
