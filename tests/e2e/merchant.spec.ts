import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { dropFiles, ownFolder, samplePhoto, writeFrenchCsv } from './support/files.ts';
import { expectNoAxe, shoot } from './support/look-at.ts';
import { startStudio, type RunningStudio } from './support/running-studio.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

// One morning of a merchant, from the first start to the answered comment. Each step builds on the one
// before it, as it does for a person.
test.describe.configure({ mode: 'serial', timeout: 240_000 });

let studio: RunningStudio;
let window: StudioWindow;
const folder = ownFolder();

test.beforeAll(async ({ browser }) => {
  studio = await startStudio({ practice: false });
  window = await openWindow(browser, studio);
});

test.afterEach(() => expect(window.takeFaults()).toEqual([]));

test.afterAll(async () => {
  await window?.close();
  await studio?.stop();
  folder.remove();
});

const found = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      sku: z.string(),
      title: z.string(),
      price: z.number(),
      stock: z.number(),
      photos: z.array(z.object({ assetId: z.string() })),
    }),
  ),
  total: z.number(),
});
const productOf = async (sku: string) =>
  (await studio.call('catalogue/search', { text: sku }, found)).items.find((one) => one.sku === sku);

test('opens the practice shop from the first screen', async () => {
  const { page } = window;
  await expect(page.getByRole('heading', { name: 'Ouvrez votre vitrine.' })).toBeVisible();
  await shoot(page, 'merchant-welcome');
  await page.getByRole('button', { name: 'Ouvrir la boutique d’essai' }).click();
  await expect(page.getByRole('complementary', { name: 'Mode entraînement' })).toBeVisible({
    timeout: 60_000,
  });
  await page.getByRole('link', { name: 'Catalogue' }).click();
  await expect(page.getByRole('status').filter({ hasText: '14 produits' })).toBeVisible({
    timeout: 60_000,
  });
});

test('changes a price where it stands and makes a new product', async () => {
  const { page } = window;
  await page.getByRole('button', { name: /Prix de « Hibiscus rouge/ }).click();
  const cell = page.getByRole('textbox', { name: /Prix de « Hibiscus rouge/ });
  await cell.fill('31,5o');
  await cell.press('Enter');
  await expect(page.getByRole('alert')).toContainText('lettre à la place d’un chiffre');
  await cell.fill('31,50');
  await cell.press('Enter');
  await expect(page.getByRole('button', { name: /Prix de « Hibiscus rouge/ })).toContainText('31,50');
  await expect.poll(async () => (await productOf('HIB-ROU-17'))?.price).toBe(3150);

  await page.getByRole('button', { name: 'Ajouter' }).click();
  const sheet = page.getByRole('dialog', { name: 'Nouveau produit' });
  await sheet.getByLabel('Nom').fill('Cache-pot émaillé, 14 cm');
  await sheet.getByLabel('Prix', { exact: true }).fill('16,90');
  await sheet.getByLabel('Code', { exact: true }).fill('POT-EMA-14');
  await sheet.getByRole('button', { name: 'Ajouter au catalogue' }).click();
  await expect(page.getByRole('dialog', { name: 'Cache-pot émaillé, 14 cm' })).toBeVisible();
  await shoot(page, 'merchant-product');
  expect(await productOf('POT-EMA-14')).toMatchObject({ price: 1690, stock: 1 });
  await page.keyboard.press('Escape');
});

test('imports a Windows file and says which row it cannot take', async () => {
  const { page } = window;
  const file = writeFrenchCsv(`${folder.path}/caisse.csv`, [
    ['Réf.', 'Désignation', 'Prix TTC', 'Qté'],
    ['FOU-BOS-15', 'Fougère de Boston, 15 cm', '14,90 €', '7'],
    ['FIC-LYR-21', 'Ficus lyre, 21 cm', 'vingt euros', '3'],
    ['CAL-ORN-12', 'Calathéa ornée, 12 cm', '12,90 €', '5'],
  ]);
  await page.getByRole('button', { name: 'Importer' }).click();
  const dialog = page.getByRole('dialog', { name: 'Importer des produits' });
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choisir un fichier' }).click();
  await (await chooser).setFiles(file);
  await expect(dialog.getByText('2 produits sur 3 peuvent être importés')).toBeVisible();
  const bad = dialog.getByRole('region', { name: 'Lignes à corriger' }).getByRole('row').nth(1);
  await expect(bad).toContainText('3');
  await expect(bad).toContainText('Prix TTC');
  await expect(bad).toContainText('« vingt euros » n’est pas un prix.');
  await expect(dialog.getByRole('region', { name: 'Premières lignes du fichier' })).toContainText(
    'Fougère de Boston',
  );
  await expectNoAxe(page, 'import');
  await shoot(page, 'merchant-import');
  await dialog.getByRole('button', { name: 'Importer 2 produits' }).click();
  await expect(dialog.getByText('2 produits importés. Une ligne n’a pas été prise.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Fermer' }).last().click();
  expect(await productOf('CAL-ORN-12')).toMatchObject({
    title: 'Calathéa ornée, 12 cm',
    price: 1290,
    stock: 5,
  });
  expect(await productOf('FIC-LYR-21')).toBeUndefined();
});

