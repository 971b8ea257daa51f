import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { z } from 'zod';
import { ownFolder } from './support/files.ts';
import { expectFits, expectNoAxe, shoot } from './support/look-at.ts';
import {
  startPractice,
  startStudio,
  type RunningPractice,
  type RunningStudio,
} from './support/running-studio.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

// From the first screen to connected accounts through an app of one's own, at a network where somebody
// looks after several shops.
test.describe.configure({ mode: 'serial', timeout: 240_000 });

const folder = ownFolder();
const clockFile = join(folder.path, 'clock');
const dayMs = 24 * 60 * 60 * 1000;
const setClock = (at: number) => writeFileSync(clockFile, new Date(at).toISOString());
let practice: RunningPractice;
let studio: RunningStudio;
let window: StudioWindow;

test.beforeAll(async ({ browser }) => {
  setClock(Date.now());
  practice = await startPractice(join(folder.path, 'network'), 0, 'agency');
  studio = await startStudio({ graph: practice.url, clockFile });
  window = await openWindow(browser, studio);
});

test.afterEach(() => expect(window.takeFaults()).toEqual([]));

test.afterAll(async () => {
  await window?.close();
  await studio?.stop();
  await practice?.stop();
  folder.remove();
});

const guide = (page: Page) => page.getByRole('dialog');
const step = (page: Page, name: string) =>
  guide(page).getByRole('listitem').filter({ hasText: name });

async function lookAt(page: Page, name: string) {
  await expectNoAxe(page, name);
  await expectFits(page, name);
  await shoot(page, name);
}

