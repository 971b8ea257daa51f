import { describe, expect, test } from 'vitest';
import {
  drawSample,
  loadFonts,
  sampleAssets,
  sampleBrand,
  samplePhotos,
} from '../../tests/support/scene-samples.ts';
import { contrast } from './colours.ts';
import { layoutPrice } from './layout-price.ts';
import { layoutText } from './layout-text.ts';
import { inkOf } from './place-line.ts';
import { formatSizes, type Box, type Layer, type Scene } from './scene.ts';
import type { Brand, PictureSlots } from './template.ts';
import { pictureTemplates } from './templates.ts';
import { storySafe } from './templates/frame.ts';

const fonts = loadFonts();
const titles = [
  'Arum',
  'Sachet « Prairie fleurie »',
  'Grande jardinière suspendue en terre cuite émaillée à la main avec soucoupe assortie',
  'Blumenübertopfuntersetzer für Straßenbäume',
  'زنبق الحبشة الأبيض في أصيص كبير',
  'Très long nom '.repeat(14),
];
const prices = ['3,00 €', '24,90 €', '12 500,00 €', 'CHF 1’290.00', '$1,299.00'];
const photo = { photoId: '#FFFFFF', widthPx: 600, heightPx: 600 };

function slotsOf(title: string, price: string, more: Partial<PictureSlots> = {}): PictureSlots {
  return { photo, title, price, language: 'fr', ...more };
}

type Inked = { id: string; ink: { left: number; right: number; top: number; bottom: number } };

/** Where the ink of each word layer stands, in pixels from the top left. */
function inkOfLayers(scene: Scene): Inked[] {
  return scene.layers.flatMap((layer) => {
    const parts = partsOf(layer).flatMap(({ glyphs, xPx, baselinePx, sizePx }) => {
      const ink = inkOf(glyphs, sizePx);
      if (!ink) return [];
      const { left, right, top, bottom } = ink;
      return [
        {
          left: xPx + left,
          right: xPx + right,
          top: baselinePx - top,
          bottom: baselinePx - bottom,
        },
      ];
    });
    if (parts.length === 0) return [];
    const ink = {
      left: Math.min(...parts.map((part) => part.left)),
      right: Math.max(...parts.map((part) => part.right)),
      top: Math.min(...parts.map((part) => part.top)),
      bottom: Math.max(...parts.map((part) => part.bottom)),
    };
    return [{ id: layer.id, ink }];
  });
}

function partsOf(layer: Layer) {
  if (layer.kind === 'price') return layoutPrice(layer, layer.box, fonts).parts;
  if (layer.kind !== 'text') return [];
  const { sizePx, lines } = layoutText(layer.text, layer.style, layer.box, fonts);
  return lines.map((line) => ({ ...line, sizePx }));
}

function overlap(a: Inked['ink'], b: Inked['ink']): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function isWithin(ink: Inked['ink'], box: Box): boolean {
  return (
    ink.left >= box.xPx - 1 &&
    ink.top >= box.yPx - 1 &&
    ink.right <= box.xPx + box.widthPx + 1 &&
    ink.bottom <= box.yPx + box.heightPx + 1
  );
}

