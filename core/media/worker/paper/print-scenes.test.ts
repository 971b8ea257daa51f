import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestHost } from '../../../../tests/support/test-host.ts';
import { readPdf } from '../../../../tests/support/read-pdf.ts';
import { renderPdf, type PdfPicture } from '../../../../tests/support/render-pdf.ts';
import { resourcesDir } from '../../../../tests/support/test-tools.ts';
import type { Format } from '../../../../shared/contract/shapes.ts';
import { placeQr, qrModules } from '../../../../shared/scene/qr-code.ts';
import type { QrLayer, Scene } from '../../../../shared/scene/scene.ts';
import { findPictureTemplate } from '../../../../shared/scene/templates.ts';
import { createWorkerPool } from '../../worker-pool.ts';
import { sheetPlaces } from './sheet-places.ts';

const folder = mkdtempSync(join(tmpdir(), 'vitrine-paper-'));
const pool = createWorkerPool({
  startProcess: createTestHost().startProcess,
  entry: join(import.meta.dirname, '../main.ts'),
  ...{ resourcesDir, budgetBytes: 900_000_000, limit: 1 },
});
const photoPath = join(folder, 'photo.jpg');
const title = 'Grande suspension en verre soufflé, édition de la maison, 45 cm';
const price = '12 500,00 €';
const link = 'https://la-serre.example/suspension?ref=étagère';

beforeAll(async () => {
  const background = { r: 90, g: 120, b: 80 };
  const create = { width: 1200, height: 1600, channels: 3 as const, background };
  await sharp({ create }).jpeg().toFile(photoPath);
});
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true, force: true });
});

function sceneOf(templateId: string, format: Format): Scene {
  const template = findPictureTemplate(templateId);
  if (!template) throw new Error(templateId);
  const photo = { photoId: 'photo', widthPx: 1200, heightPx: 1600 };
  const colours = { ground: '#24402F', paper: '#F3EBDD', accent: '#B8431F' };
  const slots = { photo, title, price, language: 'fr' as const, code: link };
  return template.fill(slots, format, { logoText: 'La Serre', colours });
}
async function print(layout: 'cards' | 'labels', scenes: Scene[]): Promise<Buffer> {
  const path = join(folder, `${layout}.pdf`);
  const words = { title: 'Paper', author: 'La Serre' };
  const input = { layout, scenes, path, resourcesDir, photos: { photo: photoPath }, ...words };
  await pool.run('printScenes', input, {});
  return readFileSync(path);
}

/** Modules of the code in a scene that are not printed as they should be. */
function wrongModules(page: PdfPicture, scene: Scene, layout: 'cards' | 'labels', at: number) {
  const layer = scene.layers.find((one): one is QrLayer => one.kind === 'qr');
  const rows = qrModules(layer?.text ?? '') ?? [];
  const place = sheetPlaces(layout).places[at];
  if (!layer || !place) throw new Error('no code');
  const { modulePx, quiet, sidePx } = placeQr(layer, rows.length);
  const edge = (from: number, side: number) => from + Math.round((side - sidePx) / 2);
  const left = edge(layer.box.xPx, layer.box.widthPx);
  const top = edge(layer.box.yPx, layer.box.heightPx);
  const middle = (index: number) => (index + quiet + 0.5) * modulePx;
  return rows.flatMap((modules, row) =>
    modules.filter((isDark, column) => {
      const xPt = place.xPt + ((left + middle(column)) * place.widthPt) / scene.widthPx;
      const yPt = place.yPt + ((top + middle(row)) * place.heightPt) / scene.heightPx;
      return page.lightAt(xPt, yPt) < 128 !== isDark;
    }),
  );
}

it('prints shelf labels on A4 with cutting marks, codes that lead to the product, and words', async () => {
  const scene = sceneOf('reglette', 'label');
  const pdf = await print(
    'labels',
    Array.from({ length: 11 }, () => scene),
  );
  const page = await renderPdf(pdf, 1, 6);
  expect([page.widthPt, page.heightPt].map(Math.round)).toEqual([595, 842]);
  for (const at of [0, 9]) expect(wrongModules(page, scene, 'labels', at)).toEqual([]);
  // The knife's line stands above the first label's left edge, outside of it.
  const [first] = sheetPlaces('labels').places;
  if (!first) throw new Error('no place');
  expect(page.lightAt(first.xPt, first.yPt - 8)).toBeLessThan(160);
  expect(page.lightAt(first.xPt + 40, first.yPt - 8)).toBe(255);
  const words = await readPdf(pdf);
  expect(words).toHaveLength(2);
  expect(words[1]?.some(({ text }) => text === title)).toBe(true);
  expect(words[1]?.some(({ text }) => text.replaceAll(/\s/gu, ' ') === price)).toBe(true);
});

it('prints a card on a page of A6, its words as lines and its code as squares', async () => {
  const scene = sceneOf('carte-a6', 'a6');
  const pdf = await print('cards', [scene, scene]);
  const drawn = await renderPdf(pdf, 2, 6);
  expect([drawn.widthPt, drawn.heightPt].map(Math.round)).toEqual([298, 420]);
  expect(wrongModules(drawn, scene, 'cards', 0)).toEqual([]);
  const words = (await readPdf(pdf)).map((page) => page.map(({ text }) => text).join(' '));
  for (const text of words) expect(text.replaceAll(/\s/gu, ' ')).toContain('12 500');
  // Letters are drawn as lines: the only font is that of the unseen words, and nothing covers the page.
  const sizesPx = [...pdf.toString('latin1').matchAll(/\/Width (\d+)/g)].map(([, width]) => width);
  expect(sizesPx.map(Number).every((widthPx) => widthPx <= scene.widthPx)).toBe(true);
});
