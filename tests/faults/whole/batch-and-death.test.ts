import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { studioCaller, until, type CallStudio } from '../../../scripts/demo/programs.ts';
import { startProgram, type RunningProgram } from '../../../scripts/lib/start-program.ts';
import { photoPixels } from '../../support/media-factory.ts';

const ready = z.object({ url: z.string(), token: z.string(), pid: z.number() });
const imported = z.object({ items: z.array(z.object({ assetId: z.string() })) });
const saved = z.object({ id: z.string() });
const batch = z.object({ state: z.string(), counts: z.object({ made: z.number() }) });
const picture = z.object({ format: z.string(), assetId: z.string().optional() });
const rows = z.object({
  rows: z.array(z.object({ productId: z.string(), pictures: z.array(picture) })),
});
const formats = ['1:1', '4:5'];
const productCount = 12;
const total = productCount * formats.length;

let folder: string;
let studio: RunningProgram<z.infer<typeof ready>>;
let call: CallStudio;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vitrine-batch-death-'));
  await start();
});
afterEach(async () => {
  await studio.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<void> {
  const args = ['--data', join(folder, 'shop'), '--port', '0', '--no-open'];
  studio = await startProgram({ entry: 'server/main.ts', args }, ready);
  call = studioCaller(studio.ready);
}

async function order(): Promise<string> {
  const path = join(folder, 'photo.jpg');
  const raw = { width: 1600, height: 1600, channels: 3 as const };
  await sharp(photoPixels(1600, 1600), { raw }).jpeg().toFile(path);
  const { items } = await call('media/importFiles', { paths: [path] }, imported);
  const photoAssetIds = [items[0]?.assetId];
  const productIds: string[] = [];
  for (let number = 1; number <= productCount; number++) {
    const product = { sku: `LOT-${number}`, title: `Bouture ${number}`, price: 690, photoAssetIds };
    productIds.push((await call('catalogue/save', product, saved)).id);
  }
  const wish = { productIds, templateIds: ['arche'], formats };
  return (await call('batches/save', wish, saved)).id;
}

/** Each picture by its place, where there is one. */
async function filesOf(batchId: string): Promise<Map<string, string>> {
  const answer = await call('batches/rows', { batchId, limit: 60 }, rows);
  return new Map(
    answer.rows.flatMap(({ productId, pictures }) =>
      pictures.flatMap(({ format, assetId }) =>
        assetId ? [[`${productId} ${format}`, assetId] as const] : [],
      ),
    ),
  );
}

/** Every picture that the library knows, and every file that lies in its folder. */
function onDisk() {
  const data = join(folder, 'shop');
  const db = new Database(join(data, 'studio.db'), { readonly: true });
  const places = db
    .prepare<[], { place: string }>("SELECT place FROM assets WHERE origin = 'studio'")
    .all()
    .map(({ place }) => place);
  db.close();
  return { places, work: readdirSync(join(data, 'work')), media: join(data, 'media') };
}

test('F18 a studio killed in the middle of a batch goes on where it stood, with every picture whole and once', async () => {
  const batchId = await order();
  await call('batches/run', { batchId }, z.unknown());
  const before = await until('the first pictures', async () => {
    const files = await filesOf(batchId);
    return files.size >= 2 ? files : undefined;
  });
  await studio.end('SIGKILL');
  expect(before.size).toBeLessThan(total);

  await start();
  const ended = await until('the rest', async () => {
    const now = await call('batches/get', { batchId }, batch);
    return now.state === 'running' || now.state === 'queued' ? undefined : now;
  });
  expect(ended).toEqual({ state: 'idle', counts: { made: total } });
  const after = await filesOf(batchId);
  for (const [key, assetId] of before) expect(after.get(key), key).toBe(assetId);
  await studio.end('SIGTERM');
  const { places, work, media } = onDisk();
  expect(places).toHaveLength(total);
  expect(work).toEqual([]);
  for (const place of places) {
    const { width } = await sharp(join(media, place)).metadata();
    expect(width, place).toBe(1080);
    // To the last line of pixels.
    await sharp(join(media, place), { failOn: 'truncated' }).raw().toBuffer();
  }
}, 120_000);