describe.each(pictureTemplates.map((template) => [template.id, template] as const))(
  'the template %s',
  (_id, template) => {
    const scenes = template.formats.flatMap((format) =>
      titles.flatMap((title) =>
        prices.flatMap((price) =>
          [{}, { oldPrice: '15 000,00 €', percentOff: 17 }].map((more) => ({
            where: `${format} ${title.slice(0, 20)} ${price} ${Object.keys(more).length}`,
            scene: template.fill(slotsOf(title, price, more), format, sampleBrand),
          })),
        ),
      ),
    );

    test('has the size of its format and only whole-pixel boxes inside it', () => {
      for (const { scene, where } of scenes) {
        expect({ widthPx: scene.widthPx, heightPx: scene.heightPx }).toEqual(
          formatSizes[scene.format],
        );
        for (const { box, id } of scene.layers) {
          expect(Object.values(box).every(Number.isInteger), `${where} ${id}`).toBe(true);
          expect(box.xPx, `${where} ${id}`).toBeGreaterThanOrEqual(0);
          expect(box.xPx + box.widthPx, `${where} ${id}`).toBeLessThanOrEqual(scene.widthPx);
          expect(box.yPx + box.heightPx, `${where} ${id}`).toBeLessThanOrEqual(scene.heightPx);
        }
      }
    });

    test('keeps all words in their boxes and apart from each other', () => {
      for (const { scene, where } of scenes) {
        const inked = inkOfLayers(scene);
        for (const { id, ink } of inked) {
          const box = scene.layers.find((layer) => layer.id === id)?.box;
          expect(box && isWithin(ink, box), `${where}: ${id} leaves its box`).toBe(true);
        }
        for (const [index, one] of inked.entries())
          for (const other of inked.slice(index + 1))
            expect(overlap(one.ink, other.ink), `${where}: ${one.id} on ${other.id}`).toBe(false);
      }
    });

    test('never makes a price unreadably small or shortens it', () => {
      for (const { scene, where } of scenes)
        for (const layer of scene.layers)
          if (layer.kind === 'price') {
            const { sizePx } = layoutPrice(layer, layer.box, fonts);
            expect(sizePx, where).toBeGreaterThanOrEqual(Math.min(scene.widthPx, 1080) / 42);
          }
    });

    test('keeps words out of what a story hides', () => {
      const stories = scenes.filter(({ scene }) => scene.format === '9:16');
      for (const { scene, where } of stories)
        for (const { id, ink } of inkOfLayers(scene)) {
          expect(ink.top, `${where} ${id}`).toBeGreaterThan(scene.heightPx * storySafe.topFrac - 4);
          const foot = scene.heightPx * (1 - storySafe.footFrac);
          expect(ink.bottom, `${where} ${id}`).toBeLessThan(foot + 4);
        }
    });

    test('shows no price when there is none', () => {
      for (const format of template.formats) {
        const { price: _price, ...slots } = slotsOf('Arum', '');
        const scene = template.fill(slots, format, sampleBrand);
        expect(scene.layers.some((layer) => layer.kind === 'price')).toBe(false);
      }
    });

    test.each(['#FFFFFF', '#000000'])(
      'can be read on a photo of %s',
      async (photoId) => {
        for (const format of template.formats) {
          const slots = slotsOf(titles[2] ?? '', '24,90 €', {
            oldPrice: '29,90 €',
            percentOff: 17,
          });
          const filled = { ...slots, photo: { ...photo, photoId } };
          await expectReadable(template.fill(filled, format, sampleBrand));
        }
      },
      60_000,
    );

    test('can be read in any colours of a shop', async () => {
      const odd: Brand = {
        logoText: 'Chez Zoé',
        colours: { ground: '#F6E27A', paper: '#FFF6C9', accent: '#F2D544' },
      };
      await expectReadable(template.fill(slotsOf('Arum d’Éthiopie', '24,90 €'), '4:5', odd));
    });
  },
);

/** Draws the scene without its words and looks at every pixel on which they would stand. */
async function expectReadable(scene: Scene): Promise<void> {
  const isWord = (layer: Layer): boolean => ['text', 'price'].includes(layer.kind);
  const bare = { ...scene, layers: scene.layers.filter((layer) => !isWord(layer)) };
  const canvas = drawSample(bare, sampleAssets(bare, fonts, await samplePhotos(bare)));
  const { data, width } = canvas.getContext('2d').getImageData(0, 0, scene.widthPx, scene.heightPx);
  for (const { id, ink } of inkOfLayers(scene)) {
    const layer = scene.layers.find((one) => one.id === id);
    if (layer?.kind !== 'text' && layer?.kind !== 'price') continue;
    let worst = 21;
    for (let y = Math.ceil(ink.top); y < ink.bottom; y += 5)
      for (let x = Math.ceil(ink.left); x < ink.right; x += 9) {
        const at = (y * width + x) * 4;
        const hex = Array.from(data.slice(at, at + 3), (one) => one.toString(16).padStart(2, '0'));
        worst = Math.min(worst, contrast(layer.style.colour, `#${hex.join('')}`));
      }
    expect(worst, `${scene.format} ${id}`).toBeGreaterThanOrEqual(4.5);
  }
}
