import { expect, test, type Page } from '@playwright/test';
import { z } from 'zod';
import { until } from '../../scripts/demo/programs.ts';
import { expectFits, expectNoAxe, shoot } from './support/look-at.ts';
import { startStudio, type RunningStudio } from './support/running-studio.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

const accounts = z.object({
  accounts: z.array(z.object({ id: z.string(), network: z.string() })),
});
const written = z.object({ postId: z.string() });
const places = z.object({
  shops: z.array(z.object({ id: z.string(), name: z.string(), zone: z.string() })),
});
const series = z.object({
  items: z.array(
    z.object({
      title: z.string(),
      rule: z.object({ time: z.string() }),
      coming: z.array(z.object({ state: z.string(), postId: z.string().optional() })),
    }),
  ),
});
const queue = z.object({
  items: z.array(z.object({ post: z.object({ title: z.string() }) })),
  gaps: z.array(z.object({ wall: z.string() })),
});
const drafts = z.object({
  items: z.array(z.object({ id: z.string(), title: z.string() })),
});
const planned = z.object({
  plan: z.object({ wall: z.string(), zone: z.string() }).optional(),
});

let studio: RunningStudio;
let window: StudioWindow;
let facebook: string;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  studio = await startStudio();
  facebook = await until('the accounts of practice', async () => {
    const found = await studio.call('accounts/list', {}, accounts);
    return found.accounts.find((account) => account.network === 'facebook')?.id;
  });
  window = await openWindow(browser, studio, { path: '#/plan' });
  await expect(window.page.getByRole('heading', { level: 1 })).toBeVisible();
});

test.afterEach(() => expect(window.takeFaults()).toEqual([]));

test.afterAll(async () => {
  await window?.close();
  await studio?.stop();
});

const create = async (caption: string) =>
  (await studio.call('posts/create', { accountIds: [facebook], caption, media: [] }, written))
    .postId;
const goTo = (page: Page, hash: string) => page.evaluate((to) => (location.hash = to), hash);
const listSeries = async () => (await studio.call('repeats/list', {}, series)).items;
const sheet = (page: Page) => page.getByRole('complementary').or(page.locator('.composer-sheet'));

async function openWhen(page: Page) {
  await sheet(page)
    .getByRole('button', { name: /^Date et heure/ })
    .click();
  const panel = page.getByRole('dialog', { name: 'Date et heure' });
  await expect(panel).toBeVisible();
  return panel;
}

async function lookAt(page: Page, name: string): Promise<void> {
  // A tooltip of the last press would stand over the screen.
  await page.mouse.move(0, 0);
  await shoot(page, `${name}-1280-light`);
  await expectFits(page, name);
  await expectNoAxe(page, name);
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await shoot(page, `${name}-1024-dark`);
  await expectFits(page, `${name}, small`);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'light' });
}

test('repeats a post on some days, from its time on', async () => {
  const { page } = window;
  const postId = await create('Le café du matin');
  await goTo(page, `#/plan?post=${postId}`);
  await page.setViewportSize({ width: 1024, height: 700 });
  const panel = await openWhen(page);
  await expect(panel.getByRole('group', { name: 'Heures proposées' })).toBeVisible();
  await expect(panel).toBeInViewport({ ratio: 0.99 });
  await shoot(page, 'repeats-when-1024-light');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1280, height: 800 });
  await openWhen(page);
  await expect(panel).toBeInViewport({ ratio: 0.99 });
  await shoot(page, 'repeats-when-1280-light');
  await expectFits(page, 'repeats-when');
  await expectNoAxe(page, 'repeats-when');
  await panel.getByRole('button', { name: 'Répéter…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Répéter la publication' });
  for (const day of ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.'])
    await dialog.getByRole('checkbox', { name: day }).check();
  await dialog.getByRole('textbox', { name: 'Heure' }).fill('07:45');
  await dialog.getByRole('combobox', { name: 'Fin' }).selectOption('Après un nombre');
  await dialog.getByRole('spinbutton', { name: 'Nombre de fois' }).fill('8');
  await expect(dialog).toContainText('Le même texte reviendrait');
  await lookAt(page, 'repeats-form');
  await dialog.getByRole('button', { name: 'Répéter', exact: true }).click();
  await expect(page.locator('.toasts')).toContainText('La publication se répète');
  await expect(page.locator('.repeat-note')).toContainText('à 07:45, 8 fois');
  await expect.poll(async () => (await listSeries())[0]?.coming.length).toBe(8);
});

