import { expect, test, type Page } from '@playwright/test';
import { z } from 'zod';
import { until } from '../../scripts/demo/programs.ts';
import { startCommentedShop, type CommentedShop } from './support/commented-shop.ts';
import { expectFits, expectNoAxe, shoot } from './support/look-at.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

const hourMs = 3_600_000;

let shop: CommentedShop;
let window: StudioWindow;
let page: Page;

/** Customers of a shop's morning: who, and what they say under the post. */
const morning = [
  ['Ana Petit', 'Le géranium rouge est à combien ?'],
  ['Bo Martin', 'Merci, il est superbe'],
  ['Chloé B.', 'Vous livrez à Villeurbanne ?'],
  ['Dan Roux', 'Un cœur de Marie, vous en aurez ?'],
] as const;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  const now = Date.now();
  const comments = morning.map(([from, message], index) => ({
    ...{ from, message },
    createdTime: new Date(now - (morning.length - index) * hourMs).toISOString(),
  }));
  shop = await startCommentedShop(comments);
  window = await openWindow(browser, shop.studio, { path: '#/inbox' });
  page = window.page;
  await expect(rows().first()).toBeVisible();
});

test.afterEach(() => expect(window.takeFaults()).toEqual([]));

test.afterAll(async () => {
  await window?.close();
  await shop?.stop();
});

const rows = () => page.getByRole('list', { name: 'Fils de commentaires' }).getByRole('button');
const names = () => rows().locator('.inbox-name').allInnerTexts();
const row = (name: string) => rows().filter({ hasText: name });

/** Opens the menu of views and takes a line of it. */
async function choose(line: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Comptes et vues' }).click();
  await page.getByRole('menuitem', { name: line }).click();
}

async function doAside(name: string, line: string | RegExp): Promise<void> {
  await row(name).click();
  const thread = page.getByRole('region', { name, exact: true });
  await thread.getByRole('button', { name: 'Plus tard, historique, indésirable' }).click();
  await page.getByRole('menuitem', { name: line }).click();
}

test('has the search under the very next letter', async () => {
  // Faster than any hand: the field has to stand before the key is let go.
  const at = await page.evaluate(() => {
    const key = { key: '/', bubbles: true, cancelable: true };
    document.body.dispatchEvent(new KeyboardEvent('keydown', key));
    return document.activeElement?.getAttribute('type');
  });
  expect(at).toBe('search');
  await page.keyboard.press('Escape');
});

test('finds words however they are typed, and says what it looked for instead', async () => {
  await expect.poll(names).toEqual(['Dan Roux', 'Chloé B.', 'Bo Martin', 'Ana Petit']);
  await page.keyboard.press('/');
  const field = page.getByRole('searchbox', { name: 'Chercher dans les messages' });
  await field.fill('coeur');
  await expect.poll(names).toEqual(['Dan Roux']);
  await expect(rows().locator('mark')).toHaveText('cœur');
  await field.fill('geranuim');
  await expect.poll(names).toEqual(['Ana Petit']);
  await expect(
    page.getByText('Personne n’a écrit cela. Résultats pour « geranium ».'),
  ).toBeVisible();
  await shoot(page, 'inbox-search');
  await field.fill('de:chloé livrez');
  await expect.poll(names).toEqual(['Chloé B.']);
  await field.fill('');
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await names()).length).toBe(4);
});

test('puts a thread off, marks another as spam, and takes both back', async () => {
  await doAside('Chloé B.', /^Demain matin/);
  await expect(page.getByText('Le fil de Chloé B. revient')).toBeVisible();
  await choose(/^Plus tard/);
  await expect.poll(names).toEqual(['Chloé B.']);
  await doAside('Chloé B.', 'Ramener maintenant');
  await expect(page.getByText('Rien n’est remis à plus tard.')).toBeVisible();
  await page.getByRole('button', { name: 'Tout voir' }).click();
  await doAside('Bo Martin', 'Indésirable');
  await expect.poll(names).toEqual(['Dan Roux', 'Chloé B.', 'Ana Petit']);
  await page.getByRole('button', { name: 'Annuler' }).last().click();
  await expect.poll(names).toEqual(['Dan Roux', 'Chloé B.', 'Bo Martin', 'Ana Petit']);
});

test('shows first who has waited longest', async () => {
  await choose('Qui attend depuis le plus longtemps');
  await expect.poll(names).toEqual(['Ana Petit', 'Bo Martin', 'Chloé B.', 'Dan Roux']);
  await choose('Qui attend depuis le plus longtemps');
  await expect.poll(names).toEqual(['Dan Roux', 'Chloé B.', 'Bo Martin', 'Ana Petit']);
});

test('opens a long conversation at its end, and the part before when asked', async () => {
  const top = await until('the thread', async () => {
    const found = await shop.studio.call(
      'inbox/threads',
      { text: 'Dan' },
      z.object({
        items: z.array(z.object({ comments: z.array(z.object({ remoteId: z.string() })) })),
      }),
    );
    return found.items[0]?.comments[0]?.remoteId;
  });
  const now = Date.now();
  for (let number = 1; number <= 40; number++) {
    const createdTime = new Date(now - hourMs / 2 + number * 1000).toISOString();
    await shop.say({ from: 'Dan Roux', message: `Suite ${number}`, createdTime }, top);
  }
  await shop.studio.call('inbox/sync', {}, z.unknown());
  await row('Dan Roux').click();
  const flow = page.getByRole('region', { name: 'Échange avec Dan Roux' });
  await expect(flow.getByText('Suite 40', { exact: true })).toBeVisible();
  await expect(flow.getByText('Suite 1', { exact: true })).toHaveCount(0);
  await flow.getByRole('button', { name: 'Voir les messages d’avant' }).click();
  await expect(flow.getByText('Suite 1', { exact: true })).toHaveCount(1);
  await expect(flow.getByRole('button', { name: 'Voir les messages d’avant' })).toHaveCount(0);
});

test('fits its window, in both looks', async () => {
  await page.getByRole('button', { name: 'Comptes et vues' }).click();
  await expect(page.getByRole('menuitem', { name: /^Commandes/ })).toBeVisible();
  await shoot(page, 'inbox-views');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectFits(page, 'inbox at 1024');
  await expectNoAxe(page, 'inbox');
  await shoot(page, 'inbox-1024-dark');
});
