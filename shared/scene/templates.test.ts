import { afterAll, describe, expect, test } from 'vitest';
import {
  drawSample,
  loadFonts,
  sampleAssets,
  sampleBrand,
} from '../../tests/support/scene-samples.ts';
import {
  bareScene,
  contrastUnder,
  inkOfWords,
  isWithin,
  overlap,
  type Inked,
} from '../../tests/support/template-inks.ts';
import {
  fullSlots,
  longTitle,
  quickPhotos,
  templatePhotos,
} from '../../tests/support/template-samples.ts';
import type { Format } from '../contract/shapes.ts';
import { freeOfBars } from '../rules/safe-zones.ts';
import { layoutPrice } from './layout-price.ts';
import { layoutText } from './layout-text.ts';
import { formatSizes, type Scene } from './scene.ts';
import type { Brand, PictureSlots, PictureTemplate } from './template.ts';
import { pictureTemplates } from './templates.ts';

const fonts = loadFonts();
const sixty = 'Grande jardinière suspendue en terre cuite émaillée à la main';
const titles = [
  'Arum',
  longTitle,
  'Blumenübertopfuntersetzer',
  'زنبق الحبشة الأبيض',
  'Rosier 🌹',
  sixty,
];
const prices = ['3\u00A0€', '24,90\u00A0€', '1\u202F249,00\u00A0€', '12\u202F500\u00A0€'];
const photos = ['light', 'dark', 'busy'] as const;
const odd: Brand = {
  logoText: 'Chez Zoé',
  colours: { ground: '#F6E27A', paper: '#FFF6C9', accent: '#F2D544' },
};

type Case = { where: string; title: string; scene: Scene; seen: boolean };

/** Every title with every price and every photo in some format of each template; `seen` ones are drawn. */
function casesOf(template: PictureTemplate): Case[] {
  return template.formats.flatMap((format, at) =>
    titles.flatMap((title, row) => {
      const price = prices[(at + row) % prices.length] ?? '';
      const photo = templatePhotos[photos[(at + row) % photos.length] ?? 'busy'];
      const sale = (at + row) % 2 === 0 ? { oldPrice: '15\u202F000\u00A0€', percentOff: 17 } : {};
      const slots = fullSlots({ photo, title, price, ...sale, ...renamed(title) });
      const brand = row === 5 ? odd : sampleBrand;
      const scenes = scenesOf(template, slots, format, brand);
      return scenes.map((scene, slide) => ({
        where: `${template.id} ${format} «${title.slice(0, 12)}» ${price} ${slide}`,
        ...{ title, scene, seen: row % 3 === at % 3 || (row === 5 && at % 2 === 0) },
      }));
    }),
  );
}

/** The same hard title wherever a template says a name. */
function renamed(title: string): Partial<PictureSlots> {
  const { products = [], event } = fullSlots();
  return {
    products: products.map((product, index) => (index % 2 === 0 ? { ...product, title } : product)),
    event: { date: '', ...event, name: title },
  };
}

function scenesOf(template: PictureTemplate, slots: PictureSlots, format: Format, brand: Brand) {
  return template.fillSlides?.(slots, format, brand) ?? [template.fill(slots, format, brand)];
}

const lowest: [number, string][] = [];