test('changes one alone, then all that follow it; skips one and takes it back', async () => {
  const { page } = window;
  const [, second] = (await listSeries())[0]?.coming ?? [];
  await goTo(page, `#/plan?post=${second?.postId}`);
  await page.getByRole('textbox', { name: 'Texte de la publication' }).fill('Le thé du matin');
  const note = page.locator('.repeat-note');
  await expect(note).toContainText('Changée à part');
  await lookAt(page, 'repeats-note');
  await note.getByRole('button', { name: 'Appliquer aux suivantes' }).click();
  await expect(note).not.toContainText('Changée à part');
  expect((await listSeries())[0]).toMatchObject({ title: 'Le thé du matin' });
  await note.getByRole('button', { name: 'Répétition' }).click();
  await page.getByRole('menuitem', { name: 'Sauter celle-ci' }).click();
  const states = async () => (await listSeries())[0]?.coming.map((one) => one.state);
  await expect.poll(async () => (await states())?.[1]).toBe('skipped');
  await page.locator('.toasts').getByRole('button', { name: 'Annuler' }).last().click();
  await expect.poll(async () => (await states())?.[1]).toBe('made');
});

test('keeps several usual hours a day, and closes a gap of the queue', async () => {
  const { page } = window;
  await goTo(page, '#/settings?part=shop');
  const monday = page.getByRole('group', { name: 'lundi' });
  await monday.getByRole('button', { name: 'Ajouter une heure, lundi' }).click();
  await monday.getByRole('button', { name: 'Ajouter une heure, lundi' }).click();
  await expect(monday.getByRole('textbox')).toHaveCount(2);
  await monday.getByRole('button', { name: /^Copier les heures/ }).click();
  await expect(page.getByRole('group', { name: 'vendredi' }).getByRole('textbox')).toHaveCount(2);
  await lookAt(page, 'repeats-hours');
  await goTo(page, '#/plan');
  const ids = [];
  for (const caption of ['Un', 'Deux', 'Trois']) ids.push(await create(caption));
  await expect
    .poll(async () => {
      const shop = await studio.call(
        'shop/get',
        {},
        z.object({ usualTimes: z.array(z.unknown()) }),
      );
      return shop.usualTimes.length;
    })
    .toBeGreaterThanOrEqual(10);
  await studio.call('posts/placeNext', { postIds: ids }, z.unknown());
  await studio.call('posts/cancel', { postId: ids[1] }, z.unknown());
  await page.getByRole('button', { name: 'Autres actions du plan' }).click();
  await page.getByRole('menuitem', { name: 'Rythme' }).click();
  const dialog = page.getByRole('dialog', { name: 'Rythme de publication' });
  await expect(dialog).toContainText('1 heure libre avant la fin de la file');
  await lookAt(page, 'repeats-queue');
  await dialog.getByRole('button', { name: 'Resserrer la file' }).click();
  await expect(dialog).not.toContainText('heure libre');
  await dialog.getByRole('button', { name: 'Avancer « Trois »' }).click();
  await expect
    .poll(async () =>
      (await studio.call('timing/queue', {}, queue)).items.map((one) => one.post.title),
    )
    .toEqual(['Trois', 'Un']);
  await dialog.getByRole('tab', { name: 'Répétitions' }).click();
  await expect(dialog.locator('.rhythm-list')).toContainText('Le thé du matin');
  await lookAt(page, 'repeats-series');
});

