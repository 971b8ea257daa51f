import type { Song } from './song.ts';
import { bass, celesta, kick, marimba, pad, piano, plucked, shaker } from './voices.ts';

const _ = null;

/** Glow: a felt piano alone, then with a breath under it. */
const glow: Song = {
  id: 'lueur',
  names: { fr: 'Lueur', en: 'Glow' },
  mood: { fr: 'Calme, intime', en: 'Calm, close' },
  bpm: 72,
  bars: 18,
  seed: 41,
  home: 60,
  chords: [
    [0, 7, 16, 19],
    [-3, 4, 12, 16],
    [-7, 5, 9, 16],
    [-5, 2, 11, 14],
  ],
  room: 0.42,
  parts: [
    {
      voice: piano,
      pattern: [
        [0, _, 1, _, 2, _, 3, _],
        [0, _, 1, 2, _, 3, _, 2],
        [0, _, 1, _, 3, _, 2, _],
        [0, 1, _, 2, _, _, _, _],
      ],
      octave: 0,
      level: 0.42,
      pan: -0.1,
      room: 0.5,
      ring: 4,
      human: 0.2,
    },
    {
      voice: piano,
      pattern: [
        [_, _, _, _, _, _, _, _],
        [_, _, _, _, 3, _, _, _],
        [_, _, 3, _, _, _, 2, _],
        [_, _, _, _, 3, _, 2, _],
      ],
      octave: 1,
      level: 0.2,
      pan: 0.25,
      room: 0.8,
      ring: 4,
      rests: [[0, 4]],
      human: 0.2,
    },
    {
      voice: pad,
      pattern: [[0, _, _, _, _, _, _, _]],
      octave: 0,
      level: 0.07,
      pan: 0,
      room: 0.7,
      ring: 8,
      isChord: true,
      rests: [
        [0, 6],
        [12, 14],
      ],
    },
    {
      voice: bass,
      pattern: [[0, _, _, _, _, _, _, _]],
      octave: -1,
      level: 0.24,
      pan: 0,
      room: 0.05,
      ring: 6,
      rests: [
        [0, 6],
        [12, 14],
      ],
    },
  ],
};

/** Paper: a few dry notes, much air. */
const paper: Song = {
  id: 'papier',
  names: { fr: 'Papier', en: 'Paper' },
  mood: { fr: 'Minimal, précis', en: 'Minimal, precise' },
  bpm: 88,
  bars: 22,
  seed: 53,
  home: 62,
  chords: [
    [0, 7, 12, 16],
    [0, 7, 14, 16],
    [-4, 3, 12, 15],
    [-2, 5, 10, 14],
  ],
  room: 0.3,
  parts: [
    {
      voice: marimba,
      pattern: [
        [0, _, _, 2, _, _, 1, _],
        [_, _, 2, _, _, 3, _, _],
      ],
      octave: 0,
      level: 0.34,
      pan: -0.2,
      room: 0.45,
      ring: 2,
      human: 0.25,
    },
    {
      voice: plucked,
      pattern: [
        [_, _, _, _, 3, _, _, _],
        [_, _, _, _, _, _, 2, _],
        [_, _, 3, _, _, _, _, _],
        [_, _, _, _, 2, _, _, 1],
      ],
      octave: 0,
      level: 0.3,
      pan: 0.35,
      room: 0.6,
      ring: 2,
      rests: [[0, 4]],
      human: 0.3,
    },
    {
      voice: bass,
      pattern: [
        [0, _, _, _, _, _, _, _],
        [0, _, _, _, _, 0, _, _],
      ],
      octave: -1,
      level: 0.3,
      pan: 0,
      room: 0.04,
      ring: 2,
      rests: [[0, 2]],
    },
    {
      voice: kick,
      pattern: [[0, _, _, _, 0, _, _, _]],
      octave: 0,
      level: 0.4,
      pan: 0,
      room: 0.03,
      ring: 1,
      rests: [
        [0, 6],
        [14, 16],
      ],
      isOnlyRhythm: true,
    },
    {
      voice: shaker,
      pattern: [[_, _, 0, _, _, _, 0, _]],
      octave: 0,
      level: 0.14,
      pan: 0.3,
      room: 0.25,
      ring: 1,
      rests: [[0, 4]],
      human: 0.4,
      isOnlyRhythm: true,
    },
    {
      voice: celesta,
      pattern: [
        [_, _, _, _, _, _, _, _],
        [_, _, _, _, 3, _, _, _],
      ],
      octave: 1,
      level: 0.1,
      pan: -0.4,
      room: 0.9,
      ring: 2,
      rests: [
        [0, 8],
        [14, 16],
      ],
    },
  ],
};

export const calmSongs: readonly Song[] = [glow, paper];
