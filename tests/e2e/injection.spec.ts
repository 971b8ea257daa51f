import { expect, test, type Page } from '@playwright/test';
import { join } from 'node:path';
import { z } from 'zod';
import { ownFolder } from './support/files.ts';
import {
  startPractice,
  startStudio,
  type RunningPractice,
  type RunningStudio,
} from './support/running-studio.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

/** Says so when it runs. */
const shout = 'window.__ran=1';
const payloads = [
  `<script>${shout}</script>`,
  `<img src=x onerror="${shout}">`,
  `<svg onload="${shout}">`,
  `<svg><script>${shout}</script></svg>`,
  `"><iframe srcdoc="<script>parent.${shout}</script>"></iframe>`,
  `<a href="javascript:${shout}">x</a>`,
  `javascript:${shout}`,
  `<details open ontoggle="${shout}">`,
  `<video><source onerror="${shout}"></video>`,
  `<math><mtext></mtext><mglyph><style></math><img src onerror=${shout}>`,
  `{{constructor.constructor('${shout}')()}}`,
  `\${${shout}}`,
  `</title></style></textarea><script>${shout}</script>`,
  `<base href="https://example.com/">`,
  `<meta http-equiv="refresh" content="0;url=https://example.com/">`,
  `<form action="https://example.com/"><input autofocus onfocus="${shout}"></form>`,
  `<link rel=stylesheet href="https://example.com/x.css">`,
  `<object data="data:text/html,<script>${shout}</script>"></object>`,
  `$t(common:save) <b>{{name}}</b>`,
  `\u202E<ımg src=x onerror=${shout}>`,
];

let practice: RunningPractice;
let studio: RunningStudio;
let window: StudioWindow;
const folder = ownFolder();
const ok = z.object({});

test.beforeAll(async ({ browser }) => {
  practice = await startPractice(join(folder.path, 'network'));
  studio = await startStudio({ graph: practice.url, dataDir: join(folder.path, 'shop') });
  const connected = await studio.call(
    'accounts/connect',
    { userToken: practice.user.token },
    z.object({ accounts: z.array(z.object({ id: z.string() })) }),
  );
  const accountIds = connected.accounts.map((account) => account.id);
  const shop = { name: payloads[1], zone: 'Europe/Paris', country: 'FR' };
  await studio.call('shop/save', shop, ok);
  await studio.call('app/setLanguage', { language: 'fr' }, ok);
  for (const [at, text] of payloads.entries()) {
    const product = { sku: `X-${at}`, title: text, price: 100 + at, stock: 1, description: text };
    await studio.call('catalogue/save', product, ok);
    await studio.call('posts/create', { accountIds, caption: text, media: [] }, ok);
  }
  window = await openWindow(browser, studio);
});

test.afterAll(async () => {
  await window?.close();
  await studio?.stop();
  await practice?.stop();
  folder.remove();
});

async function expectQuiet(page: Page): Promise<void> {
  expect(await page.evaluate(() => (globalThis as { __ran?: unknown }).__ran)).toBeUndefined();
  expect(new URL(page.url()).origin).toBe(studio.url);
  expect(page.frames()).toHaveLength(1);
  expect(window.takeFaults()).toEqual([]);
}

for (const room of ['Aujourd’hui', 'Plan', 'Studio', 'Messages', 'Catalogue', 'Réglages']) {
  test(`S4 shows hostile names and captions as text: ${room}`, async () => {
    const { page } = window;
    await page.getByRole('navigation').getByRole('link', { name: room }).first().click();
    await page.waitForLoadState('networkidle');
    await expectQuiet(page);
  });
}

test('S4 finds a hostile product by its own words', async () => {
  const { page } = window;
  await page.getByRole('link', { name: 'Catalogue' }).click();
  await expect(page.getByText(payloads[1] ?? '', { exact: true }).first()).toBeVisible();
  await expectQuiet(page);
});

test('S4 refuses markup that a script writes, and says so', async () => {
  const { page } = window;
  const refused = await page.evaluate((text) => {
    try {
      document.createElement('div').innerHTML = text;
      return false;
    } catch {
      return true;
    }
  }, payloads[1] ?? '');
  expect(refused).toBe(true);
  expect(window.takeFaults().length).toBeGreaterThan(0);
});
