import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Jimp, loadFont } from 'jimp';
import { SANS_32_WHITE, SANS_64_WHITE } from 'jimp/fonts';
import sharp from 'sharp';
import { createWorkerPool } from '../core/media/worker-pool.ts';
import type { Format } from '../shared/contract/shapes.ts';
import { formatSizes } from '../shared/scene/scene.ts';
import { findPictureTemplate } from '../shared/scene/templates.ts';
import { createTestHost } from '../tests/support/test-host.ts';
import { inputsDir, inputSize, photoInputs } from './inputs.ts';
import { compare, judge, time, type BenchLine } from './measure.ts';

const root = join(import.meta.dirname, '..');
const formats: Format[] = ['1:1', '4:5', '9:16', '1.91:1'];
const photoCount = 6;
/** Both sides: two photos at a time, one thread each, the fastest for either on two cores. */
const atOnce = 2;
const title = 'Arum d’Éthiopie';
const price = '19,90 €';

/** Batch pictures of 12-megapixel JPEGs in four formats with scrim, text and logo, against a plain sharp
 *  pipeline that decodes for each output, and against jimp. */
export async function benchPictures(): Promise<BenchLine[]> {
  const files = await photoInputs(photoCount);
  const outDir = join(inputsDir, 'out');
  mkdirSync(outDir, { recursive: true });
  const pool = createWorkerPool({
    startProcess: createTestHost().startProcess,
    entry: join(root, 'core/media/worker/main.ts'),
    resourcesDir: join(root, 'resources'),
    budgetBytes: 900_000_000,
    limit: atOnce,
  });
  sharp.cache(false);
  sharp.concurrency(1);
  const logo = await drawLogo();
  const ours = () => inPairs(files, (file, index) => renderOurs(pool, file, outDir, index));
  const plain = () => inPairs(files, (file, index) => renderPlain(file, logo, outDir, index));
  try {
    const overSharp = await compare({
      name: 'pictures-vs-sharp',
      target: 2.2,
      better: 'higher',
      rounds: 5,
      against: 'sharp decoding for each output',
      ours,
      yardstick: plain,
    });
    return [overSharp, await compareJimp(files, logo, overSharp.oursMs)];
  } finally {
    await pool.close();
    rmSync(outDir, { recursive: true, force: true });
  }
}

async function renderOurs(
  pool: ReturnType<typeof createWorkerPool>,
  file: string,
  outDir: string,
  index: number,
): Promise<void> {
  const template = findPictureTemplate('affiche');
  if (!template) throw new Error('the template is gone');
  const colours = { ground: '#24402F', paper: '#F3EBDD', accent: '#E2B04A' };
  const slots = { photo: { photoId: 'a', ...inputSize }, title, price, language: 'fr' as const };
  const outputs = formats.map((format, at) => ({
    scene: template.fill(slots, format, { logoText: 'La Serre', colours }),
    path: join(outDir, `ours-${index}-${at}.jpg`),
    thumbPath: join(outDir, `ours-${index}-${at}.webp`),
  }));
  await pool.run('renderPictures', { photos: { a: file }, outputs, maxBytes: 4_000_000 });
}

/** What one writes first: each output is a pipeline of its own from the file. */
async function renderPlain(
  file: string,
  logo: Buffer,
  outDir: string,
  index: number,
): Promise<void> {
  for (const [at, format] of formats.entries()) {
    const { widthPx, heightPx } = formatSizes[format];
    await sharp(file)
      .autoOrient()
      .resize(widthPx, heightPx, { fit: 'cover' })
      .composite([
        { input: Buffer.from(wordsSvg(widthPx, heightPx)) },
        { input: logo, left: 76, top: 76 },
      ])
      .jpeg({ quality: 90 })
      .toFile(join(outDir, `plain-${index}-${at}.jpg`));
  }
}

function wordsSvg(widthPx: number, heightPx: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}">
    <defs><linearGradient id="g" x1="0" y1="0" x2="0" y2="1"><stop offset="0.45" stop-color="#000"
    stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity="0.7"/></linearGradient></defs>
    <rect width="100%" height="100%" fill="url(#g)"/>
    <text x="76" y="${heightPx - 170}" font-size="92" font-family="serif" fill="#fff">${title}</text>
    <text x="76" y="${heightPx - 80}" font-size="64" font-family="serif" fill="#ffe">${price}</text></svg>`;
}

function drawLogo(): Promise<Buffer> {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="260" height="64"><circle cx="32" cy="32" r="28"' +
    ' fill="#fff"/><text x="76" y="44" font-size="40" font-family="serif" fill="#fff">La Serre</text></svg>';
  return sharp(Buffer.from(svg)).png().toBuffer();
}

/** jimp takes long: two photos, one round after a warm one, and the time a photo is compared. */
async function compareJimp(files: string[], logoPng: Buffer, oursMs: number): Promise<BenchLine> {
  const logo = await Jimp.read(logoPng);
  const fonts = { title: await loadFont(SANS_64_WHITE), price: await loadFont(SANS_32_WHITE) };
  const scrim = new Jimp({ width: 8, height: 8, color: 0x00000066 });
  const renderOne = async (file: string): Promise<void> => {
    const photo = await Jimp.read(file);
    for (const format of formats) {
      const { widthPx, heightPx } = formatSizes[format];
      const picture = photo.clone().cover({ w: widthPx, h: heightPx });
      picture.composite(scrim.clone().resize({ w: widthPx, h: 260 }), 0, heightPx - 260);
      picture.composite(logo, 76, 76);
      picture.print({ font: fonts.title, x: 76, y: heightPx - 220, text: title });
      picture.print({ font: fonts.price, x: 76, y: heightPx - 110, text: price });
      await picture.getBuffer('image/jpeg', { quality: 90 });
    }
  };
  const [warm = '', ...rest] = files.slice(0, 3);
  await renderOne(warm);
  const jimpMs = await time(async () => {
    for (const file of rest) await renderOne(file);
  });
  const aPhotoMs = jimpMs / rest.length;
  return judge(
    { name: 'pictures-vs-jimp', target: 25, better: 'higher', against: 'jimp, decoding once' },
    oursMs / files.length,
    aPhotoMs,
  );
}

async function inPairs(
  files: readonly string[],
  work: (file: string, index: number) => Promise<void>,
): Promise<void> {
  let nextIndex = 0;
  const run = async () => {
    for (let index = nextIndex++; index < files.length; index = nextIndex++)
      await work(files[index] ?? '', index);
  };
  await Promise.all(Array.from({ length: atOnce }, run));
}
