import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { z } from 'zod';
import { until } from '../../scripts/demo/programs.ts';
import { photoPixels } from '../support/media-factory.ts';
import { readPdf } from '../support/read-pdf.ts';
import { renderPdf } from '../support/render-pdf.ts';
import { dropFiles, ownFolder } from './support/files.ts';
import { expectFits, expectNoAxe, shoot } from './support/look-at.ts';
import { startStudio, type RunningStudio } from './support/running-studio.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

// A batch from photos and a brand to files in a folder, with one picture put right by hand and one with
// another photo, and the labels for the shelf. VITRINE_BATCH=30 walks the same way with thirty products
// and prints what each part took.
const wanted = Number(process.env['VITRINE_BATCH'] ?? 6);
/** Three templates in four formats. */
const perProduct = 12;
const count = wanted * perProduct;
test.describe.configure({ mode: 'serial', timeout: 90_000 + count * 5_000 });

const found = z.object({
  items: z.array(z.object({ sku: z.string(), photos: z.array(z.unknown()) })),
});
const saved = z.object({ id: z.string() });
const creation = z.object({ version: z.number() });
const kit = z.object({ colours: z.object({ ground: z.string() }), logo: z.unknown() });
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

const files = ownFolder();
const took: string[] = [];
const ids = new Map<string, string>();

