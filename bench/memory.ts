import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { appendFile, copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
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

/** Memory of the studio and its workers while 200 photos of 24 megapixels come in and become pictures,
 *  beside the same studio idle. Its two figures are megabytes. */
export async function benchMemory(): Promise<BenchLine[]> {
  const sources = await largePhotos();
  const studio = openTestLibrary();
  try {
    const idleMb = memoryMb();
    const meter = startMeter();
    await inTurns((index) => bringAndRender(studio, sources, index));
    const extraMb = meter.stop() - idleMb;
    const against = `${limitMb} MB more than idle (${Math.round(idleMb)} MB), ${pictureCount} photos`;
    return [
      judge({ name: 'memory-of-200', target: 1, better: 'lower', against }, extraMb, limitMb),
    ];
  } finally {
    await studio.close();
  }
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
async function bringAndRender(
  { library, tools }: TestLibrary,
  sources: readonly string[],
  index: number,
): Promise<void> {
  const path = join(tools.folder, `photo-${index}.jpg`);
  await copyFile(sources[index % sources.length] ?? '', path);
  await appendFile(path, `photo ${index}`);
  const outcome = await library.importPath(path);
  await rm(path);
  if (!outcome.ok) throw new Error(outcome.code);
  const asset = library.readAsset(outcome.assetId);
  const template = findPictureTemplate('affiche');
  if (!asset || !template) throw new Error('the photo or the template is gone');
  const slots = { photo: { photoId: 'a', ...size }, title: 'Arum', language: 'fr' as const };
  const colours = { ground: '#24402F', paper: '#F3EBDD', accent: '#E2B04A' };
  const scene = template.fill(slots, '4:5', { logoText: 'La Serre', colours });
  const [out, thumbPath] = [`${path}.out`, `${path}.thumb`];
  const input = { photos: { a: asset.path }, outputs: [{ scene, path: out, thumbPath }] };
  await library.workers.run('renderPictures', { ...input, maxBytes: 4_000_000 });
  await Promise.all([rm(out), rm(thumbPath)]);
}

async function inTurns(work: (index: number) => Promise<void>): Promise<void> {
  let nextIndex = 0;
  const run = async () => {
    for (let index = nextIndex++; index < pictureCount; index = nextIndex++) await work(index);
  };
  await Promise.all(Array.from({ length: atOnce }, run));
}

/** Watches how much is held at most. */
function startMeter(): { stop(): number } {
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

/** Of this process and all that it started. */
function memoryMb(): number {
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
    (sum, [pid = 0, , rssKb = 0]) => (ours.has(pid) ? sum + rssKb / 1000 : sum),
    0,
  );
}
