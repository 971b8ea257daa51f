import { appendFile, copyFile } from 'node:fs/promises';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openTestLibrary } from '../tests/support/test-library.ts';
import { inputsDir, photoInputs } from './inputs.ts';
import { judge, type BenchLine } from './measure.ts';
import { memoryMb, startMeter } from './memory.ts';
import { describeFilm } from './video.ts';

const photoCount = 20;
const differentPhotos = 6;
const seconds = 60;
const limitMb = 700;

/** Memory of the studio, its workers and their ffmpeg while 60 s of 1080 × 1920 are made of 20 photos of 12
 *  megapixels with music, beside the same studio idle. The two figures of the line are megabytes. */
export async function benchVideoMemory(): Promise<BenchLine[]> {
  const folder = join(inputsDir, 'video-memory');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const photos = await manyPhotos(folder);
  const { input, plan } = describeFilm(photos, folder, seconds);
  const studio = openTestLibrary();
  try {
    const idleMb = memoryMb();
    const meter = startMeter();
    await studio.library.workers.run('renderVideo', input);
    const mostMb = meter.stop() - idleMb;
    const shown = new Set(
      input.scene.layers.flatMap((layer) => (layer.kind === 'photo' ? [layer.photoId] : [])),
    );
    const length = `${plan.frames} frames of ${shown.size} photos`;
    console.log(`video-memory: ${Math.round(mostMb)} MB over ${Math.round(idleMb)} MB, ${length}`);
    const against = `${limitMb} MB more than idle (${Math.round(idleMb)} MB), ${length}`;
    const line = { name: 'video-memory', target: 1, better: 'lower', against } as const;
    return [judge(line, mostMb, limitMb)];
  } finally {
    await studio.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each a file of its own, so that each is decoded. */
async function manyPhotos(folder: string): Promise<string[]> {
  const sources = await photoInputs(differentPhotos);
  const files: string[] = [];
  for (let index = 0; index < photoCount; index++) {
    const file = join(folder, `photo-${index}.jpg`);
    await copyFile(sources[index % sources.length] ?? '', file);
    await appendFile(file, `photo ${index}`);
    files.push(file);
  }
  return files;
}
