// Contact sheets of the video styles: the same film of a small shop in each, eight moments upright and
// six wide. node scripts/docs/film-sheets.ts <folder> [style …]
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import {
  drawSample,
  loadFonts,
  sampleAssets,
  sampleBrand,
  samplePhotos,
} from '../../tests/support/scene-samples.ts';
import { sampleFilmSlots } from '../../tests/support/film-samples.ts';
import { videoTemplate } from '../../shared/scene/film/fresh-film.ts';
import { filmStyles } from '../../shared/scene/film/styles.ts';
import type { FilmStyle } from '../../shared/scene/film/film-style.ts';
import type { Scene } from '../../shared/scene/scene.ts';

const gapPx = 12;
const tall = { format: '9:16', widthPx: 216, heightPx: 384, columns: 8 } as const;
const wide = { format: '16:9', widthPx: 292, heightPx: 164, columns: 6 } as const;
const sheetWidthPx = tall.columns * (tall.widthPx + gapPx) + gapPx;

const [folder = 'docs/screens', ...wished] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const fonts = loadFonts();
for (const style of filmStyles)
  if (wished.length === 0 || wished.includes(style.id)) await drawSheet(style);

async function drawSheet(style: FilmStyle): Promise<void> {
  const frames = [...(await framesOf(style, tall, 0)), ...(await framesOf(style, wide, 1))];
  const heightPx = tall.heightPx + wide.heightPx + 3 * gapPx;
  const canvas = {
    width: sheetWidthPx,
    height: heightPx,
    channels: 3,
    background: '#E9E6E0',
  } as const;
  await sharp({ create: canvas })
    .composite(frames)
    .jpeg({ quality: 76, mozjpeg: true })
    .toFile(join(folder, `video-${style.id}.jpg`));
}

type Row = typeof tall | typeof wide;

async function framesOf(style: FilmStyle, row: Row, line: number) {
  const scene = videoTemplate(style).fill(sampleFilmSlots(style.id), row.format, sampleBrand);
  const assets = sampleAssets(scene, fonts, await samplePhotos(scene));
  const across = (sheetWidthPx - gapPx) / row.columns;
  const frames = [];
  for (const [index, timeMs] of momentsOf(scene, row.columns).entries()) {
    const raw = { width: scene.widthPx, height: scene.heightPx, channels: 4 } as const;
    const pixels = drawSample(scene, assets, timeMs).data();
    const input = await sharp(pixels, { raw }).resize(row.widthPx, row.heightPx).png().toBuffer();
    const left = Math.round(gapPx + index * across);
    frames.push({ input, left, top: gapPx + line * (tall.heightPx + gapPx) });
  }
  return frames;
}

/** The first frame, the parts at rest, some on their way in and across, and the last one. */
function momentsOf(scene: Scene, count: number): number[] {
  const parts = scene.parts ?? [];
  const moments = parts.flatMap(({ startMs, endMs }, index) => {
    const at = (frac: number): number => Math.round(startMs + (endMs - startMs) * frac);
    if (index === 0) return [0, at(0.88)];
    return index % 2 === 1 ? [startMs + 260, at(0.2), at(0.8)] : [at(0.75)];
  });
  const last = scene.durationMs - 300;
  return [...moments.slice(0, count - 1), last];
}
