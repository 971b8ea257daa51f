import { expect, test, type Page } from '@playwright/test';
import { z } from 'zod';
import { startCommentedShop, type CommentedShop } from './support/commented-shop.ts';
import { expectFits, expectNoAxe, shoot } from './support/look-at.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

const waiting = z.object({ items: z.array(z.object({ id: z.string() })) });

let shop: CommentedShop;
let window: StudioWindow;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  shop = await startCommentedShop([
    { from: 'Ana Petit', message: 'Le géranium rouge est à combien ?' },
    { from: 'Bo Martin', message: 'Gagnez 500 € par jour, cliquez ici' },
  ]);
  window = await openWindow(browser, shop.studio, { path: '#/inbox' });
  page = window.page;
  await expect(thread('Ana Petit')).toBeVisible();
});

test.afterEach(() => expect(window.takeFaults()).toEqual([]));

test.afterAll(async () => {
  await window?.close();
  await shop?.stop();
});

const thread = (name: string) =>
  page
    .getByRole('list', { name: 'Fils de commentaires' })
    .getByRole('button')
    .filter({ hasText: name });
const row = (words: string | RegExp) =>
  page.locator('.outbox-rows').getByRole('listitem').filter({ hasText: words });
const shownRows = () => page.locator('.outbox-rows .outbox-text').allInnerTexts();

/** What is told in passing stands above what can be done with the chosen rows. */
async function toastsLeaveTheBar(): Promise<boolean> {
  const toasts = await page.locator('.toasts').boundingBox();
  const bar = await page.getByRole('toolbar').boundingBox();
  return toasts !== null && bar !== null && toasts.y + toasts.height <= bar.y;
}

/** What the shop did that a customer can see, in its order. */
async function ledger(): Promise<string[]> {
  return (await shop.done())
    .filter(({ kind }) => kind !== 'fb-post')
    .map(({ kind, text }) => (text ? `${kind} ${text}` : kind));
}

async function write(words: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Répondre à/ }).fill(words);
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.inbox-mine').filter({ hasText: words })).toBeVisible();
}

test('an answer can be taken back for some seconds, and comes back into the box', async () => {
  await thread('Ana Petit').click();
  await write('Douze zeuros');
  await page.getByRole('button', { name: 'Annuler' }).last().click();
  await expect(page.getByRole('textbox', { name: /^Répondre à/ })).toHaveValue('Douze zeuros');
  await expect(page.locator('.inbox-mine')).toHaveCount(0);
  const { items } = await shop.studio.call('inbox/outbox', {}, waiting);
  expect(items).toEqual([]);
});

test('what is done without a line waits in sight, is put in order, and taken back', async () => {
  await shop.studio.call('app/setLine', { online: false }, z.unknown());
  await thread('Ana Petit').click();
  await write('Douze euros.');
  await write('Et il en reste six.');
  const ana = page.locator('.inbox-said').filter({ hasText: 'à combien' });
  await ana.hover();
  await ana.getByRole('button', { name: 'Aimer le commentaire de Ana Petit' }).click();
  await expect(ana.getByText('Le j’aime attend')).toBeVisible();
  await thread('Bo Martin').click();
  const bo = page.locator('.inbox-said').filter({ hasText: 'Gagnez' });
  await bo.hover();
  await bo.getByRole('button', { name: 'Autres actions sur le commentaire de Bo Martin' }).click();
  await shoot(page, 'inbox-comment-menu');
  await page.getByRole('menuitem', { name: 'Bloquer la personne' }).click();
  await page.getByRole('button', { name: 'Publicité' }).click();
  await shoot(page, 'inbox-block');
  await page.getByRole('button', { name: 'Bloquer la personne' }).click();

  await page.goto(page.url().replace(/#.*/, '#/inbox/outbox'));
  await expect.poll(shownRows).toEqual(['Douze euros.', 'Et il en reste six.', 'Publicité']);
  await shoot(page, 'outbox');
  const second = row('Et il en reste six.');
  await second.focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(shownRows).toEqual(['Et il en reste six.', 'Douze euros.', 'Publicité']);
  await row('Douze euros.').getByRole('button', { name: 'Modifier' }).click();
  await page.getByRole('textbox', { name: 'Vos mots' }).fill('Douze euros pièce.');
  await page.keyboard.press('Control+Enter');
  await expect.poll(shownRows).toContain('Douze euros pièce.');

  await row('Publicité').focus();
  await page.keyboard.press('Delete');
  await expect.poll(shownRows).toEqual(['Et il en reste six.', 'Douze euros pièce.']);
  await page.getByRole('button', { name: 'Annuler' }).last().click();
  await expect.poll(shownRows).toContain('Publicité');
  await row('Publicité').getByRole('checkbox').check();
  await expect.poll(toastsLeaveTheBar).toBe(true);
  await page.getByRole('toolbar').getByRole('button', { name: 'Retirer' }).click();
  await expect.poll(shownRows).toEqual(['Et il en reste six.', 'Douze euros pièce.']);
});

test('fits its window, in both looks', async () => {
  await expectNoAxe(page, 'outbox');
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectFits(page, 'outbox at 1024');
  await expectNoAxe(page, 'outbox, dark');
  await shoot(page, 'outbox-1024-dark');
});

test('leaves once and in its order when the line is back', async () => {
  await shop.studio.call('app/setLine', { online: true }, z.unknown());
  await expect(page.getByText('Tout est parti.')).toBeVisible();
  await shoot(page, 'outbox-empty');
  expect(await ledger()).toEqual(['reply Et il en reste six.', 'reply Douze euros pièce.', 'like']);
});
