import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { ownFolder } from './support/files.ts';
import { startCommentedShop, type CommentedShop } from './support/commented-shop.ts';
import { expectFits, expectNoAxe, shoot } from './support/look-at.ts';
import { languages, lookAtScreens, type Screen } from './support/look-around.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

const minuteMs = 60_000;
const folder = ownFolder();
const any = z.unknown();
let shop: CommentedShop;
let window: StudioWindow;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  const now = Date.now();
  const words = [
    ['Ana Petit', 'Bonjour, quel est le prix du géranium ?'],
    ['Sam Reed', 'How much is the big pot please?'],
    ['Zoé Lenoir', 'Merci pour les pivoines'],
    ['=cmd|calc', 'Bonjour, combien pour deux pots ?'],
  ];
  shop = await startCommentedShop(
    words.map(([from = '', message = ''], index) => ({
      ...{ from, message },
      createdTime: new Date(now - (index + 1) * minuteMs).toISOString(),
    })),
  );
  const found = z.object({ items: z.array(z.object({ threadId: z.string() })) });
  for (const text of ['from:Ana', 'from:Sam']) {
    const { items } = await shop.studio.call('inbox/threads', { text }, found);
    await shop.studio.call('customers/tag', { threadId: items[0]?.threadId, add: ['Fidèle'] }, any);
  }
  window = await openWindow(browser, shop.studio, { path: '#/inbox' });
  page = window.page;
  await expect(rows()).toHaveCount(4);
});

test.afterEach(() => expect(window.takeFaults()).toEqual([]));
test.afterAll(async () => {
  await window?.close();
  await shop?.stop();
  folder.remove();
});

const rows = () => page.locator('.inbox-rows .inbox-row');
const names = () => page.locator('.inbox-filters .inbox-filter');
const dialog = () => page.getByRole('dialog');

/** Keeps what the fields say under a name. */
async function keep(name: string): Promise<void> {
  const field = dialog().getByRole('textbox', { name: 'Nom du filtre' });
  await field.fill(name);
  await field.press('Enter');
}

test('what the list shows is kept under a name, and counted as things change', async () => {
  await page.keyboard.press('Shift+F');
  await expect(dialog().getByRole('heading', { name: 'Affiner la liste' })).toBeVisible();
  await dialog().getByRole('combobox', { name: 'Étiquette' }).selectOption('Fidèle');
  await dialog().getByRole('combobox', { name: 'Langue' }).selectOption('anglais');
  await expectNoAxe(page, 'narrow');
  await shoot(page, 'inbox-narrow');
  await keep('Fidèles anglophones');
  await expect(dialog()).toBeHidden();
  await expect(rows()).toHaveCount(1);
  await expect(page.getByRole('navigation', { name: 'Vos filtres' })).toBeVisible();
  await expect(names()).toHaveText(['Fidèles anglophones1']);
  await expect(names().first()).toHaveAttribute('aria-current', 'true');
  await shop.say({ from: 'Sam Reed', message: 'Is there a smaller one?' });
  await shop.studio.call('inbox/sync', {}, any);
  await expect(names()).toHaveText(['Fidèles anglophones2']);
  await expect(rows()).toHaveCount(2);
  // Another view is of everything again.
  await page.getByRole('button', { name: /^Tous/ }).click();
  await expect(rows()).toHaveCount(5);
});

test('words that are sought are kept too, under a name that no other filter has', async () => {
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.getByRole('searchbox').or(page.getByPlaceholder('Un mot, un nom')).fill('pot');
  await expect(rows()).toHaveCount(2);
  await page.getByRole('button', { name: 'Garder comme filtre…' }).click();
  await expect(dialog().getByRole('textbox', { name: 'Mots' })).toHaveValue('pot');
  await keep('FIDELES anglophones');
  await expect(dialog().getByText('Un filtre porte déjà ce nom')).toBeVisible();
  await shoot(page, 'inbox-filter-known');
  await keep('Les pots \u202e');
  await expect(dialog()).toBeHidden();
  await expect(names()).toHaveText(['Fidèles anglophones2', 'Les pots2']);
});

