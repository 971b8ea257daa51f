// Scenes filled with sample photos and hard words, for tests of templates and drawing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, ImageData, type Canvas } from '@napi-rs/canvas';
import sharp from 'sharp';
import type { DrawContext, ScenePhoto } from '../../shared/scene/draw-context.ts';
import { drawScene, type SceneAssets } from '../../shared/scene/draw-scene.ts';
import { choiceFontFiles, fontFiles } from '../../shared/scene/font-files.ts';
import type { FontSet } from '../../shared/scene/font-set.ts';
import { createFontSet } from '../../shared/scene/fonts.ts';
import { createOverlayCache } from '../../shared/scene/overlay-cache.ts';
import { coverCrop, photoRequests, type PhotoRequest } from '../../shared/scene/photo-requests.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import type { Brand } from '../../shared/scene/template.ts';

export const resources = join(import.meta.dirname, '../../resources');
export const sampleBrand: Brand = {
  logoText: 'La Serre',
  colours: { ground: '#24402F', paper: '#F3EBDD', accent: '#E2B04A' },
};

/** The fonts that ship, read from resources. */
export function loadFonts(): FontSet {
  return createFontSet(
    fontFiles.map((font) => ({
      ...font,
      bytes: readFileSync(join(resources, 'fonts', font.file)),
    })),
  );
}

/** The same with the families that a shop may choose. */
export function loadChosenFonts(): FontSet {
  const fonts = loadFonts();
  for (const { file, ...face } of choiceFontFiles)
    fonts.add({ ...face, bytes: readFileSync(join(resources, 'fonts', file)) });
  return fonts;
}

/** Photo ids are file names of the sample shop, or `#rrggbb` for a plain one. */
export async function scaledPhoto(
  request: PhotoRequest,
): Promise<{ png: Buffer; photo: ScenePhoto }> {
  const source = await sourcePixels(request.photoId);
  const crop = coverCrop(source, request);
  const cut = { left: crop.leftPx, top: crop.topPx, width: crop.widthPx, height: crop.heightPx };
  const raw = { width: source.widthPx, height: source.heightPx, channels: 3 } as const;
  const { data, info } = await sharp(source.bytes, { raw })
    .extract(cut)
    .resize(request.widthPx, request.heightPx, { fit: 'fill' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const png = await sharp(data, { raw: { width, height, channels: 4 } })
    .png({ compressionLevel: 0 })
    .toBuffer();
  const image = createCanvas(width, height);
  const pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, data.length);
  image.getContext('2d').putImageData(new ImageData(pixels, width, height), 0, 0);
  return { png, photo: { image, widthPx: width, heightPx: height } };
}

type SourcePixels = { bytes: Buffer; widthPx: number; heightPx: number };

/** Decoding a photo of the shop takes ten times as long as cutting it: each is decoded once. */
const decoded = new Map<string, Promise<SourcePixels>>();

function sourcePixels(photoId: string): Promise<SourcePixels> {
  const found = decoded.get(photoId) ?? decode(photoId);
  decoded.set(photoId, found);
  return found;
}

async function decode(photoId: string): Promise<SourcePixels> {
  const image = photoId.startsWith('#')
    ? sharp({ create: { width: 600, height: 600, channels: 3, background: photoId } })
    : sharp(join(resources, 'sample-shop/photos', photoId))
        .toColourspace('srgb')
        .removeAlpha();
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  return { bytes: data, widthPx: info.width, heightPx: info.height };
}

/** The photos of a scene at the sizes at which it wants them, by request key. */
export async function samplePhotos(scene: Scene): Promise<Map<string, ScenePhoto>> {
  const photos = new Map<string, ScenePhoto>();
  for (const request of photoRequests(scene))
    photos.set(request.key, (await scaledPhoto(request)).photo);
  return photos;
}

/** What a scene is drawn with here, with room for kept layers when it moves. */
export function sampleAssets(
  scene: Scene,
  fonts: FontSet,
  photos: ReadonlyMap<string, ScenePhoto>,
): SceneAssets {
  const overlays = scene.durationMs > 0 ? createOverlayCache(sampleCanvas) : undefined;
  return { fonts, photo: (key) => photos.get(key), overlays, canvas: sampleCanvas };
}

/** A canvas of the export with the scene on it. */
export function drawSample(scene: Scene, assets: SceneAssets, timeMs = 0): Canvas {
  const canvas = createCanvas(scene.widthPx, scene.heightPx);
  drawScene(contextOf(canvas), scene, timeMs, assets);
  return canvas;
}

function sampleCanvas(widthPx: number, heightPx: number) {
  const image = createCanvas(widthPx, heightPx);
  return { image, ctx: contextOf(image) };
}

/** The library's own types describe drawImage more narrowly than DrawContext asks. */
export function contextOf(canvas: Canvas): DrawContext {
  return canvas.getContext('2d') as unknown as DrawContext;
}
