import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { build } from 'vite';
import type { ScenePhoto } from '../../shared/scene/draw-context.ts';
import { addFonts } from '../../core/media/worker/font/add-fonts.ts';
import { addedFamilies, ownFamily } from '../../shared/scene/own-fonts.ts';
import { photoRequests } from '../../shared/scene/photo-requests.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import type { Brand, PictureSlots } from '../../shared/scene/template.ts';
import { pictureTemplates, videoTemplates } from '../../shared/scene/templates.ts';
import { blendScene, effectScenes, shadowScene, stickerScene } from '../support/effect-scenes.ts';
import { filmFrameScenes } from '../support/film-frame-scenes.ts';
import { linesOf } from '../support/scene-lines.ts';
import {
  drawSample,
  loadFonts,
  resources,
  sampleAssets,
  sampleBrand,
  scaledPhoto,
} from '../support/scene-samples.ts';
import type { Difference } from './preview-page/compare.ts';

// Two canvas engines of one family may round differently; a moved letter or line differs by far more.
const limit = 8;
const meanLimit = 0.5;
// Outlines of turned letters and codes: a pixel or two of millions is covered a little more by one engine's
// reckoning than by the other's. A moved letter makes thousands.
const outlineStrays = 24;
// A photo that moves is scaled by the canvas, and a few samples of millions round further apart (2 of
// 3 million by 10 were seen). A moved letter makes thousands of such strays.
const movingLimit = 12;
const movingStrays = 20;

// A whole picture laid over another half seen: one engine rounds each sum up, the other down.
const fadingMeanLimit = 1.2;
// Letters of a picture that grows are sampled anew: at their edges some samples of 1.6 million round further
// apart (392 by up to 15 were seen).
const zoomStrays = 800;

const texts = [
  {
    lang: 'French',
    title: 'Grande jardinière suspendue en terre cuite, « Été »',
    price: '1 290,00 €',
  },
  { lang: 'German', title: 'Blumenübertopfuntersetzer für Straßenbäume', price: '12,90 €' },
  { lang: 'Arabic', title: 'زنبق الحبشة الأبيض (12 سم)', price: '‏٢٤٫٩٠ €' },
  { lang: 'emoji', title: '🌿 Pousse d’été 👩🏽‍🌾 pour 2️⃣ 🇫🇷', price: '24,90 € 🎁' },
];
/** A font that the shop brought. */
const ownFontId = '0b9ad0fc-4f0e-4c6f-9d5e-6f1f6b1c2a77';
const brands: readonly Brand[] = [
  sampleBrand,
  {
    logoText: 'Blüte 🌸',
    colours: { ground: '#F4F1EC', paper: '#1E2A38', accent: '#B8431F' },
    fonts: { title: 'Inter', text: 'Fraunces' },
    priceStyle: 'tag',
    watermark: { text: 'laserre.example', place: 'bottom-right', opacity: 0.4 },
  },
  {
    logoText: 'La Serre',
    colours: { ground: '#5A2A27', paper: '#FBEFE3', accent: '#F2B5A0' },
    fonts: { title: 'Playfair Display', text: 'Nunito' },
    priceStyle: 'round',
    watermark: { text: 'La Serre', place: 'top-left', opacity: 0.6 },
  },
  { ...sampleBrand, fonts: { title: ownFamily(ownFontId), text: 'Lora' }, priceStyle: 'plain' },
];
const photoNames = [
  'botany-flowers.jpg',
  'red-hibiscus-closeup.jpg',
  'flower-meadow-square.jpg',
  'grid-flower-2.jpg',
];

