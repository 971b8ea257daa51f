import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
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
const planned = z.object({ plan: z.object({ wall: z.string() }).optional() });
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
  const to = endOfNextMonth(Date.now());
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

/** Shortly before the month ends that follows the one of `at`: still within what the list shows. */
function endOfNextMonth(at: number): number {
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth() + 2, 1).getTime() - 3 * hourMs;
}

async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(globalThis, { longTasks: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.push(Math.round(entry.duration));
    }).observe({ type: 'longtask', buffered: true });
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

test('the list has its full length at once, and asks only for what is on screen', async () => {
  const { page } = window;
  await view(page, 'Liste');
  const heard = countAnswers(page);
  await page.reload();
  await watchLongTasks(page);
  const rows = page.locator('.plan-list [data-post]');
  await expect(rows.first()).toBeVisible();
  await tellLongTasks(page, 'opening the window on the list');
  expect(heard.most()).toBeGreaterThan(0);
  expect(heard.most()).toBeLessThan(postCount / 10);
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
  expect(heard.most()).toBeLessThan(postCount / 10);
  await body.evaluate((frame) => (frame.scrollTop = 0));
  await expect(rows.first()).toBeVisible();
  await shoot(page, 'calendar-list-full');
  await expectNoAxe(page, 'list');
});

/** How many posts the largest answer over the link held. */
function countAnswers(page: Page) {
  let most = 0;
  const read = ({ payload }: { payload: string | Buffer }) => {
    most = Math.max(most, String(payload).split('"accountIds"').length - 1);
  };
  // The line of a window that is loaded from now on.
  page.once('websocket', (socket) => void socket.on('framereceived', read));
  return { most: () => most };
}

test('a day stands on its hours, and fits', async () => {
  const { page } = window;
  await view(page, 'Mois');
  await forgetLongTasks(page);
  await page.locator('.day-more').first().click();
  await expect(page.getByRole('radio', { name: 'Jour' })).toBeChecked();
  await expect(page.locator('.hour-column .tile').first()).toBeVisible();
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

/** In two months nothing is planned yet: there a post is found again. */
async function openQuietWeek(page: Page): Promise<void> {
  await view(page, 'Mois');
  await page.getByRole('button', { name: 'Aujourd’hui', exact: true }).click();
  for (let month = 0; month < 2; month++)
    await page.getByRole('button', { name: 'Mois suivant' }).click();
  await view(page, 'Semaine');
  // Away from the days on which clocks change.
  await page.getByRole('button', { name: 'Semaine suivante' }).click();
}

const plannedWall = async (postId: string) =>
  (await studio.call('posts/get', { postId }, planned)).plan?.wall;

test('a draft is drawn onto an hour, carried by hand and by key, and taken back', async () => {
  const { page } = window;
  await openQuietWeek(page);
  const column = page.locator('.hour-column').nth(2);
  const date = (await column.locator('time').getAttribute('datetime')) ?? '';
  const draft = page.locator('.tray').getByRole('button', { name: /Brouillon un/ });
  const postId = (await draft.getAttribute('data-post')) ?? '';
  const hour = page.locator(`[data-spot="${date}T12"]`);
  await hour.scrollIntoViewIfNeeded();
  await carryTo(page, draft, hour);
  const tile = column.locator(`[data-post="${postId}"]`);
  await expect(tile).toBeVisible();
  await expect.poll(() => plannedWall(postId)).toMatch(new RegExp(`^${date}T1[12]:(00|15|30|45)$`));
  const first = await plannedWall(postId);

  await tile.focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => plannedWall(postId)).toBe(shiftedBy(first, 15));
  await expect(tile).toBeFocused();
  await page.keyboard.press('Alt+ArrowRight');
  const moved = page.locator('.hour-column').nth(3).locator(`[data-post="${postId}"]`);
  await expect(moved).toBeFocused();
  await expect.poll(() => plannedWall(postId)).toBe(shiftedBy(first, 15 + 24 * 60));
  await shoot(page, 'calendar-week');
  await expectNoAxe(page, 'week by hours');

  await page.keyboard.press('Control+z');
  await expect.poll(() => plannedWall(postId)).toBe(shiftedBy(first, 15));
  await page.keyboard.press('Control+z');
  await expect.poll(() => plannedWall(postId)).toBe(first);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => plannedWall(postId)).toBe(shiftedBy(first, 15));

  await tile.focus();
  await page.keyboard.press('Delete');
  await expect(page.locator(`.tray [data-post="${postId}"]`)).toBeVisible();
  await toast(page).getByRole('button', { name: 'Annuler' }).last().click();
  await expect.poll(() => plannedWall(postId)).toBe(shiftedBy(first, 15));
  await tile.focus();
  await page.keyboard.press('Delete');
  await expect.poll(() => plannedWall(postId)).toBeUndefined();
});

/** Draws something over something else, as a hand does. */
async function carryTo(page: Page, what: Locator, where: Locator): Promise<void> {
  const [from, to] = [await what.boundingBox(), await where.boundingBox()];
  if (!from || !to) throw new Error('nothing to carry, or nowhere to put it');
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 30, from.y - 20);
  await page.mouse.move(to.x + 20, to.y + 10, { steps: 8 });
  await expect(page.locator('.tile-flying')).toBeVisible();
  await page.mouse.up();
}

