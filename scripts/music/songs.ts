import type { Voice } from './voices.ts';
import { bass, clap, electricPiano, kick, marimba, pad, plucked, shaker } from './voices.ts';

/** A part of the band: when in a bar it plays, and how. `steps` are eighths of a bar of four beats;
 *  a number is a degree of the bar's chord (0 the root), `null` silence. */
export type Part = {
  voice: Voice;
  /** Two bars or more, repeated; one row of eighths each. */
  pattern: readonly (readonly (number | null)[])[];
  octave: number;
  level: number;
  pan: number;
  room: number;
  /** How long a note rings, in eighths. */
  ring: number;
  /** Bars in which it is silent: [from, to) pairs. */
  rests?: readonly (readonly [number, number])[];
  /** Several notes of the chord at once. */
  isChord?: true;
  /** Loudness varies by this share, as a hand does. */
  human?: number;
};

export type Song = {
  id: string;
  names: { fr: string; en: string };
  bpm: number;
  bars: number;
  seed: number;
  /** MIDI number of the home note. */
  home: number;
  /** Chords, one a bar, as steps over the home note; repeated. */
  chords: readonly (readonly number[])[];
  parts: readonly Part[];
  /** Root mean square of the finished track. */
  level: number;
  room: number;
};

const _ = null;

/** Morning: a clear, unhurried walk. */
const morning: Song = {
  id: 'matin',
  names: { fr: 'Matin clair', en: 'Clear morning' },
  bpm: 96,
  bars: 26,
  seed: 11,
  home: 60,
  chords: [
    [0, 4, 7, 11],
    [9, 12, 16, 19],
    [5, 9, 12, 16],
    [7, 11, 14, 17],
  ],
  level: 0.155,
  room: 0.34,
  parts: [
    {
      voice: electricPiano,
      pattern: [
        [0, _, _, 0, _, _, 0, _],
        [0, _, _, 0, _, 0, _, _],
      ],
      octave: -1,
      level: 0.2,
      pan: -0.15,
      room: 0.5,
      ring: 3,
      isChord: true,
      human: 0.2,
    },
    {
      voice: plucked,
      pattern: [
        [_, 0, 2, _, 3, _, 2, 1],
        [_, 2, _, 3, _, 1, _, 2],
        [0, _, 2, _, 3, 4, _, 2],
        [3, _, 2, _, 1, _, _, _],
      ],
      octave: 0,
      level: 0.36,
      pan: 0.35,
      room: 0.55,
      ring: 3,
      rests: [[0, 2]],
      human: 0.25,
    },
    {
      voice: marimba,
      pattern: [
        [_, _, _, _, 4, _, _, _],
        [_, _, 5, _, _, _, 4, _],
      ],
      octave: 1,
      level: 0.12,
      pan: -0.45,
      room: 0.8,
      ring: 2,
      rests: [
        [0, 8],
        [16, 18],
      ],
    },
    {
      voice: bass,
      pattern: [
        [0, _, _, _, 0, _, _, 2],
        [0, _, _, 0, _, _, 2, _],
      ],
      octave: -2,
      level: 0.34,
      pan: 0,
      room: 0.05,
      ring: 2.6,
      rests: [[0, 2]],
    },
    {
      voice: kick,
      pattern: [[0, _, _, _, 0, _, _, _]],
      octave: 0,
      level: 0.46,
      pan: 0,
      room: 0.04,
      ring: 1,
      rests: [
        [0, 4],
        [16, 18],
      ],
    },
    {
      voice: shaker,
      pattern: [[0, 0, 0, 0, 0, 0, 0, 0]],
      octave: 0,
      level: 0.13,
      pan: 0.25,
      room: 0.2,
      ring: 1,
      rests: [[0, 4]],
      human: 0.6,
    },
  ],
};

