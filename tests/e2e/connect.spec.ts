import { expect, test, type Locator, type Page } from '@playwright/test';
import { z } from 'zod';
import { expectFits, expectFocusSeen, expectNoAxe, shoot } from './support/look-at.ts';
import { startPictureDepot, type PictureDepot } from './support/picture-depot.ts';
import { startStudio, type RunningStudio } from './support/running-studio.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

// One person connects accounts in the practice shop, by the same login that the networks show.
test.describe.configure({ mode: 'serial', timeout: 240_000 });

const key = 'depot-key-of-the-test';

let studio: RunningStudio;
let window: StudioWindow;
let depot: PictureDepot;

test.beforeAll(async ({ browser }) => {
  depot = await startPictureDepot(key);
  studio = await startStudio();
  window = await openWindow(browser, studio, { path: '#/settings?part=accounts' });
});

test.afterEach(() => expect(window.takeFaults()).toEqual([]));

test.afterAll(async () => {
  await window?.close();
  await studio?.stop();
  await depot?.close();
});

const accountsShape = z.object({
  accounts: z.array(z.object({ network: z.string(), remoteId: z.string(), name: z.string() })),
});
const networksConnected = async () =>
  (await studio.call('accounts/list', {}, accountsShape)).accounts.map((one) => one.network).sort();

const guide = (page: Page) => page.getByRole('dialog');
const lines = (page: Page) => page.locator('.settings-list > li');

/** Presses what opens the login and answers the page that opens in a tab beside. */
async function answerLogin(page: Page, opener: Locator, answer: 'Autoriser' | 'Refuser') {
  const opened = page.context().waitForEvent('page');
  await opener.click();
  const tab = await opened;
  await expect(tab.getByRole('heading', { level: 1 })).toBeVisible();
  await shoot(tab, `connect-login-${answer === 'Autoriser' ? 'yes' : 'no'}`);
  await tab.getByRole('button', { name: answer, exact: true }).click();
  await expect(tab).toHaveURL(/\/login\/return/);
  expect(new URL(tab.url()).search, 'the way back leaves nothing in the address').not.toContain(
    'access_token',
  );
  await shoot(tab, `connect-return-${answer === 'Autoriser' ? 'yes' : 'no'}`);
  await tab.close();
}

test('disconnects an account after saying what that means', async () => {
  const { page } = window;
  await expect(lines(page)).toHaveCount(2);
  await shoot(page, 'connect-accounts');
  await page
    .getByRole('button', { name: /^Déconnecter/ })
    .last()
    .click();
  await expect(guide(page)).toContainText('Rien ne partira plus sur ce compte');
  await expectNoAxe(page, 'disconnect');
  await guide(page).getByRole('button', { name: 'Déconnecter', exact: true }).click();
  await expect(lines(page)).toHaveCount(1);
  expect(await networksConnected()).toEqual(['facebook']);
});

test('refuses at the login once, and is told what follows', async () => {
  const { page } = window;
  await page.getByRole('button', { name: 'Connecter des comptes' }).click();
  await expect(guide(page)).toContainText('Connexion d’entraînement');
  await expectNoAxe(page, 'connect-practice');
  await expectFits(page, 'connect-practice');
  await shoot(page, 'connect-practice');
  const open = guide(page).getByRole('button', { name: 'Ouvrir la connexion d’entraînement' });
  await answerLogin(page, open, 'Refuser');
  await expect(guide(page).getByRole('alert')).toContainText('Vous avez refusé l’accès');
  await expectNoAxe(page, 'connect-refused');
  await shoot(page, 'connect-refused');
  expect(await networksConnected()).toEqual(['facebook']);
});

test('accepts then, chooses among what was found, and has it', async () => {
  const { page } = window;
  await answerLogin(page, guide(page).getByRole('button', { name: 'Recommencer' }), 'Autoriser');
  const found = guide(page).getByRole('list', { name: 'Comptes trouvés' });
  await expect(found.getByRole('checkbox')).toHaveCount(2, { timeout: 30_000 });
  await expect(found.getByText('Déjà connecté')).toHaveCount(1);
  await found.getByRole('checkbox').last().check();
  await expectNoAxe(page, 'connect-choose');
  await expectFits(page, 'connect-choose');
  await shoot(page, 'connect-choose');
  await guide(page).getByRole('button', { name: 'Connecter 2 comptes' }).click();
  await expect(guide(page)).toContainText('2 comptes sont prêts');
  await shoot(page, 'connect-done');
  await guide(page).getByRole('button', { name: 'Terminer' }).click();
  await expect(lines(page)).toHaveCount(2);
  expect(await networksConnected()).toEqual(['facebook', 'instagram']);
});

