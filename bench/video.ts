import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { encodeArguments, type EncodePlan } from '../core/media/ffmpeg-arguments.ts';
import { findFfmpeg } from '../core/media/find-ffmpeg.ts';
import { givePlace } from '../core/media/give-place.ts';
import { readTracks } from '../core/media/read-tracks.ts';
import { createWorkerPool } from '../core/media/worker-pool.ts';
import type { Scene } from '../shared/scene/scene.ts';
import { findVideoTemplate } from '../shared/scene/templates.ts';
import { createTestHost } from '../tests/support/test-host.ts';
import { inputsDir, inputSize, photoInputs } from './inputs.ts';
import { compare, type BenchLine } from './measure.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..');
const musicDir = join(root, 'resources/music');
const framesPerSecond = 30;

/** 15 s of 1080×1920 from five photos with text, logo, fades and music, against ffmpeg encoding the same
 *  finished frames and music with the same settings from one raw file in the page cache. */
export async function benchVideo(): Promise<BenchLine[]> {
  const photos = await photoInputs(5);
  const folder = join(inputsDir, 'video');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { ffmpegPath } = await findFfmpeg();
  const film = describeFilm(photos, folder, 15);
  const pool = createWorkerPool({
    startProcess: createTestHost().startProcess,
    entry: join(root, 'core/media/worker/main.ts'),
    resourcesDir: join(root, 'resources'),
    budgetBytes: 900_000_000,
  });
  const ours = async () => void (await pool.run('renderVideo', film.input));
  const encode = async () => {
    const encoding = run(ffmpegPath, encodeArguments(film.plan));
    // As ours does: whoever else is at work delays both alike.
    givePlace(encoding.child.pid);
    await encoding;
  };
  try {
    await ours();
    await writeRawFrames(ffmpegPath, film.input.path, film.rawPath);
    const against = 'ffmpeg encoding the same frames from a file';
    const base = { name: 'video-vs-encoder', target: 1.6, better: 'lower', against } as const;
    return [await compare({ ...base, rounds: 3, ours, yardstick: encode })];
  } finally {
    await pool.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A film of photos with text, logo, fades and music: what a worker takes, and its encoding alone. */
export function describeFilm(photos: string[], folder: string, seconds: number) {
  const track = readTracks(musicDir)[0];
  const scene = fillScene(photos, track, seconds);
  const soundPath = track && join(musicDir, track.file);
  const rawPath = join(folder, 'frames.rgba');
  const { widthPx, heightPx } = scene;
  const plan: EncodePlan = {
    widthPx,
    heightPx,
    framesPerSecond,
    rawFramesPath: rawPath,
    frames: Math.round((scene.durationMs / 1e3) * framesPerSecond),
    outPath: join(folder, 'yardstick.mp4'),
    soundPath,
  };
  const input = {
    scene,
    folder,
    path: join(folder, 'ours.mp4'),
    thumbPath: join(folder, 'ours.webp'),
    photos: Object.fromEntries(photos.map((path, index) => [String(index), path])),
    ...(track && soundPath && { sounds: { [track.id]: soundPath }, music: track }),
  };
  return { plan, input, rawPath };
}

function fillScene(
  photos: string[],
  track: ReturnType<typeof readTracks>[number] | undefined,
  seconds: number,
): Scene {
  const template = findVideoTemplate('vitrine');
  if (!template) throw new Error('the template is gone');
  const items = photos.map((_, index) => ({
    photo: {
      photoId: String(index),
      ...inputSize,
    },
    title: 'Arum d’Éthiopie',
    price: '19,90 €',
    oldPrice: '24,90 €',
    percentOff: 20,
    language: 'fr' as const,
  }));
  const colours = { ground: '#24402F', paper: '#F3EBDD', accent: '#E2B04A' };
  const beats = track && { trackId: track.id, ...track };
  return template.fill(
    { items, seconds, callToAction: 'À retrouver en boutique', language: 'fr', track: beats },
    '9:16',
    { logoText: 'La Serre', colours },
  );
}

/** The finished frames as one file, read once so that it lies in the page cache. */
async function writeRawFrames(ffmpegPath: string, video: string, rawPath: string): Promise<void> {
  if (existsSync(rawPath)) return;
  const args = ['-nostdin', '-v', 'error', '-y', '-i', video, '-f', 'rawvideo', '-pix_fmt', 'rgba'];
  await run(ffmpegPath, [...args, rawPath]);
}
