import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { findFfmpeg } from '../../core/media/find-ffmpeg.ts';
import { until } from '../../scripts/demo/programs.ts';
import { ownFolder } from './support/files.ts';
import { expectFits, expectNoAxe, shoot } from './support/look-at.ts';
import { startStudio, type RunningStudio } from './support/running-studio.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

// From products to three reels that are out: one video for each product, one of them put right by hand with
// a clip and a voice of the shop's own, all into posts, and published on the practice network, which probes the files.
test.describe.configure({ mode: 'serial', timeout: 420_000 });

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

const kept = z.object({
  film: z.object({
    parts: z.array(z.object({ visual: z.object({ kind: z.string() }).optional() })),
    audio: z.object({ voices: z.array(z.unknown()) }),
  }),
});
const targets = z.object({
  targets: z.array(
    z.object({ postId: z.string(), state: z.string(), dueAt: z.string(), attempts: z.number() }),
  ),
});

const folder = ownFolder();
const clockFile = join(folder.path, 'clock');
const setClock = (at: string) => writeFileSync(clockFile, at);
let studio: RunningStudio;
let window: StudioWindow;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  setClock('2026-11-24T08:00:00.000Z');
  studio = await startStudio({ clockFile });
  window = await openWindow(browser, studio, { path: '#/studio?part=video' });
  page = window.page;
});
test.afterEach(() => expect(window.takeFaults()).toEqual([]));
test.afterAll(async () => {
  await window?.close();
  await studio?.stop();
  folder.remove();
});

/** A clip of a second, as a phone would bring it. */
async function ownClip(): Promise<string> {
  const { ffmpegPath } = await findFfmpeg();
  const clip = join(folder.path, 'atelier.mp4');
  const picture = ['-f', 'lavfi', '-i', 'testsrc2=s=180x320:r=30:d=1'];
  const tone = ['-f', 'lavfi', '-i', 'sine=f=440:d=1'];
  const encoded = ['-pix_fmt', 'yuv420p', '-shortest', clip];
  execFileSync(ffmpegPath, ['-v', 'error', ...picture, ...tone, ...encoded]);
  return clip;
}

/** What the microphone hears for a second, kept over the film. */
async function recordVoice(): Promise<void> {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await press('Enregistrer une voix');
  await press('Enregistrer');
  await expect(page.getByText('Enregistrement · 0:01')).toBeVisible();
  await press('Arrêter');
  await press('Garder cette prise');
}

/** What the network wrote down of what anyone could see. */
function ledger(): { kind: string; productType?: string; tags: number }[] {
  const world = new Database(join(studio.dataDir, 'practice', 'world.db'), { readonly: true });
  try {
    const rows = world.prepare('SELECT kind, object_id, details FROM ledger').all();
    const tagsOf = world.prepare('SELECT count(*) FROM product_tags WHERE media_id = ?').pluck();
    return z
      .array(z.object({ kind: z.string(), object_id: z.string(), details: z.string() }))
      .parse(rows)
      .map(({ kind, object_id: objectId, details }) => {
        const { productType } = JSON.parse(details) as { productType?: string };
        return { kind, tags: Number(tagsOf.get(objectId)), ...(productType && { productType }) };
      });
  } finally {
    world.close();
  }
}

const listed = async () => (await studio.call('films/list', {}, films)).items;

test('three products become three videos in the making, one of which is stopped', async () => {
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
  await page.getByRole('button', { name: /^Arrêter Arum/ }).click();
  await expect(page.getByText('Arrêtée')).toBeVisible();
});

test('the stopped one is put right by hand, with a clip and a voice of the shop, and made', async () => {
  await window.context.grantPermissions(['microphone']);
  const [first] = (await listed()).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (!first) throw new Error('no film');
  await page.getByRole('button', { name: `Modifier ${first.name}` }).click();
  await expect(page.locator('.film-stage canvas')).toHaveAttribute('aria-busy', 'false');
  await shoot(page, 'film-opened');
  const filmHas = (what: string, fits: (film: z.infer<typeof kept>['film']) => boolean) =>
    until(what, async () => {
      const { film } = await studio.call('films/get', { id: first.id }, kept);
      return fits(film) || undefined;
    });
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Apporter un clip' }).click();
  await (await chooser).setFiles(await ownClip());
  await filmHas('the clip in the film', ({ parts }) =>
    parts.some(({ visual }) => visual?.kind === 'clip'),
  );
  await page.getByRole('tab', { name: 'Son', exact: true }).click();
  await recordVoice();
  await filmHas('the voice over the film', ({ audio }) => audio.voices.length === 1);
  await shoot(page, 'film-by-hand');
  await page.getByRole('button', { name: 'Exporter la vidéo' }).click();
  // The others come first; on a busy machine each takes its time.
  await expect(page.getByText('La vidéo est faite')).toBeVisible({ timeout: 360_000 });
  await page.goBack();
  await expect(page.getByText('3 vidéos faites sur 3')).toBeVisible();
  await shoot(page, 'film-batch');
  await expectNoAxe(page, 'film batch');
  await expectFits(page, 'film batch');
  const files = (await listed()).flatMap((film) => film.files.map(({ format }) => format));
  expect(files).toEqual(Array(3).fill('9:16'));
});

test('all three are planned as reels at the usual hours and go out on both networks', async () => {
  await page.getByRole('button', { name: 'Autres façons de publier' }).click();
  await page.getByRole('menuitem', { name: 'Planifier aux prochaines heures habituelles' }).click();
  await expect(page.getByText('3 publications sont planifiées')).toBeVisible();
  await shoot(page, 'reels-planned');
  const all = async () => (await studio.call('publishing/targets', {}, targets)).targets;
  const planned = await all();
  expect(planned.map(({ state }) => state)).toEqual(Array(6).fill('scheduled'));
  const dues = [...new Set(planned.map(({ dueAt }) => dueAt))].toSorted();
  expect(dues).toHaveLength(3);
  for (const due of dues) {
    let at = Date.parse(due);
    await until(`the posts of ${due}`, async () => {
      // The studio waits by this clock for what the network makes of a video.
      setClock(new Date((at += 1000)).toISOString());
      const now = (await all()).filter(({ dueAt }) => dueAt === due);
      const lost = now.filter(({ state }) => ['failed', 'missed', 'cancelled'].includes(state));
      expect(lost).toEqual([]);
      return now.every(({ state }) => state === 'published') || undefined;
    });
  }
  expect((await all()).map(({ attempts }) => attempts)).toEqual(Array(6).fill(1));
  const seen = ledger();
  expect(seen.filter(({ kind }) => kind === 'fb-reel')).toHaveLength(3);
  const reels = seen.filter(({ kind }) => kind === 'ig-media');
  expect(reels).toEqual(Array(3).fill({ kind: 'ig-media', productType: 'REELS', tags: 1 }));
});
