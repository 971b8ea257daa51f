import { expect, test, type Page } from '@playwright/test';
import { z } from 'zod';
import { startCommentedShop, type CommentedShop } from './support/commented-shop.ts';
import { expectFits, expectFocusSeen, expectNoAxe, shoot, standStill } from './support/look-at.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

const base64 = (text: string) => Buffer.from(text).toString('base64');
let shop: CommentedShop;
let window: StudioWindow;
let page: Page;
/** Whatever the window asked for beyond the studio. */
const outside: string[] = [];

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  shop = await startCommentedShop([
    { from: 'Ana Petit', message: 'Ses feuilles jaunissent, que faire ?', pictures: [3] },
    {
      from: 'Bo Martin',
      message: 'Regardez ceci',
      pictures: [{ bytes: base64('<svg xmlns="http://www.w3.org/2000/svg"/>') }],
    },
    { from: 'Chloé B.', message: 'Achetez mes abonnés', pictures: [4] },
  ]);
  await shop.write({
    from: 'Dan Roux',
    message: 'Voici mon salon',
    pictures: [5, 6, 7, { bytes: base64('no sound'), extension: 'mp3', type: 'audio' }],
  });
  await shop.write({
    from: 'Eva Blanc',
    message: '',
    pictures: [{ bytes: base64('no film'), extension: 'mp4', type: 'video' }],
  });
  await shop.studio.call('inbox/sync', {}, z.unknown());
  // A picture that cannot be had is told by words, not by the console.
  window = await openWindow(browser, shop.studio, { path: '#/inbox' });
  page = window.page;
  page.on('request', (request) => {
    if (!request.url().startsWith(shop.studio.url)) outside.push(request.url());
  });
  await expect(rows().first()).toBeVisible();
});

test.afterEach(() => expect(window.takeFaults()).toEqual([]));

test.afterAll(async () => {
  await window?.close();
  await shop?.stop();
});

const rows = () => page.locator('.inbox-rows').getByRole('button');
const open = (name: string) => rows().filter({ hasText: name }).click();
const tiles = () => page.locator('.inbox-flow .cpic');
const photo = (name: string | RegExp) => page.getByRole('button', { name });
const dialog = () => page.getByRole('dialog');
const isDrawn = (place: ReturnType<typeof page.locator>) =>
  expect
    .poll(() => place.evaluate((one: HTMLImageElement) => one.complete && one.naturalWidth))
    .toBeGreaterThan(100);

