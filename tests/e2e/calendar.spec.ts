import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { z } from 'zod';
import { until } from '../../scripts/demo/programs.ts';
import { fillCalendar } from './support/fill-calendar.ts';
import { expectFits, expectNoAxe, shoot } from './support/look-at.ts';
import { startStudio, type RunningStudio } from './support/running-studio.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

const postCount = 10_000;
const hourMs = 3_600_000;
const accounts = z.object({
  accounts: z.array(z.object({ id: z.string(), network: z.string() })),
});
const written = z.object({ postId: z.string() });
const drafts = z.object({ items: z.array(z.object({ title: z.string() })) });

let dataDir: string;
let studio: RunningStudio;
let window: StudioWindow;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  dataDir = mkdtempSync(join(tmpdir(), 'vitrine-calendar-'));
  const first = await startStudio({ dataDir });
  const page = await until('the accounts of practice', async () => {
    const found = await first.call('accounts/list', {}, accounts);
    return found.accounts.find((account) => account.network === 'facebook');
  });
  await first.stop();
  // All in this month and the next, from the hour after next on.
  const from = Math.ceil(Date.now() / hourMs + 2) * hourMs;
  const to = endOfNextMonth(from);
  fillCalendar(dataDir, page, { count: postCount, from, to });
  studio = await startStudio({ dataDir });
  for (const caption of ['Brouillon un', 'Brouillon deux', 'Brouillon trois'])
    await studio.call('posts/create', { accountIds: [page.id], caption, media: [] }, written);
  window = await openWindow(browser, studio, { path: '#/plan' });
  await expect(window.page.getByRole('heading', { level: 1 })).toBeVisible();
  await watchLongTasks(window.page);
});

test.afterEach(() => expect(window.takeFaults()).toEqual([]));

test.afterAll(async () => {
  await window?.close();
  await studio?.stop();
  if (dataDir) rmSync(dataDir, { recursive: true, force: true });
});

/** Midnight in UTC after the month that follows the one of `at`: still within what the list shows. */
function endOfNextMonth(at: number): number {
  const day = new Date(at);
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 2, 1) - 3 * hourMs;
}

async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(globalThis, { longTasks: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.push(Math.round(entry.duration));
    }).observe({ type: 'longtask' });
  });
}

/** What went before, such as a look for broken rules, is no part of the next measure. */
const forgetLongTasks = (page: Page) =>
  page.evaluate(() => {
    (globalThis as unknown as { longTasks: number[] }).longTasks.length = 0;
  });

/** Long tasks of the page since the last look, printed for who reads the run. */
async function tellLongTasks(page: Page, what: string): Promise<void> {
  const seen = await page.evaluate(() =>
    (globalThis as unknown as { longTasks: number[] }).longTasks.splice(0),
  );
  console.log(`long tasks, ${what}: ${seen.length === 0 ? 'none' : `${seen.join(', ')} ms`}`);
}

const view = async (page: Page, name: string) => {
  await page.getByRole('radiogroup', { name: 'Vue' }).getByRole('radio', { name }).click();
};
const toast = (page: Page) => page.locator('.toasts');

