import { expect, test, type Page } from '@playwright/test';
import { z } from 'zod';
import { until } from '../../scripts/demo/programs.ts';
import { startCommentedShop, type CommentedShop } from './support/commented-shop.ts';
import { expectFits, expectNoAxe, shoot } from './support/look-at.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

const customers = Array.from({ length: 100 }, (_, index) => nameOf(index));

let shop: CommentedShop;
let window: StudioWindow;
let page: Page;

/** Words without figures, so that each reads as a name. */
function nameOf(index: number): string {
  const letters = 'abcdefghij';
  return `Z${letters[Math.floor(index / 10)]}${letters[index % 10]}o`;
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  const now = Date.now();
  const comments = customers.map((from, index) => ({
    ...{ from, message: `Question ${from}, vous en avez encore ?` },
    createdTime: new Date(now - (index + 1) * 60_000).toISOString(),
  }));
  shop = await startCommentedShop(comments);
  const merci = { fr: 'Merci {first_name}, oui' };
  await shop.studio.call(
    'savedReplies/save',
    { name: 'Merci', shortcut: 'merci', texts: merci },
    z.unknown(),
  );
  window = await openWindow(browser, shop.studio, { path: '#/inbox' });
  page = window.page;
  await expect(boxOf(customers[0] ?? '')).toBeVisible();
});

test.afterEach(() => expect(window.takeFaults()).toEqual([]));

test.afterAll(async () => {
  await window?.close();
  await shop?.stop();
});

/** The reply box of a thread, with a line or without. */
const boxOf = (name: string) =>
  page.getByRole('textbox', { name: new RegExp(`^Répondre à ${name}\\b`) });

/** Writes into the box that has the caret, and goes on to the next thread. */
async function answer(name: string, words: string): Promise<void> {
  await expect(boxOf(name)).toBeFocused();
  await page.keyboard.type(words);
  await page.keyboard.press('Control+Shift+Enter');
}

test('a draft stays, and the keys that may be pressed are told', async () => {
  const [first = ''] = customers;
  await page.keyboard.press('r');
  await page.keyboard.type('Bonj');
  const kept = z.object({ items: z.array(z.object({ draft: z.string().optional() })) });
  await until('the draft is kept', async () => {
    const { items } = await shop.studio.call('inbox/threads', {}, kept);
    return items[0]?.draft === 'Bonj' || undefined;
  });
  await page.reload();
  await expect(boxOf(first)).toHaveValue('Bonj');
  await expect(page.getByText('Brouillon :')).toBeVisible();
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Au clavier' });
  await expect(keys.getByText('Répondre et passer au suivant')).toBeVisible();
  await expectNoAxe(page, 'keys');
  await shoot(page, 'inbox-keys');
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
  await page.keyboard.press('r');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Escape');
});

test('a hundred comments are answered by keyboard alone, half of them with the line cut', async () => {
  await page.keyboard.press('r');
  for (const name of customers.slice(0, 49)) await answer(name, `Oui ${name}`);
  // A kept answer, by its shortcut.
  await expect(boxOf(customers[49] ?? '')).toBeFocused();
  await page.keyboard.type('/mer');
  await expect(page.getByRole('option', { name: /Merci/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(boxOf(customers[49] ?? '')).toHaveValue(`Merci ${customers[49]}, oui`);
  await page.keyboard.press('Control+Shift+Enter');
  await expect(boxOf(customers[50] ?? '')).toBeFocused();
  await shop.cutNetwork();
  for (const name of customers.slice(50)) await answer(name, `Oui ${name}`);
  await expect(page.getByRole('button', { name: 'À répondre' })).toHaveText('À répondre');
  // One more behind an answer that has not left.
  const last = customers.at(-1) ?? '';
  await answer(last, `Et aussi ${last}`);
  await shop.healNetwork();
  const waiting = z.object({ items: z.array(z.object({ state: z.string() })) });
  await until('everything has left', async () => {
    const { items } = await shop.studio.call('inbox/outbox', {}, waiting);
    return items.length === 0 || undefined;
  });
  const sent = (await shop.done()).filter(({ kind }) => kind === 'reply');
  const words = sent.map(({ text }) => text);
  const expected = customers.map((name, index) =>
    index === 49 ? `Merci ${customers[49]}, oui` : `Oui ${name}`,
  );
  expect(words.toSorted()).toEqual([...expected, `Et aussi ${last}`].toSorted());
  expect(words.indexOf(`Et aussi ${last}`)).toBeGreaterThan(words.indexOf(`Oui ${last}`));
  expect(new Set(sent.map(({ parentId }) => parentId)).size).toBe(100);
});

test('several threads are chosen, answered together, put off and taken back by keyboard', async () => {
  // The thread answered last may still stand at the end of the list: the first has one below.
  await page.goto('about:blank');
  await page.goto(`${shop.studio.url}/#/inbox`);
  await expect(page.getByRole('textbox', { name: /^Répondre à Z/ })).toBeVisible();
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+J');
  const bar = page.getByRole('toolbar', { name: /2/ });
  await expect(bar).toBeVisible();
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectFits(page, 'chosen threads at 1024');
  await shoot(page, 'inbox-chosen-1024-dark');
  await page.keyboard.press('Shift+R');
  await page.keyboard.type('À demain {first_name}');
  const several = page.getByRole('dialog', { name: 'Répondre à 2 personnes' });
  const go = several.getByRole('button', { name: 'Répondre à 2 personnes' });
  await expect(go).toBeEnabled();
  await shoot(page, 'inbox-several-1024-dark');
  await go.press('Enter');
  await expect(several.getByText('Notée')).toHaveCount(2);
  await several.getByRole('button', { name: 'Fermer' }).last().press('Enter');
  await expect(several).toBeHidden();
  await page.keyboard.press('s');
  await page.getByRole('dialog', { name: 'Remettre à plus tard' }).waitFor();
  await page.keyboard.press('1');
  await expect(page.getByText('2 fils reviennent')).toBeVisible();
  await page.keyboard.press('Control+z');
  const counts = z.object({ snoozed: z.number() });
  await until('both are back', async () => {
    const { snoozed } = await shop.studio.call('inbox/counts', {}, counts);
    return snoozed === 0 || undefined;
  });
});
