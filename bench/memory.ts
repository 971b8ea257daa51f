import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { appendFile, copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Format } from '../shared/contract/shapes.ts';
import { findPictureTemplate } from '../shared/scene/templates.ts';
import { photoPixels } from '../tests/support/media-factory.ts';
import { openTestLibrary, type TestLibrary } from '../tests/support/test-library.ts';
import { inputsDir } from './inputs.ts';
import { judge, type BenchLine } from './measure.ts';

const pictureCount = 200;
const sourceCount = 2;
const size = { widthPx: 6000, heightPx: 4000 };
const limitMb = 600;
const sampleMs = 250;
const atOnce = 4;
const formats: Format[] = ['1:1', '4:5', '9:16', '1.91:1'];

/** Memory of the studio and its workers while 200 photos of 24 megapixels come in, and while they become
 *  pictures, beside the same studio idle. The two figures of a line are megabytes. */
export async function benchMemory(): Promise<BenchLine[]> {
  const { idleMb, importMb, renderMb } = await measureMemory(pictureCount);
  const against = `${limitMb} MB more than idle (${Math.round(idleMb)} MB), ${pictureCount} photos`;
  const line = (name: string, extraMb: number) =>
    judge({ name, target: 1, better: 'lower', against }, extraMb, limitMb);
  return [line('memory-of-import', importMb), line('memory-of-200', renderMb)];
}

/** The most that was held at once beyond idle: while photos come in, and while they become pictures. */
export async function measureMemory(photoCount: number) {
  const sources = await largePhotos();
  const studio = openTestLibrary();
  const assetIds: string[] = [];
  try {
    const idleMb = memoryMb();
    const importMb = await mostDuring(photoCount, async (index) => {
      assetIds[index] = await bring(studio, sources, index);
    });
    const renderMb = await mostDuring(photoCount, (index) =>
      render(studio, assetIds[index] ?? '', index),
    );
    return { idleMb, importMb: importMb - idleMb, renderMb: renderMb - idleMb };
  } finally {
    await studio.close();
  }
}

async function mostDuring(count: number, work: (index: number) => Promise<void>): Promise<number> {
  const meter = startMeter();
  await inTurns(count, work);
  return meter.stop();
}

/** JPEGs of 24 megapixels, made once. */
async function largePhotos(): Promise<string[]> {
  mkdirSync(inputsDir, { recursive: true });
  const files: string[] = [];
  for (let seed = 1; seed <= sourceCount; seed++) {
    const file = join(inputsDir, `large-${seed}.jpg`);
    files.push(file);
    if (existsSync(file)) continue;
    const raw = { width: size.widthPx, height: size.heightPx, channels: 3 as const };
    const pixels = photoPixels(size.widthPx, size.heightPx, seed);
    await sharp(pixels, { raw }).jpeg({ quality: 85 }).toFile(`${file}.part`);
    renameSync(`${file}.part`, file);
  }
  return files;
}

/** Bytes after a picture's end make it another file, which is decoded anew. */
async function bring(
  { library, tools }: TestLibrary,
  sources: readonly string[],
  index: number,
): Promise<string> {
  const path = join(tools.folder, `photo-${index}.jpg`);
  await copyFile(sources[index % sources.length] ?? '', path);
  await appendFile(path, `photo ${index}`);
  const outcome = await library.importPath(path);
  await rm(path);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.assetId;
}

async function render(
  { library, tools }: TestLibrary,
  assetId: string,
  index: number,
): Promise<void> {
  const asset = library.readAsset(assetId);
  const template = findPictureTemplate('affiche');
  if (!asset || !template) throw new Error('the photo or the template is gone');
  const slots = { photo: { photoId: 'a', ...size }, title: 'Arum', language: 'fr' as const };
  const colours = { ground: '#24402F', paper: '#F3EBDD', accent: '#E2B04A' };
  const outputs = formats.map((format) => {
    const scene = template.fill(slots, format, { logoText: 'La Serre', colours });
    const path = join(tools.folder, `made-${index}-${format.replace(':', 'x')}`);
    return { scene, path: `${path}.jpg`, thumbPath: `${path}.webp` };
  });
  const input = { photos: { a: asset.path }, outputs, maxBytes: 4_000_000 };
  await library.workers.run('renderPictures', input);
  await Promise.all(outputs.flatMap(({ path, thumbPath }) => [rm(path), rm(thumbPath)]));
}

async function inTurns(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let nextIndex = 0;
  const run = async () => {
    for (let index = nextIndex++; index < count; index = nextIndex++) await work(index);
  };
  await Promise.all(Array.from({ length: atOnce }, run));
}

/** Watches how much is held at most. */
export function startMeter(): { stop(): number } {
  let mostMb = 0;
  const look = () => {
    mostMb = Math.max(mostMb, memoryMb());
  };
  const timer = setInterval(look, sampleMs);
  return {
    stop() {
      clearInterval(timer);
      look();
      return mostMb;
    },
  };
}

/** Of this process and all that it started. Where the system says it, pages that several of them share
 *  count once among them. */
export function memoryMb(): number {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/).map(Number));
  const ours = new Set([process.pid]);
  // A child may be listed before its parent.
  for (let before = 0; before < ours.size;) {
    before = ours.size;
    for (const [pid = 0, parent = 0] of rows) if (ours.has(parent)) ours.add(pid);
  }
  return rows.reduce(
    (sum, [pid = 0, , rssKb = 0]) => (ours.has(pid) ? sum + (shareKb(pid) ?? rssKb) / 1000 : sum),
    0,
  );
}

/** A process's part of the pages that it holds, alone or with others. */
function shareKb(pid: number): number | undefined {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0);
  } catch {
    return undefined;
  }
}
