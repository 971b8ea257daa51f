import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { ownFolder } from './support/files.ts';
import { startCommentedShop, type CommentedShop } from './support/commented-shop.ts';
import { expectFits, expectNoAxe, shoot } from './support/look-at.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

/** What a stranger may write, all of it in one thread. */
const hostile = [
  '<img src=x onerror="window.__ran=1"><script>window.__ran=1</script>',
  'Facture \u202Efdp.exe\u202C et pay\u200Bpal',
  `Zalgo Z${'\u0301\u0316'.repeat(200)}o`,
  'Connexion : https://facebook.com@evil.example/login',
  'Votre colis : https://аpple.com/suivi ou https://la-serre.example/pots',
  'javascript:alert(1) data:text/html,<b>1</b>',
  'm'.repeat(2000),
  `${'mot '.repeat(2400)}fin`,
  `haut${'\n'.repeat(900)}bas`,
  'أهلا، هل يوجد جيرانيوم أحمر؟',
];

const folder = ownFolder();
let shop: CommentedShop;
let window: StudioWindow;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  const now = Date.now();
  const comments = hostile.map((message, index) => ({
    ...{ from: index % 2 === 0 ? 'Ana \u202Epetit' : 'Bo Martin', message },
    createdTime: new Date(now - (hostile.length - index) * 60_000).toISOString(),
  }));
  shop = await startCommentedShop(comments);
  window = await openWindow(browser, shop.studio, { path: '#/inbox' });
  page = window.page;
});

test.afterEach(() => expect(window.takeFaults()).toEqual([]));
test.afterAll(async () => {
  await window?.close();
  await shop?.stop();
  folder.remove();
});

const rows = () => page.getByRole('list', { name: 'Fils de commentaires' }).getByRole('button');
const said = () => page.locator('.inbox-text');

/** Opens the thread in whose line these words stand. */
async function open(words: string): Promise<void> {
  await rows().filter({ hasText: words }).first().click();
  await expect(said().filter({ hasText: words }).first()).toBeVisible();
}

test('F63 shows hostile words as calm text, and an address by where it leads', async () => {
  await expect(rows()).toHaveCount(hostile.length);
  await open('onerror');
  expect(await page.evaluate(() => (globalThis as { __ran?: unknown }).__ran)).toBeUndefined();
  await open('Facture');
  await expect(said().first()).toHaveText('Facture fdp.exe et paypal');
  for (const words of ['Zalgo', 'mmmm', 'bas']) {
    await open(words);
    await expectFits(page, words);
  }
  await open('mot mot');
  await shoot(page, 'inbox-hostile-long');

  await open('Connexion');
  // A trap is no link at all.
  await expect(said().getByRole('button')).toHaveCount(0);
  await expect(said().first()).toContainText('(evil.example)');
  await open('Votre colis');
  await expect(said().first()).toContainText('(xn--pple-43d.com)');
  const link = said().getByRole('button');
  await expect(link).toHaveText('https://la-serre.example/pots');
  await link.click();
  await expect(page.getByRole('dialog')).toContainText('la-serre.example');
  await shoot(page, 'inbox-hostile-link');
  await page.keyboard.press('Escape');
  expect(window.context.pages()).toHaveLength(1);
});

/** Another window of the same studio in which an answer to Bo has been begun. */
async function beginAnswer(words: string): Promise<Page> {
  const office = await window.context.newPage();
  await office.goto(`${shop.studio.url}/#/inbox`);
  const list = office.getByRole('list', { name: 'Fils de commentaires' });
  const line = list.getByRole('button').filter({ hasText: 'Bo Martin' }).first();
  await line.click();
  await office.getByRole('textbox', { name: 'Répondre à Bo Martin' }).fill(words);
  await expect(line).toContainText('Brouillon');
  return office;
}

const typedIn = (tab: Page) =>
  tab.evaluate(() => [...document.querySelectorAll('textarea')].map(({ value }) => value).join());

test('writes comments to a file, shows what is held of a person and forgets them', async () => {
  await page.evaluate(() => (location.hash = '#/settings?part=records'));
  await page.getByLabel('Dossier').fill(join(folder.path, 'sorties'));
  await page.getByRole('button', { name: 'Écrire le fichier' }).click();
  await expect(page.getByText(`Fichier complet : ${hostile.length} lignes`)).toBeVisible();
  const [file = ''] = readdirSync(join(folder.path, 'sorties'));
  expect(readFileSync(join(folder.path, 'sorties', file), 'utf8')).toContain('جيرانيوم');

  await page.getByLabel('Nom ou identifiant').fill('bo mar');
  await page.getByRole('checkbox', { name: 'Bo Martin' }).check();
  await page.getByRole('button', { name: 'Voir ce qui est gardé' }).click();
  await expect(page.getByText('commentaires de cette personne')).toBeVisible();
  await expectFits(page, 'records');
  await expectNoAxe(page, 'records');
  await shoot(page, 'settings-records-person');
  await page.emulateMedia({ colorScheme: 'dark' });
  await shoot(page, 'settings-records-dark');
  await page.emulateMedia({ colorScheme: 'light' });

  const words = 'Cher Bo, votre cadeau est prêt.';
  const office = await beginAnswer(words);
  expect(await typedIn(office)).toContain(words);
  await page.getByRole('button', { name: 'Effacer pour de bon' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Oublier Bo Martin');
  await dialog.getByRole('button', { name: 'Effacer pour de bon' }).click();
  await expect(page.getByText('Aucune trace dans le dossier')).toBeVisible({ timeout: 60_000 });
  await shoot(page, 'settings-records-receipt');

  // What was begun for them is gone from the other window too, and stays so.
  await expect(office.getByText('Bo Martin')).toHaveCount(0);
  await expect.poll(() => typedIn(office)).not.toContain('Cher Bo');
  await office.reload();
  await expect(office.getByRole('list', { name: 'Fils de commentaires' })).toBeVisible();
  expect(await typedIn(office)).not.toContain('Cher Bo');
  await office.close();
});
