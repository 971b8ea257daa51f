import { addRoom, finish, newMix, strike, type Mix } from './mixdown.ts';
import { seededRandom } from './random.ts';
import type { Part, Song } from './songs.ts';

const eighthsPerBar = 8;
const tailSeconds = 1;

/** Plays a song from its notes. The same song gives the same samples, always. */
export function playSong(song: Song): Mix {
  const random = seededRandom(song.seed);
  const barSeconds = (4 * 60) / song.bpm;
  const mix = newMix(song.bars * barSeconds + tailSeconds);
  for (const part of song.parts)
    for (let bar = 0; bar < song.bars; bar += 1)
      if (!isResting(part, bar)) playBar(mix, song, part, bar, random);
  addRoom(mix, song.room);
  finish(mix, song.level, barSeconds + tailSeconds);
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
    for (const one of degrees)
      strike(
        mix,
        {
          voice: part.voice,
          frequencyHz: frequency(song.home + stepsOf(chord, one) + 12 * part.octave),
          atSeconds: (bar * eighthsPerBar + step) * eighth,
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