/** Notes what a part of the walk took. */
async function timed<T>(part: string, work: () => Promise<T>): Promise<T> {
  const beganAt = performance.now();
  const answer = await work();
  took.push(`${part} ${((performance.now() - beganAt) / 1000).toFixed(1)} s`);
  return answer;
}
async function photo(name: string, seed: number) {
  const raw = { width: 900, height: 1200, channels: 3 as const };
  const from = join(files.path, name);
  await sharp(photoPixels(900, 1200, seed), { raw })
    .jpeg()
    .toFile(from);
  return { name, type: 'image/jpeg', from };
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  studio = await startStudio();
  for (let number = 1; number <= wanted; number++) {
    const words = { sku: `LOT-${number}`, title: `Bouture no ${number}`, price: 690, stock: 4 };
    const link = `https://la-serre.example/${number}`;
    const { id } = await studio.call('catalogue/save', { ...words, link }, saved);
    ids.set(words.sku, id);
  }
  await studio.call('brand/set', { patch: { logoText: '' } }, anything);
  window = await openWindow(browser, studio, { path: '#/studio' });
  await expect(window.page.getByRole('heading', { level: 1 })).toBeVisible();
});
test.afterEach(() => expect(window.takeFaults()).toEqual([]));
test.afterAll(async () => {
  await window?.close();
  await studio?.stop();
  files.remove();
  if (wanted > 6) console.log(`batch of ${wanted} × ${perProduct}: ${took.join(', ')}`);
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

test('photos find their products by name, and a logo becomes a brand', async () => {
  const { page } = window;
  const bouture = { text: 'bouture', limit: 200 };
  const first = await studio.call('catalogue/search', bouture, found);
  const photos = [await photo(`${first.items[0]?.sku}_2.jpg`, 500)];
  for (let number = 1; number <= wanted; number++)
    photos.unshift(await photo(`LOT-${number}.jpg`, number * 7));
  await timed(`${photos.length} photos in`, async () => {
    await dropFiles(page, '.shell', photos);
    await until('the photos at their products', async () => {
      const { items } = await studio.call('catalogue/search', bouture, found);
      return items.flatMap((one) => one.photos).length === photos.length || undefined;
    });
  });
  const brand = async () => {
    await page.evaluate(() => (location.hash = '#/settings?part=brand'));
    const light = page.getByRole('group', { name: 'Fond clair' });
    const disc = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300"><rect width="600" height="300" fill="#fff"/><circle cx="300" cy="150" r="120" fill="#7a1f3d"/></svg>',
    );
    const buffer = await sharp(disc).png().toBuffer();
    const logo = { name: 'logo.png', mimeType: 'image/png', buffer };
    await light.locator('input[type=file]').setInputFiles(logo);
    await expect(light.getByRole('img', { name: /Logo de/ })).toBeVisible();
    await page.getByRole('button', { name: 'Prendre ces trois' }).click();
    await expect(page.getByRole('button', { name: 'Déjà les vôtres' })).toBeVisible();
  };
  await timed('brand', brand);
  const { logo, colours } = await studio.call('brand/get', {}, kit);
  expect(logo).toBeDefined();
  expect(colours.ground).not.toBe('#24402F');
});

test('makes products in three templates and four formats', async () => {
  const { page } = window;
  await page.evaluate(() => (location.hash = '#/studio'));
  await page.getByRole('searchbox', { name: 'Chercher un produit' }).fill('bouture');
  await page.getByRole('checkbox', { name: `Tous les résultats (${wanted})` }).click();
  await page.getByRole('switch', { name: 'Plusieurs' }).click();
  const templates = page.getByRole('group', { name: 'Modèle' }).getByRole('checkbox');
  await templates.nth(1).click();
  await templates.nth(2).click();
  await page.getByRole('button', { name: `Faire ${count} images` }).click();
  run = await timed(`${count} pictures`, () => ranAfter(undefined));
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
  await page.locator('.editor-row').filter({ hasText: 'Bouture' }).locator('.editor-layer').click();
  await page.locator('[data-stage]').focus();
  // One step, so that nothing is saved after what is waited for.
  await page.keyboard.press('Shift+ArrowUp');
  await until('the edited picture', async () => {
    const { version } = await studio.call('creations/get', { id }, creation);
    return version > 1 ? version : undefined;
  });
  await page.evaluate(() => (location.hash = '#/studio'));
  await page.getByRole('button', { name: 'Mettre à jour 1 image' }).click();
  run = await timed('one by hand', () => ranAfter(run.jobId));
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
  run = await timed('a new price', () => ranAfter(run.jobId));
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
  await timed(`${count} files out`, async () => {
    await dialog.getByRole('button', { name: `Exporter ${count} fichiers` }).click();
    const done = dialog.getByText(`${count} fichiers écrits sur ${count}`);
    await expect(done).toBeVisible({ timeout: 60_000 + count * 500 });
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

test('arrows go through the whole grid, of which only what is in view is drawn', async () => {
  const { page } = window;
  await expect(frames().first()).toBeVisible();
  await frames().first().focus();
  await page.keyboard.press('Control+End');
  const last = page.locator(`[data-row="${wanted - 1}"] [data-column="${perProduct - 1}"]`);
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport({ ratio: 0.9 });
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('Control+Home');
  await expect(page.locator('[data-row="0"] [data-column="0"]')).toBeFocused();
  expect(await frames().count()).toBeLessThan(count);
});

test('labels are made in their own format; an export finishes first what changed, as one PDF', async () => {
  const { page } = window;
  await page.getByRole('button', { name: 'Lots' }).click();
  await page.getByRole('menuitem', { name: 'Nouveau lot' }).click();
  await page.getByRole('switch', { name: 'Plusieurs' }).click();
  await page.getByRole('radio', { name: 'Étiquette de rayon' }).click();
  await expect(page.getByRole('button', { name: 'Étiquette', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.getByRole('button', { name: `Faire ${wanted} images` }).click();
  run = await timed(`${wanted} labels`, () => ranAfter(run.jobId));
  await studio.call('catalogue/save', { id: ids.get('LOT-2'), price: 1890 }, anything);
  await page.getByRole('button', { name: 'Mettre à jour 1 image' }).waitFor();

  const folder = join(studio.dataDir, 'labels');
  await page.getByRole('button', { name: 'Exporter' }).click();
  const dialog = page.getByRole('dialog', { name: 'Exporter les images' });
  await expect(dialog.getByText('1 image est à faire ou à refaire.')).toBeVisible();
  await dialog.getByRole('radio', { name: 'Étiquettes' }).click();
  await dialog.getByRole('textbox', { name: 'Dossier' }).fill(folder);
  await expect(dialog.getByText('Ce dossier sera créé.')).toBeVisible();
  await expectNoAxe(page, 'labels, export');
  await dialog.getByRole('button', { name: 'Faire, puis exporter' }).click();
  await expect(dialog.getByText('1 fichier écrit sur 1')).toBeVisible({ timeout: 60_000 });
  await dialog.getByRole('button', { name: 'Fermer' }).last().click();
  const [name = '', ...more] = readdirSync(folder);
  expect([name.endsWith('-labels.pdf'), more]).toEqual([true, []]);
  const bytes = readFileSync(join(folder, name));
  const pages = await readPdf(bytes);
  expect(pages).toHaveLength(Math.ceil(wanted / 10));
  const words = pages.flat().map(({ text }) => text.replaceAll(/\s/g, ' '));
  expect(words.filter((text) => text.startsWith('Bouture no'))).toHaveLength(wanted);
  expect(words.filter((text) => text === '18,90 €')).toHaveLength(1);
  // A4, and the first module of a code is dark.
  const { widthPt, heightPt } = await renderPdf(bytes, 1, 1);
  expect([Math.round(widthPt), Math.round(heightPt)]).toEqual([595, 842]);
});
