import { expect, test, type Page } from '@playwright/test';
import { z } from 'zod';
import { startCommentedShop, type CommentedShop } from './support/commented-shop.ts';
import { languages, lookAtScreens, type Screen } from './support/look-around.ts';
import { samplePhoto } from './support/files.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

// What opens over and inside the inbox, with names and words as long as people have and write them.
test.describe.configure({ timeout: 600_000 });

const longName = 'Marie-Antoinette de La Rochefoucauld-Montmorency';
const longWords = [
  'Bonjour, je cherche une plante pour un salon plein nord, avec deux chats curieux et un radiateur sous la',
  'fenêtre. J’hésite entre le calathea et l’aspidistra : lequel tient le mieux sans lumière directe, et est-ce',
  'que vous livrez à Villefranche-sur-Saône un samedi ? https://laserre.example/plantes-d-interieur/calathea',
].join(' ');

let shop: CommentedShop;
let window: StudioWindow;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  shop = await startCommentedShop([
    { from: longName, message: longWords },
    { from: 'Bo Martin', message: 'Gagnez 500 € par jour, cliquez ici' },
    { from: 'Ana Petit', message: 'Le géranium rouge est à combien ?' },
  ]);
  const { call } = shop.studio;
  await shop.write({ from: 'Chloé Garnier', message: 'Bonjour, vous êtes ouverts dimanche ?' });
  await shop.write({ from: 'Chloé Garnier', message: longWords });
  await shop.write({ from: 'leo.photo', message: 'Vous avez encore des arums ?', network: 'ig' });
  await call('inbox/sync', {}, z.unknown());
  await call('team/add', { name: 'Léa Martin', role: 'answers' }, z.unknown());
  await call('team/add', { name: `Maxime ${longName}`, role: 'manager' }, z.unknown());
  await call('media/importFiles', { paths: ['botany-flowers.jpg'].map(samplePhoto) }, z.unknown());
  const words = { fr: `Bonjour {first_name}, ${longWords}`, en: 'Hello {first_name}.' };
  for (const name of ['Arrosage', `Conseils pour ${longName}`])
    await call(
      'savedReplies/save',
      { name, shortcut: name.slice(0, 4), texts: words },
      z.unknown(),
    );
  window = await openWindow(browser, shop.studio, { path: '#/inbox' });
});

test.afterAll(async () => {
  await window?.close();
  await shop?.stop();
});

const escape = (page: Page) => page.keyboard.press('Escape');
const row = (page: Page, words: string) =>
  page.locator('.inbox-rows .inbox-row').filter({ hasText: words }).first();
const openThread = (words: string) => async (page: Page) => {
  await row(page, words).click();
  await page
    .locator('.inbox-said')
    .filter({ hasText: words.slice(0, 20) })
    .first()
    .waitFor();
};
/** Opens the menu of what somebody said, by keyboard as by pointer. */
const openMenu = (words: string) => async (page: Page) => {
  await openThread(words)(page);
  const said = page.locator('.inbox-said').filter({ hasText: words }).first();
  await said.hover();
  await said.locator('.deeds button').last().click();
};

