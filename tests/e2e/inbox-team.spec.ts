import { expect, test, type Page } from '@playwright/test';
import { z } from 'zod';
import { startCommentedShop, type CommentedShop } from './support/commented-shop.ts';
import { expectFits, expectNoAxe, shoot } from './support/look-at.ts';
import { lookAround } from './support/look-around.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

const team = z.object({ people: z.array(z.object({ id: z.string(), name: z.string() })) });

let shop: CommentedShop;
let counter: StudioWindow;
let office: Page;
let people: { id: string; name: string }[];

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  shop = await startCommentedShop([
    { from: 'Ana Petit', message: 'Do you ship to Belgium, and how much is it?' },
    { from: 'Bo Martin', message: 'Le géranium rouge est à combien ?' },
  ]);
  await shop.studio.call('team/add', { name: 'Léa Martin', role: 'answers' }, team);
  ({ people } = await shop.studio.call('team/add', { name: 'Inès', role: 'manager' }, team));
  counter = await openWindow(browser, shop.studio, { path: '#/inbox' });
  // The address that lets a browser in does so once: its second window is a tab.
  office = await counter.context.newPage();
  await office.goto(`${shop.studio.url}/#/inbox`);
  for (const page of [counter.page, office]) await expect(rows(page)).toHaveCount(2);
});

test.afterEach(() => {
  expect(counter.takeFaults()).toEqual([]);
});

test.afterAll(async () => {
  await counter?.close();
  await shop?.stop();
});

const rows = (page: Page) =>
  page.getByRole('list', { name: 'Fils de commentaires' }).getByRole('button');
const row = (page: Page, name: string) => rows(page).filter({ hasText: name });
const replyBox = (page: Page) => page.getByRole('textbox', { name: /^Répondre à/ });

async function actAs(name: string): Promise<void> {
  const personId = people.find((one) => one.name === name)?.id;
  await shop.studio.call('team/actAs', { personId }, z.unknown());
}

/** What the network got from the studio. */
async function sentWords(): Promise<string[]> {
  return (await shop.done()).flatMap(({ text }) => text ?? []);
}

const threads = z.object({
  items: z.array(
    z.object({
      threadId: z.string(),
      comments: z.array(z.object({ commentId: z.string() })),
    }),
  ),
});

