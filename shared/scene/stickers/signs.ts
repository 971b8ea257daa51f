import { circle, spark, star } from './round-paths.ts';
import type { Sticker } from './sticker.ts';

/** Marks that draw the eye to a place of the picture. */
export const signs: readonly Sticker[] = [
  {
    id: 'heart',
    names: { fr: 'Cœur', en: 'Heart' },
    ratio: 1.1,
    colour: '#D6453D',
    parts: [
      {
        path: 'M50 88C18 66 4 48 4 28C4 12 16 3 29 3C39 3 46 9 50 17C54 9 61 3 71 3C84 3 96 12 96 28C96 48 82 66 50 88Z',
        fill: 'main',
      },
      {
        path: 'M17 31C17 23 22 17 29 16',
        line: { tone: 'light', width: 5 },
      },
    ],
  },
  {
    id: 'star',
    names: { fr: 'Étoile', en: 'Star' },
    ratio: 1,
    colour: '#E9B23C',
    parts: [{ path: star(5, 49, 21, 50, 52), fill: 'main' }],
  },
  {
    id: 'burst',
    names: { fr: 'Éclat', en: 'Burst' },
    ratio: 1,
    colour: '#C8102E',
    parts: [{ path: star(16, 50, 40), fill: 'main' }],
  },
  {
    id: 'seal',
    names: { fr: 'Sceau', en: 'Seal' },
    ratio: 1,
    colour: '#24402F',
    parts: [
      { path: star(28, 50, 46), fill: 'main' },
      { path: circle(50, 50, 38), line: { tone: 'light', width: 1.6 } },
    ],
  },
  {
    id: 'sparkles',
    names: { fr: 'Scintillement', en: 'Sparkles' },
    ratio: 1,
    colour: '#E9B23C',
    parts: [
      { path: spark(40, 58, 38), fill: 'main' },
      { path: spark(80, 24, 20), fill: 'main' },
      { path: spark(84, 82, 13), fill: 'light' },
    ],
  },
  {
    id: 'check',
    names: { fr: 'Coche', en: 'Check mark' },
    ratio: 1,
    colour: '#2E6B4E',
    parts: [
      { path: circle(50, 50, 48), fill: 'main' },
      { path: 'M27 52L43 68L74 34', line: { tone: 'white', width: 10 } },
    ],
  },
  {
    id: 'arrow',
    names: { fr: 'Flèche', en: 'Arrow' },
    ratio: 1.6,
    colour: '#211D1A',
    parts: [
      {
        path: 'M5 42C22 14 56 8 88 31M88 31C81 25 77 18 75 9M88 31C79 32 71 36 65 43',
        line: { tone: 'main', width: 5.5 },
      },
    ],
  },
  {
    id: 'circled',
    names: { fr: 'Cercle à la main', en: 'Hand-drawn circle' },
    ratio: 1.7,
    colour: '#C8102E',
    parts: [
      {
        path: 'M70 8C44 0 4 8 4 30C4 50 32 57 56 55C80 53 97 42 95 26C93 12 70 3 38 7',
        line: { tone: 'main', width: 3.4 },
      },
    ],
  },
  {
    id: 'underline',
    names: { fr: 'Trait de pinceau', en: 'Brush stroke' },
    ratio: 6.5,
    colour: '#E9B23C',
    parts: [
      {
        path: 'M1 8C24 3 60 1 99 4C78 5 62 6.4 50 8.4C66 7.6 78 8 90 9.6C60 9.4 34 11 8 14.4C18 11.4 30 9 38 7.8C24 8 12 9 1 8Z',
        fill: 'main',
      },
    ],
  },
];
