import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAnswerProblems } from '../answer-problems.ts';
import { createMediaFactory } from '../../tests/support/media-factory.ts';
import { readPdf } from '../../tests/support/read-pdf.ts';
import { openTestBatches, type TestBatches } from '../../tests/support/test-batches.ts';
import { resourcesDir } from '../../tests/support/test-tools.ts';
import type { ExportWish } from '../../shared/contract/exports.ts';
import { formatSizes, type Scene } from '../../shared/scene/scene.ts';
import { exportsService, type ExportsService } from './service.ts';

let shop: TestBatches;
let files: ExportsService;
let folder: string;
let batchId: string;
let shown: string[];

beforeEach(async () => {
  shop = openTestBatches();
  shown = [];
  const { test } = shop;
  folder = join(test.tools.folder, 'outside');
  const make = createMediaFactory(join(test.tools.folder, 'brought'));
  const outcome = await test.library.importPath(await make.exifJpeg('canary.jpg', 6));
  if (!outcome.ok) throw new Error(outcome.code);
  for (const id of ['p0', 'p1'])
    test.addProduct({ id, sku: 'CON', photoAssetIds: [outcome.assetId] });
  files = openExports();
  const wish = { productIds: ['p0', 'p1'], templateIds: ['arche'], formats: ['1:1' as const] };
  batchId = shop.batches.save({ ...wish, name: 'Noël' }, 'fr').id;
  shop.start();
  await test.jobs.whenEnded((await shop.batches.run({ batchId })).jobId);
});
afterEach(async () => {
  await files.close();
  await shop.test.close();
});

function openExports(): ExportsService {
  const { test, batches } = shop;
  const { tools, library, studio } = test;
  const answers = createAnswerProblems(tools.say, tools.shopLanguage, () => 'test');
  return exportsService({
    tools,
    library,
    resourcesDir,
    downloadsDir: join(tools.folder, 'downloads'),
    showFolder: (path) => void shown.push(path),
    shopName: () => test.shop.name,
    copyright: () => test.shop.copyright,
    describeProblem: answers.describe,
    readProducts: (ids) => ids.flatMap((id) => test.products.get(id) ?? []),
    templateName: studio.pictureName,
    readBatch: (id, language) => ({
      name: batches.get(id, language).name,
      pictures: batches.madePictures(id),
    }),
  });
}
async function write(wish: Partial<Parameters<ExportsService['start']>[0]> = {}) {
  const asked = { batchId, kind: 'jpg' as const, folder, ...wish };
  const { id } = await files.start(asked, 'fr');
  await files.whenEnded(id);
  return files.get(id, 'fr');
}
const there = () => readdirSync(folder).toSorted();
const names = ['_CON-arum-d-ethiopie-arche-1x1 (2).jpg', '_CON-arum-d-ethiopie-arche-1x1.jpg'];

