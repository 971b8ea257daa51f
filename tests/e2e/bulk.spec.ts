import { join } from 'node:path';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import iconv from 'iconv-lite';
import { z } from 'zod';
import { until } from '../../scripts/demo/programs.ts';
import { dayAfter, isoDay, wednesday } from './support/calendar-days.ts';
import { ownFolder, samplePhoto } from './support/files.ts';
import { expectFits, expectNoAxe, shoot } from './support/look-at.ts';
import { startStudio, type RunningStudio } from './support/running-studio.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

test.describe.configure({ mode: 'serial' });

const accounts = z.object({
  accounts: z.array(z.object({ name: z.string(), network: z.string() })),
});
const tiles = z.object({ items: z.array(z.object({ title: z.string(), at: z.string() })) });

const folder = ownFolder();
let studio: RunningStudio;
let window: StudioWindow;
let pageName: string;

test.beforeAll(async ({ browser }) => {
  studio = await startStudio();
  const page = await until('the accounts of practice', async () => {
    const found = await studio.call('accounts/list', {}, accounts);
    return found.accounts.find((account) => account.network === 'facebook');
  });
  // The Instagram account has the same name.
  pageName = `${page.name} (Facebook)`;
  window = await openWindow(browser, studio, { path: '#/plan' });
});
test.afterEach(() => expect(window.takeFaults()).toEqual([]));
test.afterAll(async () => {
  await window?.close();
  await studio?.stop();
  folder.remove();
});

const first = wednesday();
const second = dayAfter(first);
const frenchDay = (day: Date) => isoDay(day).split('-').reverse().join('/');

/** Six posts as a French spreadsheet saves them: a misspelt account, no time, a photo that is not there. */
function writeTable(): string {
  const [a, b] = [frenchDay(first), frenchDay(second)];
  const rows = [
    'Date;Heure;Comptes;Texte;Photos et vidéos;Textes alternatifs',
    `${a};18h30;${pageName};Les arums sont de retour;arum.jpg;Un arum`,
    `${a};19h30;${pageName}x;L’hibiscus tient l’hiver;;`,
    `${a};20h30;${pageName}x;Conseil du mercredi;;`,
    `${b};;${pageName};Sans heure;;`,
    `${b};12h15;${pageName};La photo manque;aurm.jpg;Un arum`,
    `;;${pageName};Idée pour plus tard;;`,
  ];
  const path = join(folder.path, 'plan de décembre.csv');
  writeFileSync(path, iconv.encode(rows.join('\r\n'), 'win1252'));
  return path;
}

const planned = async () => {
  const range = { from: new Date(0).toISOString(), to: '2100-01-01T00:00:00.000Z' };
  return (await studio.call('posts/calendar', range, tiles)).items.map((tile) => tile.title);
};
const sheet = (page: Page) => page.getByRole('dialog', { name: 'Importer un tableau' });
const toast = (page: Page) => page.locator('.toasts');

async function look(page: Page, where: string): Promise<void> {
  for (const [width, height, colorScheme] of [
    [1280, 800, 'light'],
    [1024, 700, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    const name = `bulk-${where}-${width}-${colorScheme}`;
    await shoot(page, name);
    await expectFits(page, name);
    await expectNoAxe(page, name);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'light' });
}

test('a table with three mistakes is read, and each is told at its cell', async () => {
  const { page } = window;
  await page.getByRole('button', { name: 'Autres actions du plan' }).click();
  await page.getByRole('menuitem', { name: 'Importer un tableau…' }).click();
  await expect(sheet(page).getByRole('button', { name: 'Choisir un tableau' })).toBeVisible();
  await look(page, 'start');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    sheet(page).getByRole('button', { name: 'Choisir un tableau' }).click(),
  ]);
  await chooser.setFiles(writeTable());
  await expect(sheet(page).getByRole('radio', { name: 'À corriger 5' })).toBeChecked();
  await expect(
    sheet(page).getByText('Le fichier « arum.jpg » est introuvable.').first(),
  ).toBeVisible();
  await look(page, 'errors');
});

test('it is still there after the window was loaded again', async () => {
  const { page } = window;
  await page.reload();
  await expect(sheet(page).getByRole('radio', { name: 'À corriger 5' })).toBeChecked();
});

test('photos are brought by name, a word is mended everywhere, a cell where it stands', async () => {
  const { page } = window;
  await sheet(page).getByRole('button', { name: '2 photos introuvables' }).click();
  const media = page.getByRole('dialog', { name: 'Apporter les photos et vidéos' });
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    media.getByRole('button', { name: 'Choisir des fichiers' }).click(),
  ]);
  await chooser.setFiles({
    name: 'ARUM.JPG',
    mimeType: 'image/jpeg',
    buffer: readFileSync(samplePhoto('botany-flowers.jpg')),
  });
  await media.getByRole('button', { name: 'Prendre ARUM.JPG' }).click();
  await expect(media.getByText('Toutes les photos sont trouvées.')).toBeVisible();
  await shoot(page, 'bulk-media');
  await expectNoAxe(page, 'bulk media');
  await page.keyboard.press('Escape');
  const everywhere = sheet(page).getByRole('button', {
    name: `Partout : ${pageName}`,
  });
  await everywhere.click();
  await expect(toast(page).getByText('2 lignes changées.')).toBeVisible();
  await expect(sheet(page).getByRole('radio', { name: 'À corriger 1' })).toBeVisible();
  const row = sheet(page).getByRole('row', { name: /Ligne 5/ });
  await row.getByRole('button', { name: /^Heure/ }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('9h');
  await page.keyboard.press('Enter');
  await expect(sheet(page).getByRole('radio', { name: 'À corriger 0' })).toBeVisible();
  await expect(sheet(page).getByRole('radio', { name: 'Toutes 6' })).toBeChecked();
  await expect(sheet(page).getByRole('row', { name: /Ligne 7/ })).toBeVisible();
  await look(page, 'ready');
});

test('all is planned at once, taken back by one undo, brought back, and exported', async () => {
  const { page } = window;
  await sheet(page).getByRole('button', { name: 'Planifier 6 publications' }).click();
  await expect(toast(page).getByText('6 publications importées.')).toBeVisible();
  await expect.poll(planned).toHaveLength(5);
  await toast(page).getByRole('button', { name: 'Annuler' }).last().click();
  await expect(toast(page).getByText('6 publications retirées.')).toBeVisible();
  await expect.poll(planned).toEqual([]);
  await page.goto(`${studio.url}/#/plan?bulk=import`);
  await sheet(page).getByRole('button', { name: 'Rétablir' }).click();
  await expect.poll(planned).toHaveLength(5);
  await shoot(page, 'bulk-history');
  await page.goto(`${studio.url}/#/plan?bulk=export`);
  const dialog = page.getByRole('dialog', { name: 'Exporter les publications' });
  await dialog.getByRole('combobox', { name: 'Quelles publications' }).selectOption('coming');
  await dialog.getByRole('radio', { name: 'CSV' }).click();
  await shoot(page, 'bulk-export');
  await expectNoAxe(page, 'bulk export');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Exporter' }).click(),
  ]);
  const lines = readFileSync(await download.path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(lines[0]).toContain('Date;Heure;');
  expect(lines).toHaveLength(6);
  // The sample shop has the same photo already: the library keeps it once, under its first name.
  expect(lines[1]).toContain('botany-flowers.jpg');
});
