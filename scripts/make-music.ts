// Makes the music that ships with the studio: written and synthesised here, so that it is ours to give
// away (CC0). Needs ffmpeg on the path. Run: node scripts/make-music.ts [folder]
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { waveFile } from './music/mixdown.ts';
import { beatsOf, playSong } from './music/play-song.ts';
import { songs, type Song } from './music/songs.ts';
import { sampleRate } from './music/voices.ts';

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
  const mix = playSong(song);
  const wave = join(work, `${song.id}.wav`);
  const file = `${song.id}.m4a`;
  writeFileSync(wave, waveFile(mix));
  const quiet = ['-hide_banner', '-loglevel', 'error', '-y'];
  const encode = ['-c:a', 'aac', '-b:a', '128k', '-movflags', '+faststart', '-map_metadata', '-1'];
  execFileSync('ffmpeg', [...quiet, '-i', wave, ...encode, '-bitexact', join(folder, file)]);
  const durationMs = Math.floor((mix.left.length / sampleRate) * 1000);
  return {
    id: song.id,
    names: song.names,
    file,
    bpm: song.bpm,
    durationMs,
    beatsMs: beatsOf(song),
  };
}
