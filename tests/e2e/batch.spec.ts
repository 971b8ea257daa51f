import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { z } from 'zod';
import { until } from '../../scripts/demo/programs.ts';
import { expectFits, expectNoAxe, shoot } from './support/look-at.ts';
import { startStudio, type RunningStudio } from './support/running-studio.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

// A batch from the choice of products to files in a folder, with one picture put right by hand and one
// with another photo. VITRINE_BATCH=30 walks the same way with thirty products.
const wanted = Number(process.env['VITRINE_BATCH'] ?? 6);
/** Three templates in four formats. */
const perProduct = 12;
const count = wanted * perProduct;
test.describe.configure({ mode: 'serial', timeout: 90_000 + count * 5_000 });

const found = z.object({
  items: z.array(z.object({ photos: z.array(z.object({ assetId: z.string() })) })),
});
const scene = z.looseObject({ background: z.unknown() });
const creation = z.object({ version: z.number(), scenes: z.record(z.string(), scene) });
const batches = z.object({
  items: z.array(z.object({ id: z.string(), state: z.string(), jobId: z.string().optional() })),
});
const picture = z.object({
  ...{ templateId: z.string(), format: z.string(), state: z.string() },
  ...{ assetId: z.string().optional(), creationId: z.string().optional() },
});
const rows = z.object({
  rows: z.array(z.object({ productId: z.string(), pictures: z.array(picture) })),
});
const anything = z.unknown();

let studio: RunningStudio;
let window: StudioWindow;

const lot = (number: number) => ({
  ...{ sku: `LOT-${number}`, title: `Bouture no ${number}`, price: 690, stock: 4 },
});

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  studio = await startStudio();
  const items = await until('the practice shop', async () => {
    const answer = await studio.call('catalogue/search', { limit: 200 }, found);
    return answer.items.length > 10 ? answer.items : undefined;
  });
  const photos = items.slice(0, 2).flatMap((item) => item.photos[0]?.assetId ?? []);
  for (let number = 1; number <= wanted; number++) {
    // One more photo to choose than stands in the picture.
    const photoAssetIds = [...photos.slice(number % 2), ...photos.slice(0, number % 2)];
    const product = { ...lot(number), photoAssetIds, link: `https://la-serre.example/${number}` };
    await studio.call('catalogue/save', product, anything);
  }
  window = await openWindow(browser, studio, { path: '#/studio' });
  await expect(window.page.getByRole('heading', { level: 1 })).toBeVisible();
});
test.afterEach(() => expect(window.takeFaults()).toEqual([]));
test.afterAll(async () => {
  await window?.close();
  await studio?.stop();
});

/** The run after the one with this job, once it has ended. */
async function ranAfter(jobId: string | undefined): Promise<{ id: string; jobId: string }> {
  return until('a run of the batch', async () => {
    const [batch] = (await studio.call('batches/list', {}, batches)).items;
    if (batch?.state !== 'idle' || batch.jobId === undefined || batch.jobId === jobId)
      return undefined;
    return { id: batch.id, jobId: batch.jobId };
  });
}
async function picturesOf(batchId: string) {
  const answer = await studio.call('batches/rows', { batchId, limit: 60 }, rows);
  return answer.rows.flatMap(({ productId, pictures }) =>
    pictures.map((one) => ({
      ...one,
      productId,
      key: `${productId} ${one.templateId} ${one.format}`,
    })),
  );
}
type Pictures = Awaited<ReturnType<typeof picturesOf>>;
/** Those that have another file than before. */
function madeAnew(before: Pictures, after: Pictures): string[] {
  const known = new Map(before.map(({ key, assetId }) => [key, assetId]));
  return after.filter(({ key, assetId }) => known.get(key) !== assetId).map(({ key }) => key);
}
const frames = () => window.page.locator('button.studio-frame');

let run: { id: string; jobId: string };
let made: Pictures;

test('makes products in three templates and four formats', async () => {
  const { page } = window;
  await page.getByRole('searchbox', { name: 'Chercher un produit' }).fill('bouture');
  await page.getByRole('checkbox', { name: `Tous les résultats (${wanted})` }).click();
  await page.getByRole('switch', { name: 'Plusieurs' }).click();
  const templates = page.getByRole('group', { name: 'Modèle' }).getByRole('checkbox');
  await templates.nth(1).click();
  await templates.nth(2).click();
  await page.getByRole('button', { name: `Faire ${count} images` }).click();
  run = await ranAfter(undefined);
  made = await picturesOf(run.id);
  expect(made.filter(({ state, assetId }) => state === 'made' && assetId)).toHaveLength(count);
  await expect(page.getByText(`${count} images faites sur ${count}`)).toBeVisible();
  await expect(page.getByRole('button', { name: `Préparer ${wanted} publications` })).toBeEnabled();
  await shoot(page, 'batch');
  await expectNoAxe(page, 'batch');
  await expectFits(page, 'batch');
});

