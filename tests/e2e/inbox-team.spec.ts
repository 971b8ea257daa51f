import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { z } from 'zod';
import { until } from '../../scripts/demo/programs.ts';
import { expectFits, expectNoAxe, shoot } from './support/look-at.ts';
import {
  startPractice,
  startStudio,
  type RunningPractice,
  type RunningStudio,
} from './support/running-studio.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

const connected = z.object({
  accounts: z.array(z.object({ id: z.string(), network: z.string() })),
});
const targets = z.object({
  targets: z.array(z.object({ state: z.string(), remoteId: z.string().optional() })),
});
const team = z.object({ people: z.array(z.object({ id: z.string(), name: z.string() })) });
const ledger = z.array(z.looseObject({ by: z.string().optional(), text: z.string().optional() }));

let folder: string;
let practice: RunningPractice;
let studio: RunningStudio;
let counter: StudioWindow;
let office: Page;
let people: { id: string; name: string }[];

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  folder = mkdtempSync(join(tmpdir(), 'vitrine-team-'));
  practice = await startPractice(folder);
  studio = await startStudio({ graph: practice.url });
  const { accounts } = await studio.call(
    'accounts/connect',
    { graph: practice.url, userToken: practice.user.token },
    connected,
  );
  const facebook = accounts.find(({ network }) => network === 'facebook')?.id ?? '';
  const post = await studio.call(
    'posts/create',
    { accountIds: [facebook], caption: 'Les géraniums sont arrivés', media: [] },
    z.object({ postId: z.string() }),
  );
  await studio.call('posts/publishNow', post, z.unknown());
  const object = await until('the post is out', async () => {
    const found = await studio.call('publishing/targets', post, targets);
    return found.targets.find(({ state }) => state === 'published')?.remoteId;
  });
  for (const [from, message] of [
    ['Ana Petit', 'Do you ship to Belgium, and how much is it?'],
    ['Bo Martin', 'Le géranium rouge est à combien ?'],
  ])
    await practice.order('/comments', { action: 'add', object, from, message });
  await studio.call('inbox/sync', {}, z.unknown());
  await studio.call('team/add', { name: 'Léa Martin', role: 'answers' }, team);
  ({ people } = await studio.call('team/add', { name: 'Inès', role: 'manager' }, team));
  counter = await openWindow(browser, studio, { path: '#/inbox' });
  // The address that lets a browser in does so once: its second window is a tab.
  office = await counter.context.newPage();
  await office.goto(`${studio.url}/#/inbox`);
  for (const page of [counter.page, office]) await expect(rows(page)).toHaveCount(2);
});

test.afterEach(() => {
  expect(counter.takeFaults()).toEqual([]);
});