async function threadOf(person: string): Promise<string> {
  const found = await shop.studio.call('inbox/threads', { text: `from:${person}` }, threads);
  return found.items[0]?.threadId ?? '';
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

  const ana = await shop.studio.call('inbox/threads', { text: 'from:ana' }, threads);
  const commentId = ana.items[0]?.comments[0]?.commentId;
  const other = { commentId, text: 'No', clientId: 'other-1', holder: 'another-program' };
  await expect(shop.studio.call('inbox/reply', other, z.unknown())).rejects.toThrow(
    /thread-claimed/,
  );

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

test('a note that is begun stays with its thread until it is kept or dropped', async () => {
  const { page } = counter;
  const note = page.getByRole('textbox', { name: 'Une note pour vos collègues' });
  await page.getByRole('button', { name: 'Tous', exact: true }).click();
  await row(page, 'Ana Petit').click();
  await page.getByRole('region', { name: 'Ana Petit', exact: true }).focus();
  await page.keyboard.press('n');
  await page.keyboard.type('Demander à Inès');
  await row(page, 'Bo Martin').click();
  await expect(note).toBeHidden();
  await row(page, 'Ana Petit').click();
  await expect(note).toHaveValue('Demander à Inès');
  await expect(note).not.toBeFocused();
  // The studio has it, not the page alone.
  const begun = z.object({ draft: z.string().optional() });
  const ofAna = { threadId: await threadOf('ana') };
  const kept = async () => (await shop.studio.call('teamwork/thread', ofAna, begun)).draft;
  await expect.poll(kept).toBe('Demander à Inès');
  await page.reload();
  await expect(note).toHaveValue('Demander à Inès');
  await actAs('Inès');
  await expect(note).toBeHidden();
  await actAs('Léa Martin');
  await expect(note).toHaveValue('Demander à Inès');
  await note.press('Escape');
  await expect(note).toBeHidden();
  await expect.poll(kept).toBeUndefined();
  await page.getByRole('button', { name: 'Annuler', exact: true }).last().click();
  await expect(note).toHaveValue('Demander à Inès');
  await expect(note).toBeFocused();
  await shoot(page, 'inbox-note-begun');
  await note.press('Control+Enter');
  await expect(note).toBeHidden();
  const mine = page.getByRole('listitem').filter({ hasText: 'Votre note' });
  await expect(mine).toContainText('Demander à Inès');
  expect(await kept()).toBeUndefined();
  await mine.getByRole('button', { name: 'Supprimer' }).click();
  await expect(mine).toBeHidden();
});

test('what one person has begun is not there for the next one at the same window', async () => {
  const { page } = counter;
  const note = page.getByRole('textbox', { name: 'Une note pour vos collègues' });
  const answer = page.locator('.inbox-box textarea');
  await row(page, 'Bo Martin').click();
  await answer.fill('Bonjour de Léa');
  await answer.press('Escape');
  await page.keyboard.press('n');
  await note.fill('Note de Léa');
  const begun = z.object({ draft: z.string().optional() });
  const ofBo = { threadId: await threadOf('bo') };
  for (const procedure of ['teamwork/thread', 'inbox/thread'])
    await expect
      .poll(async () => (await shop.studio.call(procedure, ofBo, begun)).draft)
      .toMatch(/de Léa/);
  await actAs('Inès');
  await expect(note).toBeHidden();
  await expect(answer).toHaveValue('');
  await answer.fill('Bonjour d’Inès');
  await expect
    .poll(async () => (await shop.studio.call('inbox/thread', ofBo, begun)).draft)
    .toBe('Bonjour d’Inès');
  await actAs('Léa Martin');
  await expect(note).toHaveValue('Note de Léa');
  await expect(answer).toHaveValue('Bonjour de Léa');
  await note.press('Escape');
  await answer.fill('');
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
  await expect(times.getByRole('link', { name: 'Dire les heures d’ouverture' })).toBeVisible();
  await expectNoAxe(page, 'inbox-answer-times');
  await shoot(page, 'inbox-answer-times');
  await page.keyboard.press('Escape');

  // Open three days from now alone: nobody waited while it was.
  const weekday = ((new Date().getUTCDay() + 2) % 7) + 1;
  const openingSpans = [{ weekday, opens: '09:00', closes: '19:00' }];
  await shop.studio.call('shop/save', { openingSpans }, z.unknown());
  await page.getByRole('button', { name: 'Comptes et vues' }).click();
  await page.getByRole('menuitem', { name: 'Temps de réponse' }).click();
  await times.getByRole('radio', { name: 'Heures d’ouverture' }).press('Space');
  await expect(times.getByText('Seules les heures d’ouverture')).toBeVisible();
  await expect(times.getByRole('row', { name: /^Léa Martin\s1\s0\ss\s0\ss/ })).toBeVisible();
  for (const language of ['en', 'fr'] as const) {
    await shop.studio.call('app/setLanguage', { language }, z.unknown());
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await lookAround(page, { screen: 'inbox-answer-times-open', language });
  }
  await page.keyboard.press('Escape');

  await page.setViewportSize({ width: 1024, height: 700 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await row(page, 'Bo Martin').click();
  await expect(page.getByText('Note de Inès')).toBeVisible();
  await expectFits(page, 'inbox-note at 1024');
  await shoot(page, 'inbox-note-1024-dark');
});

test('who may not change rules is told so, and may stop them all', async () => {
  const { page } = counter;
  await actAs('Léa Martin');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate(() => (location.hash = '#/inbox/rules'));
  await expect(page.getByText('Tout le monde peut tout arrêter')).toBeVisible();
  await expectFits(page, 'rules-without-right');
  await shoot(page, 'rules-without-right');
  await page.getByRole('switch', { name: 'Actifs' }).press('Space');
  const off = page.getByRole('switch', { name: 'Tout est arrêté' });
  await off.press('Space');
  await expect(page.getByText('Votre rôle ne le permet pas')).toBeVisible();
  await expect(off).not.toBeChecked();
  await actAs('Inès');
  await expect(page.getByText('Tout le monde peut tout arrêter')).toBeHidden();
  await off.press('Space');
  await expect(page.getByRole('switch', { name: 'Actifs' })).toBeChecked();
});
