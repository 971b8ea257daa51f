import type { DrawContext } from '../../../shared/scene/draw-context.ts';
import { drawScene } from '../../../shared/scene/draw-scene.ts';
import { frameSignature } from '../../../shared/scene/frame-signature.ts';
import type { Scene } from '../../../shared/scene/scene.ts';
import { drawThumbnail } from './draw-thumbnail.ts';
import type { FilmAssets } from './film-assets.ts';
import type { FrameEncoder } from './frame-encoder.ts';
import { letGo, weighPixelsWithHeap } from './pixel-memory.ts';
import type { WorkerTools } from './worker-tools.ts';

/** By default the thumbnail shows this moment of the whole. */
const tellingFrac = 0.4;

type Frames = { count: number; framesPerSecond: number };

/** Drawn frames that wait for ffmpeg at most: what is quick to draw makes up for what is not. */
const aheadLimit = 3;

/** Draws each frame and hands it to the encoder, a few ahead of it. Answers the thumbnail. */
export async function drawFrames(
  tools: WorkerTools,
  scene: Scene,
  assets: FilmAssets,
  { count, framesPerSecond }: Frames,
  encoder: FrameEncoder,
): Promise<Buffer> {
  const { createCanvas } = await tools.canvas();
  const canvas = createCanvas(scene.widthPx, scene.heightPx);
  const context = canvas.getContext('2d') as unknown as DrawContext;
  const telling = Math.floor(count * tellingFrac);
  const row = createFrameRow(encoder);
  weighPixelsWithHeap(false);
  let thumbnail: Buffer = Buffer.alloc(0);
  let drawn: string | undefined;
  for (let frame = 0; frame < count; frame++) {
    tools.signal.throwIfAborted();
    await assets.prepare(frame);
    const timeMs = (frame * 1000) / framesPerSecond;
    const signature = frameSignature(scene, timeMs);
    // A moment at rest is drawn once and handed over again.
    const isNew = signature !== drawn;
    if (isNew) drawScene(context, scene, timeMs, assets.drawn);
    drawn = signature;
    if (frame === telling) thumbnail = await drawThumbnail(tools, canvas);
    await row.hand(isNew ? canvas.data() : undefined);
    if (frame % 15 === 0) tools.progress(frame / count);
  }
  await row.empty();
  return thumbnail;
}

/** Hands frames over in order and gives their memory back as soon as ffmpeg has them: 8 MB each, they
 *  would be searched for by the collector all the time. */
function createFrameRow(encoder: FrameEncoder) {
  const taking: Promise<void>[] = [];
  let pixels: Buffer = Buffer.alloc(0);
  let last: Promise<void> = Promise.resolve();
  return {
    /** The next frame, or the one before once more. Answers when there is room for another. */
    async hand(fresh: Buffer | undefined): Promise<void> {
      if (fresh) {
        const [passed, taken] = [pixels, last];
        void taken.then(
          () => letGo(passed),
          () => {},
        );
        pixels = fresh;
      }
      last = encoder.write(pixels);
      last.catch(() => {});
      taking.push(last);
      if (taking.length > aheadLimit) await taking.shift();
    },
    async empty(): Promise<void> {
      await Promise.all(taking);
    },
  };
}
