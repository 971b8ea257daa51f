import { expect, test, type Page } from '@playwright/test';
import { z } from 'zod';
import { until } from '../../scripts/demo/programs.ts';
import { dayAfter, isoDay } from './support/calendar-days.ts';
import { expectFits, expectNoAxe, shoot } from './support/look-at.ts';
import { startStudio, type RunningStudio } from './support/running-studio.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

// A month of posts, from the choice of products to the planned posts and back.
test.describe.configure({ mode: 'serial', timeout: 240_000 });

const wanted = 20;
const found = z.object({
  items: z.array(z.object({ id: z.string(), photos: z.array(z.object({ assetId: z.string() })) })),
});
const anything = z.unknown();
const drafts = z.object({ items: z.array(z.object({ id: z.string() })) });
const posts = z.object({ items: z.array(z.object({ id: z.string(), state: z.string() })) });

let studio: RunningStudio;
let window: StudioWindow;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  studio = await startStudio();
  const [arum, hibiscus] = await until('the practice shop', async () => {
    const { items } = await studio.call('catalogue/search', { limit: 200 }, found);
    return items.length > 10 ? items : undefined;
  });
  for (let number = 1; number <= wanted; number++) {
    const photo = (number % 2 === 0 ? arum : hibiscus)?.photos[0]?.assetId;
    const product = { sku: `BOU-${number}`, title: `Bouture no ${number}`, price: 690, stock: 4 };
    const more = { link: 'https://serre.example/boutures', photoAssetIds: [photo] };
    await studio.call('catalogue/save', { ...product, ...more }, anything);
  }
  window = await openWindow(browser, studio, { path: '#/plan' });
  await expect(window.page.getByRole('heading', { level: 1 })).toBeVisible();
});

test.afterEach(() => expect(window.takeFaults()).toEqual([]));

test.afterAll(async () => {
  await window?.close();
  await studio?.stop();
});

const cards = (page: Page) => page.getByRole('list', { name: 'Publications' }).locator('.fp-card');
const toast = (page: Page) => page.locator('.toasts');

test('chooses twenty products, their picture, words and hours', async () => {
  const { page } = window;
  await page.getByRole('button', { name: 'Autres actions du plan' }).click();
  await page.getByRole('menuitem', { name: 'Depuis vos produits…' }).click();
  await expect(page.getByRole('heading', { name: 'Depuis vos produits' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Chercher un produit' }).fill('bouture');
  await page.getByRole('checkbox', { name: `Les ${wanted} produits trouvés` }).click();
  await expect(page.getByRole('status').filter({ hasText: `${wanted} produits` })).toBeVisible();
  await page.getByRole('radio', { name: 'Du lundi au vendredi' }).click();
  // What is due within the hour is already being prepared, and no longer merely scheduled.
  await page.getByLabel('À partir du').fill(isoDay(dayAfter(new Date())));
  const words = page.getByRole('textbox', { name: 'Modèle de texte' });
  await words.fill('{title} à {prix}');
  await expect(page.getByText('{prix} n’est pas un champ')).toBeVisible();
  await expect(
    page.getByRole('button', { name: `Préparer ${wanted} publications` }),
  ).toBeDisabled();
  await words.fill('{title} : {price}[ au lieu de {old_price}]');
  await expect(page.getByRole('region', { name: 'Aperçu des textes' })).toContainText(/: \d+,\d\d/);
  await shoot(page, 'from-products');
  await expectNoAxe(page, 'from products');
  await expectFits(page, 'from products');
});

test('makes a draft of each, and one is written by hand', async () => {
  const { page } = window;
  await page.getByRole('button', { name: `Préparer ${wanted} publications` }).click();
  await expect(cards(page)).toHaveCount(wanted);
  await expect(page.getByRole('button', { name: `Planifier ${wanted} publications` })).toBeEnabled({
    timeout: 120_000,
  });
  const list = await studio.call('posts/drafts', { limit: 50 }, drafts);
  expect(list.items).toHaveLength(wanted);

  const first = cards(page).first();
  await first.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('Écrit à la main');
  await page.keyboard.press('Escape');
  await expect(first).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(cards(page).nth(1)).toBeFocused();
  await page.reload();
  await expect(cards(page).first().getByRole('textbox').first()).toHaveValue('Écrit à la main');
  await shoot(page, 'from-products-review');
  await expectNoAxe(page, 'looking through');
  await expectFits(page, 'looking through');
});

test('a price that changes is told, and all are scheduled and taken back in one step', async () => {
  const { page } = window;
  const { items } = await studio.call('catalogue/search', { text: 'bouture' }, found);
  await studio.call('catalogue/save', { id: items[1]?.id, price: 9900, salePrice: null }, anything);
  const second = cards(page).nth(1);
  await expect(second).toContainText('Le prix a changé');
  await second.getByRole('button', { name: 'Mettre à jour' }).click();
  await expect(second.getByRole('textbox').first()).toHaveValue(/99,00/);
  const all = page.getByRole('button', { name: `Planifier ${wanted} publications` });
  await expect(all).toBeEnabled({ timeout: 60_000 });
  await all.click();
  await expect(toast(page)).toContainText(`${wanted} publications planifiées.`);
  await expect(page.getByText(`0 à planifier, ${wanted} planifiées`)).toBeVisible();
  const range = { from: new Date().toISOString(), to: '2100-01-01T00:00:00Z' };
  const planned = await studio.call('posts/calendar', range, posts);
  expect(planned.items.filter((post) => post.state === 'scheduled')).toHaveLength(wanted);
  await shoot(page, 'from-products-planned');

  await toast(page).getByRole('button', { name: 'Annuler' }).last().click();
  await expect(page.getByText(`${wanted} à planifier, 0 planifiées`)).toBeVisible();
  expect((await studio.call('posts/calendar', range, posts)).items).toEqual([]);
});