test('a reserve fills the hours that are still free', async () => {
  const { page } = window;
  await create('Nos horaires');
  const dialog = page.getByRole('dialog', { name: 'Rythme de publication' });
  await dialog.getByRole('tab', { name: 'Réserves' }).click();
  await dialog.getByRole('button', { name: 'Nouvelle réserve' }).click();
  await dialog.getByRole('checkbox', { name: /^Facebook/ }).check();
  await dialog.getByRole('button', { name: 'Créer la réserve' }).click();
  const pool = dialog.getByRole('region', { name: 'Toujours d’actualité' });
  await pool.getByRole('button', { name: 'Ajouter une publication' }).click();
  await page.getByRole('menuitem', { name: 'Nos horaires' }).click();
  await expect(pool).toContainText('1 fois, prévue');
  await lookAt(page, 'repeats-pools');
  await page.keyboard.press('Escape');
});

test('a shop on other clocks: its post says whose time it is', async () => {
  const { page } = window;
  await goTo(page, '#/settings?part=shops');
  await page.getByRole('button', { name: 'Ajouter une boutique' }).click();
  const form = page.getByRole('group', { name: 'Ajouter une boutique' });
  await form.getByRole('textbox', { name: 'Nom de la boutique' }).fill('Montréal');
  await form.getByRole('combobox', { name: 'Fuseau horaire' }).selectOption('America/Toronto');
  await form.getByRole('button', { name: 'Ajouter', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Montréal' })).toBeVisible();
  await page
    .getByRole('combobox', { name: /^Boutique de/ })
    .first()
    .selectOption('Montréal');
  await expect
    .poll(async () => (await studio.call('shop/list', {}, places)).shops.map((shop) => shop.zone))
    .toEqual(['Europe/Paris', 'America/Toronto']);
  await lookAt(page, 'repeats-shops');
  const place = z.object({
    accounts: z.array(z.object({ accountId: z.string(), shopId: z.string() })),
  });
  const moved = await until('the account of the shop', async () => {
    const { accounts: list } = await studio.call('shop/list', {}, place);
    return list.find((one) => one.shopId !== 'first')?.accountId;
  });
  const { postId } = await studio.call(
    'posts/create',
    { accountIds: [moved], caption: 'Bonjour Montréal', media: [] },
    written,
  );
  await goTo(page, `#/plan?post=${postId}`);
  const panel = await openWhen(page);
  await panel.getByRole('textbox', { name: 'Heure' }).fill('18:30');
  await expect(panel).toContainText('Heure de Montréal');
  await expect(panel).toContainText(/\d\d:30 chez vous/);
  await shoot(page, 'repeats-zone');
  await panel.getByRole('button', { name: 'Choisir', exact: true }).click();
  await expect(sheet(page).getByRole('button', { name: /^Date et heure/ })).toContainText(
    'Montréal',
  );
  expect(await studio.call('posts/get', { postId }, planned)).toEqual({});
});

test('the top bar chooses the shop that is looked at, with its posts and its clocks', async () => {
  const { page } = window;
  const { items } = await studio.call('posts/drafts', {}, drafts);
  const postId = items.find(({ title }) => title === 'Bonjour Montréal')?.id;
  const day = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  await studio.call(
    'posts/schedule',
    { postId, at: `${day}T12:00`, zone: 'America/Toronto' },
    z.object({}),
  );
  await goTo(page, '#/plan');
  await page.getByRole('radiogroup', { name: 'Vue' }).getByRole('radio', { name: 'Liste' }).click();
  const rows = page.locator('.plan-list [data-post]');
  const abroad = rows.filter({ hasText: 'Bonjour Montréal' });
  await expect(abroad).toContainText('12:00 Toronto');
  const choose = async (shop: string) => {
    await page
      .getByRole('banner')
      .getByRole('button', { name: /^Boutique :/ })
      .click();
    await page.getByRole('menuitem', { name: shop }).click();
  };
  await choose('Montréal');
  const ownHour = abroad.locator('.plan-list-time');
  await expect(ownHour).toHaveText('12:00');
  await lookAt(page, 'plan-one-shop');
  await page.reload();
  await expect(ownHour).toHaveText('12:00');
  // Every post so far is of the account that moved.
  await choose('La Serre');
  await expect(rows).toHaveCount(0);
  await choose('Toutes les boutiques');
  await expect(abroad).toHaveCount(1);
});
