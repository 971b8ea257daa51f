import { expect, test, type Page } from '@playwright/test';
import { startCommentedShop, type CommentedShop } from './support/commented-shop.ts';
import { holdCalls, type HeldCalls } from './support/hold-calls.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

test.describe.configure({ timeout: 120_000 });

/** More than the list loads at once. */
const customers = Array.from({ length: 60 }, (_, index) => nameOf(index));
const lastLoaded = customers[49] ?? '';
const behind = customers[50] ?? '';

let shop: CommentedShop;
let window: StudioWindow;
let page: Page;
let furtherPages: HeldCalls;

/** Words without figures, so that each reads as a name. */
function nameOf(index: number): string {
  const letters = 'abcdefghij';
  return `Y${letters[Math.floor(index / 10)]}${letters[index % 10]}o`;
}

const boxOf = (name: string) =>
  page.getByRole('textbox', { name: new RegExp(`^Répondre à ${name}\\b`) });

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  const now = Date.now();
  shop = await startCommentedShop(
    customers.map((from, index) => ({
      ...{ from, message: `Question ${from} ?` },
      createdTime: new Date(now - (index + 1) * 60_000).toISOString(),
    })),
  );
  window = await openWindow(browser, shop.studio, { path: '#/plan' });
  page = window.page;
  furtherPages = await holdCalls(
    page,
    (frame) => frame.includes('/inbox/threads') && frame.includes('"cursor":'),
  );
});

/** The last thread of the first page is open, and the next page has been asked for. */
test.beforeEach(async () => {
  furtherPages.hold();
  await page.goto('about:blank');
  await page.goto(`${shop.studio.url}/#/inbox`);
  await expect(boxOf(customers[0] ?? '')).toBeVisible();
  for (let index = 0; index < 49; index += 1) await page.keyboard.press('j');
  await expect(boxOf(lastLoaded)).toBeVisible();
  await expect.poll(() => furtherPages.count()).toBeGreaterThan(0);
});

test.afterEach(() => {
  furtherPages.letGo();
  expect(window.takeFaults()).toEqual([]);
});

test.afterAll(async () => {
  await window?.close();
  await shop?.stop();
});

test('J behind the last thread that is loaded goes on as soon as more is here', async () => {
  await page.keyboard.press('j');
  await expect(boxOf(lastLoaded)).toBeVisible();
  furtherPages.letGo();
  await expect(boxOf(behind)).toBeVisible();
});

test('whoever went elsewhere meanwhile is not taken away', async () => {
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect(boxOf(customers[48] ?? '')).toBeVisible();
  furtherPages.letGo();
  await page.keyboard.press('j');
  await expect(boxOf(lastLoaded)).toBeVisible();
  await page.keyboard.press('j');
  await expect(boxOf(behind)).toBeVisible();
  await page.keyboard.press('k');
  await expect(boxOf(lastLoaded)).toBeVisible();
});

test('answering the last thread that is loaded goes on with the next when it is here', async () => {
  await page.keyboard.press('r');
  await page.keyboard.type('Oui');
  await page.keyboard.press('Control+Shift+Enter');
  await expect(boxOf(lastLoaded)).toHaveValue('');
  furtherPages.letGo();
  await expect(boxOf(behind)).toBeFocused();
});
