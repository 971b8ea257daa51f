// Makes the music that ships with the studio: written and synthesised here, so that it is ours to give
// away (CC0). Needs ffmpeg on the path. Run: node scripts/make-music.ts [folder]
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { finish, waveFile, type Mix } from './music/mixdown.ts';
import { beatsOf, playSong, shapeOf } from './music/play-song.ts';
import type { Song } from './music/song.ts';
import { songs } from './music/songs.ts';
import { sampleRate } from './music/voices.ts';

const wantedLufs = -16;
const folder = resolve(process.argv[2] ?? join(import.meta.dirname, '../resources/music'));
mkdirSync(folder, { recursive: true });
const work = mkdtempSync(join(tmpdir(), 'vitrine-music-'));
try {
  const tracks = songs.map(makeTrack);
  const list = { licence: 'CC0-1.0', author: 'The Vitrine authors', tracks };
  writeFileSync(join(folder, 'tracks.json'), `${JSON.stringify(list)}\n`);
} finally {
  rmSync(work, { recursive: true, force: true });
}

function makeTrack(song: Song) {
  const wave = join(work, `${song.id}.wav`);
  const mix = atLoudness(playSong(song), wave);
  const file = `${song.id}.m4a`;
  const quiet = ['-hide_banner', '-loglevel', 'error', '-y'];
  const encode = ['-c:a', 'aac', '-b:a', '112k', '-movflags', '+faststart', '-map_metadata', '-1'];
  execFileSync('ffmpeg', [...quiet, '-i', wave, ...encode, '-bitexact', join(folder, file)]);
  const durationMs = Math.floor((mix.left.length / sampleRate) * 1000);
  return {
    id: song.id,
    names: song.names,
    mood: song.mood,
    file,
    bpm: song.bpm,
    durationMs,
    beatsMs: beatsOf(song),
    shape: shapeOf(song),
  };
}

/** Writes the mix as loud as all the others: two measurements bring it within a fraction. */
function atLoudness(raw: Mix, wave: string): Mix {
  let level = 0.14;
  for (let pass = 0; ; pass += 1) {
    const mix = finish(raw, level);
    writeFileSync(wave, waveFile(mix));
    if (pass === 2) return mix;
    level *= 10 ** ((wantedLufs - measure(wave)) / 20);
  }
}

function measure(wave: string): number {
  const meter = ['-hide_banner', '-nostats', '-i', wave, '-af', 'ebur128=framelog=verbose'];
  const said = spawnSync('ffmpeg', [...meter, '-f', 'null', '-'], { encoding: 'utf8' }).stderr;
  return Number(/I:\s+(-[\d.]+) LUFS/.exec(said.slice(said.lastIndexOf('Summary:')))?.[1]);
}