test('begins on the first screen and asks which way to go', async () => {
  const { page } = window;
  await page.getByRole('button', { name: 'Connecter Facebook' }).click();
  await expect(guide(page).getByRole('radio', { name: /Mon application Meta/ })).toBeChecked();
  await expect(guide(page).getByRole('radio', { name: /Mon application Meta/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(guide(page).getByRole('radio', { name: /agence/ })).toBeChecked();
  await lookAt(page, 'connect-ways');
  await guide(page).getByRole('button', { name: 'Continuer' }).click();
  await guide(page).getByLabel('Adresse de connexion').fill('http://login.example');
  await page.keyboard.press('Enter');
  await expect(guide(page).getByRole('alert')).toBeVisible();
  await lookAt(page, 'connect-broker');
  await guide(page).getByRole('button', { name: 'Revenir' }).click();
  await guide(page)
    .getByRole('radio', { name: /Mon application Meta/ })
    .check();
  await guide(page).getByRole('button', { name: 'Continuer' }).click();
  await expect(guide(page).getByLabel('Identifiant de l’application')).toBeFocused();
});

test('checks each step of an app and says which one is wrong', async () => {
  const { page } = window;
  const login = guide(page).getByRole('button', { name: 'Se connecter avec Facebook' });
  await expect(login).toBeDisabled();
  await expect(guide(page).getByText(/\/login\/return$/)).toBeVisible();
  await guide(page).getByLabel('Identifiant de l’application').fill(`${practice.app.id}x`);
  await expect(guide(page).getByText('ne contient que des chiffres')).toBeVisible();
  await guide(page).getByLabel('Identifiant de l’application').fill(practice.app.id);
  await guide(page).getByLabel('Clé secrète').fill('not-the-secret-of-this-app');
  await guide(page).getByLabel('Clé secrète').press('Tab');
  const keys = step(page, 'Recopiez son identifiant');
  await expect(keys.getByText('À corriger')).toHaveCount(1);
  await expect(guide(page).getByLabel('Clé secrète')).toHaveValue('');
  await lookAt(page, 'connect-app-wrong');
  await guide(page).getByLabel('Clé secrète').fill(practice.app.secret);
  await guide(page).getByRole('button', { name: 'Vérifier' }).click();
  await expect(keys.getByText('En ordre')).toHaveCount(1);
  await expect(login).toBeEnabled();
  await lookAt(page, 'connect-app');
});

test('copies the address that the app must know', async () => {
  const { page, context } = window;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await guide(page).getByRole('button', { name: 'Copier' }).click();
  await expect(guide(page).getByRole('button', { name: 'Copié' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(`${studio.url}/login/return`);
});

test('offers what was found, with what each lacks and why', async () => {
  const { page, context } = window;
  const opened = context.waitForEvent('page');
  await guide(page).getByRole('button', { name: 'Se connecter avec Facebook' }).click();
  const tab = await opened;
  await tab.getByRole('checkbox', { name: /Publier sur Instagram/ }).uncheck();
  await tab.getByRole('button', { name: 'Autoriser', exact: true }).click();
  await expect(tab.getByRole('heading', { name: 'Connexion reçue' })).toBeVisible();
  await tab.close();
  const found = guide(page).getByRole('list', { name: 'Comptes trouvés' });
  await expect(found.getByRole('checkbox')).not.toHaveCount(0, { timeout: 30_000 });
  await expect(found.getByRole('checkbox', { checked: false })).not.toHaveCount(0);
  const lacks = found.locator('details').first();
  await lacks.locator('summary').click();
  await expect(lacks.getByRole('listitem')).toHaveText([
    /^Publications, Stories, Reels : l’autorisation n’est pas accordée\..*instagram_content_publish/,
  ]);
  await lookAt(page, 'connect-choose-many');
  for (const size of [{ width: 1024, height: 700 }]) {
    await page.setViewportSize(size);
    await lookAt(page, 'connect-choose-many-1024');
  }
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('connects the chosen ones and shows them in the settings', async () => {
  const { page } = window;
  const boxes = guide(page).getByRole('checkbox', { checked: true });
  const before = await boxes.count();
  await boxes.last().uncheck();
  await guide(page)
    .getByRole('button', { name: `Connecter ${before - 1} comptes` })
    .click();
  const list = z.object({ accounts: z.array(z.object({ name: z.string() })) });
  await expect
    .poll(async () => (await studio.call('accounts/list', {}, list)).accounts.length)
    .toBe(before - 1);
  await page.evaluate(() => (location.hash = '#/settings?part=accounts'));
  await expect(page.locator('.settings-list > li')).toHaveCount(before - 1);
  await lookAt(page, 'connect-accounts-many');
});

test('tells ten days before that the sign-in ends', async () => {
  const { page } = window;
  const first = page.locator('.settings-list > li').first();
  await expect(first).toContainText('Connexion valable jusqu’au');
  await expect(first.getByRole('button', { name: 'Reconnecter' })).toHaveCount(0);
  setClock(Date.now() + 52 * dayMs);
  await expect(first).toContainText(/se termine le .* Reconnectez-vous avant/);
  await expect(first.getByRole('button', { name: 'Reconnecter' })).toBeVisible();
  await lookAt(page, 'connect-accounts-ending');
  await page.evaluate(() => (location.hash = '#/today'));
  const notice = page.getByRole('region', { name: 'Connexions à renouveler' });
  await expect(notice).toContainText('Reconnectez-vous avant');
  await lookAt(page, 'today-sign-in-ending');
  await notice.getByRole('button', { name: 'Voir les comptes' }).click();
  await expect(first).toBeVisible();
});

test('signs in again when the network no longer takes the key', async () => {
  const { page, context } = window;
  const lines = page.locator('.settings-list > li');
  const list = z.object({ accounts: z.array(z.object({ health: z.string(), id: z.string() })) });
  const accounts = async () => (await studio.call('accounts/list', {}, list)).accounts;
  // The network's own clock never moved: what it grants now is good for sixty days from here.
  setClock(Date.now());
  await practice.order('/tokens/expire');
  for (const { id } of await accounts())
    await studio.call('inbox/sync', { accountId: id }, z.unknown()).catch(() => {});
  const again = lines.first().getByRole('button', { name: 'Reconnecter' });
  await expect(again).toBeVisible();
  await expect(lines.first()).toContainText('rien n’est perdu');
  await lookAt(page, 'connect-accounts-expired');
  await again.click();
  await expect(guide(page)).toContainText('Connexion d’entraînement');
  const opened = context.waitForEvent('page');
  await guide(page).getByRole('button', { name: 'Ouvrir la connexion d’entraînement' }).click();
  const tab = await opened;
  await tab.getByRole('button', { name: 'Autoriser', exact: true }).click();
  await expect(tab.getByRole('heading', { name: 'Connexion reçue' })).toBeVisible();
  await tab.close();
  const chosen = guide(page).getByRole('checkbox', { checked: true });
  await expect(chosen).toHaveCount((await accounts()).length, { timeout: 30_000 });
  await guide(page)
    .getByRole('button', { name: /^Connecter \d+ comptes/ })
    .click();
  await guide(page).getByRole('button', { name: 'Terminer' }).click();
  await expect(again).toHaveCount(0);
  expect((await accounts()).map(({ health }) => health)).not.toContain('sign-in');
});