const screens: Screen[] = [
  { name: 'inbox-thread', open: openThread('Bonjour, je cherche'), shows: '.inbox-said' },
  { name: 'inbox-message', open: openThread('Vous avez encore'), shows: '.inbox-said' },
  { name: 'inbox-message-long', open: openThread('Chloé'), shows: '.inbox-said' },
  {
    name: 'inbox-attach',
    async open(page) {
      await openThread('Ana Petit')(page);
      await page.locator('.inbox-tools button[aria-haspopup=menu]').first().click();
    },
    shows: '[role=menu]',
    leave: escape,
  },
  {
    name: 'inbox-picture',
    async open(page) {
      await page.locator('.inbox-tools button[aria-haspopup=menu]').first().click();
      await page.locator('[role=menuitem]').first().click();
    },
    shows: '[role=dialog] .deed-pictures img',
    leave: escape,
  },
  {
    name: 'inbox-deeds',
    open: openMenu('Gagnez 500'),
    shows: '[role=menu]',
    leave: escape,
  },
  {
    name: 'inbox-block',
    async open(page) {
      await openMenu('Gagnez 500')(page);
      await page.locator('[role=menuitem].menu-danger').last().click();
    },
    shows: '[role=dialog] .deed-reasons',
    leave: escape,
  },
  {
    name: 'inbox-mention',
    async open(page) {
      await page.keyboard.press('n');
      await page.locator('.inbox-mention textarea').pressSequentially('@');
    },
    shows: '.inbox-mention [role=option]',
    async leave(page) {
      await page.locator('.inbox-mention textarea').fill('');
      await escape(page);
    },
  },
  {
    name: 'inbox-private',
    async open(page) {
      await openThread('Ana Petit')(page);
      await page.locator('.inbox-tools [aria-pressed]').click();
    },
    shows: '.inbox-private-note',
    leave: (page) => page.locator('.inbox-tools [aria-pressed]').click(),
  },
  {
    name: 'inbox-slash',
    async open(page) {
      await page.locator('.inbox-field textarea').fill('');
      await page.locator('.inbox-field textarea').pressSequentially('/');
    },
    shows: '.inbox-field [role=option]',
    async leave(page) {
      await page.locator('.inbox-field textarea').fill('');
      await escape(page);
    },
  },
  {
    name: 'inbox-chosen',
    async open(page) {
      await row(page, 'Bo Martin').focus();
      for (const key of ['u', 'x', 'Shift+j']) await page.keyboard.press(key);
    },
    shows: '.inbox-list .bulk',
    leave: (page) => page.locator('.inbox-list .bulk button').last().click(),
  },
  {
    name: 'inbox-toast',
    async open(page) {
      await openThread('Gagnez 500')(page);
      await row(page, 'Bo Martin').focus();
      await page.keyboard.press('!');
      // It stays as long as somebody is at it.
      await page.locator('.toast button').first().focus();
    },
    shows: '.toast',
    leave: (page) => page.locator('.toast button').first().click(),
  },
  {
    name: 'inbox-search',
    async open(page) {
      await page.keyboard.press('/');
      await page.keyboard.type('géranium');
    },
    shows: '.inbox-list mark',
    async leave(page) {
      await page.locator('.inbox-list input').first().fill('');
    },
  },
  {
    name: 'inbox-nothing-found',
    async open(page) {
      await page.keyboard.press('/');
      await page.locator('.inbox-list input').first().fill('xylophone quantique');
    },
    shows: '.inbox-list:not(:has(.inbox-row))',
    async leave(page) {
      await page.locator('.inbox-list input').first().fill('');
    },
  },
];

for (const language of languages) {
  test(`shows what opens in the inbox whole and readable in ${language}`, async () => {
    const { page, takeFaults } = window;
    await shop.studio.call('app/setLanguage', { language }, z.unknown());
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await lookAtScreens(page, screens, { language, takeFaults });
  });
}

test('the word of a button leaves when the button opens something', async () => {
  const { page } = window;
  await page.setViewportSize({ width: 1280, height: 800 });
  await openThread('Ana Petit')(page);
  const attach = page.locator('.inbox-tools button[aria-haspopup=menu]').first();
  const word = page.locator('.mantine-Tooltip-tooltip');
  await attach.hover();
  await expect(word).toBeVisible();
  await attach.click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expect(word).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
});

test('what opens in the inbox is worked by keyboard alone, and gives the focus back', async () => {
  const { page, takeFaults } = window;
  const focused = page.locator(':focus');
  await page.mouse.move(0, 0);
  await openThread('Gagnez 500')(page);

  // The menu of a comment, and the question before somebody is shut out.
  const more = page.locator('.inbox-said .deeds button').last();
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(focused).toHaveRole('menuitem');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  const block = page.getByRole('dialog');
  await expect(block).toBeVisible();
  await expect(focused).toHaveRole('textbox');
  await page.keyboard.type('Encore lui');
  await page.keyboard.press('Shift+Tab');
  await expect(focused).toHaveRole('button');
  await page.keyboard.press('Escape');
  await expect(block).toBeHidden();
  await expect(more).toBeFocused();

  // A picture goes with the answer.
  const attach = page.locator('.inbox-tools button[aria-haspopup=menu]').first();
  await attach.focus();
  await page.keyboard.press('Space');
  await expect(focused).toHaveRole('menuitem');
  await page.keyboard.press('Enter');
  await expect(focused).toHaveRole('searchbox');
  await page.keyboard.type('botany');
  await expect(page.locator('.deed-pictures li')).toHaveCount(1);
  await page.locator('.deed-pictures button').press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.locator('.deed-note')).toBeVisible();
  await expect(attach).toBeFocused();

  // A colleague is named in a note; Escape leaves the list, then the note.
  await attach.press('Escape');
  await page.locator('.inbox-row[aria-current]').focus();
  await page.keyboard.press('n');
  await page.keyboard.type('@l');
  await expect(page.locator('.inbox-mention [role=option]')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.locator('.inbox-mention textarea')).toHaveValue(/^@L\S+ \S+ $/);
  await page.locator('.inbox-mention textarea').fill('');
  await page.keyboard.press('Escape');
  await expect(page.locator('.inbox-mention')).toBeHidden();
  expect(takeFaults()).toEqual([]);
});
