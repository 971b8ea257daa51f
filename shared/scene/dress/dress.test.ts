import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import {
  drawSample,
  loadChosenFonts,
  sampleAssets,
  sampleBrand,
} from '../../../tests/support/scene-samples.ts';
import {
  bareScene,
  contrastUnder,
  inkOfWords,
  isWithin,
  overlap,
} from '../../../tests/support/template-inks.ts';
import { fullSlots, quickPhotos, templatePhotos } from '../../../tests/support/template-samples.ts';
import { photoRequests } from '../photo-requests.ts';
import { layoutPrice } from '../layout-price.ts';
import type { Box, Layer, Scene } from '../scene.ts';
import type { Brand } from '../template.ts';
import { pictureTemplates } from '../templates.ts';
import { dress } from './dress.ts';

const fonts = loadChosenFonts();
const looks: (Brand & { name: string })[] = [
  {
    name: 'narrow capitals, tags, a mark at the foot',
    ...sampleBrand,
    fonts: { title: 'Bebas Neue', text: 'Inter' },
    priceStyle: 'tag',
    watermark: { text: 'La Serre', place: 'bottom-right', opacity: 0.5 },
  },
  {
    name: 'wide letters, round grounds, a mark in the middle, loud colours',
    logoText: 'Chez Zoé',
    colours: { ground: '#F6E27A', paper: '#FFF6C9', accent: '#B3261E' },
    fonts: { title: 'Nunito', text: 'Lora' },
    priceStyle: 'round',
    watermark: { text: '© Chez Zoé, Montréal', place: 'center', opacity: 0.35 },
  },
  {
    name: 'handwriting, tags, the logo as the mark, a logo for dark grounds',
    logoText: 'Zoé',
    logo: { photoId: 'day', ratio: 3 },
    logoDark: { photoId: 'night', ratio: 2 },
    colours: { ground: '#24304A', paper: '#FAF7F0', accent: '#F2B8A0' },
    fonts: { title: 'Caveat', text: 'Nunito' },
    priceStyle: 'tag',
    watermark: { photo: { photoId: 'day', ratio: 3 }, place: 'top-left', opacity: 0.6 },
  },
];
const formats = ['1:1', '9:16', '1.91:1'] as const;
const titles = ['Arum', 'Grande jardinière suspendue en terre cuite émaillée à la main'];

type Case = { where: string; plain: Scene; scene: Scene };

function casesOf(look: Brand): Case[] {
  return pictureTemplates.flatMap((template, at) =>
    formats
      .filter((format) => template.formats.includes(format))
      .map((format, row) => {
        const title = titles[(at + row) % 2] ?? '';
        const price = row % 2 === 0 ? '12\u202F500,00\u00A0€' : '24,90\u00A0€';
        const sale = row === 0 ? { oldPrice: '15\u202F000,00\u00A0€', percentOff: 17 } : {};
        const photo = at % 2 === 0 ? templatePhotos.light : templatePhotos.busy;
        const plain = template.fill(fullSlots({ title, price, photo, ...sale }), format, look);
        return { where: `${template.id} ${format}`, plain, scene: dress(plain, look) };
      }),
  );
}

/** Photos of the shop and, for its logos, plain ones. */
function assetsOf(scene: Scene) {
  const logos = photoRequests(scene)
    .filter(({ contain }) => contain)
    .map(({ key, widthPx, heightPx }) => {
      const image = createCanvas(widthPx, heightPx);
      const ctx = image.getContext('2d');
      ctx.fillStyle = '#808080';
      ctx.fillRect(0, 0, widthPx, heightPx);
      return [key, { image, widthPx, heightPx }] as const;
    });
  return sampleAssets(scene, fonts, new Map(logos));
}

const edgesOf = ({ xPx, yPx, widthPx, heightPx }: Box) => ({
  ...{ left: xPx, top: yPx },
  ...{ right: xPx + widthPx, bottom: yPx + heightPx },
});
const isGround = ({ id }: Layer) => id.endsWith('-ground');

