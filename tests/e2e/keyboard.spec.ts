import { expect, test, type Locator, type Page } from '@playwright/test';
import { dayAfter, isNextWeek, isoDay, longDay, wednesday } from './support/calendar-days.ts';
import { fillInbox } from './support/fill-shop.ts';
import { expectFocusSeen } from './support/look-at.ts';
import { startStudio, type RunningStudio } from './support/running-studio.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';
import { carryToNextDay } from './support/carry-post.ts';

// Nothing here presses a mouse button.
test.describe.configure({ mode: 'serial', timeout: 240_000 });

let studio: RunningStudio;
let window: StudioWindow;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  studio = await startStudio();
  await fillInbox(studio.call);
  window = await openWindow(browser, studio);
  await expect(window.page.getByRole('heading', { level: 1 })).toBeVisible();
});

test.afterEach(() => expect(window.takeFaults()).toEqual([]));

test.afterAll(async () => {
  await window?.close();
  await studio?.stop();
});

const hasFocus = (locator: Locator) =>
  locator.evaluateAll((all) => all.some((one) => one === document.activeElement));

/** Goes on by Tab until the focus stands on `to`; it can be seen at every stop on the way. */
async function tabTo(page: Page, to: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let stops = 0; stops < 90; stops++) {
    if (await hasFocus(to)) return;
    await page.keyboard.press(key);
    // Behind the last stop the focus goes to the browser itself, then to the first again.
    const isOutside = await page.evaluate(() => document.activeElement === document.body);
    if (!isOutside) await expectFocusSeen(page);
  }
  throw new Error(`90 presses of ${key} do not reach ${to.toString()}`);
}

async function pressOn(page: Page, to: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, to);
  await page.keyboard.press(key);
}

const rail = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: 'Écrans' }).getByRole('link', { name });