test('a photo stands in its comment, is seen large by keyboard, and gives the focus back', async () => {
  await open('Ana Petit');
  const tile = photo('Photo envoyée par Ana Petit');
  await isDrawn(tile.locator('img'));
  // A ring is drawn for those who come by keyboard.
  await page.keyboard.press('Tab');
  await tile.focus();
  await expectFocusSeen(page);
  await page.keyboard.press('Enter');
  await expect(dialog()).toContainText('Photo de Ana Petit');
  await expect(dialog()).toContainText('demandez sa permission');
  await isDrawn(dialog().locator('img'));
  await expectNoAxe(page, 'a photo seen large');
  const download = page.waitForEvent('download');
  await dialog().getByRole('link', { name: 'Enregistrer…' }).click();
  expect((await download).suggestedFilename()).toBe('Photo-de-Ana-Petit.webp');
  await dialog().getByRole('button', { name: 'Ajouter à la bibliothèque' }).click();
  await expect(page.getByText('La photo est dans la bibliothèque.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog()).toBeHidden();
  await expect(tile).toBeFocused();
});

test('several of a message are stepped through with the arrows; sounds are told of', async () => {
  await open('Dan Roux');
  await expect(tiles()).toHaveCount(3);
  await expect(page.getByText('Un message vocal.')).toBeVisible();
  await isDrawn(tiles().nth(2).locator('img'));
  await photo('Photo 1 sur 3 envoyée par Dan Roux').press('Enter');
  await expect(dialog()).toContainText('1 sur 3');
  await page.keyboard.press('ArrowRight');
  await expect(dialog().locator('img')).toHaveAccessibleName('Photo 2 sur 3 envoyée par Dan Roux');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(dialog()).toContainText('3 sur 3');
  await page.keyboard.press('Escape');
});

test('nobody without the token sees a photo, and no browser keeps a copy of it', async () => {
  const src = (await tiles().first().locator('img').getAttribute('src')) ?? '';
  expect(src).toMatch(/^\/media\/customers\//);
  const ask = (headers: Record<string, string>) =>
    fetch(`${shop.studio.url}${src}`, { headers }).then(({ status, headers: told }) => ({
      status,
      kept: told.get('cache-control'),
    }));
  expect(await ask({})).toMatchObject({ status: 401 });
  const authorization = `Bearer ${shop.studio.token}`;
  expect(await ask({ authorization })).toEqual({ status: 200, kept: 'no-store' });
  expect(await ask({ authorization, origin: 'https://evil.example' })).toMatchObject({
    status: 403,
  });
});

test('what is no photo is a sentence; a film is a still that says so', async () => {
  await open('Bo Martin');
  await expect(tiles()).toContainText('un dessin qui peut contenir du code');
  await expect(tiles().getByRole('button')).toHaveCount(0);
  await expect(rows().filter({ hasText: 'Eva Blanc' })).toContainText('Photo ou fichier');
  await open('Eva Blanc');
  await photo('Vidéo envoyée par Eva Blanc').click();
  await expect(dialog()).toContainText('se regarde dans l’application du réseau');
  await expect(dialog().getByRole('button', { name: 'Ajouter' })).toHaveCount(0);
  await page.keyboard.press('Escape');
});

test('a photo is veiled as its comment is hidden, and not fetched again before somebody asks', async () => {
  const { items } = await shop.studio.call(
    'inbox/threads',
    { text: 'abonnés' },
    z.object({
      items: z.array(z.object({ comments: z.array(z.object({ commentId: z.string() })) })),
    }),
  );
  const commentId = items[0]?.comments[0]?.commentId ?? '';
  await open('Chloé B.');
  const shown = photo('Photo envoyée par Chloé B.').locator('img');
  await isDrawn(shown);
  await shop.studio.call('inbox/hide', { commentId, hidden: true, clientId: 'hide' }, z.unknown());
  await expect(page.locator('.cpic-veil')).toBeVisible();
  await shoot(page, 'inbox-photo-veiled');
  const looked: string[] = [];
  page.on('request', (request) => looked.push(request.url()));
  await page.reload();
  await open('Chloé B.');
  await expect(page.locator('.cpic-veil')).toBeVisible();
  await expect(tiles().locator('img')).toHaveCount(0);
  expect(looked.filter((url) => url.includes('/media/customers/'))).toEqual([]);
  await page.locator('.cpic-veil').click();
  await isDrawn(shown);
});

test('without a line its room waits, and the photo comes by itself when the line is back', async () => {
  await shop.say({ from: 'Fanny Lô', message: 'Et celle-ci ?', pictures: [8] });
  await shop.studio.call('inbox/sync', {}, z.unknown());
  const setLine = (online: boolean) =>
    shop.studio.call('app/setLine', { online }, z.object({ online: z.boolean() }));
  await setLine(false);
  await open('Fanny Lô');
  await expect(tiles()).toContainText('Elle vient d’elle-même');
  await shoot(page, 'inbox-photo-offline');
  const before = await tiles().boundingBox();
  await setLine(true);
  await isDrawn(photo('Photo envoyée par Fanny Lô').locator('img'));
  const after = await tiles().boundingBox();
  expect([after?.height, after?.y]).toEqual([before?.height, before?.y]);
});

test('one that did not come is asked for again by its button', async () => {
  await shop.say({ from: 'Gil Roy', message: 'La mienne', pictures: [9] });
  await shop.studio.call('inbox/sync', {}, z.unknown());
  await shop.fault({ edge: 'GET /cdn/*', mode: 'http500-before' });
  await open('Gil Roy');
  await expect(tiles()).toContainText('Le réseau n’a pas pu donner la photo');
  await shoot(page, 'inbox-photo-again');
  await tiles().getByRole('button', { name: 'Réessayer' }).click();
  await isDrawn(photo('Photo envoyée par Gil Roy').locator('img'));
  expect(outside).toEqual([]);
});

for (const language of ['fr', 'en'] as const) {
  test(`stands well in every look in ${language}`, async () => {
    await shop.studio.call('app/setLanguage', { language }, z.unknown());
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    for (const [name, width, height] of [
      ['Dan Roux', 1280, 800],
      ['Dan Roux', 1024, 700],
      ['Bo Martin', 1024, 700],
      ['Ana Petit', 1280, 800],
    ] as const) {
      await page.setViewportSize({ width, height });
      await open(name);
      await expect(tiles().first()).toBeVisible();
      if (name !== 'Bo Martin') await isDrawn(tiles().first().locator('img'));
      else await expect(tiles()).toContainText(language === 'fr' ? 'un dessin' : 'a drawing');
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        await standStill(page);
        const where = `inbox-photos-${name.slice(0, 2)}-${width}-${scheme}-${language}`;
        await shoot(page, where);
        await expectFits(page, where);
        await expectNoAxe(page, where);
        if (name === 'Bo Martin') continue;
        await tiles().first().getByRole('button').click();
        await isDrawn(dialog().locator('img'));
        await standStill(page);
        await shoot(page, `${where}-large`);
        await expectFits(page, `${where}-large`);
        await page.keyboard.press('Escape');
        await expect(dialog()).toBeHidden();
      }
    }
  });
}