const fonts = loadFonts();
const answers = new Map<string, { body: Buffer; type: string }>();
let folder = '';
let server: Server;
let origin = '';

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vitrine-preview-'));
  const fontFile = join(resources, 'fonts', 'Caveat_500Medium.ttf');
  mkdirSync(join(folder, 'own'));
  copyFileSync(fontFile, join(folder, 'own', ownFontId));
  answers.set(`/media/fonts/${ownFontId}`, { body: readFileSync(fontFile), type: 'font/ttf' });
  const root = join(import.meta.dirname, 'preview-page');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { outDir: join(folder, 'page'), target: 'es2024', assetsInlineLimit: 0 },
  });
  server = createServer((request, response) => {
    const found = answerFor(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    response.writeHead(found ? 200 : 404, { 'content-type': found?.type ?? 'text/plain' });
    response.end(found?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

test.afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What a template may be given besides a product, so that none is left half empty. */
function slotsFor(turn: number): PictureSlots {
  const { title, price } = texts[turn % texts.length] ?? { title: '', price: '' };
  const photoAt = (index: number) => ({
    ...{ photoId: photoNames[(turn + index) % photoNames.length] ?? '#808080' },
    ...{ widthPx: 600, heightPx: 600, lightness: 0.7 },
  });
  const products = [0, 1, 2, 3].map((index) => ({ photo: photoAt(index), title, price }));
  return {
    ...{ photo: photoAt(0), beforePhoto: photoAt(1), title, price, oldPrice: '1 490,00 €' },
    ...{ percentOff: 13, products, lines: [title, 'Été 🌻', '2 × 12,90 €'], valueText: '50 €' },
    quote: { text: `${title} 😍`, author: 'Zoé L.', stars: 5 },
    hours: [{ days: 'Mardi à samedi', times: '9 h – 19 h' }],
    event: { name: title, date: '12. März, 18:30', place: 'Straßburg' },
    question: { text: title, choices: ['Oui 👍🏽', 'Nein', 'ربما'] },
    ...{ code: 'https://laserre.example/arum', language: turn % 2 === 0 ? 'fr' : 'en' },
  };
}

/** Every second format of each template, so that each format, text and brand meets half of the templates;
 *  all of them where that is asked for. */
function pairsToDraw() {
  const all = process.env['VITRINE_EVERY_PAIR'] === '1';
  return pictureTemplates.flatMap((template, row) =>
    template.formats
      .filter((_, column) => all || template.formats.length < 2 || (row + column) % 2 === 0)
      .map((format) => ({ template, format })),
  );
}

test('draws every template and every format in the window as in the export', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto(origin);
  const pairs = pairsToDraw();
  const wrong: string[] = [];
  let largest = 0;
  const compareOne = async ({ template, format }: (typeof pairs)[number], turn: number) => {
    // Each text meets every brand.
    const brandAt = (turn + Math.floor(turn / texts.length)) % brands.length;
    const scene = template.fill(slotsFor(turn), format, brands[brandAt] ?? sampleBrand);
    const [found] = await differences(page, scene, [0]);
    largest = Math.max(largest, found?.largest ?? 255);
    if (!found || found.largest > limit || found.mean >= meanLimit || !found.sameLines)
      wrong.push(
        `${template.id} ${format} ${texts[turn % texts.length]?.lang} ${brandAt}: ${said(found)}`,
      );
  };
  // Two at a time: one is drawn here while the page looks at the other.
  const waiting = pairs.entries();
  const work = async () => {
    for (const [turn, pair] of waiting) await compareOne(pair, turn);
  };
  await Promise.all([work(), work()]);
  expect(wrong, `${pairs.length} pictures`).toEqual([]);
  // Words set in Inter on both sides would be alike too.
  expect(fonts.has(ownFamily(ownFontId))).toBe(true);
  test.info().annotations.push({ type: 'largest', description: `${largest}` });
});

const said = (found: Difference | undefined): string => JSON.stringify(found);

test('draws every kind of layer, turned and with every effect, alike', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto(origin);
  const scenes = {
    ...effectScenes('botany-flowers.jpg'),
    shadows: shadowScene('botany-flowers.jpg'),
    blends: blendScene('red-hibiscus-closeup.jpg'),
    'stickers and codes': stickerScene(),
  };
  const fine = new Set(['words', 'emoji', 'price', 'badge', 'logo', 'code', 'shadows', 'blends']);
  const wrong: string[] = [];
  for (const [name, scene] of Object.entries(scenes)) {
    const [found] = await differences(page, scene, [0]);
    const strays = fine.has(name) ? outlineStrays : 0;
    if (!found || found.overLimit > strays || found.mean >= meanLimit || !found.sameLines)
      wrong.push(`${name}: ${said(found)}`);
  }
  expect(wrong).toEqual([]);
});

test('draws everything that moves in a film alike', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto(origin);
  const wrong: string[] = [];
  const scenes = filmFrameScenes('botany-flowers.jpg', 'red-hibiscus-closeup.jpg');
  for (const [name, { scene, moments }] of Object.entries(scenes))
    for (const [index, found] of (await differences(page, scene, moments)).entries())
      if (!isAlike(name, found)) wrong.push(`${name} at ${moments[index]} ms: ${said(found)}`);
  expect(wrong).toEqual([]);
});

function isAlike(name: string, { largest, mean, overLimit }: Difference): boolean {
  if (name === 'cross-fade') return largest <= limit && mean < fadingMeanLimit;
  if (name === 'zoom') return mean < fadingMeanLimit && overLimit <= zoomStrays;
  return largest <= limit && mean < meanLimit;
}

for (const [row, template] of videoTemplates.entries())
  test(`draws moments of ${template.id} in the window as in the export`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.goto(origin);
    const items = photoNames.map((photoId, index) => ({
      photo: { photoId, widthPx: 600, heightPx: 600 },
      title: texts[index % texts.length]?.title ?? '',
      price: '24,90 €',
      oldPrice: '29,90 €',
      percentOff: 17,
      language: 'fr' as const,
    }));
    const slots = { items, seconds: 12, callToAction: 'Commander en message privé' };
    const format = row % 2 === 0 ? '9:16' : '1.91:1';
    const brand = brands[row % brands.length] ?? sampleBrand;
    const scene = template.fill({ ...slots, language: 'fr' }, format, brand);
    const moments = [0, 2800, 11_400];
    const found = await differences(page, scene, moments);
    for (const [index, timeMs] of moments.entries()) {
      const where = `${format} at ${timeMs} ms`;
      expect(found[index]?.largest, where).toBeLessThanOrEqual(movingLimit);
      expect(found[index]?.overLimit, where).toBeLessThanOrEqual(movingStrays);
    }
  });

