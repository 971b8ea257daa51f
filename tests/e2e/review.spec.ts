import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { until } from '../../scripts/demo/programs.ts';
import { readPdf } from '../support/read-pdf.ts';
import { expectFits, expectNoAxe, shoot } from './support/look-at.ts';
import { startStudio, type RunningStudio } from './support/running-studio.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

const accounts = z.object({
  accounts: z.array(z.object({ id: z.string(), network: z.string() })),
});
const states = z.object({ targets: z.array(z.object({ state: z.string() })) });
const written = z.object({ postId: z.string() });

let studio: RunningStudio;
let window: StudioWindow;
let postId: string;
const hourMs = 3_600_000;
const at = new Date(Date.now() + 24 * hourMs).toISOString();

test.beforeAll(async ({ browser }) => {
  studio = await startStudio();
  const pageId = await until('the accounts of practice', async () => {
    const found = await studio.call('accounts/list', {}, accounts);
    return found.accounts.find((account) => account.network === 'facebook')?.id;
  });
  const caption = 'Les arums sont arrivés\n24,90 € la botte';
  const content = { accountIds: [pageId], caption, media: [] };
  postId = (await studio.call('posts/create', content, written)).postId;
  window = await openWindow(browser, studio, { path: '#/settings?part=people' });
  await expect(window.page.getByRole('heading', { name: 'Personnes' })).toBeVisible();
});
test.afterEach(() => expect(window.takeFaults()).toEqual([]));
test.afterAll(async () => {
  await window?.close();
  await studio?.stop();
});

async function addPerson(page: Page, name: string, role: string): Promise<void> {
  await page.getByRole('button', { name: 'Ajouter une personne' }).click();
  const group = page.getByRole('group', { name: 'Ajouter une personne' });
  await group.getByLabel('Nom').fill(name);
  await group.getByLabel('Rôle').selectOption({ label: role });
  await group.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('button', { name: `Donner un code à ${name}` })).toBeVisible();
}

async function be(page: Page, from: string, name: string, pin?: string): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: from }).click();
  await page.getByRole('menuitem', { name }).click();
  if (pin !== undefined) {
    await page.getByLabel('Code', { exact: true }).fill(pin);
    await page.getByRole('button', { name: 'Entrer' }).click();
  }
  await expect(page.getByRole('banner').getByRole('button', { name })).toBeVisible();
}

const open = (page: Page) => page.evaluate((id) => (location.hash = `#/plan?post=${id}`), postId);

test('an owner names the people, gives a PIN, and asks for a second yes', async () => {
  const { page } = window;
  await addPerson(page, 'Camille Aubert', 'Responsable');
  await addPerson(page, 'Léa', 'Prépare les publications');
  await page.getByRole('button', { name: 'Donner un code à Léa' }).click();
  await page.getByLabel('Code', { exact: true }).fill('4711');
  await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('button', { name: 'Changer le code de Léa' })).toBeVisible();
  const rule = page.getByRole('switch', { name: 'Les publications préparées attendent un accord' });
  await rule.click();
  await expect(rule).toHaveAttribute('aria-checked', 'true');
  await expectFits(page, 'people');
  await expectNoAxe(page, 'people');
  await shoot(page, 'settings-people');
});

test('an author’s post waits; a wrong PIN is told where it is typed', async () => {
  const { page } = window;
  await page.getByRole('banner').getByRole('button', { name: 'Propriétaire' }).click();
  await page.getByRole('menuitem', { name: 'Léa' }).click();
  await page.getByLabel('Code', { exact: true }).fill('0000');
  await page.getByRole('button', { name: 'Entrer' }).click();
  await expect(page.getByText('Ce code n’est pas le bon')).toBeVisible();
  await page.getByLabel('Code', { exact: true }).fill('4711');
  await page.getByRole('button', { name: 'Entrer' }).click();
  await expect(page.getByRole('banner').getByRole('button', { name: 'Léa' })).toBeVisible();
  await studio.call('posts/schedule', { postId, at }, states);
  await open(page);
  await expect(page.getByText('Léa attend un accord pour cette publication.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Donner mon accord' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Notes et historique' }).click();
  await page.getByLabel('Nouvelle note').fill('Le prix est-il juste ?');
  await page.getByRole('button', { name: 'Ajouter la note' }).click();
  await expect(page.getByText('Le prix est-il juste ?')).toBeVisible();
  await expectNoAxe(page, 'notes');
  await shoot(page, 'composer-notes');
  await page.getByText('Historique', { exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Planifiée pour' })).toBeVisible();
  await shoot(page, 'composer-history');
  await page.keyboard.press('Escape');
});

test('a manager reads what waits, and approves it', async () => {
  const { page } = window;
  await page.evaluate(() => (location.hash = '#/plan'));
  await be(page, 'Léa', 'Camille Aubert');
  await page.getByRole('button', { name: '1 à approuver' }).click();
  await expect(page.getByRole('dialog').getByText('Les arums sont arrivés').first()).toBeVisible();
  await expectNoAxe(page, 'approvals');
  await shoot(page, 'plan-approvals');
  await page.getByRole('button', { name: 'Donner mon accord à 1 publication' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: '1 à approuver' })).toHaveCount(0);
  await open(page);
  await page.getByRole('button', { name: 'Notes et historique' }).click();
  await page.getByText('Historique', { exact: true }).click();
  await expect(page.getByText('Accord donné')).toBeVisible();
  await page.keyboard.press('Escape');
});

test('the month is saved as a PDF that says what is planned', async () => {
  const { page } = window;
  await page.evaluate(() => (location.hash = '#/plan'));
  await page.getByRole('button', { name: 'Autres actions du plan' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Enregistrer le mois en PDF' }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(/\d{4}-\d{2}\.pdf$/);
  const pages = await readPdf(readFileSync(await download.path()));
  expect(pages.length).toBeGreaterThan(1);
  expect(pages[0]?.map((word) => word.text)).toContain('lundi');
  await expect(page.getByText('Le mois est enregistré')).toBeVisible();
});
