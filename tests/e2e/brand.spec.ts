import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import sharp from 'sharp';
import { z } from 'zod';
import { kit as kitShape, type Kit } from '../../shared/contract/brand.ts';
import { expectFits, expectFocusSeen, expectNoAxe } from './support/look-at.ts';
import { startStudio, type RunningStudio } from './support/running-studio.ts';
import { openWindow, type StudioWindow } from './support/studio-window.ts';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

const fonts = join(import.meta.dirname, '../../resources/fonts');
let studio: RunningStudio;
let window: StudioWindow;
const kit = (): Promise<Kit> => studio.call('brand/get', {}, kitShape);

test.beforeAll(async ({ browser }) => {
  studio = await startStudio();
  // As a shop is before anybody made it their own.
  await studio.call('brand/set', { patch: { logoText: '' } }, kitShape);
  window = await openWindow(browser, studio, { path: '#/studio' });
});

test.afterAll(async () => {
  await window?.close();
  await studio?.stop();
});

test('the templates lead to the brand; a logo is trimmed and gives its colours', async () => {
  const { page, takeFaults } = window;
  await page.getByRole('link', { name: 'Créer votre marque' }).click();
  const first = picture(page);
  await expect(first).toHaveAttribute('aria-busy', 'false');
  const plain = await pixelsOf(first);

  const light = page.getByRole('group', { name: 'Fond clair' });
  await light.locator('input[type=file]').setInputFiles({
    name: 'logo.png',
    mimeType: 'image/png',
    buffer: await logoPng(),
  });
  await expect(light.getByRole('img', { name: /Logo de/ })).toBeVisible();
  // 600 × 200 of ink in 1000 × 800.
  expect((await kit()).logo?.ratio).toBeCloseTo(3, 1);
  await page.getByRole('button', { name: 'Prendre ces trois' }).click();
  await expect(page.getByRole('button', { name: 'Déjà les vôtres' })).toBeVisible();
  const { colours } = await kit();
  expect(Object.values(colours)).not.toContain('#24402F');
  await expect.poll(() => pixelsOf(first)).not.toBe(plain);
  expect(takeFaults()).toEqual([]);
});

test('what is no logo says why, and nothing is lost', async () => {
  const { page } = window;
  const dark = page.getByRole('group', { name: 'Fond foncé' });
  await dark.locator('input[type=file]').setInputFiles({
    name: 'logo.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
  });
  await expect(dark.getByRole('alert')).toBeVisible();
  const { logo, logoDark } = await kit();
  expect(logo).toBeDefined();
  expect(logoDark).toBeUndefined();
});