test('a month of thousands draws a few posts a day and tells how many more there are', async () => {
  const { page } = window;
  await view(page, 'Mois');
  await expect(page.locator('.day-more').first()).toBeVisible();
  await tellLongTasks(page, 'opening a month of thousands');
  expect(await page.locator('.month .tile, .month .mini').count()).toBeLessThan(200);
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await shoot(page, `calendar-month-full-${scheme}`);
    await expectNoAxe(page, `month of thousands, ${scheme}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
});

test('the list scrolls through ten thousand and draws only what is seen', async () => {
  const { page } = window;
  await forgetLongTasks(page);
  await view(page, 'Liste');
  const rows = page.locator('.plan-list [data-post]');
  await expect(rows.first()).toBeVisible();
  await tellLongTasks(page, 'opening the list');
  const body = page.locator('.plan-body');
  for (let step = 1; step <= 20; step++) {
    await body.evaluate((frame, share) => {
      frame.scrollTop = frame.scrollHeight * share;
      return new Promise((done) => requestAnimationFrame(() => done(undefined)));
    }, step / 20);
    await expect(rows.first()).toBeVisible();
    expect(await rows.count()).toBeLessThan(60);
  }
  await tellLongTasks(page, 'scrolling through the list');
  await expect(page.getByText(`Arrivage ${postCount}`, { exact: true })).toBeVisible();
  await body.evaluate((frame) => (frame.scrollTop = 0));
  await expectNoAxe(page, 'list');
});

test('a day shows its hours, and fits', async () => {
  const { page } = window;
  await view(page, 'Mois');
  await forgetLongTasks(page);
  await page.locator('.day-more').first().click();
  await expect(page.getByRole('radio', { name: 'Jour' })).toBeChecked();
  await expect(page.locator('.hour-row .tile').first()).toBeVisible();
  await tellLongTasks(page, 'opening a day');
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 1024, height: 700 },
  ])
    for (const scheme of ['light', 'dark'] as const) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme: scheme });
      const where = `calendar-day-${viewport.width}-${scheme}`;
      await shoot(page, where);
      await expectFits(page, where);
      await expectNoAxe(page, where);
    }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'light' });
});

test('Delete takes a date away, and undo gives the same one back', async () => {
  const { page } = window;
  await page.getByRole('button', { name: 'Jour suivant' }).click();
  const tile = page.locator('.hour-row .tile').first();
  await expect(tile).toBeVisible();
  const id = await tile.getAttribute('data-post');
  const own = page.locator(`.hour-row [data-post="${id}"]`);
  const before = await own.textContent();
  await tile.focus();
  await page.keyboard.press('Delete');
  await expect(own).toHaveCount(0);
  await expect(page.locator(`.tray [data-post="${id}"]`)).toBeVisible();
  await toast(page).getByRole('button', { name: 'Annuler' }).last().click();
  await expect(own).toHaveText(before ?? '');
});

test('places one draft by a key, the others in a rhythm, and takes them back', async () => {
  const { page } = window;
  const tray = page.locator('.tray');
  const titles = async () =>
    (await studio.call('posts/drafts', {}, drafts)).items.map((item) => item.title).sort();
  await tray.getByRole('button', { name: /Brouillon un/ }).focus();
  await page.keyboard.press('p');
  await expect(toast(page).getByText(/^Publication placée/)).toBeVisible();
  await expect.poll(titles).toEqual(['Brouillon deux', 'Brouillon trois']);
  await tray.getByRole('button', { name: 'Placer les 2' }).click();
  const panel = page.getByRole('dialog', { name: 'Placer les 2' });
  await expect(panel).toBeVisible();
  await shoot(page, 'calendar-place');
  await expectNoAxe(page, 'placing drafts');
  await panel.getByRole('button', { name: 'Placer à ce rythme' }).click();
  await expect(toast(page).getByText(/^2 publications placées/)).toBeVisible();
  await expect.poll(titles).toEqual([]);
  await toast(page).getByRole('button', { name: 'Annuler' }).last().click();
  await expect.poll(titles).toEqual(['Brouillon deux', 'Brouillon trois']);
});

test('shows only what the filters let through', async () => {
  const { page } = window;
  await view(page, 'Liste');
  await page.getByRole('button', { name: 'Filtrer', exact: true }).click();
  const panel = page.getByRole('dialog', { name: /^Filtrer/ });
  await panel.getByRole('combobox', { name: 'État' }).selectOption('Manquée');
  await expect(page.getByText('Rien ne répond à ces filtres.')).toBeVisible();
  await shoot(page, 'calendar-filters');
  await expectNoAxe(page, 'filters');
  await panel.getByRole('combobox', { name: 'État' }).selectOption('Planifiée');
  await expect(page.locator('.plan-list [data-post]').first()).toBeVisible();
  await panel.getByRole('button', { name: 'Choisir un produit' }).click();
  await panel.locator('.chooser .row').first().click();
  await expect(page.getByText('Rien ne répond à ces filtres.')).toBeVisible();
  await panel.getByRole('button', { name: 'Tout afficher' }).click();
  await expect(page.locator('.plan-list [data-post]').first()).toBeVisible();
});
