import { readFile } from 'node:fs/promises';
import type { Sharp } from 'sharp';
import { Problem } from '../../../shared/contract/problem.ts';
import { maxPixels, type SharpModule } from './load-sharp.ts';
import { drawCanvas } from './render-pictures.ts';
import { createScenePhotos } from './scene-photos.ts';
import { tagsOf, withTags } from './tag-jpeg.ts';
import type { WorkerOps } from './worker-messages.ts';
import type { WorkerTools } from './worker-tools.ts';
import { writeThrough } from './write-through.ts';

type Input = WorkerOps['exportPicture']['input'];

/** Writes a picture for use elsewhere. Of the studio's own a JPEG is the one that was made, to the pixel; PNG
 *  and WebP are drawn again from the scene. A photo is encoded anew. Each says that it is sRGB and whose it
 *  is, nothing else. */
export async function exportPicture(
  tools: WorkerTools,
  input: Input,
): Promise<WorkerOps['exportPicture']['output']> {
  const sharp = await tools.sharp();
  const bytes = await bytesOf(tools, sharp, input);
  tools.signal.throwIfAborted();
  await writeThrough(input.path, bytes);
  return { sizeBytes: bytes.length };
}

async function bytesOf(tools: WorkerTools, sharp: SharpModule, input: Input): Promise<Buffer> {
  const { kind, photoPath } = input;
  if (photoPath !== undefined)
    return encode(sharp(photoPath, { limitInputPixels: maxPixels }), input);
  return kind === 'jpg' ? tagFile(sharp, input) : drawAgain(tools, sharp, input);
}

/** In the wished kind, named as sRGB and with its owner. */
function encode(picture: Sharp, { kind, quality, copyright }: Input): Promise<Buffer> {
  const named = tagged(picture, copyright);
  if (kind === 'png') return named.png({ compressionLevel: 8 }).toBuffer();
  if (kind === 'webp') return named.webp({ quality, smartSubsample: true }).toBuffer();
  return named.jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer();
}

async function tagFile(sharp: SharpModule, { filePath, copyright }: Input): Promise<Buffer> {
  if (filePath === undefined) throw new Problem('not-found');
  const blank = { width: 1, height: 1, channels: 3 as const, background: '#fff' };
  const sample = await tagged(sharp({ create: blank }), copyright)
    .jpeg()
    .toBuffer();
  return withTags(await readFile(filePath), tagsOf(sample));
}

async function drawAgain(tools: WorkerTools, sharp: SharpModule, input: Input): Promise<Buffer> {
  const { scene, photos = {} } = input;
  if (!scene) throw new Problem('not-found');
  const ready = await createScenePhotos(tools, photos).photosOf(scene);
  const canvas = await drawCanvas(tools, scene, ready);
  const raw = { width: scene.widthPx, height: scene.heightPx, channels: 4 as const };
  // A scene covers its canvas: only a ground that lets through keeps the fourth channel.
  const picture = sharp(canvas.data(), { raw });
  if (typeof scene.background !== 'string' || scene.background.length <= 7) picture.removeAlpha();
  return encode(picture, input);
}

function tagged(picture: Sharp, copyright: string | undefined): Sharp {
  const words = copyright?.trim();
  const named = picture.withIccProfile('srgb');
  return words ? named.withExif({ IFD0: { Copyright: words } }) : named;
}
