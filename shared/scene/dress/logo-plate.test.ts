import { describe, expect, test } from 'vitest';
import { sampleFilmSlots } from '../../../tests/support/film-samples.ts';
import { smallScene } from '../../../tests/support/film-small.ts';
import {
  drawSample,
  loadFonts,
  sampleAssets,
  sampleBrand,
  samplePhotos,
} from '../../../tests/support/scene-samples.ts';
import { bareScene, contrastUnder, isWithin } from '../../../tests/support/template-inks.ts';
import { fullSlots, templatePhotos } from '../../../tests/support/template-samples.ts';
import { videoTemplate } from '../film/fresh-film.ts';
import { filmStyles } from '../film/styles.ts';
import type { Layer, LogoLayer, Scene } from '../scene.ts';
import type { Brand } from '../template.ts';
import { pictureTemplates } from '../templates.ts';
import { dress } from './dress.ts';

const fonts = loadFonts();
const formats = ['1:1', '9:16', '1.91:1'] as const;
const green = '#24402F';
const white = '#FDFDFB';
const withLogo = (colours: string[], dark?: string[]): Brand => ({
  ...sampleBrand,
  logo: { photoId: '#808080', ratio: 2.4, colours },
  ...(dark && { logoDark: { photoId: '#909090', ratio: 2.4, colours: dark } }),
});
const isPicture = (layer: Layer): layer is LogoLayer =>
  layer.kind === 'logo' && layer.photoId !== undefined;
const logoIn = ({ layers }: Scene) => layers.find(isPicture);
const edgesOf = ({ xPx, yPx, widthPx, heightPx }: LogoLayer['box']) => ({
  ...{ left: xPx, right: xPx + widthPx, top: yPx, bottom: yPx + heightPx },
});

/** What a logo of this colour has under it, of the pixels that are really there. */
async function seenContrast(scene: Scene, colour: string, timeMs = 0): Promise<number> {
  const small = smallScene(scene, 0.25);
  const layer = logoIn(small) ?? expect.fail();
  const bare = bareScene(small);
  const canvas = drawSample(bare, sampleAssets(bare, fonts, await samplePhotos(bare)), timeMs);
  const { ground: _, ...alone } = layer;
  const drawn = { ...alone, style: { ...layer.style, colour } };
  return contrastUnder(canvas, { id: 'logo', layer: drawn, ink: edgesOf(layer.box) });
}

describe.each([
  ['a dark logo', green],
  ['a white logo', white],
] as const)('%s of which there is one version', (_name, colour) => {
  const brand = withLogo([colour]);

  test('is seen on every template, on a plate where it has to be', async () => {
    let plates = 0;
    for (const [at, template] of pictureTemplates.entries())
      for (const format of formats.filter((one) => template.formats.includes(one))) {
        const photo = at % 2 === 0 ? templatePhotos.light : templatePhotos.dark;
        const scene = dress(template.fill(fullSlots({ photo }), format, brand), brand);
        const logo = logoIn(scene);
        if (!logo) continue;
        const where = `${template.id} ${format}`;
        expect(await seenContrast(scene, colour), where).toBeGreaterThanOrEqual(1.8);
        const plate = scene.layers.find(({ id }) => id === 'logo-plate');
        if (!plate) continue;
        plates += 1;
        expect(isWithin(edgesOf(logo.box), plate.box), where).toBe(true);
        const whole = { xPx: 0, yPx: 0, widthPx: scene.widthPx, heightPx: scene.heightPx };
        expect(isWithin(edgesOf(plate.box), whole, 0), where).toBe(true);
        expect(Object.values(logo.box).every(Number.isInteger), where).toBe(true);
      }
    expect(plates).toBeGreaterThan(0);
  });

  test('is seen while a film of any style lasts, and comes with its plate', async () => {
    for (const style of filmStyles) {
      const film = videoTemplate(style).fill(sampleFilmSlots(style.id), '1:1', brand);
      const scene = dress(film, brand);
      for (const logo of scene.layers.filter(isPicture)) {
        const plate = scene.layers.find(({ id }) => id === `${logo.id}-plate`);
        if (plate) expect([plate.inMs, plate.motions]).toEqual([logo.inMs, logo.motions]);
        const { inMs = 0, outMs = film.durationMs } = logo;
        const alone = scene.layers.filter((one) => one.kind !== 'logo' || one === logo);
        for (const frac of [0.4, 0.7]) {
          const timeMs = inMs + (outMs - inMs) * frac;
          const contrast = await seenContrast({ ...scene, layers: alone }, colour, timeMs);
          expect(contrast, `${style.id} ${logo.id} ${frac}`).toBeGreaterThanOrEqual(1.8);
        }
      }
    }
  });
});

test('of two versions the one that is seen is taken, before any plate', () => {
  const [arche] = pictureTemplates.filter(({ id }) => id === 'affiche');
  const fill = (brand: Brand) =>
    dress(arche?.fill(fullSlots(), '1:1', brand) ?? expect.fail(), brand);
  const taken = (brand: Brand) => {
    const scene = fill(brand);
    return [logoIn(scene)?.photoId, scene.layers.some(({ id }) => id === 'logo-plate')];
  };
  expect(taken(withLogo([green], [white]))).toEqual(['#909090', false]);
  // Brought in the wrong way round.
  expect(taken(withLogo([white], [green]))).toEqual(['#808080', false]);
  expect(taken(withLogo([green], [green]))).toEqual(['#909090', true]);
  // Never looked at: as it was brought in.
  expect(taken({ ...withLogo([]), logo: { photoId: '#808080', ratio: 2.4 } })).toEqual([
    ...['#808080', false],
  ]);
});
