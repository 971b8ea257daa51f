import { expect, test, type Page } from '@playwright/test';
import { z } from 'zod';
import { until } from '../../scripts/demo/programs.ts';
import { expectFits, expectNoAxe, shoot, shootForDocs } from './support/look-at.ts';
import { startStudio, type RunningStudio } from './support/running-studio.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

const project = z.object({
  id: z.string(),
  version: z.number(),
  film: z.object({ parts: z.array(z.object({ id: z.string(), durationMs: z.number() })) }),
});

let studio: RunningStudio;
let window: StudioWindow;
let page: Page;

test.describe.configure({ mode: 'serial', timeout: 240_000 });

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

const parts = () => page.getByRole('list', { name: 'Scènes' }).locator('.film-part-face');
const idOfPage = () => page.url().split('/film/')[1]?.split('?')[0] ?? '';
const stored = (fits: (now: z.infer<typeof project>) => boolean) =>
  until('the studio to hold the change', async () => {
    const now = await studio.call('films/get', { id: idOfPage() }, project);
    return fits(now) ? now : undefined;
  });

test('three products become a film that opens to be changed', async () => {
  for (const name of [/Arum d’Éthiopie/, /Hibiscus rouge/, /Affiche Campanule/])
    await page.getByRole('checkbox', { name }).check({ timeout: 60_000 });
  await page.getByRole('slider', { name: 'Durée' }).fill('6');
  await page.getByRole('button', { name: 'Monter la vidéo' }).click();
  await expect(parts()).toHaveCount(5);
  await expect(page.locator('.film-stage canvas')).toHaveAttribute('aria-busy', 'false', {
    timeout: 60_000,
  });
  await shoot(page, 'film-editor');
  await shootForDocs(page, 'film-editor');
  await expectNoAxe(page, 'film editor');
  await expectFits(page, 'film editor');
});

test('parts change places by keys, change their length, and both are undone', async () => {
  const before = await stored(() => true);
  const [, second, third] = before.film.parts;
  await parts().nth(1).focus();
  await page.keyboard.press('Alt+ArrowRight');
  const moved = await stored(({ film }) => film.parts[2]?.id === second?.id);
  expect(moved.film.parts[1]?.id).toBe(third?.id);
  await page.getByRole('switch', { name: 'Caler sur la musique' }).click();
  const seconds = page.getByRole('textbox', { name: 'Durée' });
  await seconds.fill('1,5');
  await seconds.press('Enter');
  await stored(({ film }) => film.parts[2]?.durationMs === 1500);
  await shoot(page, 'film-changed');
  for (let step = 0; step < 3; step++)
    await page.getByRole('button', { name: 'Annuler', exact: true }).click();
  await stored(({ film }) => JSON.stringify(film) === JSON.stringify(before.film));
});
