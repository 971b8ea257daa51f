import { rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../../../shared/contract/problem.ts';
import type { EncodePlan } from '../ffmpeg-arguments.ts';
import { softwareEncoder } from '../video-encoders.ts';
import { checkFilm } from './check-film.ts';
import { openFilmAssets, type FilmAssets } from './film-assets.ts';
import { drawFrames } from './film-frames.ts';
import { startFrameEncoder } from './frame-encoder.ts';
import { mixSounds } from './mix-sounds.ts';
import type { WorkerOps } from './worker-messages.ts';
import type { WorkerTools } from './worker-tools.ts';
import { hashFile, syncFile, writeThrough } from './write-through.ts';

type Input = WorkerOps['renderVideo']['input'];
type Output = WorkerOps['renderVideo']['output'];

export const framesPerSecond = 30;
/** Busy machines are slow; one that takes no frame for so long never will. */
const stallLimitMs = 3 * 60_000;

/** Draws every frame of a scene and has ffmpeg encode them with the music. The file gets its name only
 *  after ffprobe agrees with what was asked for and the disk has it. Where an encoder of the machine
 *  fails, or makes something else, software does it all again. */
export async function renderVideo(tools: WorkerTools, input: Input): Promise<Output> {
  const { encoder = softwareEncoder } = input;
  if (encoder === softwareEncoder) return render(tools, input);
  try {
    return await render(tools, input);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const made = await render(tools, { ...input, encoder: softwareEncoder });
    return { ...made, refused: encoder };
  }
}

/** Ffmpeg or its file was not right; neither the disk, nor the scene, nor somebody who cancelled. */
function isRefusal(error: unknown): boolean {
  return error instanceof Problem && ['video-failed', 'render-slow'].includes(error.code);
}

async function render(tools: WorkerTools, input: Input): Promise<Output> {
  const { scene, folder } = input;
  const partPath = `${input.path}.part`;
  const picture = encodePlan(input, partPath);
  const { plan, thumbnail } = await encodeFrames(tools, input, picture);
  await writeThrough(input.thumbPath, thumbnail);
  await checkFilm(tools, plan, folder);
  await syncFile(partPath);
  await rename(partPath, input.path);
  return {
    path: input.path,
    widthPx: scene.widthPx,
    heightPx: scene.heightPx,
    sizeBytes: (await stat(input.path)).size,
    hash: await hashFile(input.path),
    durationMs: Math.round((plan.frames / framesPerSecond) * 1000),
  };
}

function encodePlan({ scene, encoder }: Input, outPath: string): EncodePlan {
  const { widthPx, heightPx, durationMs } = scene;
  const frames = Math.max(1, Math.round((durationMs / 1000) * framesPerSecond));
  return { widthPx, heightPx, framesPerSecond, frames, outPath, encoder };
}

/** What is heard, mixed to one file as long as the picture. */
async function mix(tools: WorkerTools, input: Input, { frames }: EncodePlan) {
  const { scene, folder, sounds = {}, music } = input;
  const lengthMs = (frames * 1000) / framesPerSecond;
  const outPath = join(folder, 'sound.wav');
  return mixSounds(tools, { scene, files: sounds, music, lengthMs, outPath, folder });
}

async function encodeFrames(tools: WorkerTools, input: Input, picture: EncodePlan) {
  const { scene, folder, photos, clips = {} } = input;
  const sources = { photos, clips, framesPerSecond, folder };
  const assets = await openFilmAssets(tools, scene, sources);
  try {
    const [sound] = await Promise.all([mix(tools, input, picture), assets.prepare(0)]);
    const plan = { ...picture, soundPath: sound?.path };
    return { plan, thumbnail: await drawAndEncode(tools, input, plan, assets) };
  } finally {
    assets.close();
  }
}

/** Answers the thumbnail. */
async function drawAndEncode(
  tools: WorkerTools,
  { scene, folder }: Input,
  plan: EncodePlan,
  assets: FilmAssets,
): Promise<Buffer> {
  const { ffmpegPath } = await tools.ffmpeg();
  const options = { folder, signal: tools.signal, stallMs: stallLimitMs };
  const encoder = startFrameEncoder(ffmpegPath, plan, options);
  try {
    const count = { count: plan.frames, framesPerSecond };
    const thumbnail = await drawFrames(tools, scene, assets, count, encoder);
    await encoder.finish();
    return thumbnail;
  } finally {
    encoder.kill();
  }
}
