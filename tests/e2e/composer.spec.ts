import { expect, test, type Page } from '@playwright/test';
import { z } from 'zod';
import { findFfmpeg } from '../../core/media/find-ffmpeg.ts';
import { until } from '../../scripts/demo/programs.ts';
import { createMediaFactory } from '../support/media-factory.ts';
import { ownFolder } from './support/files.ts';
import { holdCalls } from './support/hold-calls.ts';
import { expectFits, expectNoAxe } from './support/look-at.ts';
import { startStudio, type RunningStudio } from './support/running-studio.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

const products = z.object({
  items: z.array(z.object({ photos: z.array(z.object({ assetId: z.string() })) })),
});
const accountList = z.object({
  accounts: z.array(z.object({ id: z.string(), network: z.string() })),
});
const written = z.object({ postId: z.string(), version: z.number() });
const stored = z.object({
  caption: z.string(),
  captions: z.object({ instagram: z.string().optional() }).optional(),
  firstComment: z.string().optional(),
  link: z.string().optional(),
  version: z.number(),
  media: z.array(z.object({ assetId: z.string(), alt: z.string().optional() })),
});

// A studio that is killed under its window breaks the line of that window.
const brokenLine = [/WebSocket/i, /ERR_CONNECTION/i, /Failed to (fetch|load resource)/i];

let studio: RunningStudio;
let window: StudioWindow;
let accountIds: string[];
let photoId: string;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  studio = await startStudio();
  const { items } = await until('the sample products', async () => {
    const found = await studio.call('catalogue/search', { limit: 20 }, products);
    return found.items.some((one) => one.photos.length > 0) ? found : undefined;
  });
  photoId = items.flatMap((one) => one.photos)[0]?.assetId ?? '';
  const { accounts } = await studio.call('accounts/list', {}, accountList);
  accountIds = accounts.map((one) => one.id);
  window = await openWindow(browser, studio, { allowed: brokenLine });
  await expect(window.page.getByRole('heading', { level: 1 })).toBeVisible();
});

test.afterAll(async () => {
  await window?.close();
  await studio?.stop();
});

async function newPost(more: object = {}): Promise<string> {
  const post = { accountIds, caption: '', media: [{ assetId: photoId, alt: 'Un arum' }], ...more };
  return (await studio.call('posts/create', post, written)).postId;
}

const read = (postId: string) => studio.call('posts/get', { postId }, stored);

async function open(page: Page, postId: string): Promise<void> {
  // A window that has just opened goes to its own first screen before it goes anywhere else.
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate((id) => (location.hash = `#/plan?post=${id}`), postId);
  await expect(page.locator('.composer-sheet .caption-field textarea')).toBeVisible();
}

const caption = (page: Page) => page.getByRole('textbox', { name: 'Texte de la publication' });
const check = (page: Page, text: RegExp) => page.locator('.checks li').filter({ hasText: text });

