import { expect, test, type Page } from '@playwright/test';
import { z } from 'zod';
import { until } from '../../scripts/demo/programs.ts';
import { startCommentedShop, type CommentedShop } from './support/commented-shop.ts';
import { expectFits, expectNoAxe, shoot } from './support/look-at.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

const any = z.unknown();
let shop: CommentedShop;
let window: StudioWindow;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  const at = Date.now();
  const words = ['Bonjour, quel est le prix ?', 'Superbe', 'Le prix du grand, svp ?'];
  shop = await startCommentedShop(
    words.map((message, index) => ({
      ...{ from: `Cliente ${'ABC'[index]}`, message },
      createdTime: new Date(at - (index + 1) * 60_000).toISOString(),
    })),
  );
  window = await openWindow(browser, shop.studio, { path: '#/inbox/rules' });
  page = window.page;
});
test.afterEach(() => expect(window.takeFaults()).toEqual([]));
test.afterAll(async () => {
  await window?.close();
  await shop?.stop();
});

const sheet = () => page.getByRole('dialog');
const lines = () => page.locator('.rules-body .rules-list > li');
const line = (words: string) => lines().filter({ hasText: words });
const part = (name: string) =>
  page.getByRole('navigation', { name: 'Parties' }).getByRole('link', { name }).click();
const done = async (kind: string) => (await shop.done()).filter((one) => one.kind === kind);
const out = (kind: string, count: number) =>
  until(`${count} × ${kind}`, async () => (await done(kind)).length === count || undefined);

/** A customer writes, and the studio reads it. */
async function say(from: string, message: string): Promise<void> {
  await shop.say({ from, message });
  await shop.studio.call('inbox/sync', {}, any);
}

/** Adds something that the rule does, with its words. */
async function does(name: string, words: string): Promise<void> {
  await sheet().getByRole('button', { name: 'Ajouter une action' }).click();
  await page.getByRole('menuitem', { name }).click();
  await sheet().getByRole('group', { name, exact: true }).getByLabel('Texte').fill(words);
}

test('a rule is written, tried on what was said before, and switched on', async () => {
  await page.getByRole('button', { name: 'Écrire une règle' }).click();
  await expect(sheet().getByText('Donnez-lui un nom.')).toBeVisible();
  await expect(sheet().getByRole('button', { name: 'Enregistrer et essayer' })).toBeDisabled();
  await sheet().getByLabel('Nom', { exact: true }).fill('Le prix');
  await sheet().getByLabel('Le commentaire contient un de ces mots').fill('prix, combien');
  await sheet().getByRole('button', { name: 'Retirer « Proposer une réponse »' }).click();
  await does('Répondre sous le commentaire', 'Bonjour {first_name}, douze euros.');
  await expectNoAxe(page, 'rule sheet');
  await sheet().getByRole('button', { name: 'Enregistrer et essayer' }).click();
  await expect(page.getByText('Elle aurait agi sur 2 commentaires.')).toBeVisible();
  await expect(page.getByText('Rien n’a été envoyé.')).toBeVisible();
  await expectNoAxe(page, 'trial');
  await shoot(page, 'automation-trial');
  await page.getByRole('button', { name: 'Activer la règle' }).click();
  await expect(line('Le prix').getByRole('switch', { name: 'Active' })).toBeChecked();
  expect(await done('reply')).toEqual([]);
});

test('it answers what is written from then on, and the log has it with its way back', async () => {
  await say('Dora Lenoir', 'Quel prix pour celui-ci ?');
  await out('reply', 1);
  await part('Journal');
  const own = line('Dora Lenoir');
  await expect(own).toContainText('Bonjour Dora, douze euros.');
  await expect(own).toContainText('partie');
  await shoot(page, 'automation-log');
  await own.getByRole('button', { name: 'Supprimer la réponse' }).click();
  await expect(sheet()).toContainText('quitte le réseau pour de bon');
  await sheet().getByRole('button', { name: 'Supprimer la réponse' }).click();
  await out('delete', 1);
  await expect(own).toContainText('Annulé');
  await expect(own.getByText('L’annulation attend')).toHaveCount(0);
  await expect(own.getByRole('button', { name: 'Supprimer la réponse' })).toHaveCount(0);
  await expectFits(page, 'log');
  await expectNoAxe(page, 'log');
});

test('what cannot be taken back says why', async () => {
  await part('Règles');
  await page.getByRole('button', { name: 'Autres actions pour « Le prix »' }).click();
  await page.getByRole('menuitem', { name: 'Modifier' }).click();
  await sheet().getByRole('button', { name: 'Retirer « Répondre sous le commentaire »' }).click();
  await does('Répondre en privé', 'Douze euros, {first_name}');
  await sheet().getByRole('button', { name: 'Enregistrer et essayer' }).click();
  await page.getByRole('button', { name: 'Activer la règle' }).click();
  await say('Eva Roche', 'Le prix du petit ?');
  await part('Journal');
  await expect(line('Eva Roche')).toContainText('partie');
  await expect(line('Eva Roche')).toContainText('Un message privé parti ne se reprend pas');
  await expect(line('Eva Roche').getByRole('button', { name: 'Annuler' })).toHaveCount(0);
  await shoot(page, 'automation-log-why');
});

test('one switch stops all of it', async () => {
  await page.getByRole('switch', { name: 'Actifs' }).click();
  await expect(page.getByRole('switch', { name: 'Tout est arrêté' })).not.toBeChecked();
  const before = (await shop.done()).length;
  await say('Fil Gros', 'Et le prix de celui-là ?');
  const found = z.object({ items: z.array(z.object({ snippet: z.string() })) });
  const { items } = await shop.studio.call('inbox/threads', { text: 'from:Fil' }, found);
  expect(items).toHaveLength(1);
  await shop.studio.call('inbox/sync', {}, any);
  await expect(line('Fil Gros')).toHaveCount(0);
  expect((await shop.done()).length).toBe(before);
  // Switched on again, what came meanwhile is left to people.
  await page.getByRole('switch', { name: 'Tout est arrêté' }).click();
  await say('Gus Noir', 'Le prix ?');
  await expect(line('Gus Noir')).toBeVisible();
  await expect(line('Fil Gros')).toHaveCount(0);
});
