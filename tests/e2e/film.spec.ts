import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { z } from 'zod';
import { until } from '../../scripts/demo/programs.ts';
import { findFfmpeg } from '../../core/media/find-ffmpeg.ts';
import { expectFits, expectNoAxe, shoot, shootForDocs } from './support/look-at.ts';
import { countingFilm } from './support/player-film.ts';
import { startStudio, type RunningStudio } from './support/running-studio.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

const project = z.object({
  id: z.string(),
  version: z.number(),
  film: z.object({
    parts: z.array(
      z.object({
        ...{ id: z.string(), durationMs: z.number() },
        visual: z.object({ kind: z.string(), fromMs: z.number().optional() }).optional(),
      }),
    ),
    audio: z.object({ voices: z.array(z.object({ inMs: z.number(), durationMs: z.number() })) }),
    captions: z.object({
      lines: z.array(z.object({ inMs: z.number(), outMs: z.number(), text: z.string() })),
    }),
    cover: z.object({ atMs: z.number() }).optional(),
  }),
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

test('what is undone before it was saved stays undone', async () => {
  const before = await stored(() => true);
  await parts().nth(1).focus();
  await page.keyboard.press('Alt+ArrowRight');
  await page.getByRole('button', { name: 'Annuler', exact: true }).click();
  await page.reload();
  await expect(parts()).toHaveCount(before.film.parts.length);
  await parts().nth(3).focus();
  await page.keyboard.press('Alt+ArrowLeft');
  const moved = await stored(({ film }) => film.parts[2]?.id === before.film.parts[3]?.id);
  expect(moved.film.parts[1]?.id).toBe(before.film.parts[1]?.id);
  await page.getByRole('button', { name: 'Annuler', exact: true }).click();
  await stored(({ film }) => JSON.stringify(film) === JSON.stringify(before.film));
});

test('captions are typed, taken from a file and written to one; the cover is a frame', async () => {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await parts().first().focus();
  await page.keyboard.press('Home');
  await button('Sous-titres').click();
  for (const words of ['Bonjour, voici l’hiver', 'Trois plantes d’ombre']) {
    await button('Ajouter une ligne').click();
    await expect(page.getByPlaceholder('Écrire ici').last()).toBeFocused();
    await page.keyboard.type(words);
  }
  const typed = await stored(({ film }) => film.captions.lines.length === 2);
  expect(typed.film.captions.lines[1]?.inMs).toBe(typed.film.captions.lines[0]?.outMs);
  await expectNoAxe(page, 'film captions');
  await shoot(page, 'film-captions');

  const chooser = page.waitForEvent('filechooser');
  await button('Importer').click();
  const srt = '1\r\n00:00:01,000 --> 00:00:02,500\r\nLu d’un fichier\r\n\r\n2\r\n00:00:xx\r\nPerdu';
  const buffer = Buffer.from(`\uFEFF${srt}`, 'utf16le');
  await (await chooser).setFiles({ name: 'lu.srt', mimeType: 'application/x-subrip', buffer });
  await expect(page.getByText('1 sous-titre repris.')).toBeVisible();
  await expect(page.getByText(/^Ligne 6 :/)).toBeVisible();
  await stored(({ film }) => film.captions.lines[0]?.text === 'Lu d’un fichier');
  const bar = page.getByRole('list', { name: 'Sous-titres' }).last().getByRole('button');
  await bar.first().press('Alt+ArrowRight');
  await stored(({ film }) => film.captions.lines[0]?.inMs === 1100);
  const saved = page.waitForEvent('download');
  await button('Exporter').click();
  await page.getByRole('menuitem', { name: 'SRT' }).click();
  const file = readFileSync(await (await saved).path(), 'utf8');
  expect(file).toBe('1\r\n00:00:01,100 --> 00:00:02,600\r\nLu d’un fichier\r\n');

  await button('Couverture').click();
  await page.getByRole('slider', { name: 'Moment' }).fill('1.5');
  await stored(({ film }) => film.cover?.atMs === 1500);
  // The word of the button under the mouse stands outside the page's landmarks while it is shown.
  await page.getByRole('heading', { name: 'Couverture' }).hover();
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await expectNoAxe(page, 'film cover');
  await shoot(page, 'film-cover');
  await button('Fermer la couverture').click();
});

test('an own clip is trimmed, a voice recorded over it, and the film exported', async () => {
  await window.context.grantPermissions(['microphone']);
  await parts().first().click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Apporter un clip' }).click();
  const buffer = countingFilm((await findFfmpeg()).ffmpegPath);
  await (await chooser).setFiles({ name: 'atelier.mp4', mimeType: 'video/mp4', buffer });
  const brought = await stored(({ film }) => film.parts[1]?.visual?.kind === 'clip');
  const clipId = brought.film.parts[1]?.id;
  await page.getByRole('slider', { name: 'Commence à' }).fill('0.5');
  await stored(({ film }) => film.parts[1]?.visual?.fromMs === 500);

  await page.getByRole('tab', { name: 'Son' }).click();
  await page.getByRole('button', { name: 'Enregistrer une voix' }).click();
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByText('Enregistrement · 0:01')).toBeVisible();
  await expect(page.getByRole('meter')).not.toHaveAttribute('aria-valuenow', '0');
  await page.getByRole('button', { name: 'Arrêter', exact: true }).click();
  await expectNoAxe(page, 'film with takes');
  await page.getByRole('button', { name: 'Garder cette prise' }).click();
  const spoken = await stored(({ film }) => film.audio.voices.length === 1);
  expect(spoken.film.audio.voices[0]?.durationMs).toBeGreaterThan(800);
  const inMs = spoken.film.audio.voices[0]?.inMs ?? 0;
  await page.getByRole('button', { name: /^Voix 1/ }).press('Alt+ArrowRight');
  await stored(({ film }) => film.audio.voices[0]?.inMs === inMs + 100);
  await expectNoAxe(page, 'film with a voice');
  await shoot(page, 'film-voice');

  await parts().nth(1).press('Alt+ArrowRight');
  await stored(({ film }) => film.parts[2]?.id === clipId);
  await page.getByRole('button', { name: 'Annuler', exact: true }).click();
  await stored(({ film }) => film.parts[1]?.id === clipId);
  // What is left is short, so that its export is.
  for (const left of [5, 4, 3]) {
    await parts().nth(2).press('Delete');
    await expect(parts()).toHaveCount(left);
  }
  await page.getByRole('button', { name: 'Exporter la vidéo', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Utiliser dans une publication' })).toBeVisible({
    timeout: 150_000,
  });
});

test('a few seconds of it become a GIF that is saved', async () => {
  await page.getByRole('button', { name: 'Autres exports' }).click();
  await page.getByRole('menuitem', { name: 'Teaser animé (GIF, WebP)' }).click();
  const dialog = page.getByRole('dialog', { name: 'Teaser animé' });
  await expectNoAxe(page, 'teaser');
  await shoot(page, 'film-teaser');
  await dialog.getByRole('button', { name: 'Faire le teaser' }).click();
  await expect(dialog.getByRole('img', { name: 'Teaser animé' })).toBeVisible({ timeout: 60_000 });
  await shoot(page, 'film-teaser-made');
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Enregistrer le fichier' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/\.gif$/);
  expect(readFileSync(await saved.path()).toString('latin1', 0, 6)).toBe('GIF89a');
});
