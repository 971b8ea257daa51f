import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { finish, waveFile } from './mixdown.ts';
import { beatsOf, playSong } from './play-song.ts';
import type { Song } from './song.ts';
import { songs } from './songs.ts';
import { sampleRate } from './voices.ts';

const folder = join(import.meta.dirname, '../../resources/music');
const [first] = songs;
if (!first) throw new Error('no song');
const short: Song = { ...first, bars: 2 };

describe('a song', () => {
  const mix = finish(playSong(short), 0.14);

  test('is the same every time it is played', () => {
    expect(waveFile(finish(playSong(short), 0.14)).equals(waveFile(mix))).toBe(true);
  });

  test('is heard, is never cut off at full scale, and fades to silence', () => {
    const peak = mix.left.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    expect(peak).toBeGreaterThan(0.2);
    expect(peak).toBeLessThan(0.89);
    const end = mix.left.slice(-sampleRate / 20);
    expect(Math.max(...end.map(Math.abs))).toBeLessThan(0.001);
  });

  test('has a beat four times a bar', () => {
    expect(beatsOf(short)).toEqual([0, 625, 1250, 1875, 2500, 3125, 3750, 4375]);
  });

  test('is written as a wave file of the right length', () => {
    const file = waveFile(mix);
    expect(file.toString('latin1', 0, 4)).toBe('RIFF');
    expect(file.readUInt32LE(24)).toBe(48_000);
    expect(file.length).toBe(44 + mix.left.length * 4);
  });
});

type Listed = {
  file: string;
  bpm: number;
  durationMs: number;
  beatsMs: number[];
  shape: { outroMs: number };
};

describe('the tracks that ship', () => {
  const list = JSON.parse(readFileSync(join(folder, 'tracks.json'), 'utf8')) as {
    licence: string;
    tracks: (Listed & { id: string; names: { fr: string; en: string } })[];
  };

  test('are the songs, ours to give away, each long enough for a minute', () => {
    expect(list.licence).toBe('CC0-1.0');
    expect(list.tracks.map((track) => track.id)).toEqual(songs.map((song) => song.id));
    for (const [index, track] of list.tracks.entries()) {
      expect(track.beatsMs).toEqual(beatsOf(songs[index] ?? short));
      expect(track.durationMs).toBeGreaterThan(61_000);
      expect(statSync(join(folder, track.file)).size).toBeLessThan(1_500_000);
      expect(track.names.fr && track.names.en).toBeTruthy();
      expect(track.shape.outroMs).toBeLessThan(track.durationMs);
    }
  });

  test('sound as long as they say, without clipping, and one as loud as the other', () => {
    const levels: number[] = [];
    for (const track of list.tracks) {
      const samples = decode(join(folder, track.file));
      const seconds = samples.length / 8000;
      expect(Math.abs(seconds * 1000 - track.durationMs)).toBeLessThan(100);
      let peak = 0;
      for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
      expect(peak).toBeGreaterThan(6000);
      expect(peak).toBeLessThan(32_000);
      levels.push(levelDb(samples));
    }
    expect(Math.max(...levels) - Math.min(...levels)).toBeLessThan(loudnessApartDb);
  });
});

/** Ears weigh low tones less than this plain measure does: equally loud tracks differ by this much in it. */
const loudnessApartDb = 4;

function levelDb(samples: Int16Array): number {
  let power = 0;
  for (const sample of samples) power += sample * sample;
  return 10 * Math.log10(power / samples.length);
}

/** One channel at 8 kHz, 16 bit. */
function decode(file: string): Int16Array {
  const bytes = execFileSync(
    process.env['FFMPEG_PATH'] ?? 'ffmpeg',
    ['-nostdin', '-loglevel', 'error', '-i', file, '-ac', '1', '-ar', '8000', '-f', 's16le', '-'],
    { maxBuffer: 8_000_000 },
  );
  return new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
}