/** Workshop: brisk, with claps. */
const workshop: Song = {
  id: 'atelier',
  names: { fr: 'Atelier', en: 'Workshop' },
  bpm: 120,
  bars: 33,
  seed: 23,
  home: 57,
  chords: [
    [0, 3, 7, 10],
    [8, 12, 15, 19],
    [3, 7, 10, 14],
    [10, 14, 17, 20],
  ],
  level: 0.165,
  room: 0.26,
  parts: [
    {
      voice: plucked,
      pattern: [
        [0, _, 2, 3, _, 2, 1, _],
        [2, _, 3, _, 4, 3, _, 2],
      ],
      octave: 0,
      level: 0.36,
      pan: -0.3,
      room: 0.45,
      ring: 2,
      human: 0.25,
    },
    {
      voice: electricPiano,
      pattern: [
        [_, 0, _, _, _, 0, _, _],
        [_, 0, _, 0, _, _, 0, _],
      ],
      octave: 0,
      level: 0.14,
      pan: 0.3,
      room: 0.4,
      ring: 1.4,
      isChord: true,
      rests: [[0, 4]],
      human: 0.2,
    },
    {
      voice: marimba,
      pattern: [
        [4, _, _, 3, _, _, 2, _],
        [3, _, _, 4, _, _, 5, _],
        [4, _, _, 3, _, _, 2, _],
        [1, _, _, 2, _, _, _, _],
      ],
      octave: 1,
      level: 0.16,
      pan: 0.45,
      room: 0.7,
      ring: 2,
      rests: [
        [0, 8],
        [16, 20],
      ],
    },
    {
      voice: bass,
      pattern: [
        [0, _, 0, _, _, 0, _, 2],
        [0, _, 0, _, 2, _, 0, _],
      ],
      octave: -2,
      level: 0.34,
      pan: 0,
      room: 0.04,
      ring: 1.3,
      rests: [[0, 4]],
    },
    {
      voice: kick,
      pattern: [[0, _, 0, _, 0, _, 0, _]],
      octave: 0,
      level: 0.44,
      pan: 0,
      room: 0.03,
      ring: 1,
      rests: [
        [0, 2],
        [16, 18],
      ],
    },
    {
      voice: clap,
      pattern: [[_, _, 0, _, _, _, 0, _]],
      octave: 0,
      level: 0.19,
      pan: 0.06,
      room: 0.5,
      ring: 1,
      rests: [
        [0, 4],
        [16, 18],
      ],
    },
    {
      voice: shaker,
      pattern: [[0, 0, 0, 0, 0, 0, 0, 0]],
      octave: 0,
      level: 0.13,
      pan: -0.25,
      room: 0.2,
      ring: 1,
      human: 0.6,
    },
  ],
};

/** Evening: wide and slow, bars of wood over a soft chord. */
const evening: Song = {
  id: 'soir',
  names: { fr: 'Soir d’été', en: 'Summer evening' },
  bpm: 80,
  bars: 22,
  seed: 37,
  home: 62,
  chords: [
    [0, 7, 11, 16],
    [0, 7, 11, 16],
    [-3, 4, 9, 12],
    [-3, 4, 9, 12],
    [5, 9, 12, 16],
    [5, 9, 12, 16],
    [-5, 2, 7, 11],
    [-5, 2, 9, 11],
  ],
  level: 0.14,
  room: 0.46,
  parts: [
    {
      voice: pad,
      pattern: [[0, _, _, _, _, _, _, _]],
      octave: -1,
      level: 0.2,
      pan: 0,
      room: 0.7,
      ring: 8,
      isChord: true,
    },
    {
      voice: marimba,
      pattern: [
        [0, _, 1, _, 2, _, 3, _],
        [_, 2, _, 3, _, 1, _, 2],
        [0, _, 2, _, 1, _, 3, _],
        [4, _, 3, _, 2, _, _, _],
      ],
      octave: 0,
      level: 0.28,
      pan: 0.25,
      room: 0.7,
      ring: 2,
      human: 0.3,
    },
    {
      voice: electricPiano,
      pattern: [
        [_, _, _, _, 4, _, _, 5],
        [_, _, 4, _, _, _, 3, _],
      ],
      octave: 0,
      level: 0.17,
      pan: -0.35,
      room: 0.8,
      ring: 4,
      rests: [
        [0, 4],
        [12, 14],
      ],
      human: 0.2,
    },
    {
      voice: bass,
      pattern: [[0, _, _, _, _, _, 0, _]],
      octave: -2,
      level: 0.34,
      pan: 0,
      room: 0.05,
      ring: 5,
      rests: [[0, 4]],
    },
    {
      voice: kick,
      pattern: [[0, _, _, _, _, 0, _, _]],
      octave: 0,
      level: 0.34,
      pan: 0,
      room: 0.06,
      ring: 1,
      rests: [
        [0, 8],
        [12, 14],
      ],
    },
    {
      voice: shaker,
      pattern: [[_, _, 0, _, _, _, 0, 0]],
      octave: 0,
      level: 0.15,
      pan: -0.3,
      room: 0.3,
      ring: 1,
      rests: [[0, 6]],
      human: 0.4,
    },
  ],
};

export const songs: readonly Song[] = [morning, workshop, evening];
