import { circle } from './round-paths.ts';
import type { Sticker } from './sticker.ts';

/** Small things of a shop. */
export const things: readonly Sticker[] = [
  {
    id: 'ribbon',
    names: { fr: 'Ruban', en: 'Ribbon' },
    ratio: 3,
    colour: '#B8431F',
    parts: [
      { path: 'M0 8L20 8L20 33L0 33L7 20.5Z', fill: 'dark' },
      { path: 'M100 8L80 8L80 33L100 33L93 20.5Z', fill: 'dark' },
      { path: 'M12 1L88 1L88 26L12 26Z', fill: 'main' },
    ],
  },
  {
    id: 'tag',
    names: { fr: 'Étiquette', en: 'Price tag' },
    ratio: 1.7,
    colour: '#F3EBDD',
    parts: [
      { path: 'M24 2L92 2Q98 2 98 8L98 50Q98 56 92 56L24 56L2 29Z', fill: 'main' },
      { path: circle(24, 29, 5), fill: 'ink' },
    ],
  },
  {
    id: 'bubble',
    names: { fr: 'Bulle', en: 'Speech bubble' },
    ratio: 1.25,
    colour: '#FFFFFF',
    parts: [
      {
        path: 'M50 2C78 2 98 14 98 33C98 52 78 64 50 64C44 64 38 63.4 33 62L14 77L19 56C8 50.6 2 42.6 2 33C2 14 22 2 50 2Z',
        fill: 'main',
      },
    ],
  },
  {
    id: 'leaf',
    names: { fr: 'Feuille', en: 'Leaf' },
    ratio: 1,
    colour: '#2E6B4E',
    parts: [
      { path: 'M94 6C98 52 82 86 44 86C22 86 12 70 16 52C22 22 58 12 94 6Z', fill: 'main' },
      {
        path: 'M6 96C22 68 46 46 76 26M40 53L38 72M54 42L60 60',
        line: { tone: 'light', width: 3 },
      },
    ],
  },
  {
    id: 'sprig',
    names: { fr: 'Brin', en: 'Sprig' },
    ratio: 0.7,
    colour: '#5B7F5E',
    parts: [
      { path: 'M50 141C46 100 48 60 52 8', line: { tone: 'main', width: 3.2 } },
      { path: 'M52 8C38 20 38 34 51 42C64 34 66 20 52 8Z', fill: 'main' },
      { path: 'M50 70C30 68 14 56 8 38C30 38 46 50 50 70Z', fill: 'main' },
      { path: 'M50 82C70 78 84 66 92 48C70 50 54 62 50 82Z', fill: 'main' },
      { path: 'M48 110C30 108 14 98 6 80C28 80 44 92 48 110Z', fill: 'main' },
      { path: 'M49 122C68 118 82 106 90 90C68 92 52 104 49 122Z', fill: 'main' },
    ],
  },
  {
    id: 'bow',
    names: { fr: 'Nœud', en: 'Bow' },
    ratio: 1.6,
    colour: '#C8102E',
    parts: [
      { path: 'M45 30C38 40 30 50 18 60L27 58L31 62C40 54 47 44 51 33Z', fill: 'dark' },
      { path: 'M55 30C62 40 70 50 82 60L73 58L69 62C60 54 53 44 49 33Z', fill: 'dark' },
      { path: 'M46 25C34 8 14 0 6 6C0 12 0 34 7 40C16 46 36 40 46 30Z', fill: 'main' },
      { path: 'M54 25C66 8 86 0 94 6C100 12 100 34 93 40C84 46 64 40 54 30Z', fill: 'main' },
      { path: 'M45 28C34 20 22 18 12 22C20 28 34 31 45 28Z', fill: 'dark' },
      { path: 'M55 28C66 20 78 18 88 22C80 28 66 31 55 28Z', fill: 'dark' },
      { path: 'M14 11C24 12 33 16 40 22', line: { tone: 'light', width: 1.2 } },
      { path: 'M86 11C76 12 67 16 60 22', line: { tone: 'light', width: 1.2 } },
      {
        path: 'M43 22C47 19 53 19 57 22C59 26 59 30 57 34C53 37 47 37 43 34C41 30 41 26 43 22Z',
        fill: 'main',
      },
      { path: 'M46 23C48 26 48 30 46 33', line: { tone: 'dark', width: 1 } },
      { path: 'M54 23C52 26 52 30 54 33', line: { tone: 'dark', width: 1 } },
    ],
  },
  {
    id: 'gift',
    names: { fr: 'Cadeau', en: 'Gift' },
    ratio: 1,
    colour: '#A3213A',
    parts: [
      { path: 'M12 46L88 46L88 96L12 96Z', fill: 'main' },
      { path: 'M6 28L94 28L94 46L6 46Z', fill: 'dark' },
      { path: 'M42 28L58 28L58 96L42 96Z', fill: 'light' },
      {
        path: 'M50 28C38 28 22 24 22 14C22 4 34 2 41 10C45 15 48 22 50 28C52 22 55 15 59 10C66 2 78 4 78 14C78 24 62 28 50 28Z',
        line: { tone: 'light', width: 6 },
      },
    ],
  },
  {
    id: 'truck',
    names: { fr: 'Livraison', en: 'Delivery' },
    ratio: 1.5,
    colour: '#1F5F99',
    parts: [
      { path: 'M2 6L60 6L60 52L2 52Z', fill: 'main' },
      { path: 'M63 18L82 18L98 36L98 52L63 52Z', fill: 'dark' },
      { path: 'M69 24L80 24L90 36L69 36Z', fill: 'white' },
      { path: circle(22, 54, 10), fill: 'ink' },
      { path: circle(78, 54, 10), fill: 'ink' },
      { path: circle(22, 54, 4), fill: 'white' },
      { path: circle(78, 54, 4), fill: 'white' },
    ],
  },
  {
    id: 'bag',
    names: { fr: 'Sac', en: 'Shopping bag' },
    ratio: 0.86,
    colour: '#B8431F',
    parts: [
      { path: 'M10 34L90 34L97 114L3 114Z', fill: 'main' },
      { path: 'M32 50L32 26C32 -4 68 -4 68 26L68 50', line: { tone: 'dark', width: 6 } },
    ],
  },
  {
    id: 'clock',
    names: { fr: 'Horloge', en: 'Clock' },
    ratio: 1,
    colour: '#211D1A',
    parts: [
      { path: circle(50, 50, 45), fill: 'white', line: { tone: 'main', width: 7 } },
      { path: 'M50 24L50 51L68 61', line: { tone: 'main', width: 6.5 } },
    ],
  },
];
