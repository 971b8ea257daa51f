import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import iconv from 'iconv-lite';
import sharp from 'sharp';
import { z } from 'zod';
import { findFfmpeg } from '../../core/media/find-ffmpeg.ts';
import { decimalText } from '../../shared/rules/money.ts';
import { until, type CallStudio } from './programs.ts';
import type { Report } from './report.ts';
import type { RunFolder } from './run-folder.ts';

const samples = resolve(import.meta.dirname, '../../resources/sample-shop');
const largestBytes = 4 * 1024 * 1024;
const videoSeconds = 8;
const formats = ['1:1', '4:5', '9:16', '1.91:1'];

export type Stage = { call: CallStudio; folder: RunFolder; report: Report };
export type Made = {
  productIds: string[];
  feedPictures: { assetId: string; productId: string }[];
  videoAssetId: string;
};

const jobShape = z.object({
  state: z.string(),
  files: z.array(
    z.object({
      path: z.string(),
      assetId: z.string(),
      format: z.string(),
      productIds: z.array(z.string()),
      sizeBytes: z.number(),
    }),
  ),
  problems: z.array(z.unknown()),
});

const sampleShape = z.object({
  products: z.array(
    z.object({
      sku: z.string(),
      title: z.object({ fr: z.string() }),
      price: z.number(),
      stock: z.number(),
      link: z.string(),
      photos: z.array(z.string()),
    }),
  ),
});

/** A file as a French merchant's Excel writes it: Windows-1252, `;`, decimal commas. */
function writeCsv(path: string): number {
  const { products } = sampleShape.parse(
    JSON.parse(readFileSync(join(samples, 'products.json'), 'utf8')),
  );
  const rows = products.map(({ sku, title, price, stock, link }) =>
    [
      sku,
      `"${title.fr.replaceAll('"', '""')}"`,
      `${decimalText(price, 'EUR').replace('.', ',')} €`,
      stock,
      link,
    ].join(';'),
  );
  const text = ['Réf.;Désignation;Prix TTC;Qté;Lien', ...rows].join('\r\n');
  writeFileSync(path, iconv.encode(text, 'win1252'));
  return products.length;
}

async function importProducts({ call, folder, report }: Stage): Promise<void> {
  const path = join(folder.path, 'produits.csv');
  const count = writeCsv(path);
  const shape = z.object({
    rows: z.number(),
    problems: z.array(z.unknown()),
    imported: z.number(),
  });
  const input = { path, confirm: true, clientId: folder.changeId('products') };
  const read = await call('catalogue/importFile', input, shape);
  const { total } = await call('catalogue/search', {}, z.object({ total: z.number() }));
  const ok = read.problems.length === 0 && total === count;
  report.note(
    'products from a CSV',
    ok,
    `${total} of ${count} products, ${read.problems.length} rows refused`,
  );
}

async function importPhotos({ call, folder, report }: Stage): Promise<void> {
  const { products } = sampleShape.parse(
    JSON.parse(readFileSync(join(samples, 'products.json'), 'utf8')),
  );
  const photos = join(samples, 'photos');
  const paths = readdirSync(photos)
    .filter((name) => /\.(webp|jpe?g|png)$/.test(name))
    .map((name) => join(photos, name));
  const shape = z.object({
    items: z.array(z.object({ path: z.string(), assetId: z.string().optional() })),
  });
  const { items } = await call(
    'media/importFiles',
    { paths, clientId: folder.changeId('photos') },
    shape,
  );
  // Under the name of its SKU a photo finds its product by itself.
  const named = products.flatMap(({ sku, photos: own }) =>
    own.slice(0, 1).flatMap((name) => {
      const item = items.find((one) => one.path.endsWith(`/${name}`));
      return item?.assetId === undefined ? [] : [{ assetId: item.assetId, name: `${sku}.webp` }];
    }),
  );
  const attachShape = z.object({ attached: z.array(z.unknown()), unmatched: z.array(z.string()) });
  const attach = await call(
    'catalogue/attachByName',
    { photos: named, clientId: folder.changeId('attach') },
    attachShape,
  );
  const ok = items.every((item) => item.assetId !== undefined) && attach.unmatched.length === 0;
  report.note(
    'photos by their names',
    ok,
    `${items.length} photos, ${attach.attached.length} attached to products`,
  );
}