test('attaches dropped photos to the products whose code they carry', async () => {
  const { page } = window;
  await dropFiles(page, '.shell', [
    { name: 'FOU-BOS-15.jpg', type: 'image/jpeg', from: samplePhoto('malibu-plantlife.jpg') },
    { name: 'cal-orn-12_2.jpg', type: 'image/jpeg', from: samplePhoto('grid-flower-2.jpg') },
    { name: 'atelier.jpg', type: 'image/jpeg', from: samplePhoto('delphinium-flowers.jpg') },
  ]);
  await expect(page.getByText('2 photos attachées à leurs produits.')).toBeVisible({
    timeout: 60_000,
  });
  expect((await productOf('FOU-BOS-15'))?.photos).toHaveLength(1);
  expect((await productOf('CAL-ORN-12'))?.photos).toHaveLength(1);
  await shoot(page, 'merchant-catalogue');
});

const job = z.object({
  state: z.string(),
  files: z.array(
    z.object({
      assetId: z.string(),
      path: z.string(),
      format: z.string(),
      widthPx: z.number(),
      heightPx: z.number(),
    }),
  ),
});

test('makes the pictures of two products in all four formats', async () => {
  const { page } = window;
  await page.getByRole('link', { name: 'Studio' }).click();
  await expect(page.getByRole('heading', { name: 'Faire des images' })).toBeVisible();
  await page.getByRole('checkbox', { name: /Arum d’Éthiopie/ }).check();
  await page.getByRole('checkbox', { name: /Hibiscus rouge/ }).check();
  await page.getByRole('radio', { name: 'Arche' }).click();
  const formats = page.getByRole('group', { name: 'Formats' }).getByRole('button');
  for (const format of await formats.all())
    if ((await format.getAttribute('aria-pressed')) === 'false') await format.click();
  await shoot(page, 'merchant-pictures-before');
  await page.getByRole('button', { name: 'Faire 8 images' }).click();
  await expect(page.getByRole('progressbar', { name: 'Images en cours' })).toBeVisible();
  await expect(page.getByText('8 images faites sur 8')).toBeVisible({ timeout: 120_000 });
  await shoot(page, 'merchant-pictures');
  const jobs = z.object({ items: z.array(z.object({ jobId: z.string(), kind: z.string() })) });
  const { items } = await studio.call('jobs/list', {}, jobs);
  const { files } = await studio.call('jobs/get', { jobId: items[0]?.jobId }, job);
  const sizes = files.map(({ format, widthPx, heightPx }) => `${format} ${widthPx}×${heightPx}`);
  expect(new Set(sizes).size).toBe(4);
  expect(sizes).toHaveLength(8);
});

test('makes a short video and plays it', async () => {
  const { page } = window;
  await page.getByRole('radio', { name: 'Vidéo' }).click();
  await page.getByRole('checkbox', { name: /Anthurium/ }).check();
  await page.getByRole('slider', { name: 'Durée' }).fill('5');
  await page.getByRole('button', { name: 'Faire la vidéo' }).click();
  await expect(page.getByText('La vidéo est faite')).toBeVisible({ timeout: 200_000 });
  const video = page.locator('video');
  await expect(video).toBeVisible();
  const facts = await video.evaluate(async (element: HTMLVideoElement) => {
    element.muted = true;
    const canPlay = element.canPlayType('video/mp4; codecs="avc1.640028, mp4a.40.2"') !== '';
    if (!canPlay) return { canPlay, seconds: 0, played: 0 };
    await element.play();
    await new Promise((moved) => element.addEventListener('timeupdate', moved, { once: true }));
    return { canPlay, seconds: element.duration, played: element.currentTime };
  });
  // A Chromium without the licensed codecs cannot play any H.264; the file is judged by ffprobe elsewhere.
  if (facts.canPlay) {
    expect(facts.seconds).toBeCloseTo(5, 0);
    expect(facts.played).toBeGreaterThanOrEqual(0);
  }
  await shoot(page, 'merchant-video');
});
