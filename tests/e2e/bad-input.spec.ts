import { expect, test, type Locator, type Page } from '@playwright/test';
import { join } from 'node:path';
import { z } from 'zod';
import { createMediaFactory } from '../support/media-factory.ts';
import { longDay } from './support/calendar-days.ts';
import { ownFolder, samplePhoto } from './support/files.ts';
import { shoot } from './support/look-at.ts';
import {
  startPractice,
  startStudio,
  type RunningPractice,
  type RunningStudio,
} from './support/running-studio.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

let practice: RunningPractice;
let studio: RunningStudio;
let window: StudioWindow;
const folder = ownFolder();

const ok = z.object({});
// A stopped studio breaks the window's line: the browser itself notes that on the console.
const lostLine = [/WebSocket connection to/, /net::ERR_/, /Failed to load resource/];

test.beforeAll(async ({ browser }) => {
  practice = await startPractice(join(folder.path, 'network'));
  studio = await startStudio({ graph: practice.url, dataDir: join(folder.path, 'shop') });
  await studio.call('accounts/connect', { userToken: practice.user.token }, ok);
  await studio.call('app/setLanguage', { language: 'fr' }, ok);
  await studio.call('shop/save', { name: 'La Serre', zone: 'Europe/Paris', country: 'FR' }, ok);
  const product = { sku: 'ARU-14', title: 'Arum, 14 cm', price: 2490, stock: 3 };
  await studio.call('catalogue/save', product, ok);
  await studio.call('media/importFiles', { paths: [samplePhoto('botany-flowers.jpg')] }, ok);
  window = await openWindow(browser, studio, { allowed: lostLine });
});

test.afterEach(() => expect(window.takeFaults()).toEqual([]));

test.afterAll(async () => {
  await window?.close();
  await studio?.stop();
  await practice?.stop();
  folder.remove();
});