test('one takes another photo, one is put right by hand, and only these are made again', async () => {
  const { page } = window;
  await frames().nth(1).click();
  await page.getByRole('button', { name: 'Photo 2' }).click();
  await page.getByRole('button', { name: 'Faire cette image' }).click();
  run = await ranAfter(run.jobId);
  const swapped = await picturesOf(run.id);
  expect(madeAnew(made, swapped)).toEqual([made[1]?.key]);
  await expect(page.getByRole('button', { name: 'Utiliser' })).toBeVisible();
  await page.keyboard.press('Escape');

  await frames().first().click();
  await page.getByRole('button', { name: 'Retoucher' }).click();
  await page.waitForURL(/studio\/editor\/[\w-]+/);
  await expect(page.getByRole('button', { name: 'Ajouter un calque' })).toBeVisible();
  const id = /studio\/editor\/([\w-]+)/.exec(page.url())?.[1] ?? '';
  const { version, scenes } = await studio.call('creations/get', { id }, creation);
  const [[format, first] = ['', undefined]] = Object.entries(scenes);
  const change = { [format]: { ...first, background: '#c81e5a' } };
  await studio.call('creations/save', { id, version, scenes: change }, anything);
  await page.evaluate(() => (location.hash = '#/studio'));
  await page.getByRole('button', { name: 'Mettre à jour 1 image' }).click();
  run = await ranAfter(run.jobId);
  const edited = await picturesOf(run.id);
  expect(madeAnew(swapped, edited)).toEqual([made[0]?.key]);
  made = edited;
  await page.getByLabel('Montrer').selectOption('edited');
  await expect(page.locator('.studio-row')).toHaveCount(1);
  await expect(page.locator('.studio-mark')).toHaveCount(1);
  await page.getByLabel('Montrer').selectOption('all');
});

test('a new price makes only the pictures of its product again, and keeps what was done by hand', async () => {
  const { page } = window;
  const [first] = made;
  await studio.call('catalogue/save', { id: first?.productId, price: 1290 }, anything);
  const changed = perProduct - 1;
  await page.getByRole('button', { name: `Mettre à jour ${changed} images` }).click();
  const asked = page.getByRole('dialog', { name: 'Vos retouches' });
  await expect(asked.getByRole('radio', { name: /Garder mes retouches telles/ })).toBeChecked();
  await expectNoAxe(page, 'batch, edits');
  await asked.getByRole('button', { name: `Mettre à jour ${changed} images` }).click();
  run = await ranAfter(run.jobId);
  const after = await picturesOf(run.id);
  const ofProduct = made.filter(({ productId }) => productId === first?.productId).slice(1);
  expect(madeAnew(made, after)).toEqual(ofProduct.map(({ key }) => key));
  expect(after[0]?.creationId).toBeDefined();
});

test('goes to a folder: pictures of the right size in sRGB without anything about the camera', async () => {
  const { page } = window;
  const folder = join(studio.dataDir, 'exported');
  await page.getByRole('button', { name: 'Exporter' }).click();
  const dialog = page.getByRole('dialog', { name: 'Exporter les images' });
  await dialog.getByRole('textbox', { name: 'Dossier' }).fill(folder);
  await expect(dialog.getByText('Ce dossier sera créé.')).toBeVisible();
  await expectNoAxe(page, 'batch, export');
  await dialog.getByRole('button', { name: `Exporter ${count} fichiers` }).click();
  await expect(dialog.getByText(`${count} fichiers écrits sur ${count}`)).toBeVisible({
    timeout: 60_000 + count * 500,
  });
  await dialog.getByRole('button', { name: 'Fermer' }).last().click();
  const names = readdirSync(folder);
  expect(names).toHaveLength(count);
  const sizes: Record<string, string> = { '1x1': '1080x1080', '4x5': '1080x1350' };
  Object.assign(sizes, { '9x16': '1080x1920', '1_91x1': '1200x630' });
  for (const name of names) {
    const [, format = ''] = /^LOT-\d+-bouture-no-\d+-[a-z]+-([\dx_]+)\.jpg$/.exec(name) ?? [];
    const bytes = readFileSync(join(folder, name));
    const { width, height, space, exif, icc } = await sharp(bytes).metadata();
    expect(`${name} ${width}x${height} ${space}`).toBe(`${name} ${sizes[format]} srgb`);
    expect(exif, name).toBeUndefined();
    // As profiles write their name: two bytes a letter.
    expect(icc?.includes('\0s\0R\0G\0B'), name).toBe(true);
  }
});
