import { drawScene } from '../../../shared/scene/draw-scene.ts';
import type { DrawContext, ScenePhoto } from '../../../shared/scene/draw-context.ts';
import { addedFamilies } from '../../../shared/scene/own-fonts.ts';
import type { Scene } from '../../../shared/scene/scene.ts';
import { hasCutText } from './cut-text.ts';
import { canvasMaker } from './canvas-maker.ts';
import { drawThumbnail } from './draw-thumbnail.ts';
import { encodeJpeg } from './encode-jpeg.ts';
import type { Pixels } from './photo-master.ts';
import { createScenePhotos } from './scene-photos.ts';
import type { WorkerOps, WrittenFile } from './worker-messages.ts';
import type { WorkerTools } from './worker-tools.ts';
import { createYoungSweep, freeUnused, letGo, weighPixelsWithHeap } from './pixel-memory.ts';
import { hashBytes, writeThrough } from './write-through.ts';

type Input = WorkerOps['renderPictures']['input'];
type Drawn = Pixels & { thumbnail: Buffer; hasCutText: boolean };

/** Canvases give their pixels back only when they are looked for; so much of them may lie about before. */
const mostUnusedBytes = 40_000_000;

/** Makes all pictures of one product: each photo is decoded once, cut and scaled for each format, drawn
 *  by the same drawScene as the preview, and written as JPEG with its thumbnail. */
export async function renderPictures(tools: WorkerTools, input: Input) {
  const scenes = input.outputs.map(({ scene }) => scene);
  const photos = createScenePhotos(tools, input.photos, scenes);
  weighPixelsWithHeap(true);
  const sweepYoung = createYoungSweep();
  const writing: Promise<WrittenFile>[] = [];
  try {
    for (const output of input.outputs) {
      const drawn = await drawPicture(tools, output.scene, await photos.photosOf(output.scene));
      // One is encoded and written while the next is drawn: the disk is not waited for.
      await writing.at(-1);
      const written = writePicture(tools, drawn, output, input.maxBytes);
      written.catch(() => {});
      writing.push(written);
      sweepYoung();
      tools.signal.throwIfAborted();
    }
  } finally {
    photos.forget();
  }
  const files = await Promise.all(writing);
  if (process.memoryUsage().external > mostUnusedBytes) freeUnused();
  return { files };
}

/** A scene on a canvas of its own size. */
export async function drawCanvas(
  tools: WorkerTools,
  scene: Scene,
  photos: Map<string, ScenePhoto>,
) {
  const { createCanvas } = await tools.canvas();
  const canvas = createCanvas(scene.widthPx, scene.heightPx);
  const ctx = canvas.getContext('2d') as unknown as DrawContext;
  const assets = {
    photo: (key: string) => photos.get(key),
    fonts: await tools.fonts(addedFamilies(scene)),
    canvas: await canvasMaker(tools),
  };
  drawScene(ctx, scene, 0, assets);
  return canvas;
}

async function drawPicture(
  tools: WorkerTools,
  scene: Scene,
  photos: Map<string, ScenePhoto>,
): Promise<Drawn> {
  const canvas = await drawCanvas(tools, scene, photos);
  const fonts = await tools.fonts(addedFamilies(scene));
  const thumbnail = await drawThumbnail(tools, canvas);
  const { widthPx, heightPx } = scene;
  return {
    pixels: canvas.data(),
    widthPx,
    heightPx,
    thumbnail,
    hasCutText: hasCutText(scene, fonts),
  };
}

async function writePicture(
  tools: WorkerTools,
  drawn: Drawn,
  output: Input['outputs'][number],
  maxBytes: number,
): Promise<WrittenFile> {
  const sharp = await tools.sharp();
  const jpeg = await encodeJpeg(sharp, drawn, maxBytes);
  letGo(drawn.pixels);
  await writeThrough(output.path, jpeg);
  await writeThrough(output.thumbPath, drawn.thumbnail);
  return {
    path: output.path,
    widthPx: drawn.widthPx,
    heightPx: drawn.heightPx,
    sizeBytes: jpeg.length,
    hash: hashBytes(jpeg),
    ...(drawn.hasCutText && { hasCutText: true as const }),
  };
}
