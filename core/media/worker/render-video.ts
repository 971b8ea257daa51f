import { rename, stat } from 'node:fs/promises';
import type { Canvas } from '@napi-rs/canvas';
import { Problem } from '../../../shared/contract/problem.ts';
import { drawScene, type SceneAssets } from '../../../shared/scene/draw-scene.ts';
import type { DrawContext } from '../../../shared/scene/draw-context.ts';
import { frameSignature } from '../../../shared/scene/frame-signature.ts';
import { createOverlayCache } from '../../../shared/scene/overlay-cache.ts';
import { addedFamilies } from '../../../shared/scene/own-fonts.ts';
import type { Scene } from '../../../shared/scene/scene.ts';
import { probeArguments, type EncodePlan } from '../ffmpeg-arguments.ts';
import { readProbeAnswer } from '../ffprobe-answer.ts';
import { runProgram } from '../run-program.ts';
import { canvasMaker } from './canvas-maker.ts';
import { drawThumbnail } from './draw-thumbnail.ts';
import { startFrameEncoder, type FrameEncoder } from './frame-encoder.ts';
import { createScenePhotos } from './scene-photos.ts';
import type { WorkerOps } from './worker-messages.ts';
import type { WorkerTools } from './worker-tools.ts';
import { createYoungSweep, weighPixelsWithHeap } from './pixel-memory.ts';
import { hashFile, syncFile, writeThrough } from './write-through.ts';

type Input = WorkerOps['renderVideo']['input'];
type Output = WorkerOps['renderVideo']['output'];

export const framesPerSecond = 30;
const encodeLimitMs = 10 * 60_000;

/** Draws every frame of a scene and has ffmpeg encode them with the music. The file gets its name only
 *  after ffprobe agrees with what was asked for and the disk has it. */
export async function renderVideo(tools: WorkerTools, input: Input): Promise<Output> {
  const { scene } = input;
  const partPath = `${input.path}.part`;
  const plan = encodePlan(input, partPath);
  const assets = await loadAssets(tools, input);
  const { ffmpegPath } = await tools.ffmpeg();
  const { folder } = input;
  const options = { folder, signal: tools.signal, timeoutMs: encodeLimitMs };
  const encoder = startFrameEncoder(ffmpegPath, plan, options);
  try {
    await drawFrames(tools, scene, assets, plan.frames, encoder);
    await encoder.finish();
  } finally {
    encoder.kill();
  }
  await assertAsPlanned(tools, plan, folder);
  await writeSceneThumbnail(tools, scene, assets, input.thumbPath);
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

function encodePlan({ scene, audioPath }: Input, outPath: string): EncodePlan {
  const { widthPx, heightPx, durationMs, audio } = scene;
  const frames = Math.max(1, Math.round((durationMs / 1000) * framesPerSecond));
  const base = { widthPx, heightPx, framesPerSecond, frames, outPath };
  return audio && audioPath ? { ...base, audio: { ...audio, path: audioPath } } : base;
}

async function loadAssets(tools: WorkerTools, { scene, photos }: Input): Promise<SceneAssets> {
  const scenePhotos = createScenePhotos(tools, photos);
  const ready = await scenePhotos.photosOf(scene);
  scenePhotos.forget();
  const canvas = await canvasMaker(tools);
  const overlays = createOverlayCache(canvas);
  return {
    photo: (key) => ready.get(key),
    fonts: await tools.fonts(addedFamilies(scene)),
    overlays,
    canvas,
  };
}

function drawFrame(canvas: Canvas, scene: Scene, timeMs: number, assets: SceneAssets): Buffer {
  drawScene(canvas.getContext('2d') as unknown as DrawContext, scene, timeMs, assets);
  return canvas.data();
}

/** Two canvases in turn: one is drawn on while ffmpeg takes the other's pixels. */
async function drawFrames(
  tools: WorkerTools,
  scene: Scene,
  assets: SceneAssets,
  frames: number,
  encoder: FrameEncoder,
): Promise<void> {
  const { createCanvas } = await tools.canvas();
  const first = createCanvas(scene.widthPx, scene.heightPx);
  const second = createCanvas(scene.widthPx, scene.heightPx);
  weighPixelsWithHeap(false);
  const sweepYoung = createYoungSweep();
  let taken: Promise<void> = Promise.resolve();
  let pixels: Buffer = Buffer.alloc(0);
  let drawn: string | undefined;
  for (let frame = 0; frame < frames; frame++) {
    tools.signal.throwIfAborted();
    const timeMs = (frame * 1000) / framesPerSecond;
    const signature = frameSignature(scene, timeMs);
    // A moment at rest is drawn once and handed over again.
    if (signature !== drawn) pixels = drawFrame(frame % 2 ? second : first, scene, timeMs, assets);
    drawn = signature;
    await taken;
    taken = encoder.write(pixels);
    taken.catch(() => {});
    if (frame % 2 === 0) sweepYoung();
    if (frame % 15 === 0) tools.progress(frame / frames);
  }
  await taken;
}

/** Half-written or wrong output never becomes a file of the library. */
async function assertAsPlanned(
  tools: WorkerTools,
  plan: EncodePlan,
  folder: string,
): Promise<void> {
  const { ffprobePath } = await tools.ffmpeg();
  const run = await runProgram(ffprobePath, probeArguments(plan.outPath), {
    folder,
    timeoutMs: 20_000,
    signal: tools.signal,
  });
  const probed = readProbeAnswer(run.stdout.toString());
  const frameMs = 1000 / plan.framesPerSecond;
  const wishedMs = plan.frames * frameMs;
  const isRight =
    probed?.video?.codec === 'h264' &&
    probed.video.widthPx === plan.widthPx &&
    probed.video.heightPx === plan.heightPx &&
    (probed.video.frames === undefined || probed.video.frames === plan.frames) &&
    Math.abs(probed.durationMs - wishedMs) <= frameMs + 1 &&
    (plan.audio ? probed.audio?.codec === 'aac' : probed.audio === undefined);
  if (!isRight)
    throw new Problem('video-failed', {}, { cause: new Error(`probe: ${JSON.stringify(probed)}`) });
}

async function writeSceneThumbnail(
  tools: WorkerTools,
  scene: Scene,
  assets: SceneAssets,
  thumbPath: string,
): Promise<void> {
  const { createCanvas } = await tools.canvas();
  const { widthPx, heightPx, durationMs } = scene;
  const canvas = createCanvas(widthPx, heightPx);
  const ctx = canvas.getContext('2d') as unknown as DrawContext;
  drawScene(ctx, scene, durationMs * 0.4, assets);
  await writeThrough(thumbPath, await drawThumbnail(tools, canvas));
}