/** Draws the scene here, as the export does, and lets the page draw and compare it. */
async function differences(page: Page, scene: Scene, moments: number[]): Promise<Difference[]> {
  const folders = { own: join(folder, 'own'), shipped: join(resources, 'fonts') };
  await addFonts(fonts, addedFamilies(scene), folders);
  const sources: Record<string, string> = {};
  const photos = new Map<string, ScenePhoto>();
  for (const request of photoRequests(scene)) {
    const { png, photo } = await scaledPhoto(request);
    const path = `/photo/${request.key}`;
    answers.set(path, { body: png, type: 'image/png' });
    sources[request.key] = `/photo/${encodeURIComponent(request.key)}`;
    photos.set(request.key, photo);
  }
  const assets = sampleAssets(scene, fonts, photos);
  const found: Difference[] = [];
  for (const timeMs of moments) {
    const body = drawSample(scene, assets, timeMs).data();
    const expected = `/expected/${answers.size}`;
    answers.set(expected, { body, type: 'application/octet-stream' });
    const lines = linesOf(scene, fonts);
    const job = { scene, timeMs, sources, expected, lines };
    found.push(await page.evaluate(compareInPage, job));
    answers.set(expected, { body: Buffer.alloc(0), type: 'text/plain' });
  }
  return found;
}

function compareInPage(job: object): Promise<Difference> {
  const page = globalThis as unknown as { compareScene(job: object): Promise<Difference> };
  return page.compareScene(job);
}

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
  '.ttf': 'font/ttf',
};

function answerFor(path: string): { body: Buffer; type: string } | undefined {
  const made = answers.get(path);
  if (made) return made;
  const inResources = path.startsWith('/resources/');
  const file = inResources
    ? join(resources, path.slice('/resources/'.length))
    : join(folder, 'page', path === '/' ? 'index.html' : path);
  const type = types[extname(file)];
  return type ? { body: readFileSync(file), type } : undefined;
}