test('helps to write: sets, earlier hashtags, emoji, and native undo', async () => {
  const { page } = window;
  const set = { kind: 'hashtags', name: 'Plantes vertes', text: '#monstera #pothos' };
  await studio.call('snippets/save', set, z.object({ id: z.string() }));
  await newPost({ caption: 'Avant #plantes' });
  const postId = await newPost();
  await open(page, postId);
  await caption(page).click();
  await page.keyboard.type('Nos arums #pla');
  const options = page.getByRole('listbox', { name: 'Propositions' }).getByRole('option');
  await expect(options).toHaveText([/Plantes vertes/, /#plantes/]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(caption(page)).toHaveValue('Nos arums #plantes ');
  await page.keyboard.type('#pla');
  await expect(options.first()).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(caption(page)).toHaveValue('Nos arums #plantes #monstera #pothos ');
  await page.keyboard.press('Control+z');
  await expect(caption(page)).toHaveValue(/^Nos arums #plantes #pla$/);
  await page.getByRole('button', { name: 'Émojis' }).click();
  await page.getByRole('searchbox', { name: 'Chercher un émoji' }).fill('fleur de cerisier');
  await page.getByRole('button', { name: 'fleur de cerisier' }).click();
  await page.keyboard.press('Escape');
  await expect(caption(page)).toHaveValue(/🌸/u);
  await until('the words to be stored', async () =>
    (await read(postId)).caption.includes('🌸') ? true : undefined,
  );
  await expectNoAxe(page, 'composer');
  expect(window.takeFaults()).toEqual([]);
});

test('mends with one press, and takes it back with another', async () => {
  const { page } = window;
  const tags = Array.from({ length: 33 }, (_, at) => `#t${at}`).join(' ');
  const postId = await newPost({ caption: `Bon\u200bjour ${tags}`, link: 'laserre.example/arum' });
  await open(page, postId);
  await check(page, /hashtags/)
    .getByRole('button', { name: 'En garder 30' })
    .click();
  await expect(check(page, /33 hashtags|33 sur 30/)).toHaveCount(0);
  await until('the shorter words', async () => {
    const { captions, caption: common } = await read(postId);
    return (
      (captions?.instagram?.match(/#/g)?.length === 30 && common.includes('#t32')) || undefined
    );
  });
  await check(page, /invisible/)
    .getByRole('button')
    .click();
  await expect(check(page, /invisible/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Annuler' }).last().click();
  await expect(check(page, /invisible/)).toHaveCount(1);
  await check(page, /https:/)
    .getByRole('button', { name: 'Écrire https://' })
    .click();
  await expect(page.getByRole('textbox', { name: 'Lien' })).toHaveValue(
    'https://laserre.example/arum',
  );
  expect(window.takeFaults()).toEqual([]);
});

test('cuts a picture from its original, again and again', async () => {
  const { page } = window;
  const postId = await newPost();
  await open(page, postId);
  const cutTo = async (shape: string) => {
    const before = (await read(postId)).media[0]?.assetId;
    await page.getByRole('button', { name: 'Recadrer' }).click();
    const dialog = page.getByRole('dialog', { name: 'Recadrer l’image' });
    await dialog.getByRole('radio', { name: shape, exact: true }).click();
    await dialog.getByRole('button', { name: 'Recadrer' }).click();
    return until('the cut picture', async () => {
      const next = (await read(postId)).media[0]?.assetId;
      return next !== before ? next : undefined;
    });
  };
  const square = await cutTo('1:1');
  const shape = z.object({ widthPx: z.number(), heightPx: z.number() });
  const sizeOf = (assetId: string) => studio.call('media/get', { assetId }, shape);
  const one = await sizeOf(square ?? '');
  expect(one.widthPx).toBe(one.heightPx);
  const wide = await sizeOf((await cutTo('1.91:1')) ?? '');
  // From the square alone it would be lower than from the whole picture.
  const { source } = await studio.call(
    'renditions/source',
    { assetId: (await read(postId)).media[0]?.assetId },
    z.object({ source: z.object({ assetId: z.string() }) }),
  );
  expect(source.assetId).toBe(photoId);
  expect(wide.widthPx / wide.heightPx).toBeCloseTo(1.91, 1);
  expect(window.takeFaults()).toEqual([]);
});

test('what is written while a picture is being cut stays', async () => {
  const postId = await newPost();
  const page = await window.context.newPage();
  const calls = await holdCalls(page, (frame) => frame.includes('renditions/make'));
  await page.goto(studio.url);
  await open(page, postId);
  calls.hold();
  await page.getByRole('button', { name: 'Recadrer' }).click();
  const dialog = page.getByRole('dialog', { name: 'Recadrer l’image' });
  await dialog.getByRole('radio', { name: '1:1', exact: true }).click();
  await dialog.getByRole('button', { name: 'Recadrer' }).click();
  await expect.poll(() => calls.count()).toBe(1);
  const words = page.getByRole('textbox', { name: 'Texte alternatif' });
  await words.fill('Un arum blanc dans la serre');
  calls.letGo();
  const [medium] = await until('the cut picture', async () => {
    const { media } = await read(postId);
    return media[0]?.assetId === photoId ? undefined : media;
  });
  expect(medium?.alt).toBe('Un arum blanc dans la serre');
  await expect(words).toHaveValue('Un arum blanc dans la serre');
  await page.close();
});

test('makes a film of another type one that the networks take, with its progress', async () => {
  const { page } = window;
  const { ffmpegPath } = await findFfmpeg();
  const folder = ownFolder();
  try {
    const path = createMediaFactory(folder.path).video(ffmpegPath, 'film.mkv', 4, '360x640');
    const imported = z.object({ items: z.array(z.object({ assetId: z.string() })) });
    const { items } = await studio.call('media/importFiles', { paths: [path] }, imported);
    const assetId = items[0]?.assetId ?? '';
    const postId = await newPost({ kind: 'reel', media: [{ assetId }] });
    await open(page, postId);
    await check(page, /MP4/).first().getByRole('button', { name: 'Convertir' }).click();
    const next = await until('the converted film', async () => {
      const [medium] = (await read(postId)).media;
      return medium && medium.assetId !== assetId ? medium.assetId : undefined;
    });
    const film = z.object({ mime: z.string(), widthPx: z.number() });
    expect(await studio.call('media/get', { assetId: next }, film)).toEqual({
      mime: 'video/mp4',
      widthPx: 360,
    });
    await expect(check(page, /MP4/)).toHaveCount(0);
    await expect(page.locator('.phone-zone-side')).toBeVisible();
  } finally {
    folder.remove();
  }
  expect(window.takeFaults()).toEqual([]);
});

test('shows the post as each network would, folded, in light and dark', async () => {
  const { page } = window;
  const long = 'Les arums de la serre se plaisent partout. '.repeat(6).trim();
  const postId = await newPost({ caption: long, firstComment: 'Livraison samedi' });
  await open(page, postId);
  const glass = page.locator('.phone-glass');
  await expect(glass).not.toContainText(long);
  await expect(glass).toContainText('Livraison samedi');
  await glass.getByRole('button', { name: 'plus', exact: true }).click();
  await expect(glass).toContainText(long);
  await page.getByRole('button', { name: 'Montrer en sombre' }).click();
  await expect(page.locator('.phone-dark')).toBeVisible();
  await page.getByRole('radio', { name: 'Story' }).click();
  await expect(glass).not.toContainText('arums');
  for (const size of [
    { width: 1280, height: 800 },
    { width: 1024, height: 700 },
  ]) {
    await page.setViewportSize(size);
    await expectFits(page, `composer ${size.width}`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  expect(window.takeFaults()).toEqual([]);
});

test('the profile shows what is planned on top; two posts exchange their times by key', async () => {
  const { page } = window;
  const planned = z.object({ plan: z.object({ wall: z.string() }) });
  const wallOf = async (postId: string) =>
    (await studio.call('posts/get', { postId }, planned)).plan.wall.slice(0, 16);
  const plan = async (caption: string, days: number) => {
    const postId = await newPost({ caption });
    const at = new Date(Date.now() + days * 86_400_000).toISOString();
    await studio.call('posts/schedule', { postId, at }, z.object({}));
    return postId;
  };
  const near = await plan('Bientôt', 2);
  const far = await plan('Plus tard', 5);
  const before = { near: await wallOf(near), far: await wallOf(far) };
  await page.evaluate(() => (location.hash = '#/plan'));
  await page.getByRole('radio', { name: 'Grille' }).click();
  const tiles = page.locator('.profile-tile');
  await expect(tiles.first()).toHaveAccessibleName(/^Plus tard/);
  await expectNoAxe(page, 'profile');
  await tiles.first().focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(tiles.first()).toHaveAccessibleName(/^Bientôt/);
  expect(await wallOf(near)).toBe(before.far);
  expect(await wallOf(far)).toBe(before.near);
  await page.getByRole('button', { name: 'Annuler' }).last().click();
  await expect(tiles.first()).toHaveAccessibleName(/^Plus tard/);
  expect(await wallOf(near)).toBe(before.near);
  await page.getByRole('radio', { name: 'Mois' }).click();
  expect(window.takeFaults()).toEqual([]);
});

test('two windows on one post: both texts stand until a person chose', async () => {
  const { page, context } = window;
  const postId = await newPost({ caption: 'Arum' });
  await open(page, postId);
  const other = await context.newPage();
  await other.goto(studio.url);
  try {
    await open(other, postId);
    await caption(other).fill('Arum, chez nous');
    await until('the other words', async () =>
      (await read(postId)).caption === 'Arum, chez nous' ? true : undefined,
    );
    await caption(page).fill('Arum, samedi');
    const conflict = page.getByRole('region', { name: /deux fenêtres/ });
    await expect(conflict).toContainText('samedi');
    await expect(conflict).toContainText('Arum, chez nous');
    await expectNoAxe(page, 'conflict');
    await conflict.getByRole('button', { name: 'Garder mes mots' }).click();
    await until('my words', async () =>
      (await read(postId)).caption === 'Arum, samedi' ? true : undefined,
    );
    await expect(conflict).toHaveCount(0);
  } finally {
    await other.close();
  }
});

test('F21 nothing typed is lost: studio killed at once, window crashed', async () => {
  const { page, context } = window;
  const postId = await newPost({ caption: 'Avant' });
  await open(page, postId);
  await caption(page).fill('Écrit juste avant la coupure');
  // Killed within the time in which the studio would have saved.
  await studio.kill();
  const { dataDir } = studio;
  studio = await startStudio({ dataDir, port: Number(new URL(studio.url).port) });
  const next = await context.newPage();
  await page.close();
  await next.goto(`${studio.url}/?token=${studio.token}`);
  await open(next, postId);
  await expect(caption(next)).toHaveValue('Écrit juste avant la coupure');
  await until('the rescued words', async () =>
    (await read(postId)).caption === 'Écrit juste avant la coupure' ? true : undefined,
  );
  await caption(next).fill('Écrit juste avant le plantage');
  const crashed = next.waitForEvent('crash');
  void next.goto('chrome://crash').catch(() => {});
  await crashed;
  const last = await context.newPage();
  await last.goto(studio.url);
  await open(last, postId);
  await expect(caption(last)).toHaveValue('Écrit juste avant le plantage');
});
