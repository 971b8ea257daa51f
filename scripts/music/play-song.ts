import { addRoom, newMix, strike, type Mix } from './mixdown.ts';
import { seededRandom } from './random.ts';
import type { Part, Song } from './song.ts';

const eighthsPerBar = 8;
/** The last chord rings this long. */
const tailSeconds = 5;

/** Plays a song from its notes, as loud as it comes. The same song gives the same samples, always. */
export function playSong(song: Song): Mix {
  const random = seededRandom(song.seed);
  const mix = newMix(song.bars * barSecondsOf(song) + tailSeconds);
  for (const part of song.parts)
    for (let bar = 0; bar < song.bars; bar += 1)
      if (!isResting(part, bar)) playBar(mix, song, part, bar, random);
  for (const part of song.parts) if (!part.isOnlyRhythm) playLast(mix, song, part, random);
  addRoom(mix, song.room);
  return mix;
}

function isResting(part: Part, bar: number): boolean {
  return (part.rests ?? []).some(([from, to]) => bar >= from && bar < to);
}

function playBar(mix: Mix, song: Song, part: Part, bar: number, random: () => number): void {
  const eighth = 30 / song.bpm;
  const row = part.pattern[bar % part.pattern.length] ?? [];
  const chord = song.chords[bar % song.chords.length] ?? [0];
  for (const [step, degree] of row.entries()) {
    if (degree === null) continue;
    const human = 1 - (part.human ?? 0) * random();
    const degrees = part.isChord ? chord.map((_, index) => index) : [degree];
    for (const [order, one] of degrees.entries())
      strike(
        mix,
        {
          voice: part.voice,
          frequencyHz: frequency(song.home + stepsOf(chord, one) + 12 * part.octave),
          atSeconds: (bar * eighthsPerBar + step) * eighth + order * (part.strum ?? 0),
          seconds: part.ring * eighth,
          // The first of the beat carries the bar.
          level: part.level * human * (step % 2 === 0 ? 1 : 0.86),
          pan: part.pan,
          room: part.room,
        },
        random,
      );
  }
}

/** The chord of home, once, on the bar after the last. */
function playLast(mix: Mix, song: Song, part: Part, random: () => number): void {
  const chord = song.chords[0] ?? [0];
  const degrees = part.isChord ? chord.map((_, index) => index) : [0];
  for (const [order, one] of degrees.entries())
    strike(
      mix,
      {
        ...{ voice: part.voice, level: part.level, pan: part.pan, room: part.room },
        frequencyHz: frequency(song.home + stepsOf(chord, one) + 12 * part.octave),
        atSeconds: song.bars * barSecondsOf(song) + order * (part.strum ?? 0.018),
        seconds: 2.4,
      },
      random,
    );
}

const barSecondsOf = ({ bpm }: Song) => (4 * 60) / bpm;

/** Where its bars begin, from which of them it may be played again, and where its last chord is struck. */
export function shapeOf(song: Song) {
  const barMs = barSecondsOf(song) * 1000;
  const again = [2, 3, 4, 5, 6, 7, 8].find((bar) => (song.bars - bar) % song.chords.length === 0);
  return {
    downbeatsMs: Array.from({ length: song.bars }, (_, bar) => Math.round(bar * barMs)),
    loopFromMs: Math.round((again ?? 0) * barMs),
    outroMs: Math.round(song.bars * barMs),
  };
}

/** Degrees above the chord's own go on an octave higher. */
function stepsOf(chord: readonly number[], degree: number): number {
  return (chord[degree % chord.length] ?? 0) + 12 * Math.floor(degree / chord.length);
}

function frequency(midi: number): number {
  return 440 * 2 ** ((midi - 69) / 12);
}

/** Moments of the beats, in milliseconds from the start. */
export function beatsOf(song: Song): number[] {
  const beatMs = 60_000 / song.bpm;
  return Array.from({ length: song.bars * 4 }, (_, index) => Math.round(index * beatMs));
}
