import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { until } from '../../scripts/demo/programs.ts';
import { expectFits, expectNoAxe } from './support/look-at.ts';
import { startStudio, type RunningStudio } from './support/running-studio.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

let studio: RunningStudio;
let window: StudioWindow;

const page = z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) });
const outline = z.object({ total: z.number() });

test.beforeAll(async ({ browser }) => {
  studio = await startStudio();
  await until('the sample photos', async () => {
    const { total } = await studio.call('library/outline', {}, outline);
    return total >= 12 ? total : undefined;
  });
  window = await openWindow(browser, studio, { path: '#/studio' });
  await window.page.getByRole('radio', { name: /^Galerie/ }).click();
  await expect(window.page.locator('.lib-tile img').first()).toBeVisible();
});
test.afterAll(async () => {
  expect(window.takeFaults()).toEqual([]);
  await window.close();
  await studio.stop();
});

const list = () => window.page.getByRole('listbox', { name: 'Images et films' });
const picked = () => list().getByRole('option', { selected: true });
const toasts = () => window.page.locator('.toast');
const rated = (query: object) => studio.call('library/outline', { ...query }, outline);

test('pictures are walked, picked and marked by keys, and a change is taken back', async () => {
  const { keyboard } = window.page;
  await list().focus();
  await keyboard.press('ArrowRight');
  await expect(picked()).toHaveCount(1);
  await keyboard.press('Shift+ArrowRight');
  await keyboard.press('Shift+ArrowRight');
  await expect(picked()).toHaveCount(3);
  await keyboard.press('4');
  await expect(toasts()).toContainText('3 éléments notés.');
  expect((await rated({ rating: 4 })).total).toBe(3);
  await toasts().getByRole('button', { name: 'Annuler' }).click();
  await expect.poll(async () => (await rated({ rating: 1 })).total).toBe(0);
  await list().focus();
  await keyboard.press('Control+a');
  const { total } = await rated({});
  await expect(window.page.getByRole('toolbar')).toContainText(`${total}`);
  await keyboard.press('Escape');
  await expect(window.page.getByRole('toolbar')).toHaveCount(0);
});

test('a tag that is given is found by its word, without its accent', async () => {
  await list().getByRole('option').first().click();
  const field = window.page.getByLabel('Ajouter une étiquette');
  await field.fill('Fête des mères');
  await field.press('Enter');
  await expect(window.page.locator('.lib-tag')).toHaveText(['Fête des mères']);
  await window.page.getByLabel('Chercher dans la galerie').fill('fete mer');
  await expect(list().getByRole('option')).toHaveCount(1);
  await window.page.getByLabel('Chercher dans la galerie').fill('');
});

test('what a product shows is named before it goes; the bin gives it back', async () => {
  const { items } = await studio.call(
    'library/page',
    { limit: 1, query: { use: 'product' } },
    page,
  );
  const name = items[0]?.name ?? '';
  await list()
    .getByRole('option', { name: new RegExp(`^${name.replace(/[.()]/g, '\\$&')}`) })
    .first()
    .click();
  await list().focus();
  await window.page.keyboard.press('Delete');
  const dialog = window.page.getByRole('dialog', { name: '1 élément sert encore' });
  await expect(dialog).toContainText('Produit');
  await dialog.getByRole('button', { name: 'Supprimer quand même' }).click();
  await expect.poll(async () => (await rated({ binned: true })).total).toBe(1);
  await window.page.getByRole('button', { name: 'Corbeille' }).click();
  await list().getByRole('option').first().click();
  await window.page.getByRole('button', { name: 'Remettre' }).first().click();
  await expect.poll(async () => (await rated({ binned: true })).total).toBe(0);
  await window.page.getByRole('button', { name: 'Quitter la corbeille' }).first().click();
  await expect(list().getByRole('option').first()).toBeVisible();
});

test('in large the same keys mark a picture, and arrows lead on', async () => {
  const { keyboard } = window.page;
  await list().getByRole('option').nth(1).click();
  await list().focus();
  await keyboard.press('Enter');
  const large = window.page.getByRole('dialog').first();
  await expect(large.locator('.studio-zoom img')).toBeVisible();
  await keyboard.press('5');
  await expect.poll(async () => (await rated({ rating: 5 })).total).toBe(1);
  await keyboard.press('f');
  await expect(large.getByRole('button', { name: /favoris/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await keyboard.press('t');
  await expect(window.page.getByRole('dialog', { name: 'Étiqueter 1 élément' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(window.page.getByRole('dialog')).toHaveCount(1);
  await expect(large.locator('.studio-zoom')).toBeFocused();
  await keyboard.press(' ');
  await expect(large.locator('.studio-zoomed')).toBeVisible();
  const name = await large.locator('.lib-large-name').textContent();
  await keyboard.press('ArrowRight');
  await expect(large.locator('.lib-large-name')).not.toHaveText(name ?? '');
  await expectNoAxe(window.page, 'library in large');
  await keyboard.press('Escape');
  await expect(window.page.getByRole('dialog')).toHaveCount(0);
});

test('a filter that was kept is asked again by its name', async () => {
  const { total: found } = await rated({ text: 'arum' });
  const { total: all } = await rated({});
  expect(found).toBeLessThan(all);
  const search = window.page.getByLabel('Chercher dans la galerie');
  await search.fill('arum');
  await expect(list().getByRole('option')).toHaveCount(found);
  const filters = window.page.getByRole('button', { name: /^Filtres/ });
  await filters.click();
  const panel = window.page.getByRole('dialog', { name: 'Filtres' });
  await panel.getByRole('button', { name: 'Garder ce filtre' }).click();
  await panel.getByLabel('Nom du filtre').fill('Les arums');
  await panel.getByRole('button', { name: 'Garder', exact: true }).click();
  const kept = panel.getByRole('button', { name: 'Les arums', exact: true });
  await expect(kept).toBeVisible();
  await window.page.keyboard.press('Escape');
  await search.fill('');
  await expect(list().getByRole('option').nth(found)).toBeVisible();
  await filters.click();
  await kept.click();
  await expect(search).toHaveValue('arum');
  await expect(list().getByRole('option')).toHaveCount(found);
  await search.fill('');
  await expect(list().getByRole('option').nth(found)).toBeVisible();
});

test('the list stands where it was left', async () => {
  await window.page.getByLabel('Taille des vignettes').fill('4');
  await list().focus();
  await window.page.keyboard.press('End');
  const { total } = await rated({});
  const last = list().locator(`[aria-posinset="${total}"]`);
  await expect(last).toBeInViewport();
  await window.page.getByRole('radio', { name: /^Images/ }).click();
  await expect(list()).toHaveCount(0);
  await window.page.getByRole('radio', { name: /^Galerie/ }).click();
  await expect(last).toBeInViewport();
});

test('the gallery can be read by everybody, and fits a small window', async () => {
  await list().getByRole('option').first().click();
  await expectNoAxe(window.page, 'library');
  for (const size of [
    { width: 1280, height: 800 },
    { width: 1024, height: 700 },
  ]) {
    await window.page.setViewportSize(size);
    await expectFits(window.page, `library ${size.width}`);
  }
});