test('says of each wrong photo what it is and takes none', async () => {
  const { page } = window;
  const make = createMediaFactory(join(folder.path, 'photos'));
  const files = [
    make.keep('vide.jpg', ''),
    make.keep('logo.jpg', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    make.keep('notes.jpg', 'Commander des pots et du terreau.'),
  ];
  await page.getByRole('link', { name: 'Catalogue' }).click();
  await page.getByRole('button', { name: 'Arum, 14 cm', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Arum, 14 cm' });
  const chooser = page.waitForEvent('filechooser');
  await sheet.getByRole('button', { name: 'Ajouter des photos' }).click();
  await (await chooser).setFiles(files);
  const toasts = page.locator('.toasts');
  await expect(toasts).toContainText('« vide.jpg » ne contient rien.');
  await expect(toasts).toContainText('« logo.jpg » est un SVG');
  await expect(toasts).toContainText('« notes.jpg » contient autre chose.');
  await shoot(page, 'bad-photos');
  const found = z.object({ items: z.array(z.object({ photos: z.array(z.unknown()) })) });
  const { items } = await studio.call('catalogue/search', {}, found);
  expect(items[0]?.photos).toEqual([]);
  await page.keyboard.press('Escape');
});

const sheetOf = (page: Page): Locator => page.locator('.composer-sheet');
const captionOf = (page: Page): Locator =>
  sheetOf(page).getByRole('textbox', { name: 'Texte de la publication' });

test('counts a caption that is too long and says what would be refused', async () => {
  const { page } = window;
  await page.getByRole('link', { name: 'Plan' }).click();
  await page.getByRole('button', { name: 'Nouvelle publication', exact: true }).click();
  await sheetOf(page).getByRole('button', { name: 'Choisir des images' }).click();
  const picker = page.getByRole('dialog', { name: 'Choisir des images' });
  await picker.locator('.picker-item').first().click();
  await picker.getByRole('button', { name: 'Ajouter 1 image' }).click();
  await captionOf(page).fill(`Trop long ${'é'.repeat(2200)}`);
  await expect(sheetOf(page).locator('.counters .over')).toContainText('2');
  const checks = sheetOf(page).getByRole('list', { name: 'Vérifications' });
  await expect(checks.locator('.check-error')).toHaveCount(1);
  await sheetOf(page).getByRole('button', { name: 'Publier maintenant' }).click();
  await expect(sheetOf(page).getByRole('alert')).toBeVisible();
  await shoot(page, 'bad-caption');
  const targets = z.object({ targets: z.array(z.unknown()) });
  expect((await studio.call('publishing/targets', {}, targets)).targets).toEqual([]);
  await captionOf(page).fill('L’arum est arrivé');
  await expect(checks.locator('.check-error')).toHaveCount(0);
});

async function openWhen(page: Page): Promise<Locator> {
  await sheetOf(page)
    .getByRole('button', { name: /Date et heure/ })
    .click();
  const panel = page.getByRole('dialog', { name: 'Date et heure' });
  await expect(panel.getByRole('textbox', { name: 'Heure' })).toBeVisible();
  return panel;
}

test('refuses a time that is past before anything is sent', async () => {
  const { page } = window;
  const panel = await openWhen(page);
  await panel.getByRole('button', { name: longDay(new Date()), exact: true }).click();
  await panel.getByRole('textbox', { name: 'Heure' }).fill('00:00');
  await expect(panel).toContainText('Cette heure est déjà passée.');
  await expect(sheetOf(page).getByRole('button', { name: 'Heure déjà passée' })).toBeDisabled();
  await shoot(page, 'bad-past');
  await page.keyboard.press('Escape');
});

/** The last Sunday of the March to come: the clocks of Paris go from 2:00 to 3:00. */
function nextGap(): Date {
  const now = new Date();
  const lastSunday = (year: number) => {
    const day = new Date(year, 2, 31, 12);
    day.setDate(31 - day.getDay());
    return day;
  };
  const thisYear = lastSunday(now.getFullYear());
  return thisYear > now ? thisYear : lastSunday(now.getFullYear() + 1);
}

test('offers the hours beside one that the clocks skip', async () => {
  const { page } = window;
  const gap = nextGap();
  const panel = await openWhen(page);
  const day = panel.getByRole('button', { name: longDay(gap), exact: true });
  for (let month = 0; month < 13 && !(await day.isVisible()); month++)
    await panel.getByRole('button', { name: 'Mois suivant' }).click();
  await day.click();
  await panel.getByRole('textbox', { name: 'Heure' }).fill('02:30');
  await expect(panel).toContainText('l’horloge avance et saute cette heure');
  await expect(sheetOf(page).getByRole('button', { name: 'Heure inexistante' })).toBeDisabled();
  await shoot(page, 'bad-gap');
  await panel.getByRole('button', { name: '03:30' }).click();
  await panel.getByRole('button', { name: 'Choisir', exact: true }).click();
  await expect(
    sheetOf(page).getByRole('button', { name: /Programmer pour dim\. .*3:30/ }),
  ).toBeEnabled();
});

test('keeps the words when the window is loaded again in the middle of them', async () => {
  const { page } = window;
  const words = 'Trois arums, le matin, et encore des mots';
  await captionOf(page).fill(words);
  await page.reload();
  await expect(captionOf(page)).toHaveValue(words);
});

const lineButton = (page: Page, name: RegExp | string) =>
  page.getByRole('banner').getByRole('button', { name });

test('shows the line as lost when the network is gone, and as back when it is', async () => {
  const { page } = window;
  await sheetOf(page).getByRole('button', { name: 'Fermer' }).click();
  const port = Number(new URL(practice.url).port);
  await practice.kill();
  await page.getByRole('link', { name: /Messages/ }).click();
  await page.getByRole('button', { name: 'Comptes et vues' }).click();
  await page.getByRole('menuitem', { name: 'Relire les réseaux' }).click();
  await expect(lineButton(page, /^Hors ligne/)).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText('Hors ligne : les réseaux n’ont pas été relus.')).toBeVisible();
  await lineButton(page, /^Hors ligne/).click();
  await expect(page.getByText('Pas de connexion pour le moment.')).toBeVisible();
  await shoot(page, 'bad-line');
  await page.keyboard.press('Escape');
  practice = await startPractice(join(folder.path, 'network'), port);
  await expect(lineButton(page, 'En ligne')).toBeVisible({ timeout: 90_000 });
});

test('says that the studio is gone, keeps the words, and goes on after it is opened again', async () => {
  const { page } = window;
  await page.getByRole('link', { name: 'Plan' }).click();
  await page.getByRole('button', { name: 'Nouvelle publication', exact: true }).click();
  await studio.kill();
  await captionOf(page).fill('Écrit sans studio');
  const banner = page.getByRole('alert').filter({ hasText: 'La fenêtre ne joint plus le studio.' });
  await expect(banner).toBeVisible({ timeout: 30_000 });
  await shoot(page, 'bad-studio-gone');
  studio = await startStudio({
    graph: practice.url,
    dataDir: studio.dataDir,
    port: Number(new URL(studio.url).port),
  });
  await page.goto(`${studio.url}/?token=${studio.token}#/plan?new=1`);
  await expect(banner).toBeHidden();
  await expect(captionOf(page)).toHaveValue('Écrit sans studio');
});
