import { expect, test, type Page } from '@playwright/test';
import { z } from 'zod';
import { until } from '../../scripts/demo/programs.ts';
import { expectFits, expectNoAxe, shoot } from './support/look-at.ts';
import { startStudio, type RunningStudio } from './support/running-studio.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

// From products to three reels that are out: one video for each product, one of them put right by hand with
// a sound of the shop's own, all into posts, and published on the practice network, which probes the files.
test.describe.configure({ mode: 'serial', timeout: 240_000 });

const films = z.object({
  items: z.array(
    z.object({
      ...{ id: z.string(), name: z.string(), batchId: z.string().optional() },
      productIds: z.array(z.string()),
      job: z.object({ state: z.string() }).optional(),
      files: z.array(z.object({ assetId: z.string(), format: z.string() })),
    }),
  ),
});

let studio: RunningStudio;
let window: StudioWindow;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  studio = await startStudio();
  window = await openWindow(browser, studio, { path: '#/studio?part=video' });
  page = window.page;
});
test.afterEach(() => expect(window.takeFaults()).toEqual([]));
test.afterAll(async () => {
  await window?.close();
  await studio?.stop();
});

const listed = async () => (await studio.call('films/list', {}, films)).items;

test('three products become three videos at once', async () => {
  for (const name of [/Arum d’Éthiopie/, /Hibiscus rouge/, /Affiche Campanule/])
    await page.getByRole('checkbox', { name }).check({ timeout: 60_000 });
  await page.getByRole('radio', { name: 'Nouveautés' }).click();
  await page.getByRole('button', { name: '6 s', exact: true }).click();
  await shoot(page, 'video-start');
  await expectNoAxe(page, 'video start');
  await expectFits(page, 'video start');
  await page.getByRole('button', { name: 'Plus de choix' }).click();
  await page.getByRole('menuitem', { name: 'Une vidéo par produit (3)' }).click();
  await expect(page.getByRole('heading', { name: 'Une vidéo par produit' })).toBeVisible();
  await shoot(page, 'film-batch-running');
  const done = await until('three videos', async () => {
    const items = await listed();
    return items.filter(({ job }) => job?.state === 'done').length === 3 ? items : undefined;
  });
  expect(done.flatMap(({ files }) => files.map(({ format }) => format))).toEqual(
    Array(3).fill('9:16'),
  );
  await expect(page.getByText('3 vidéos faites sur 3')).toBeVisible();
  await shoot(page, 'film-batch');
  await expectNoAxe(page, 'film batch');
  await expectFits(page, 'film batch');
});