test.afterAll(async () => {
  await counter?.close();
  await studio?.stop();
  await practice?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const rows = (page: Page) =>
  page.getByRole('list', { name: 'Fils de commentaires' }).getByRole('button');
const row = (page: Page, name: string) => rows(page).filter({ hasText: name });
const replyBox = (page: Page) => page.getByRole('textbox', { name: /^Répondre à/ });

async function actAs(name: string): Promise<void> {
  const personId = people.find((one) => one.name === name)?.id;
  await studio.call('team/actAs', { personId }, z.unknown());
}

/** What the network got from the studio. */
async function sentWords(): Promise<string[]> {
  const headers = { authorization: `Bearer ${practice.token}` };
  const answer = await fetch(`${practice.control}/ledger`, { headers });
  return ledger
    .parse(await answer.json())
    .flatMap(({ by, text }) => (by === 'api' && text !== undefined ? [text] : []));
}

test('a thread is answered by one window at a time, and taken over on purpose', async () => {
  for (const page of [counter.page, office]) await row(page, 'Ana Petit').click();
  await replyBox(counter.page).fill('Yes, we do.');
  const banner = office.getByText('Vous répondez déjà à ce fil dans une autre fenêtre.');
  await expect(banner).toBeVisible();
  await actAs('Léa Martin');
  await expect(office.getByText('Propriétaire répond à ce fil.')).toBeVisible();
  await expect(row(office, 'Ana Petit')).toContainText('Propriétaire répond');
  await replyBox(office).fill('Yes, 6.90 €.');
  const send = office.getByRole('button', { name: 'Répondre', exact: true });
  await expect(send).toHaveAttribute('aria-disabled', 'true');
  await shoot(office, 'inbox-claim');
  await expectNoAxe(office, 'inbox-claim');

  const threads = z.object({
    items: z.array(z.object({ comments: z.array(z.object({ commentId: z.string() })) })),
  });
  const ana = await studio.call('inbox/threads', { text: 'from:ana' }, threads);
  const commentId = ana.items[0]?.comments[0]?.commentId;
  const other = { commentId, text: 'No', clientId: 'other-1', holder: 'another-program' };
  await expect(studio.call('inbox/reply', other, z.unknown())).rejects.toThrow(/thread-claimed/);

  await office.getByRole('button', { name: 'Reprendre ici' }).click();
  await expect(banner).toBeHidden();
  await actAs('Propriétaire');
  await expect(counter.page.getByText('Léa Martin répond à ce fil.')).toBeVisible();
  await actAs('Léa Martin');
  await send.click();
  await expect.poll(sentWords).toContain('Yes, 6.90 €.');
  await expect(row(office, 'Ana Petit')).toContainText('Répondu par Léa Martin');
  expect(await sentWords()).not.toContain('Yes, we do.');
});

test('a note names a colleague, who finds it, and never reaches the network', async () => {
  const { page } = counter;
  await actAs('Inès');
  const before = await sentWords();
  await row(page, 'Bo Martin').click();
  await page.getByRole('region', { name: 'Bo Martin', exact: true }).focus();
  await page.keyboard.press('n');
  await page.keyboard.type('Le prix a changé, vois avec @Lé');
  await expect(page.getByRole('option', { name: 'Léa Martin' })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('demain');
  await page.keyboard.press('Control+Enter');
  const note = page.getByRole('listitem').filter({ hasText: 'Votre note' });
  await expect(note).toContainText('vois avec @Léa Martin demain');
  await note.getByRole('button', { name: 'Supprimer' }).click();
  await expect(note).toBeHidden();
  await page.getByRole('button', { name: 'Annuler' }).last().click();
  await expect(note).toBeVisible();
  await expectNoAxe(page, 'inbox-note');
  await shoot(page, 'inbox-note');

  await row(page, 'Ana Petit').click();
  await actAs('Léa Martin');
  await page.getByRole('button', { name: 'À moi' }).click();
  const mentions = page.getByRole('region', { name: 'Une note vous nomme' });
  await expect(mentions).toContainText('Le prix a changé');
  await shoot(page, 'inbox-mentions');
  await mentions.getByRole('button').click();
  await expect(mentions).toBeHidden();
  await expect(note.getByRole('button', { name: 'Supprimer' })).toBeHidden();
  expect(await sentWords()).toEqual(before);
});

test('what the shop knows of a person, who did what, and how long it took', async () => {
  const { page } = counter;
  await page.getByRole('button', { name: 'Tous', exact: true }).click();
  await row(page, 'Ana Petit').click();
  const pane = page.getByRole('complementary', { name: 'La publication et la personne' });
  await pane.getByRole('button', { name: 'Ajouter une étiquette' }).click();
  await page.keyboard.type('Belgique');
  await page.keyboard.press('Enter');
  await expect(pane.getByRole('button', { name: 'Retirer l’étiquette Belgique' })).toBeVisible();
  await pane.getByRole('button', { name: 'Ajouter une note' }).click();
  await page.keyboard.type('Offre souvent, proposer l’emballage.');
  await pane.getByRole('button', { name: 'Garder la note' }).click();
  await expect(pane).toContainText('Votre note');
  await expect(pane).toContainText('anglais');
  await pane.getByRole('button', { name: 'Noter une commande' }).click();
  await expect(pane.getByRole('button', { name: 'À traiter' })).toBeVisible();
  await shoot(page, 'inbox-person');

  await page.getByRole('button', { name: 'Plus tard, historique, indésirable' }).click();
  await page.getByRole('menuitem', { name: 'Qui a fait quoi' }).click();
  const history = page.getByRole('dialog', { name: 'Qui a fait quoi' });
  await expect(history).toContainText(/A répondu.*Léa Martin.*A repris la réponse en cours/s);
  await shoot(page, 'inbox-history');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Comptes et vues' }).click();
  await page.getByRole('menuitem', { name: 'Temps de réponse' }).click();
  const times = page.getByRole('dialog', { name: 'Temps de réponse' });
  await expect(times.getByRole('row', { name: /^Léa Martin 1/ })).toBeVisible();
  await expectNoAxe(page, 'inbox-answer-times');
  await shoot(page, 'inbox-answer-times');
  await page.keyboard.press('Escape');

  await page.setViewportSize({ width: 1024, height: 700 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await row(page, 'Bo Martin').click();
  await expect(page.getByText('Note de Inès')).toBeVisible();
  await expectFits(page, 'inbox-note at 1024');
  await shoot(page, 'inbox-note-1024-dark');
});
