import { expect, test, type Page } from '@playwright/test';
import { z } from 'zod';
import { until } from '../../scripts/demo/programs.ts';
import { startCommentedShop, type CommentedShop } from './support/commented-shop.ts';
import { shoot } from './support/look-at.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

const any = z.unknown();
const waiting = z.object({ items: z.array(z.object({ kind: z.string(), state: z.string() })) });
let shop: CommentedShop;
let window: StudioWindow;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  const at = Date.now();
  shop = await startCommentedShop([
    { from: 'Ana Petit', message: 'Le prix ?', createdTime: new Date(at - 60_000).toISOString() },
    { from: 'Bo Martin', message: 'Arnaque !', createdTime: new Date(at - 120_000).toISOString() },
  ]);
  window = await openWindow(browser, shop.studio, { path: '#/inbox' });
  page = window.page;
  await expect(box('Ana Petit')).toBeVisible();
});
test.afterEach(() => expect(window.takeFaults()).toEqual([]));
test.afterAll(async () => {
  await window?.close();
  await shop?.stop();
});

const box = (name: string) =>
  page.getByRole('textbox', { name: new RegExp(`^Répondre à ${name}\\b`) });
const outbox = async () => (await shop.studio.call('inbox/outbox', {}, waiting)).items;
const done = async (kind: string) => (await shop.done()).filter((one) => one.kind === kind);
const toast = (words: string | RegExp) => page.locator('.toast').filter({ hasText: words });
const close = async (words: string | RegExp) => {
  await toast(words).getByRole('button', { name: 'Fermer' }).click();
  await expect(toast(words)).toHaveCount(0);
};
const empties = () =>
  until('the outbox is empty', async () => (await outbox()).length === 0 || undefined);

/** Opens a thread, and the menu of its comment. */
async function menuOf(name: string): Promise<void> {
  await page.locator('.inbox-rows .inbox-row').filter({ hasText: name }).click();
  await expect(box(name)).toBeVisible();
  await page.getByRole('button', { name: `Autres actions sur le commentaire de ${name}` }).click();
}

test('Ctrl+Z takes an answer back before it leaves, from the box and from the list', async () => {
  // Long enough for the slowest machine.
  await shop.studio.call('inbox/setSending', { undoSeconds: 60 }, any);
  await box('Ana Petit').fill('Douze euros');
  await page.keyboard.press('Control+Enter');
  await expect(toast('La réponse à Ana Petit part dans un instant.')).toBeVisible();
  await expect(box('Ana Petit')).toHaveValue('');
  await expect.poll(outbox).toMatchObject([{ kind: 'reply', state: 'queued' }]);
  await box('Ana Petit').press('Control+z');
  await expect(box('Ana Petit')).toHaveValue('Douze euros');
  expect(await outbox()).toEqual([]);

  await box('Ana Petit').fill('Treize euros');
  await page.keyboard.press('Control+Enter');
  await expect(toast('part dans un instant')).toBeVisible();
  await page.locator('.inbox-rows .inbox-row').first().focus();
  await page.keyboard.press('Control+z');
  await expect(box('Ana Petit')).toHaveValue('Treize euros');
  expect(await outbox()).toEqual([]);
  expect(await done('reply')).toEqual([]);

  // What is typed has an undo of its own, and what is not taken back leaves.
  await shop.studio.call('inbox/setSending', { undoSeconds: 0 }, any);
  await box('Ana Petit').fill('');
  await box('Ana Petit').pressSequentially('Quatorze');
  await page.keyboard.press('Control+z');
  await expect(box('Ana Petit')).not.toHaveValue('Treize euros');
  await box('Ana Petit').fill('Quatorze euros');
  await page.keyboard.press('Control+Enter');
  await until('the answer is out', async () => (await done('reply')).length === 1 || undefined);
});

test('a toast tells of the block that it waits for the line, and then that it is done', async () => {
  await shop.studio.call('app/setLine', { online: false }, any);
  await menuOf('Bo Martin');
  await page.getByRole('menuitem', { name: 'Bloquer la personne' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Bloquer la personne' }).click();
  await expect(
    toast('Le blocage de Bo Martin attend dans la boîte d’envoi. Attend la ligne.'),
  ).toBeVisible();
  await shoot(page, 'inbox-block-waits');
  await shop.studio.call('app/setLine', { online: true }, any);
  await expect(toast('Bo Martin ne peut plus écrire à votre Page.')).toBeVisible();
  await empties();
  await close('Bo Martin ne peut plus');
});

test('a deed whose line is gone unnoticed is told of as waiting too', async () => {
  await shop.cutNetwork();
  await menuOf('Bo Martin');
  await page.getByRole('menuitem', { name: 'Masquer aux autres' }).click();
  await expect(toast('Le masquage du commentaire de Bo Martin attend')).toBeVisible();
  await shop.healNetwork();
  await expect(toast('Le commentaire de Bo Martin est masqué pour les autres.')).toBeVisible({
    timeout: 60_000,
  });
});
