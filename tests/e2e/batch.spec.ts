import { expect, test, type Page } from '@playwright/test';
import { z } from 'zod';
import { until } from '../../scripts/demo/programs.ts';
import { expectFits, expectNoAxe, shoot } from './support/look-at.ts';
import { startStudio, type RunningStudio } from './support/running-studio.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

// A batch from the choice of products to its pictures, with one of them put right by hand.
test.describe.configure({ mode: 'serial', timeout: 600_000 });

const wanted = 30;
/** Three templates in four formats. */
const count = wanted * 3 * 4;
const found = z.object({
  items: z.array(z.object({ photos: z.array(z.object({ assetId: z.string() })) })),
});
const scene = z.looseObject({ background: z.unknown() });
const creation = z.object({ version: z.number(), scenes: z.record(z.string(), scene) });
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

const made = (page: Page) => page.getByText(`${count} images faites sur ${count}`);

test('makes thirty products in three templates and four formats', async () => {
  const { page } = window;
  await page.getByRole('searchbox', { name: 'Chercher un produit' }).fill('bouture');
  await page.getByRole('checkbox', { name: `Tous les résultats (${wanted})` }).click();
  await page.getByRole('switch', { name: 'Plusieurs' }).click();
  const templates = page.getByRole('group', { name: 'Modèle' }).getByRole('checkbox');
  await templates.nth(1).click();
  await templates.nth(2).click();
  await page.getByRole('button', { name: `Faire ${count} images` }).click();
  await expect(made(page)).toBeVisible({ timeout: 480_000 });
  await expect(page.getByRole('button', { name: `Préparer ${wanted} publications` })).toBeEnabled();
  await shoot(page, 'batch');
  await expectNoAxe(page, 'batch');
  await expectFits(page, 'batch');
});

test('one is put right by hand, one takes another photo, and only these are made again', async () => {
  const { page } = window;
  await page.locator('button.studio-frame').nth(1).click();
  await page.getByRole('button', { name: 'Photo 2' }).click();
  await page.getByRole('button', { name: 'Faire cette image' }).click();
  await expect(page.getByRole('button', { name: 'Utiliser' })).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('Escape');
  await page.locator('button.studio-frame').first().click();
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
  await expect(made(page)).toBeVisible({ timeout: 60_000 });
  await page.getByLabel('Montrer').selectOption('edited');
  await expect(page.locator('.studio-row')).toHaveCount(1);
  await expect(page.locator('.studio-mark')).toHaveCount(1);
  await page.getByLabel('Montrer').selectOption('all');
});