test('jumps over the frame and opens every screen from the rail', async () => {
  const { page } = window;
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Aller au contenu' })).toBeFocused();
  await expectFocusSeen(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  const screens = {
    Plan: 'plan',
    Studio: 'studio',
    Messages: 'inbox',
    Catalogue: 'catalogue',
    Réglages: 'settings',
  };
  for (const [name, path] of Object.entries(screens)) {
    await pressOn(page, rail(page, new RegExp(`^${name}`)));
    await expect(page).toHaveURL(new RegExp(`#/${path}`));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test('finds a product in the palette, opens it and changes its stock', async () => {
  const { page } = window;
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Chercher ou faire…' });
  await expect(palette.getByRole('textbox').or(palette.getByRole('searchbox'))).toBeFocused();
  await page.keyboard.type('Hibiscus');
  await expect(palette.getByRole('button', { name: /Hibiscus rouge/ }).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog', { name: 'Hibiscus rouge, 17 cm' });
  await expect(sheet).toBeVisible();
  await tabTo(page, sheet.getByRole('textbox', { name: 'Stock' }));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('9');
  await page.keyboard.press('Tab');
  await expect(sheet.getByText('Enregistré')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
});

test('makes a picture', async () => {
  const { page } = window;
  await pressOn(page, rail(page, /^Studio/));
  await pressOn(page, page.getByRole('checkbox', { name: /Arum d’Éthiopie/ }), 'Space');
  await tabTo(
    page,
    page.getByRole('radiogroup', { name: 'Modèle' }).getByRole('radio', { checked: true }),
  );
  await page.keyboard.press('ArrowRight');
  await pressOn(page, page.getByRole('button', { name: /^Faire \d image/ }));
  await expect(page.getByRole('button', { name: 'Préparer 1 publication' })).toBeEnabled({
    timeout: 90_000,
  });
});

test('writes a post with a picture and a tag, and schedules it', async () => {
  const { page } = window;
  await pressOn(page, rail(page, /^Plan/));
  await page.keyboard.press('n');
  const sheet = page.locator('.composer-sheet');
  await pressOn(page, sheet.getByRole('button', { name: 'Choisir des images' }));
  const picker = page.getByRole('dialog', { name: 'Choisir des images' });
  await pressOn(page, picker.locator('.picker-item').first(), 'Space');
  await pressOn(page, picker.getByRole('button', { name: 'Ajouter 1 image' }));
  await expect(picker).toBeHidden();
  await tabTo(page, sheet.getByRole('button', { name: 'Étiqueter un produit' }));
  await page.keyboard.press('Enter');
  await page.keyboard.type('Arum');
  await expect(sheet.locator('.chooser .row')).toHaveCount(1);
  await page.keyboard.press('Enter');
  const pin = sheet.getByRole('button', { name: /^Étiquette : Arum/ });
  await tabTo(page, pin);
  const before = await pin.boundingBox();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await pin.boundingBox())?.x).toBeLessThan(before?.x ?? 0);
  await tabTo(page, sheet.getByRole('textbox', { name: 'Texte de la publication' }));
  await page.keyboard.type('Au clavier seulement');
  await pressOn(page, sheet.getByRole('button', { name: /Date et heure/ }));
  const panel = page.getByRole('dialog', { name: 'Date et heure' });
  await tabTo(page, panel.locator('[data-selected]'));
  const wanted = panel.getByRole('button', { name: longDay(wednesday()), exact: true });
  for (let days = 0; days < 14 && !(await hasFocus(wanted)); days++)
    await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await tabTo(page, panel.getByRole('textbox', { name: 'Heure' }));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('18:30');
  await pressOn(page, panel.getByRole('button', { name: 'Choisir', exact: true }));
  await pressOn(page, sheet.getByRole('button', { name: /Programmer pour mer\. 18:30/ }));
  await expect(page.getByText('Publication planifiée.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
});

test('carries the post to the next day, and back', async () => {
  const { page } = window;
  const day = wednesday();
  const next = dayAfter(day);
  const views = page.getByRole('radiogroup', { name: 'Vue' });
  await tabTo(page, views.getByRole('radio', { checked: true }));
  await page.keyboard.press('ArrowRight');
  await expect(views.getByRole('radio', { name: 'Semaine' })).toBeChecked();
  const tile = page.getByRole('button', { name: /Au clavier seulement/ });
  if (isNextWeek()) await pressOn(page, page.getByRole('button', { name: 'Semaine suivante' }));
  await expect(tile).toBeVisible();
  await pressOn(page, tile, 'Space');
  await expect(page.locator('.tile-flying')).toBeVisible();
  await carryToNextDay(page, isoDay(day), isoDay(next));
  await page.keyboard.press('Space');
  await expect(page.getByText(/Publication déplacée à jeu\./)).toBeVisible();
  await pressOn(page, page.getByRole('button', { name: 'Annuler' }).last());
  await expect
    .poll(() => page.locator('.day', { has: tile }).locator('time').getAttribute('datetime'))
    .toBe(isoDay(day));
});

test('goes through the threads and answers one', async () => {
  const { page } = window;
  await pressOn(page, rail(page, /^Messages/));
  const rows = page.getByRole('list', { name: 'Fils de commentaires' }).getByRole('button');
  await expect(rows.nth(1)).toBeVisible();
  const box = page.getByRole('textbox', { name: /^Répondre à/ });
  // Faster than a thread is read that nobody has opened yet.
  await page.keyboard.press('j');
  await page.keyboard.press('r');
  await expect(rows.nth(1)).toHaveAttribute('aria-current', 'true');
  await expect(box).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(box).not.toBeFocused();
  await page.keyboard.press('k');
  await expect(rows.nth(0)).toHaveAttribute('aria-current', 'true');
  await expect(box).not.toBeFocused();
  await page.keyboard.press('r');
  await expect(box).toBeFocused();
  await expectFocusSeen(page);
  await page.keyboard.type('Merci, elle vous attend en boutique.');
  await page.keyboard.press('Control+Enter');
  const flow = page.getByRole('region', { name: /^Échange avec/ });
  await expect(flow.getByRole('listitem').last()).toContainText('Envoyée', { timeout: 60_000 });
});

test('goes offline and back, and looks into what is on its way', async () => {
  const { page } = window;
  await page.keyboard.press('Escape');
  const frame = page.getByRole('banner');
  for (const [now, then] of [
    ['En ligne', /^Hors ligne/],
    [/^Hors ligne/, 'En ligne'],
  ] as const) {
    await pressOn(page, frame.getByRole('button', { name: now }));
    await pressOn(page, page.getByRole('switch', { name: 'Travailler hors ligne' }), 'Space');
    await page.keyboard.press('Escape');
    await expect(frame.getByRole('button', { name: then })).toBeVisible();
  }
  await pressOn(page, frame.getByRole('button', { name: /en cours/ }));
  await expect(page.getByRole('dialog', { name: 'En cours' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'En cours' })).toBeHidden();
});