test('filters are reached, moved, renamed, removed and brought back by keyboard', async () => {
  await page.locator('.inbox-rows .inbox-row').first().focus();
  await page.keyboard.press('f');
  await expect(names().nth(1)).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(names()).toHaveText(['Les pots2', 'Fidèles anglophones2']);
  await expect(names().first()).toBeFocused();
  await page.keyboard.press('F2');
  await keep('Pots');
  await expect(names()).toHaveText(['Pots2', 'Fidèles anglophones2']);
  await names().first().focus();
  await page.keyboard.press('Delete');
  await expect(names()).toHaveText(['Fidèles anglophones2']);
  await expect(page.getByText('Le filtre « Pots » est supprimé.')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(names()).toHaveText(['Pots2', 'Fidèles anglophones2']);
  await expectNoAxe(page, 'filters');
  await expectFits(page, 'filters');
  await shoot(page, 'inbox-filters');
});

test('the palette brings to a filter from any screen, and a new window has them all', async () => {
  await page.goto(page.url().replace(/#.*/, '#/today'));
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Chercher ou faire…' });
  await expect(palette.getByRole('textbox').or(palette.getByRole('searchbox'))).toBeFocused();
  await page.keyboard.type('filtre « Fid');
  await expect(palette.getByRole('button', { name: /Fidèles anglophones/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(rows()).toHaveCount(2);
  await expect(names().nth(1)).toHaveAttribute('aria-current', 'true');
  await page.reload();
  await expect(names()).toHaveText(['Pots2', 'Fidèles anglophones2']);
  await expect(rows()).toHaveCount(5);
});

test('what the list shows is written to a file, and nothing in it runs', async () => {
  await names().first().click();
  await expect(rows()).toHaveCount(2);
  await page.getByRole('button', { name: 'Comptes et vues' }).click();
  await page.getByRole('menuitem', { name: 'Exporter cette vue…' }).click();
  await expect(dialog()).toContainText('Tous, « pot »');
  await dialog().getByRole('textbox', { name: 'Dossier' }).fill(folder.path);
  await shoot(page, 'inbox-export');
  await dialog().getByRole('button', { name: 'Écrire le fichier' }).click();
  await expect(dialog().getByText(join(folder.path, 'vitrine-'), { exact: false })).toBeVisible();
  await expectNoAxe(page, 'export');
  await shoot(page, 'inbox-exported');
  const [file = ''] = readdirSync(folder.path).filter((name) => name.endsWith('.csv'));
  const lines = parse(readFileSync(join(folder.path, file), 'utf8'), {
    ...{ bom: true, delimiter: ';', columns: true },
  }) as Record<string, string>[];
  const texts = lines.flatMap((line) => Object.values(line));
  expect(lines).toHaveLength(2);
  expect(texts).toContain('Bonjour, combien pour deux pots ?');
  expect(texts).toContain("'=cmd|calc");
  expect(texts.join()).not.toContain('pivoines');
  await page.keyboard.press('Escape');
  await expect(dialog()).toBeHidden();
});

test('a filter whose account is gone says so, and is mended', async () => {
  const accounts = z.object({
    accounts: z.array(z.object({ id: z.string(), network: z.string() })),
  });
  const { accounts: known } = await shop.studio.call('accounts/list', {}, accounts);
  const accountId = known.find(({ network }) => network === 'instagram')?.id ?? '';
  const wish = { name: 'Instagram', view: 'all', accountId };
  await shop.studio.call('inbox/saveFilter', wish, any);
  await expect(names()).toHaveText(['Pots2', 'Fidèles anglophones2', 'Instagram0']);
  await shop.studio.call('accounts/disconnect', { accountId }, any);
  await expect(names().nth(2)).toHaveText('InstagramÀ réparer');
  await names().nth(2).click();
  await expect(
    dialog().getByText('Ce compte n’est plus connecté.', { exact: false }),
  ).toBeVisible();
  await shoot(page, 'inbox-filter-broken');
  await dialog().getByRole('combobox', { name: 'Compte' }).selectOption('Tous les comptes');
  await page.getByRole('button', { name: 'Enregistrer le filtre' }).click();
  await expect(names().nth(2)).toHaveText('Instagram5');
});

const escape = () => page.keyboard.press('Escape');
const open = (key: string) => async () => {
  await page.locator('.inbox-rows .inbox-row').first().focus();
  await page.keyboard.press(key);
};

/** With names as long as they may be, and one that lacks its account. */
const screens: Screen[] = [
  {
    name: 'inbox-filters-list',
    async open() {
      await names().filter({ hasText: 'Fidèles' }).click();
      await names().filter({ hasText: 'Fidèles' }).focus();
    },
    shows: '.inbox-narrow-chip',
  },
  {
    name: 'inbox-filters-menu',
    open: () => page.locator('.inbox-filter-more').nth(1).click(),
    shows: '[role=menu]',
    leave: escape,
  },
  { name: 'inbox-filters-narrow', open: open('Shift+F'), shows: '.filter-form', leave: escape },
  {
    name: 'inbox-filters-mend',
    open: () => page.locator('.inbox-filter:has(.inbox-filter-lacks)').click(),
    shows: '.filter-mend',
    leave: escape,
  },
  {
    name: 'inbox-filters-export',
    async open() {
      await page.locator('.inbox-title [aria-haspopup=menu]').click();
      await page.getByRole('menuitem', { name: /Exporter|Export this/ }).click();
    },
    shows: '[role=dialog] .filter-form',
    leave: escape,
  },
  {
    name: 'inbox-filters-none',
    async open() {
      const wish = { name: 'Rien', view: 'snoozed', language: 'ar' };
      await shop.studio.call('inbox/saveFilter', { ...wish, clientId: 'none' }, any);
      await names().filter({ hasText: 'Rien' }).click();
    },
    shows: '.inbox-list:not(:has(.inbox-row)) .inbox-narrow-chip',
  },
];

for (const language of languages)
  test(`filters stand whole and readable in ${language}`, async () => {
    test.setTimeout(600_000);
    if (language === languages[0])
      for (const wish of [
        {
          name: 'Questions de prix de celles et ceux qui attendent encore un mot',
          intent: 'price',
        },
        { name: 'Compte parti', accountId: 'gone' },
      ]) {
        const content = { view: 'all', ...wish, name: wish.name.slice(0, 60) };
        await shop.studio.call('inbox/saveFilter', content, any);
      }
    await shop.studio.call('app/setLanguage', { language }, any);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await lookAtScreens(page, screens, { language, takeFaults: window.takeFaults });
  });
