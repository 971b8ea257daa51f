/// <reference lib="dom" />
// Runs in the browser: draws a scene as the window does and measures how far it is from the pixels that
// the export drew.
import { drawScene } from '../../../shared/scene/draw-scene.ts';
import { createOverlayCache } from '../../../shared/scene/overlay-cache.ts';
import type { ScenePhoto } from '../../../shared/scene/draw-context.ts';
import { addedFamilies } from '../../../shared/scene/own-fonts.ts';
import type { Scene } from '../../../shared/scene/scene.ts';
import { ownCanvas } from '../../../renderer/ui/own-canvas.ts';
import { linesOf } from '../../support/scene-lines.ts';
import { addFonts, loadSceneFonts } from '../../../renderer/ui/scene-fonts.ts';
import { loadScenePhoto } from '../../../renderer/ui/scene-photos.ts';

export type Difference = { largest: number; mean: number; overLimit: number; sameLines: boolean };
type Job = {
  scene: Scene;
  timeMs: number;
  sources: Record<string, string>;
  expected: string;
  lines: string;
};

const fonts = loadSceneFonts((file) => `/resources/fonts/${file}`);

async function compare({ scene, timeMs, sources, expected, lines }: Job): Promise<Difference> {
  await addFonts(await fonts, addedFamilies(scene));
  const photos = new Map<string, ScenePhoto>();
  for (const [key, address] of Object.entries(sources)) photos.set(key, await photoAt(address));
  const canvas = document.createElement('canvas');
  canvas.width = scene.widthPx;
  canvas.height = scene.heightPx;
  const ctx = canvas.getContext('2d', { willReadFrequently: true });
  if (!ctx) throw new Error('no canvas');
  const assets = {
    fonts: await fonts,
    photo: (key: string) => photos.get(key),
    overlays,
    canvas: ownCanvas,
  };
  drawScene(ctx, scene, timeMs, assets);
  const seen = ctx.getImageData(0, 0, scene.widthPx, scene.heightPx).data;
  const wanted = new Uint8Array(await (await fetch(expected)).arrayBuffer());
  return { ...measure(seen, wanted), sameLines: linesOf(scene, await fonts) === lines };
}

const known = new Map<string, ScenePhoto>();

async function photoAt(address: string): Promise<ScenePhoto> {
  const found = known.get(address);
  if (found) return found;
  const image = await loadScenePhoto(address);
  const photo = { image, widthPx: image.width, heightPx: image.height };
  known.set(address, photo);
  return photo;
}

const overlays = createOverlayCache(ownCanvas);

function measure(seen: Uint8ClampedArray, wanted: Uint8Array): Omit<Difference, 'sameLines'> {
  if (seen.length !== wanted.length) throw new Error(`${seen.length} against ${wanted.length}`);
  const [seenPixels, wantedPixels] = [seen, wanted].map((one) => new Uint32Array(one.buffer));
  let largest = 0;
  let sum = 0;
  let overLimit = 0;
  // By index: eight million steps of an iterator would take a second. Most pixels are the very same.
  for (let pixel = 0; pixel < seen.length / 4; pixel += 1) {
    if (seenPixels?.[pixel] === wantedPixels?.[pixel]) continue;
    for (let index = 4 * pixel; index < 4 * pixel + 4; index += 1) {
      const apart = Math.abs((seen[index] ?? 0) - (wanted[index] ?? 0));
      if (apart > largest) largest = apart;
      if (apart > 8) overLimit += 1;
      sum += apart;
    }
  }
  return { largest, mean: sum / seen.length, overLimit };
}

Object.assign(window, { compareScene: compare });
