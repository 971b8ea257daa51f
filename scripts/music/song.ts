import type { Voice } from './voices.ts';

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
  /** Seconds from one note of a chord to the next, as fingers go over strings. */
  strum?: number;
  /** Takes no part in the last chord. */
  isOnlyRhythm?: true;
  /** Loudness varies by this share, as a hand does. */
  human?: number;
};

export type Song = {
  id: string;
  names: { fr: string; en: string };
  mood: { fr: string; en: string };
  bpm: number;
  bars: number;
  seed: number;
  /** MIDI number of the home note. */
  home: number;
  /** Chords, one a bar, as steps over the home note; repeated. */
  chords: readonly (readonly number[])[];
  parts: readonly Part[];
  room: number;
};