describe.each(looks)('$name', (look) => {
  const cases = casesOf(look);

  test('words keep in their boxes, apart from each other and from what is laid under them', () => {
    for (const { where, scene } of cases) {
      const words = inkOfWords(scene, fonts, assetsOf(scene));
      const whole = { xPx: 0, yPx: 0, widthPx: scene.widthPx, heightPx: scene.heightPx };
      for (const { box, id } of scene.layers) {
        expect(Object.values(box).every(Number.isInteger), `${where} ${id}`).toBe(true);
        expect(isWithin(edgesOf(box), whole), `${where} ${id}`).toBe(true);
      }
      for (const [index, { id, ink, layer }] of words.entries()) {
        expect(isWithin(ink, layer.box), `${where}: ${id} leaves its box`).toBe(true);
        for (const other of words.slice(index + 1))
          expect(overlap(ink, other.ink), `${where}: ${id} on ${other.id}`).toBe(false);
        for (const ground of scene.layers.filter(isGround))
          if (`${id}-ground` !== ground.id)
            expect(overlap(ink, edgesOf(ground.box)), `${where}: ${ground.id} on ${id}`).toBe(
              false,
            );
      }
    }
  });

  test('prices stay large, and can be read on their grounds', async () => {
    for (const { where, scene } of cases) {
      const bare = bareScene(scene);
      const words = inkOfWords(scene, fonts, assetsOf(scene)).filter(
        ({ layer }) => layer.kind === 'price',
      );
      if (words.length === 0 || scene.format === '9:16') continue;
      const photos = await quickPhotos(bare, words);
      const canvas = drawSample(bare, sampleAssets(bare, fonts, photos));
      for (const one of words) {
        if (one.layer.kind !== 'price') continue;
        const { sizePx } = layoutPrice(one.layer, one.layer.box, fonts);
        const least = Math.min(scene.widthPx, scene.heightPx, 1080) / 42;
        expect(sizePx, `${where} ${one.id}`).toBeGreaterThanOrEqual(least);
        expect(contrastUnder(canvas, one), `${where} ${one.id}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  test('nearly every picture bears the mark, and most prices their ground', () => {
    const marked = cases.filter(({ scene }) => scene.layers.at(-1)?.id === 'watermark');
    expect(marked.length / cases.length).toBeGreaterThan(0.9);
    const priced = cases.filter(({ plain }) =>
      plain.layers.some((layer) => layer.kind === 'price' && !layer.big),
    );
    const grounded = priced.filter(({ scene }) => scene.layers.some(isGround));
    expect(grounded.length / priced.length).toBeGreaterThan(0.6);
  });
});

test('without a look of its own a scene is what the template made, and words are in the shop’s families', () => {
  const [template] = pictureTemplates;
  const fill = (brand: Brand) => template?.fill(fullSlots(), '1:1', brand) ?? expect.fail();
  const plain = fill(sampleBrand);
  expect(dress(plain, sampleBrand)).toEqual(plain);
  expect(dress(plain, { ...sampleBrand, priceStyle: 'plain' })).toEqual(plain);
  const swapped = fill({ ...sampleBrand, fonts: { title: 'Inter', text: 'Fraunces' } });
  const families = swapped.layers.flatMap((layer) =>
    'style' in layer ? [layer.style.font.family] : [],
  );
  expect(new Set(families)).toEqual(new Set(['Inter']));
});

test('a round logo is as heavy as a long one, and takes no more of its neighbours than before', () => {
  const look = (ratio: number) => ({ ...sampleBrand, logo: { photoId: 'day', ratio } });
  for (const template of pictureTemplates)
    for (const format of template.formats) {
      const plain = template.fill(fullSlots(), format, look(1));
      const scene = dress(plain, look(1));
      const at = plain.layers.findIndex(({ kind }) => kind === 'logo');
      const [before, after] = [plain.layers[at]?.box, scene.layers[at]?.box];
      if (!before || !after) continue;
      expect(scene.layers.toSpliced(at, 1)).toEqual(plain.layers.toSpliced(at, 1));
      const whole = { xPx: 0, yPx: 0, widthPx: scene.widthPx, heightPx: scene.heightPx };
      expect(isWithin(edgesOf(after), whole), `${template.id} ${format}`).toBe(true);
      const sideOf = ({ widthPx, heightPx }: Box) => Math.min(widthPx, heightPx);
      expect(sideOf(after), `${template.id} ${format}`).toBeGreaterThanOrEqual(sideOf(before));
    }
  const arche = pictureTemplates.find(({ id }) => id === 'arche') ?? expect.fail();
  const areaOf = (ratio: number) => {
    const scene = dress(arche.fill(fullSlots(), '1.91:1', look(ratio)), look(ratio));
    const logo = scene.layers.find(({ kind }) => kind === 'logo') ?? expect.fail();
    const heightPx = Math.min(logo.box.heightPx, logo.box.widthPx / ratio);
    return heightPx * heightPx * ratio;
  };
  expect(areaOf(1) / areaOf(3)).toBeGreaterThan(0.5);
});

test('the logo for dark grounds stands where words are light, and nothing is marked on paper', () => {
  const look = looks[2] ?? expect.fail();
  const logoOf = (id: string) => {
    const template = pictureTemplates.find((one) => one.id === id) ?? expect.fail();
    const scene = dress(template.fill(fullSlots(), template.formats[0] ?? '1:1', look), look);
    const marks = scene.layers.filter((layer) => layer.id === 'watermark').length;
    const logo = scene.layers.find((layer) => layer.id === 'logo');
    return { photoId: logo?.kind === 'logo' && logo.photoId, marks };
  };
  expect(logoOf('affiche')).toEqual({ photoId: 'night', marks: 1 });
  expect(logoOf('nouveau')).toEqual({ photoId: 'day', marks: 1 });
  expect(logoOf('carte-a6').marks).toBe(0);
});