function shiftedBy(wall: string | undefined, minutes: number): string {
  const at = Date.parse(`${wall ?? ''}:00Z`) + minutes * 60_000;
  return new Date(at).toISOString().slice(0, 16);
}

/** The month that is full of posts, and those of its own days that are drawn. */
async function openNextMonth(page: Page): Promise<Locator> {
  await view(page, 'Mois');
  await page.getByRole('button', { name: 'Aujourd’hui', exact: true }).click();
  await page.getByRole('button', { name: 'Mois suivant' }).click();
  const tiles = page.locator('.day:not(.day-out) .tile');
  // Four on each day.
  await expect.poll(() => tiles.count()).toBeGreaterThan(100);
  return tiles;
}

test('arrows go from post to post, and zooming keeps what is seen', async () => {
  const { page } = window;
  const tiles = await openNextMonth(page);
  await tiles.first().focus();
  const [one, two] = [tiles.first(), tiles.nth(1)];
  await page.keyboard.press('ArrowDown');
  await expect(two).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(one).toBeFocused();
  await page.keyboard.press('ArrowRight');
  const focused = page.locator(':focus');
  await expect(focused).toHaveClass(/tile/);
  await expect(focused).not.toHaveAttribute('data-of', (await one.getAttribute('data-of')) ?? '');
  const drawn = await tiles.count();
  await page.keyboard.press('+');
  await expect.poll(() => tiles.count()).toBeGreaterThan(drawn);
  await page.keyboard.press('-');
  await expect.poll(() => tiles.count()).toBe(drawn);
});

test('picked posts go together: into a campaign, by days, and back in one step each', async () => {
  const { page } = window;
  const tiles = await openNextMonth(page);
  await page.getByRole('button', { name: 'Autres actions du plan' }).click();
  await page.getByRole('menuitem', { name: 'Campagnes' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Nouvelle campagne' }).click();
  await sheet.getByRole('button', { name: 'Créer la campagne' }).click();
  await expect(sheet.getByText('Donnez un nom à la campagne.')).toBeVisible();
  await sheet.getByRole('textbox', { name: 'Nom', exact: true }).fill('Noël en boutique');
  await sheet.getByRole('radio', { name: 'Feuille' }).click();
  await sheet.getByRole('textbox', { name: 'Nombre visé' }).fill('12');
  await sheet.getByRole('combobox', { name: 'De quoi' }).selectOption('Publications parues');
  await shoot(page, 'campaign-new');
  await expectNoAxe(page, 'new campaign');
  await sheet.getByRole('button', { name: 'Créer la campagne' }).click();
  await expect(sheet.getByText('0 sur 12 publications')).toBeVisible();
  await sheet.getByRole('button', { name: 'Fermer' }).click();
  await expect(
    page.getByRole('button', { name: 'Campagne Noël en boutique' }).first(),
  ).toBeVisible();

  const ids = await Promise.all(
    [0, 1, 2].map((nth) =>
      tiles
        .nth(nth)
        .getAttribute('data-post')
        .then((id) => id ?? ''),
    ),
  );
  await tiles.first().click({ modifiers: ['Control'] });
  await tiles.nth(2).click({ modifiers: ['Shift'] });
  const bar = page.getByRole('toolbar', { name: '3 choisis' });
  await expect(bar).toBeVisible();
  await shoot(page, 'calendar-picked');
  await expectFits(page, 'calendar-picked');
  await expectNoAxe(page, 'picked posts');
  await bar.getByRole('button', { name: 'Campagne' }).click();
  await page.getByRole('menuitem', { name: 'Noël en boutique' }).click();
  await expect(toast(page).getByText(/^3 publications ajoutées/)).toBeVisible();

  const before = await Promise.all(ids.map(plannedWall));
  await bar.getByRole('button', { name: 'Déplacer…' }).click();
  const panel = page.getByRole('dialog', { name: 'Déplacer…' });
  await panel.getByRole('textbox', { name: 'De combien de jours' }).fill('2');
  await panel.getByRole('button', { name: 'Plus tard' }).click();
  const later = before.map((wall) => shiftedBy(wall, 2 * 24 * 60));
  await expect.poll(() => Promise.all(ids.map(plannedWall))).toEqual(later);
  await page.keyboard.press('Control+z');
  await expect.poll(() => Promise.all(ids.map(plannedWall))).toEqual(before);
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
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
  await panel.getByRole('combobox', { name: 'Campagne' }).selectOption('Noël en boutique');
  await page.getByRole('button', { name: 'Aujourd’hui', exact: true }).click();
  await expect(page.locator('.plan-list [data-post]')).toHaveCount(3);
});

test('the right button offers what can be done with a post', async () => {
  const { page } = window;
  const row = page.locator('.plan-list [data-post]').first();
  await row.click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: 'Un jour plus tard' })).toBeVisible();
  await shoot(page, 'calendar-menu');
  await page.getByRole('menuitem', { name: 'Aucune campagne' }).click();
  await expect(toast(page).getByText('Publication retirée de sa campagne.')).toBeVisible();
  await expect(page.locator('.plan-list [data-post]')).toHaveCount(2);
});