async function runJob(
  stage: Stage,
  step: string,
  order: object,
): Promise<z.infer<typeof jobShape>> {
  const { call, folder } = stage;
  const { jobId } = await call(
    'studio/render',
    { ...order, clientId: folder.changeId(step) },
    z.object({ jobId: z.string() }),
  );
  return until(
    `job ${step}`,
    async () => {
      const job = await call('jobs/get', { jobId }, jobShape);
      return ['done', 'failed', 'cancelled'].includes(job.state) ? job : undefined;
    },
    600_000,
  );
}

/** Reads a picture back from disk: what Instagram would refuse or a person would not want told. */
async function pictureFault(path: string, sizeBytes: number): Promise<string | undefined> {
  const facts = await sharp(path).metadata();
  if (facts.format !== 'jpeg') return `is ${facts.format}`;
  if (facts.space !== 'srgb') return `is ${facts.space}`;
  if (facts.exif ?? facts.xmp ?? facts.iptc) return 'carries camera data';
  return sizeBytes > largestBytes ? `has ${sizeBytes} bytes` : undefined;
}

async function makePictures(stage: Stage, productIds: string[]): Promise<z.infer<typeof jobShape>> {
  const job = await runJob(stage, 'pictures', { templateId: 'arche', productIds, formats });
  const faults = await Promise.all(
    job.files.map((file) => pictureFault(file.path, file.sizeBytes)),
  );
  const wrong = faults.filter((fault) => fault !== undefined);
  const ok =
    job.state === 'done' &&
    job.files.length === productIds.length * formats.length &&
    wrong.length === 0;
  stage.report.note(
    'pictures',
    ok,
    `${job.files.length} files in ${formats.length} formats${wrong.length ? `, ${wrong.join('; ')}` : ', sRGB JPEG ≤ 4 MB without camera data'}`,
  );
  return job;
}

async function makeVideo(stage: Stage, productIds: string[]): Promise<string> {
  const templates = await stage.call(
    'studio/templates',
    { kind: 'video' },
    z.object({ items: z.array(z.object({ id: z.string() })) }),
  );
  const tracks = await stage.call(
    'studio/tracks',
    {},
    z.object({ items: z.array(z.object({ id: z.string() })) }),
  );
  const trackId = tracks.items[0]?.id ?? 'none';
  const options = { seconds: videoSeconds, trackId };
  const job = await runJob(stage, 'video', {
    templateId: templates.items[0]?.id,
    productIds,
    formats: ['9:16'],
    options,
  });
  const file = job.files[0];
  if (!file) throw new Error('no video was made');
  const { ffprobePath } = await findFfmpeg();
  const { stdout } = await promisify(execFile)(ffprobePath, [
    '-v',
    'error',
    '-show_entries',
    'stream=codec_name:format=duration',
    '-of',
    'default=nw=1:nk=1',
    file.path,
  ]);
  const words = stdout.trim().split(/\s+/);
  const seconds = Number(words.at(-1));
  const ok =
    words.includes('h264') && words.includes('aac') && Math.abs(seconds - videoSeconds) < 0.1;
  stage.report.note('video', ok, `${words.join(' ')} s, music ${trackId}`);
  return file.assetId;
}

/** From a file of products and a folder of photos to pictures and a video on disk. */
export async function prepare(stage: Stage): Promise<Made> {
  await importProducts(stage);
  await importPhotos(stage);
  const shape = z.object({
    items: z.array(
      z.object({ id: z.string(), photos: z.array(z.object({ assetId: z.string() })) }),
    ),
  });
  const { items } = await stage.call('catalogue/search', { limit: 50 }, shape);
  const assetShape = z.object({ widthPx: z.number().optional() });
  const sharpEnough: string[] = [];
  for (const { id, photos } of items) {
    const [photo] = photos;
    if (!photo) continue;
    const { widthPx = 0 } = await stage.call('media/get', { assetId: photo.assetId }, assetShape);
    if (widthPx >= 500) sharpEnough.push(id);
  }
  const productIds = sharpEnough.slice(0, 3);
  const pictures = await makePictures(stage, productIds);
  const videoAssetId = await makeVideo(stage, productIds);
  const feedPictures = pictures.files
    .filter((file) => file.format === '4:5')
    .map((file) => ({ assetId: file.assetId, productId: file.productIds[0] ?? '' }));
  return { productIds, feedPictures, videoAssetId };
}
