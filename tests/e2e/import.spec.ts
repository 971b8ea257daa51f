import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { z } from 'zod';
import { until } from '../../scripts/demo/programs.ts';
import { photoPixels } from '../support/media-factory.ts';
import { dropFiles, ownFolder, samplePhoto } from './support/files.ts';
import { expectFits, expectNoAxe } from './support/look-at.ts';
import { startStudio, type RunningStudio } from './support/running-studio.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

// Each goes on where the one before left off.
test.describe.configure({ mode: 'serial' });

let studio: RunningStudio;
let window: StudioWindow;
const files = ownFolder();

const total = z.object({ total: z.number() });
const page = z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) });
const alts = z.object({ items: z.array(z.object({ text: z.string().optional() })) });
const drafts = z.object({ items: z.array(z.object({ id: z.string() })) });
const post = z.object({ media: z.array(z.object({ alt: z.string().optional() })) });

const countOf = async (query: object = {}) =>
  (await studio.call('library/outline', query, total)).total;
const groups = async () => (await studio.call('duplicates/list', {}, total)).total;
const idOf = async (text: string) =>
  (await studio.call('library/page', { query: { text } }, page)).items[0]?.id ?? '';

async function photo(name: string, seed: number): Promise<string> {
  const raw = { width: 480, height: 360, channels: 3 as const };
  const path = join(files.path, name);
  await sharp(photoPixels(480, 360, seed), { raw })
    .jpeg()
    .toFile(path);
  return path;
}

test.beforeAll(async ({ browser }) => {
  studio = await startStudio();
  await until('the sample photos', async () => ((await countOf()) >= 12 ? true : undefined));
  window = await openWindow(browser, studio, { path: '#/studio?part=gallery' });
  await expect(window.page.locator('.lib-tile img').first()).toBeVisible();
});
test.afterAll(async () => {
  expect(window.takeFaults()).toEqual([]);
  await window.close();
  await studio.stop();
  files.remove();
});

const tray = () => window.page.getByRole('region', { name: 'Photos qui arrivent' });
const toasts = () => window.page.locator('.toast');

test('of five dropped files each has its own end, and a likeness is decided on and taken back', async () => {
  const before = await countOf();
  const smaller = join(files.path, 'bouquet-petit.webp');
  await sharp(samplePhoto('delphinium-flowers.jpg')).resize(700).webp().toFile(smaller);
  const broken = join(files.path, 'abîmée.jpg');
  writeFileSync(broken, 'no picture at all');
  const jpeg = 'image/jpeg';
  await dropFiles(window.page, '.shell', [
    { name: 'vase-un.jpg', type: jpeg, from: await photo('vase-un.jpg', 3) },
    { name: 'vase-deux.jpg', type: jpeg, from: await photo('vase-deux.jpg', 9) },
    { name: 'encore.jpg', type: jpeg, from: samplePhoto('malibu-plantlife.jpg') },
    { name: 'bouquet-petit.webp', type: 'image/webp', from: smaller },
    { name: 'abîmée.jpg', type: jpeg, from: broken },
  ]);
  await expect(tray()).toContainText('5 fichiers traités');
  await expect(tray()).toContainText('3 photos ajoutées à la galerie.');
  await expect(tray()).toContainText('Déjà dans votre galerie : 1.');
  await expect(tray().getByRole('listitem')).toContainText('« abîmée.jpg »');
  expect(await countOf()).toBe(before + 3);
  await expectNoAxe(window.page, 'import tray');
  await tray().getByRole('button', { name: 'Réessayer abîmée.jpg' }).click();
  await expect(tray().getByRole('listitem')).toContainText('« abîmée.jpg »');

  await tray().getByRole('button', { name: 'Comparer' }).click();
  const dialog = window.page.getByRole('dialog', { name: 'Ces photos se ressemblent' });
  await expect(dialog.getByRole('figure')).toHaveCount(2);
  await expectFits(window.page, 'alike dialog');
  await dialog.getByRole('button', { name: 'Garder l’ancienne' }).click();
  await expect(toasts()).toContainText('1 photo remplacée');
  expect(await countOf()).toBe(before + 2);
  await toasts().getByRole('button', { name: 'Annuler' }).click();
  await expect.poll(() => countOf()).toBe(before + 3);
  await tray().getByRole('button', { name: 'Voir dans la galerie' }).click();
  await expect(tray()).toHaveCount(0);
});