describe('an export', () => {
  it('says what it would write, below the downloads unless told otherwise', async () => {
    const look = await files.outlook({ batchId, kind: 'jpg' }, 'fr');
    expect(look).toMatchObject({ total: 2, collisions: 0, examples: names.toReversed() });
    expect(look.folder).toBe(join(shop.test.tools.folder, 'downloads', 'Vitrine', 'Noël'));
    expect(look.freeBytes).toBeGreaterThan(look.needBytes);
  });

  it('F69 F73 writes the pictures as they are, with their colours and owner named and nothing else', async () => {
    const done = await write({ copyright: '© La Serre' });
    expect(done).toMatchObject({ state: 'done', written: 2, skipped: 0, failed: [] });
    expect(there()).toEqual(names);
    const bytes = readFileSync(join(folder, names[0] ?? ''));
    const { icc, exif, width, format } = await sharp(bytes).metadata();
    expect({ width, format }).toEqual({ width: 1080, format: 'jpeg' });
    expect(icc?.subarray(36, 40).toString()).toBe('acsp');
    expect(exif?.includes('La Serre')).toBe(true);
    for (const canary of ['CanaryCam', 'GPS']) expect(bytes.includes(canary)).toBe(false);
    const [made] = shop.batches.madePictures(batchId);
    const original = shop.test.library.readAsset(made?.assetId ?? '')?.path ?? '';
    const pixels = (from: Buffer | string) => sharp(from).raw().toBuffer();
    const own = await pixels(join(folder, names[1] ?? ''));
    expect(own.equals(await pixels(original))).toBe(true);
  });

  it('writes a teaser as it is, whatever the pictures become', async () => {
    const { library, tools } = shop.test;
    const make = (name: string, bytes: Buffer) => {
      writeFileSync(join(tools.folder, name), bytes);
      return join(tools.folder, name);
    };
    const raw = { width: 4, height: 8, channels: 3 as const, pageHeight: 4 };
    const gif = await sharp(Buffer.alloc(96, 90).fill(200, 48), { raw }).gif().toBuffer();
    const thumbPath = make('own.webp', await sharp(gif).webp().toBuffer());
    const { id } = library.addStudioFile({
      ...{ path: make('own.gif', gif), thumbPath, name: 'Arum 1x1.gif', mime: 'image/gif' },
      ...{ format: '1:1', productIds: ['p0'], notes: [], widthPx: 4, heightPx: 4 },
      ...{ sizeBytes: gif.length, hash: 'cd'.repeat(32) },
    });
    const wish = { batchId: undefined, assetIds: [id], pattern: '{number}' };
    expect(await write({ ...wish, kind: 'png' })).toMatchObject({ written: 1, failed: [] });
    expect(there()).toEqual(['001.gif']);
    expect(readFileSync(join(folder, '001.gif')).equals(gif)).toBe(true);
  });

  it('writes photos that were brought in upright, in sRGB and in the kind that was asked for', async () => {
    const { test } = shop;
    const make = createMediaFactory(join(test.tools.folder, 'more'));
    const paths = [await make.exifJpeg('tournee.jpg', 6), await make.png('dessin.png')];
    const assetIds: string[] = [];
    for (const path of paths) {
      const outcome = await test.library.importPath(path);
      if (outcome.ok) assetIds.push(outcome.assetId);
    }
    const used = assetIds.map((id) => test.library.readAsset(id));
    for (const kind of ['jpg', 'png', 'webp'] as const) {
      const pattern = '{number}';
      const run = await write({
        batchId: undefined,
        assetIds,
        kind,
        pattern,
        copyright: 'La Serre',
      });
      expect(run.failed).toEqual([]);
      for (const [index, name] of ['001', '002'].entries()) {
        const found = await sharp(join(folder, `${name}.${kind}`)).metadata();
        const { widthPx, heightPx } = used[index] ?? {};
        expect(found).toMatchObject({
          ...{ format: kind === 'jpg' ? 'jpeg' : kind, space: 'srgb' },
          ...{ width: widthPx, height: heightPx },
        });
        expect(found.orientation ?? 1).toBe(1);
      }
    }
  });

  it('asks what happens to files that are there', async () => {
    await write();
    const first = readFileSync(join(folder, names[1] ?? ''));
    writeFileSync(join(folder, names[1] ?? ''), 'mine');
    const look = await files.outlook({ batchId, kind: 'jpg', folder }, 'fr');
    expect(look.collisions).toBe(2);
    expect(await write({ collisions: 'skip' })).toMatchObject({ written: 0, skipped: 2 });
    expect(readFileSync(join(folder, names[1] ?? ''), 'utf8')).toBe('mine');
    await write({ collisions: 'both' });
    expect(there()).toHaveLength(4);
    await write({ collisions: 'replace' });
    expect(there()).toHaveLength(4);
    expect(readFileSync(join(folder, names[1] ?? '')).equals(first)).toBe(true);
  });

  it('draws PNG without loss and WebP of the quality asked for', async () => {
    await write({ kind: 'png', pattern: '{number}' });
    await write({ kind: 'webp', pattern: '{number}', quality: 60 });
    expect(there()).toEqual(['001.png', '001.webp', '002.png', '002.webp']);
    for (const name of ['001.png', '001.webp']) {
      const { width, height, icc, channels } = await sharp(join(folder, name)).metadata();
      expect({ width, height, channels }).toEqual({ width: 1080, height: 1080, channels: 3 });
      expect(icc).toBeDefined();
    }
  });

  it('S28 writes nowhere else, and says when a folder cannot be used', async () => {
    mkdirSync(folder);
    symlinkSync(join(shop.test.tools.folder, 'secret'), join(folder, names[1] ?? ''));
    await write({ collisions: 'replace' });
    expect(readdirSync(shop.test.tools.folder)).not.toContain('secret');
    const refused = (wish: Partial<ExportWish>) =>
      files.start({ batchId, kind: 'jpg', ...wish }, 'fr');
    await expect(refused({ folder: 'somewhere/else' })).rejects.toMatchObject({
      code: 'export-folder',
    });
    writeFileSync(join(shop.test.tools.folder, 'file'), '');
    await expect(refused({ folder: join(shop.test.tools.folder, 'file') })).rejects.toMatchObject({
      code: 'export-folder',
    });
    await expect(refused({ folder, batchId: undefined })).rejects.toMatchObject({
      code: 'export-empty',
    });
  });

  it('remembers folders, names and owner, and shows what it wrote', async () => {
    expect(files.habits()).toEqual({ folders: [], canShow: true });
    const own = { pattern: '{number}', copyright: '© La Serre' };
    const done = await write(own);
    const other = join(folder, 'autre');
    expect(await files.outlook({ batchId, kind: 'jpg', folder: other }, 'fr')).toMatchObject({
      ...{ place: 'new', collisions: 0 },
    });
    await write({ folder: other, ...own });
    expect(files.habits()).toEqual({ folders: [other, folder], canShow: true, ...own });
    // What the shop always writes goes before, also when that is nothing.
    for (const copyright of ['© La Serre, Lyon', '']) {
      shop.test.shop = { ...shop.test.shop, copyright };
      expect(files.habits().copyright ?? '').toBe(copyright);
    }
    files.show(done.id);
    expect(shown).toEqual([folder]);
    writeFileSync(join(folder, 'file'), '');
    const inFile = { batchId, kind: 'jpg' as const, folder: join(folder, 'file', 'sub') };
    expect(await files.outlook(inFile, 'fr')).toMatchObject({ place: 'blocked' });
    await expect(files.start(inFile, 'fr')).rejects.toMatchObject({ code: 'export-folder' });
  });

  it('goes on at the next start where it was ended', async () => {
    const { id } = await files.start({ batchId, kind: 'png', folder }, 'fr');
    await files.close();
    expect(there().filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(files.get(id, 'fr').state).toBe('running');
    files = openExports();
    files.resume();
    await files.whenEnded(id);
    expect(files.get(id, 'fr')).toMatchObject({ state: 'done', written: 2 });
    expect(there()).toHaveLength(2);
  });
});

describe('paper', () => {
  const text = {
    ...{ id: 'words', kind: 'text' as const, text: 'Étagère en chêne' },
    box: { xPx: 60, yPx: 60, widthPx: 900, heightPx: 120 },
    style: {
      font: { family: 'Inter', weight: 600 as const },
      ...{ sizePx: 72, minSizePx: 30, colour: '#111111', lineHeight: 1.1, maxLines: 1 },
      ...{ align: 'start' as const, vertical: 'top' as const },
    },
  };

  it('puts labels on A4 as lines, with words that can be found', async () => {
    const scene: Scene = {
      ...{ format: 'label', ...formatSizes.label, durationMs: 0, background: '#ffffff' },
      layers: [text],
    };
    const { id } = shop.creations.begin({ name: 'Étiquette', formats: ['label'] }, 'fr');
    shop.creations.save({ id, version: 1, scenes: { label: scene } });
    const { jobId } = shop.creations.render(id, undefined);
    shop.test.jobs.start({ ...shop.test.studio.runners, pictures: shop.creations.runner });
    await shop.test.jobs.whenEnded(jobId);
    const [made] = shop.test.library.list({ origin: 'studio', limit: 1 }).items;
    const assetIds = Array.from({ length: 12 }, () => made?.id ?? '');
    const done = await write({ batchId: undefined, assetIds, kind: 'labels' });
    expect(done).toMatchObject({ state: 'done', written: 1 });
    const pdf = readFileSync(join(folder, 'La Serre-labels.pdf'));
    const pages = await readPdf(pdf);
    expect(pages.map((words) => words.length)).toEqual([10, 2]);
    expect(pages[0]?.[0]).toMatchObject({ text: 'Étagère en chêne' });
    // A page is A4 and holds no picture: the words are outlines.
    expect(pdf.includes('[0 0 595.27')).toBe(true);
    expect(pdf.includes('/Subtype /Image')).toBe(false);
    await expect(write({ kind: 'cards' })).rejects.toMatchObject({ code: 'export-no-paper' });
  });
});
