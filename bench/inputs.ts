import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { photoPixels } from '../tests/support/media-factory.ts';

export const inputsDir = join(import.meta.dirname, 'inputs');
const widthPx = 4000;
const heightPx = 3000;

/** 12-megapixel JPEGs of quality 90 with the grain of a camera, the same on every machine; made once. */
export async function photoInputs(count: number): Promise<string[]> {
  mkdirSync(inputsDir, { recursive: true });
  const files: string[] = [];
  for (let seed = 1; seed <= count; seed++) {
    const file = join(inputsDir, `photo-${seed}.jpg`);
    files.push(file);
    if (existsSync(file)) continue;
    const raw = { width: widthPx, height: heightPx, channels: 3 as const };
    const pixels = photoPixels(widthPx, heightPx, seed);
    await sharp(pixels, { raw }).jpeg({ quality: 90 }).toFile(`${file}.part`);
    renameSync(`${file}.part`, file);
  }
  return files;
}

export const inputSize = { widthPx, heightPx };