test('the room of duplicates is gone through by keys, and gives back what it took', async () => {
  await window.page.getByRole('button', { name: 'Ajouter des photos' }).click();
  await window.page.getByRole('menuitem', { name: 'Voir 1 doublon' }).click();
  const group = window.page.getByRole('listitem', { name: 'Groupe 1 sur 1' });
  await group.getByRole('radio', { checked: true }).focus();
  await window.page.keyboard.press('ArrowRight');
  await expect(group.getByRole('radio').nth(1)).toBeChecked();
  await expectNoAxe(window.page, 'duplicates');
  for (const size of [
    { width: 1024, height: 700 },
    { width: 1280, height: 800 },
  ]) {
    await window.page.setViewportSize(size);
    await expectFits(window.page, `duplicates ${size.width}`);
  }
  await window.page.keyboard.press('Enter');
  await expect(window.page.getByRole('heading', { name: 'Aucun doublon' })).toBeVisible();
  expect(await groups()).toBe(0);
  await window.page.keyboard.press('Control+z');
  await expect(group).toBeVisible();
  await group.getByRole('button', { name: 'Garder les 2' }).click();
  await expect.poll(groups).toBe(0);
  await window.page.getByRole('button', { name: 'Retour à la galerie' }).first().click();
  await expect(window.page.locator('.lib-tile img').first()).toBeVisible();
});

test('a picture of the clipboard comes in, and its import is taken back', async () => {
  const before = await countOf();
  const bytes = await sharp(await photo('copied.jpg', 21))
    .png()
    .toBuffer();
  await window.page.evaluate((base64) => {
    const data = new DataTransfer();
    const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    data.items.add(new File([content], 'image.png', { type: 'image/png' }));
    const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true });
    document.body.dispatchEvent(paste);
  }, bytes.toString('base64'));
  const said = toasts().filter({ hasText: '1 photo ajoutée à la galerie.' });
  await expect(said).toBeVisible();
  expect(await idOf('Image collée')).not.toBe('');
  await said.getByRole('button', { name: 'Annuler' }).click();
  await expect.poll(() => countOf()).toBe(before);
  expect(await countOf({ binned: true })).toBe(1);
});

test('words for those who cannot see are kept with the photo and go into the post', async () => {
  const { page: screen } = window;
  await screen.getByLabel('Chercher dans la galerie').fill('vase-un');
  const tile = screen.getByRole('listbox', { name: 'Images et films' }).getByRole('option');
  await expect(tile).toHaveCount(1);
  await tile.click();
  const field = screen.getByLabel('Texte alternatif');
  await field.fill('Un vase bleu sur une table');
  await field.blur();
  const assetId = await idOf('vase-un');
  await expect
    .poll(async () => (await studio.call('alt/read', { assetIds: [assetId] }, alts)).items[0]?.text)
    .toBe('Un vase bleu sur une table');
  await screen.evaluate((id) => (location.hash = `#/plan?new=1&assets=${id}`), assetId);
  await expect(screen.getByLabel('Texte alternatif')).toHaveValue('Un vase bleu sur une table');
  await expect
    .poll(async () => {
      const { items } = await studio.call('posts/drafts', {}, drafts);
      const all = items.map(({ id }) => studio.call('posts/get', { postId: id }, post));
      return (await Promise.all(all)).flatMap(({ media }) => media.map(({ alt }) => alt));
    })
    .toContain('Un vase bleu sur une table');
});

test('a watched folder takes in what is laid there, and says when it is gone', async () => {
  const { page: screen } = window;
  const folder = join(files.path, 'téléphone');
  mkdirSync(folder);
  await screen.evaluate(() => (location.hash = '#/settings?part=folder'));
  await screen.getByRole('button', { name: 'Choisir un dossier' }).click();
  const dialog = screen.getByRole('dialog', { name: 'Dossier à surveiller' });
  const path = dialog.getByLabel('Chemin du dossier');
  await path.fill(join(files.path, 'nowhere'));
  await path.press('Enter');
  await expect(dialog).toContainText('Ce dossier n’est pas là');
  await expect(dialog.getByRole('button', { name: 'Surveiller ce dossier' })).toBeDisabled();
  await dialog.getByLabel('Chemin du dossier').fill(files.path);
  await dialog.getByLabel('Chemin du dossier').press('Enter');
  await dialog.getByRole('button', { name: 'téléphone' }).click();
  await expect(dialog).toContainText('0 photo dans ce dossier');
  await expectNoAxe(screen, 'folder dialog');
  await dialog.getByRole('button', { name: 'Surveiller ce dossier' }).click();
  await expect(screen.getByText('Surveillé', { exact: true })).toBeVisible();
  renameSync(await photo('arrived.jpg', 31), join(folder, 'arrived.jpg'));
  await expect(toasts().filter({ hasText: 'Une photo est arrivée' })).toBeVisible();
  await expect(screen.getByRole('listitem').filter({ hasText: 'arrived.jpg' })).toBeVisible();
  await expectFits(screen, 'watched folder');
  renameSync(folder, `${folder}-ailleurs`);
  await expect(screen.getByText('Ce dossier n’est pas là pour le moment.')).toBeVisible();
  await screen.getByRole('switch', { name: 'Surveiller un dossier' }).click();
  await expect(screen.getByText('En pause.')).toBeVisible();
});