test('cancels a login that nobody answers, with the keyboard alone', async () => {
  const { page } = window;
  const opener = page.getByRole('button', { name: 'Connecter des comptes' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const open = guide(page).getByRole('button', { name: 'Ouvrir la connexion d’entraînement' });
  await expect(open).toBeFocused();
  await expectFocusSeen(page);
  const opened = page.context().waitForEvent('page');
  await page.keyboard.press('Enter');
  const tab = await opened;
  await expect(guide(page).getByRole('progressbar')).toBeVisible();
  await expectNoAxe(page, 'connect-wait');
  await page.bringToFront();
  await shoot(page, 'connect-wait');
  await guide(page).getByRole('button', { name: 'Annuler la connexion' }).press('Enter');
  await expect(guide(page).getByRole('radio').first()).toBeVisible();
  await tab.getByRole('button', { name: 'Autoriser', exact: true }).click();
  await expect(tab.locator('body')).toContainText(/expiré|inconnue|plus valable|déjà/i);
  await tab.close();
  await page.keyboard.press('Escape');
  await expect(guide(page)).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test('takes a pasted key, and says so when it is none', async () => {
  const { page } = window;
  await page.getByRole('button', { name: 'Connecter des comptes' }).click();
  await guide(page).getByRole('button', { name: 'Essayer la mise en place' }).click();
  await guide(page)
    .getByRole('radio', { name: /Une clé d’accès/ })
    .check();
  await shoot(page, 'connect-way');
  await guide(page).getByRole('button', { name: 'Continuer' }).click();
  const field = guide(page).getByLabel('Clé d’accès');
  await expect(field).toBeFocused();
  await field.fill('EAAB-nothing-anybody-gave');
  await field.press('Enter');
  await expect(guide(page).getByRole('alert')).toContainText('La clé n’ouvre rien');
  await expect(field).toHaveValue('EAAB-nothing-anybody-gave');
  await expectNoAxe(page, 'connect-token');
  await shoot(page, 'connect-token');
  await page.keyboard.press('Escape');
  await expect(guide(page)).toHaveCount(0);
});

test('tries the shop’s own depot for pictures, corrects it and uses it', async () => {
  const { page } = window;
  await page.evaluate(() => (location.hash = '#/settings?part=pictures'));
  await expect(page.getByRole('radio', { name: /page Facebook/ })).toBeChecked();
  await shoot(page, 'pictures-page-photo');
  await page.getByRole('radio', { name: /adresse d’envoi HTTPS/ }).check();
  const trial = page.getByRole('button', { name: 'Essayer avec une image' });
  await trial.click();
  await expect(page.getByText('À remplir.')).toHaveCount(1);
  await page.getByLabel('Adresse d’envoi', { exact: true }).fill(`${depot.url}/{name}`);
  await page.getByLabel('En-tête, facultatif').fill('X-Depot-Key');
  await page.getByLabel('Valeur de l’en-tête').fill('another key');
  await page.getByLabel('Adresse publique').fill(depot.url);
  await trial.click();
  const result = page.getByRole('status', { name: 'Résultat de l’essai' });
  await expect(result.getByText('À corriger')).toHaveCount(1);
  await expectNoAxe(page, 'pictures-failed');
  await expectFits(page, 'pictures-failed');
  await shoot(page, 'pictures-failed');
  expect(depot.received()).toBe(0);

  await page.getByLabel('Valeur de l’en-tête').fill(key);
  await expect(result).toHaveCount(0);
  await trial.click();
  await expect(result.getByText('En ordre')).toHaveCount(3);
  expect(depot.received()).toBe(1);
  expect(depot.names(), 'the trial leaves nothing behind').toEqual([]);
  await shoot(page, 'pictures-works');
  await page.getByRole('button', { name: 'Utiliser cette façon' }).click();
  await expect(page.getByRole('button', { name: 'Déjà en service' })).toBeDisabled();
  await expect(page.getByLabel('Valeur de l’en-tête')).toHaveValue('');
  const kept = z.object({ way: z.string(), upload: z.object({ hasSecret: z.boolean() }) });
  expect(await studio.call('pictures/store', {}, kept)).toMatchObject({
    way: 'upload',
    upload: { hasSecret: true },
  });
});

test('says in the composer where Instagram will fetch the pictures', async () => {
  const { page } = window;
  await page.evaluate(() => (location.hash = '#/plan?new=1'));
  const note = page.locator('.picture-way');
  await expect(note).toContainText(`par votre propre adresse, ${new URL(depot.url).host}`);
  await expectNoAxe(page, 'pictures-composer');
  await shoot(page, 'pictures-composer');
  await page.getByRole('button', { name: 'laserre.lyon', pressed: true }).last().click();
  await expect(note).toHaveCount(0);
});