test('colours that cannot be read are put right by one press, and taken back by another', async () => {
  const { page } = window;
  const { colours } = await kit();
  const accent = page.getByRole('textbox', { name: 'Accent', exact: true });
  await accent.fill(colours.ground);
  await expect(page.getByText(/L’accent ne se lit pas sur le fond/)).toBeVisible();
  await page.getByRole('button', { name: /^Prendre #/ }).click();
  await expect(page.getByText(/se lisent bien/)).toBeVisible();
  await expect.poll(async () => (await kit()).advice).toEqual([]);
  expect((await kit()).colours.accent).not.toBe(colours.accent);
  await accent.press('Control+z');
  await accent.press('Control+z');
  await expect.poll(async () => (await kit()).colours).toEqual(colours);
  await expect(accent).toHaveValue(colours.accent.toUpperCase());
  await page.getByRole('button', { name: 'Rétablir' }).click();
  await expect.poll(async () => (await kit()).colours.accent).toBe(colours.ground);
  await page.getByRole('button', { name: 'Annuler la dernière modification' }).click();
  await expect.poll(async () => (await kit()).colours).toEqual(colours);
});

test('letters: a pair by keys, then a font of the shop’s own', async () => {
  const { page } = window;
  const before = await pixelsOf(picture(page));
  await page.getByRole('radio', { name: 'Fraunces et Inter' }).press('ArrowRight');
  await expectFocusSeen(page);
  await expect.poll(async () => (await kit()).fonts?.title).toBe('Playfair Display');
  await expect.poll(() => pixelsOf(picture(page))).not.toBe(before);

  await page.locator('.brand-own-fonts input[type=file]').setInputFiles([
    {
      name: 'maison.ttf',
      mimeType: 'font/ttf',
      buffer: readFileSync(join(fonts, 'Caveat_500Medium.ttf')),
    },
    { name: 'lisez-moi.ttf', mimeType: 'font/ttf', buffer: Buffer.from('pas une police') },
  ]);
  await expect(page.getByRole('button', { name: 'Retirer Caveat' })).toBeVisible();
  await expect(page.getByRole('alert').getByText(/^lisez-moi.ttf/)).toBeVisible();
  const playfair = await pixelsOf(picture(page));
  await page.getByRole('button', { name: 'Prendre pour les titres' }).click();
  await expect.poll(async () => (await kit()).fonts?.title).toMatch(/^own:/);
  await expect.poll(() => pixelsOf(picture(page))).not.toBe(playfair);
});

test('a price style and a mark are chosen by keys and seen at once', async () => {
  const { page, takeFaults } = window;
  const bare = await pixelsOf(picture(page));
  await page.getByRole('radio', { name: 'Simple' }).press('ArrowRight');
  await expect.poll(async () => (await kit()).priceStyle).toBe('tag');
  await expect.poll(() => pixelsOf(picture(page))).not.toBe(bare);
  const tagged = await pixelsOf(picture(page));
  await page.getByRole('radio', { name: 'Aucun' }).press('ArrowRight');
  await expect.poll(async () => (await kit()).watermark?.place).toBe('bottom-right');
  await page.getByRole('radio', { name: 'En bas à droite' }).press('ArrowUp');
  await page.getByRole('slider', { name: 'Opacité' }).fill('90');
  await expect
    .poll(async () => (await kit()).watermark)
    .toMatchObject({ place: 'top-right', opacity: 0.9 });
  await expect.poll(() => pixelsOf(picture(page))).not.toBe(tagged);
  for (const width of [1280, 1024]) {
    await page.setViewportSize({ width, height: width === 1280 ? 800 : 700 });
    await expectFits(page, `brand-${width}`);
    await expectNoAxe(page, `brand-${width}`);
  }
  expect(takeFaults()).toEqual([]);
});

test('a picture is made in the look of the shop', async () => {
  const { page } = window;
  const { colours } = await kit();
  await page.evaluate(() => (location.hash = '#/studio'));
  await page.getByRole('checkbox', { name: /Arum d’Éthiopie/ }).check();
  await page.getByRole('button', { name: /^Faire \d+ images?$/ }).click();
  const made = z.object({ items: z.array(z.object({ url: z.string() })) });
  const pictures = () => studio.call('studio/creations', { kind: 'picture' }, made);
  await expect
    .poll(async () => (await pictures()).items.length, { timeout: 60_000 })
    .toBeGreaterThan(0);
  const [first] = (await pictures()).items;
  const answer = await page.request.get(studio.url + first?.url);
  const corner = await sharp(await answer.body())
    .extract({ left: 2, top: 2, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer();
  const wanted = Buffer.from(colours.ground.slice(1), 'hex');
  for (const [index, value] of wanted.entries())
    expect(Math.abs((corner[index] ?? 0) - value)).toBeLessThanOrEqual(8);
});

/** The first template of the preview. */
function picture(page: Page): Locator {
  return page.locator('.brand-looks canvas').first();
}

/** What is drawn, as a short sum. */
function pixelsOf(canvas: Locator): Promise<string> {
  return canvas.evaluate(async (element: HTMLCanvasElement) => {
    const { width, height } = element;
    const pixels = element.getContext('2d')?.getImageData(0, 0, width, height).data;
    const sum = await crypto.subtle.digest('SHA-256', pixels ?? new Uint8Array());
    return [...new Uint8Array(sum)].map((byte) => byte.toString(16)).join('');
  });
}

/** Teal and orange in the middle of much clear ground. */
function logoPng(): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="800">
    <rect x="200" y="300" width="400" height="200" fill="#0B5563"/>
    <rect x="600" y="300" width="200" height="200" fill="#E4572E"/></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}
