import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import sharp from 'sharp';
import { z } from 'zod';
import { workedAddress } from '../../shared/scene/photo-work/worked-address.ts';
import { readPhotoWork, type PhotoWork } from '../../shared/scene/photo-work/photo-work.ts';
import { startStudio, type RunningStudio } from './support/running-studio.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

test.describe.configure({ timeout: 240_000 });

const folder = mkdtempSync(join(tmpdir(), 'vitrine-photo-'));
let studio: RunningStudio;
let window: StudioWindow;
let assetId = '';

test.beforeAll(async ({ browser }) => {
  const path = join(folder, 'vase.jpg');
  await writeVase(path);
  studio = await startStudio();
  const imported = z.object({ items: z.tuple([z.object({ assetId: z.string() })]) });
  [{ assetId }] = (await studio.call('media/importFiles', { paths: [path] }, imported)).items;
  window = await openWindow(browser, studio, { path: `#/studio/photo?assets=${assetId}` });
});

test.afterAll(async () => {
  await window.close();
  await studio.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a slider is followed with the very pixels of the export, and its settings are kept', async () => {
  const { page } = window;
  await expect(page.locator('.photo-box canvas[data-drawn]')).toBeVisible();
  await slide(page, 'Exposition', '0.6');
  await slide(page, 'Contraste', '25');
  await slide(page, 'Ombres', '30');
  await slide(page, 'Chaleur', '-18');
  await slide(page, 'Saturation', '35');
  await slide(page, 'Netteté', '45');
  await slide(page, 'Vignettage', '40');
  await slide(page, 'Redresser', '3.2');
  await page.getByRole('combobox', { name: 'Fond' }).selectOption('plain');
  const work = readPhotoWork({
    ...{ exposure: 0.6, contrast: 25, shadows: 30, warmth: -18, saturation: 35 },
    ...{ sharpen: 45, vignette: 40, straightenDeg: 3.2 },
    background: { kind: 'plain' },
  });
  await expect.poll(() => difference(page, work), { timeout: 60_000 }).toBeLessThanOrEqual(1);

  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect.poll(() => keptWork()).toEqual(work);
  const shown = z.object({ thumbUrl: z.string(), url: z.string() });
  const asset = await studio.call('media/get', { assetId }, shown);
  expect(asset.thumbUrl).toContain('?work=');
  const thumb = await page.request.get(studio.url + asset.thumbUrl);
  expect(thumb.status()).toBe(200);
  expect(window.takeFaults()).toEqual([]);
});

test('undo, the look before, cropping by keys and a brush stroke', async () => {
  const { page } = window;
  await page.goto(`${studio.url}/#/studio/photo?assets=${assetId}`);
  const contrast = page.getByRole('slider', { name: 'Contraste' });
  await expect(contrast).toHaveValue('25');
  await slide(page, 'Contraste', '60');
  await page.locator('.photo-stage').click();
  await page.keyboard.press('Control+z');
  await expect(contrast).toHaveValue('25');
  await page.getByRole('button', { name: 'Recadrer' }).click();
  await page.getByRole('combobox', { name: 'Proportions' }).selectOption('1:1');
  const frame = page.getByRole('group', { name: /Cadre/ });
  await frame.focus();
  for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowLeft');
  await page.getByRole('button', { name: 'Finir le cadrage' }).click();
  await page.getByRole('button', { name: 'Retirer', exact: true }).click();
  const box = await page.locator('.photo-brush-plane').boundingBox();
  if (!box) throw new Error('no brush');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 60, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect
    .poll(async () => (await keptWork()).background?.touchUps?.[0]?.points.length ?? 0)
    .toBeGreaterThan(3);
  const { crop } = await keptWork();
  const ratio = ((crop?.widthFrac ?? 0) * 4) / ((crop?.heightFrac ?? 1) * 3);
  expect(ratio).toBeCloseTo(1, 2);
  expect(window.takeFaults()).toEqual([]);
});

async function slide(page: Page, name: string, value: string): Promise<void> {
  await page.getByRole('slider', { name, exact: true }).fill(value);
}

async function keptWork(): Promise<PhotoWork> {
  const shape = z.object({ items: z.array(z.object({ work: z.unknown() })) });
  const { items } = await studio.call('photoWork/get', { assetIds: [assetId] }, shape);
  return readPhotoWork(items[0]?.work);
}

/** How far the pixels on screen are, at most, from what the studio itself makes of the same settings. */
async function difference(page: Page, work: PhotoWork): Promise<number> {
  const size = await page
    .locator('.photo-box canvas')
    .evaluate((canvas: HTMLCanvasElement) => ({ widthPx: canvas.width, heightPx: canvas.height }));
  const focus = { xFrac: 0.5, yFrac: 0.5 };
  const address = workedAddress({ photoId: assetId, ...size, focus, work });
  return page.evaluate(async (from) => {
    const answer = await fetch(from);
    const image = await createImageBitmap(await answer.blob(), { colorSpaceConversion: 'none' });
    const canvas = new OffscreenCanvas(image.width, image.height);
    const ctx = canvas.getContext('2d', { willReadFrequently: true });
    ctx?.drawImage(image, 0, 0);
    const there = ctx?.getImageData(0, 0, image.width, image.height).data ?? [];
    const seen = document.querySelector<HTMLCanvasElement>('.photo-box canvas');
    const here = seen?.getContext('2d')?.getImageData(0, 0, image.width, image.height).data ?? [];
    let most = there.length === here.length && here.length > 0 ? 0 : 255;
    for (let at = 0; at < here.length; at++)
      most = Math.max(most, Math.abs((here[at] ?? 0) - (there[at] ?? 0)));
    return most;
  }, address);
}

/** 12 megapixels: a red vase with a light on it before an even grey. */
async function writeVase(path: string): Promise<void> {
  const svg = `<svg width="4000" height="3000" xmlns="http://www.w3.org/2000/svg">
    <defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="#d8d8d6"/><stop offset="1" stop-color="#c4c4c2"/></linearGradient>
    <radialGradient id="v" cx=".35" cy=".3"><stop stop-color="#e0664f"/><stop offset="1" stop-color="#7c1f16"/></radialGradient></defs>
    <rect width="4000" height="3000" fill="url(#g)"/>
    <path d="M1700 600h600l-60 500c500 300 560 1000 160 1500h-800c-400-500-340-1200 160-1500z" fill="url(#v)"/></svg>`;
  await sharp(Buffer.from(svg)).jpeg({ quality: 90 }).toFile(path);
}
