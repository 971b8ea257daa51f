import type { Canvas } from '@napi-rs/canvas';
import type { DrawContext } from '../../../shared/scene/draw-context.ts';
import { drawScene } from '../../../shared/scene/draw-scene.ts';
import { frameSignature } from '../../../shared/scene/frame-signature.ts';
import type { Scene } from '../../../shared/scene/scene.ts';
import { drawThumbnail } from './draw-thumbnail.ts';
import type { FilmAssets } from './film-assets.ts';
import type { FrameEncoder } from './frame-encoder.ts';
import { createYoungSweep, weighPixelsWithHeap } from './pixel-memory.ts';
import type { WorkerTools } from './worker-tools.ts';

/** By default the thumbnail shows this moment of the whole. */
const tellingFrac = 0.4;

type Frames = { count: number; framesPerSecond: number };

/** Draws each frame and hands it to the encoder. Two canvases in turn: one is drawn on while ffmpeg takes
 *  the other's pixels. Answers the thumbnail. */
export async function drawFrames(
  tools: WorkerTools,
  scene: Scene,
  assets: FilmAssets,
  { count, framesPerSecond }: Frames,
  encoder: FrameEncoder,
): Promise<Buffer> {
  const { createCanvas } = await tools.canvas();
  const makeCanvas = () => createCanvas(scene.widthPx, scene.heightPx);
  const canvases = [makeCanvas(), makeCanvas()] as const;
  const telling = Math.floor(count * tellingFrac);
  weighPixelsWithHeap(false);
  const sweepYoung = createYoungSweep();
  let thumbnail: Buffer = Buffer.alloc(0);
  let taken: Promise<void> = Promise.resolve();
  let pixels: Buffer = Buffer.alloc(0);
  let canvas: Canvas = canvases[0];
  let drawn: string | undefined;
  for (let frame = 0; frame < count; frame++) {
    tools.signal.throwIfAborted();
    await assets.prepare(frame);
    const timeMs = (frame * 1000) / framesPerSecond;
    const signature = frameSignature(scene, timeMs);
    // A moment at rest is drawn once and handed over again.
    if (signature !== drawn) {
      canvas = canvases[frame % 2 ? 1 : 0];
      drawScene(canvas.getContext('2d') as unknown as DrawContext, scene, timeMs, assets.drawn);
      pixels = canvas.data();
    }
    drawn = signature;
    if (frame === telling) thumbnail = await drawThumbnail(tools, canvas);
    await taken;
    taken = encoder.write(pixels);
    taken.catch(() => {});
    if (frame % 2 === 0) sweepYoung();
    if (frame % 15 === 0) tools.progress(frame / count);
  }
  await taken;
  return thumbnail;
}