describe.each(pictureTemplates.map((template) => [template.id, template] as const))(
  'the template %s',
  (_id, template) => {
    const cases = casesOf(template);
    const inked = new Map<Case, Inked[]>(
      cases.map((one) => [
        one,
        inkOfWords(one.scene, fonts, sampleAssets(one.scene, fonts, new Map())),
      ]),
    );

    test('has the size of its format and whole-pixel boxes inside it', () => {
      for (const { scene, where } of cases) {
        const { widthPx, heightPx } = scene;
        expect({ widthPx, heightPx }).toEqual(formatSizes[scene.format]);
        for (const { box, id } of scene.layers) {
          expect(Object.values(box).every(Number.isInteger), `${where} ${id}`).toBe(true);
          const ink = {
            left: box.xPx,
            right: box.xPx + box.widthPx,
            top: box.yPx,
            bottom: box.yPx + box.heightPx,
          };
          expect(isWithin(ink, { xPx: 0, yPx: 0, widthPx, heightPx }), `${where} ${id}`).toBe(true);
        }
      }
    });

    test('keeps words in their boxes and apart from each other', () => {
      for (const [{ where }, words] of inked)
        for (const [index, { id, ink, layer }] of words.entries()) {
          expect(isWithin(ink, layer.box), `${where}: ${id} leaves its box`).toBe(true);
          for (const other of words.slice(index + 1))
            expect(overlap(ink, other.ink), `${where}: ${id} on ${other.id}`).toBe(false);
        }
    });

    test('shortens no title of up to 60 letters and keeps prices large', () => {
      for (const { scene, where, title } of cases)
        for (const layer of scene.layers) {
          if (layer.kind === 'text' && title.length <= 61) {
            const { isShortened } = layoutText(layer.text, layer.style, layer.box, fonts);
            expect(isShortened, `${where}: ${layer.id}`).toBe(false);
          }
          if (layer.kind !== 'price') continue;
          const least = Math.min(scene.widthPx, scene.heightPx, 1080) / 42;
          const { sizePx } = layoutPrice(layer, layer.box, fonts);
          expect(sizePx, `${where}: ${layer.id}`).toBeGreaterThanOrEqual(least);
        }
    });

    test('keeps words out of what networks lay over it or cut off', () => {
      for (const [{ scene, where }, words] of inked)
        for (const { id, ink } of words) {
          const { widthPx, heightPx, format } = scene;
          if (format === '9:16') {
            const { xFrac, yFrac, widthFrac, heightFrac } = freeOfBars;
            const free = { xPx: xFrac * widthPx, yPx: yFrac * heightPx };
            const size = { widthPx: widthFrac * widthPx, heightPx: heightFrac * heightPx };
            expect(isWithin(ink, { ...free, ...size }), `${where} ${id}`).toBe(true);
          }
          if ((format === '4:5' || format === '3:4') && id === 'title') {
            const square = { xPx: 0, yPx: (heightPx - widthPx) / 2, widthPx, heightPx: widthPx };
            expect(isWithin(ink, square), `${where} ${id}`).toBe(true);
          }
        }
    });

    test('can be read: 4.5 to 1 on the pixels under its words', { timeout: 60_000 }, async () => {
      for (const [{ scene, where, seen }, words] of inked) {
        if (!seen) continue;
        const bare = bareScene(scene);
        const canvas = drawSample(bare, sampleAssets(bare, fonts, await quickPhotos(bare, words)));
        for (const one of words) {
          const reached = contrastUnder(canvas, one);
          lowest.push([reached, `${where} ${one.id}`]);
          expect(reached, `${where} ${one.id}`).toBeGreaterThanOrEqual(4.5);
        }
      }
    });
  },
);

test('no template shows a price when there is none', () => {
  const { price: _price, products = [], ...slots } = fullSlots();
  const bare = { ...slots, products: products.map(({ price: _one, ...product }) => product) };
  for (const template of pictureTemplates)
    for (const format of template.formats)
      for (const scene of scenesOf(template, bare, format, sampleBrand))
        expect(
          scene.layers.some((layer) => layer.kind === 'price'),
          template.id,
        ).toBe(false);
});

test('every template is laid out with only a photo and a title', () => {
  const slots: PictureSlots = { photo: templatePhotos.dark, title: 'Arum', language: 'en' };
  for (const template of pictureTemplates)
    for (const format of template.formats)
      for (const scene of scenesOf(template, slots, format, sampleBrand)) {
        const words = inkOfWords(scene, fonts, sampleAssets(scene, fonts, new Map()));
        expect(words.length, `${template.id} ${format}`).toBeGreaterThan(0);
        for (const { id, ink, layer } of words) expect(isWithin(ink, layer.box), id).toBe(true);
      }
});

test('a carousel has a cover, a page for each product and an end', () => {
  const carousel = pictureTemplates.find(({ id }) => id === 'carnet');
  const slides = carousel?.fillSlides?.(fullSlots(), '4:5', sampleBrand) ?? [];
  expect(slides).toHaveLength(8);
  expect(slides[0]).toEqual(carousel?.fill(fullSlots(), '4:5', sampleBrand));
  const names = slides.map(({ layers }) => layers.find(({ id }) => id === 'title'));
  expect(names.map((layer) => layer?.kind === 'text' && layer.text).slice(1, 3)).toEqual([
    'Hibiscus rouge',
    'Affiche Campanule',
  ]);
});

afterAll(() => {
  lowest.sort(([a], [b]) => a - b);
  const [least] = lowest;
  if (least)
    console.info(`lowest contrast of ${lowest.length}: ${least[0].toFixed(2)} (${least[1]})`);
});
