import { describe, expect, test } from 'vitest';
import { hardFilmSlots, sampleFilmSlots } from '../../../tests/support/film-samples.ts';
import { smallScene } from '../../../tests/support/film-small.ts';
import {
  drawSample,
  loadFonts,
  sampleAssets,
  sampleBrand,
  samplePhotos,
} from '../../../tests/support/scene-samples.ts';
import {
  bareScene,
  contrastUnder,
  inkOfWords,
  isWithin,
  overlap,
  type Inked,
} from '../../../tests/support/template-inks.ts';
import { freeOfBars } from '../../rules/safe-zones.ts';
import { layerPose } from '../layer-motion.ts';
import { photoRequests } from '../photo-requests.ts';
import { readScene } from '../read-scene.ts';
import type { Scene } from '../scene.ts';
import type { VideoSlots } from '../template.ts';
import { composeFilm } from './compose-film.ts';
import { partTimes, type Film, type FilmPart, type FilmWords } from './film.ts';
import { freshFilm } from './fresh-film.ts';
import { slotsOfRole, type FilmStyle } from './film-style.ts';
import { readFilm } from './read-film.ts';
import { filmStyles } from './styles.ts';

const fonts = loadFonts();

function composed(
  style: FilmStyle,
  film: Film,
  slots: VideoSlots,
  format = style.formats[0],
): Scene {
  const photos = slots.items.flatMap(({ photo, beforePhoto }) => [photo, beforePhoto ?? photo]);
  const facts = {
    photo: (id: string) => photos.find(({ photoId }) => photoId === id),
    clip: () => ({ widthPx: 1080, heightPx: 1920, durationMs: 9000, hasSound: true }),
  };
  return composeFilm(film, format ?? '9:16', { style, brand: sampleBrand, facts });
}

/** Words that are seen at this moment, where they come to rest. */
function wordsAt(scene: Scene, timeMs: number): Inked[] {
  const layers = scene.layers.filter((layer) => layerPose(layer, scene, timeMs));
  const seen = { ...scene, durationMs: 0, layers };
  return inkOfWords(seen, fonts, sampleAssets(seen, fonts, new Map()));
}

const full: Required<FilmWords> = {
  ...{ headline: 'Titre ample', title: 'Nom du produit', text: 'Deux mots de plus.' },
  ...{ price: '24,90 €', oldPrice: '29,90 €', percentOff: '−17 %', author: 'Camille R.', stars: 4 },
  ...{ callToAction: 'Commander', count: 'J−3', date: 'Samedi 12 décembre', place: 'La serre' },
};

/** Texts of all layers of a scene, with what stands inside prices. */
const textsOf = ({ layers }: Scene): string =>
  layers
    .map((layer) =>
      'text' in layer ? `${layer.text} ${'oldText' in layer ? layer.oldText : ''}` : '',
    )
    .join('\n');

describe.each(filmStyles.map((style) => [style.id, style] as const))(
  'the style %s',
  (_id, style) => {
    const isIn = (scene: Scene, { layer, ink }: Inked): boolean => {
      const { xFrac, yFrac, widthFrac, heightFrac } =
        scene.format === '9:16' ? freeOfBars : { xFrac: 0, yFrac: 0, widthFrac: 1, heightFrac: 1 };
      const free = {
        ...{ xPx: xFrac * scene.widthPx, yPx: yFrac * scene.heightPx },
        ...{ widthPx: widthFrac * scene.widthPx, heightPx: heightFrac * scene.heightPx },
      };
      return isWithin(ink, free, 2) && (layer.kind === 'badge' || isWithin(ink, layer.box, 3));
    };

    test('lays out 1, 3 and 10 photos in every format, as films and scenes that can be read', () => {
      for (const [count, seconds] of [
        [1, 15],
        [3, 6],
        [10, 30],
        [10, 60],
      ] as const) {
        const slots = hardFilmSlots(count, seconds);
        const film = freshFilm(style, slots);
        expect(readFilm(JSON.parse(JSON.stringify(film)))).toEqual(film);
        const shots = film.parts.filter(({ visual }) => visual);
        expect(shots.length).toBeGreaterThanOrEqual(3);
        for (const format of style.formats) {
          const scene = composed(style, film, slots, format);
          expect(scene.durationMs).toBe(seconds * 1000);
          const plain = JSON.parse(JSON.stringify(scene)) as Scene;
          expect(readScene(plain)).toEqual(plain);
          expect(new Set(photoRequests(scene).map(({ photoId }) => photoId)).size).toBe(
            Math.min(count, 6),
          );
          for (const { inMs = 0, outMs = scene.durationMs } of scene.layers)
            expect(outMs).toBeGreaterThan(inMs);
        }
      }
    });

    test('sets hard words apart, in their place and clear of a reel’s bars', () => {
      const slots = { ...hardFilmSlots(3, 9), headline: 'Une ligne assez longue pour commencer' };
      const film = freshFilm(style, slots);
      for (const format of style.formats) {
        const scene = composed(style, film, slots, format);
        for (const { startMs, endMs } of partTimes(film)) {
          const words = wordsAt(scene, startMs + (endMs - startMs) * 0.7);
          for (const word of words) expect(isIn(scene, word), `${format} ${word.id}`).toBe(true);
          for (const [index, one] of words.entries())
            for (const other of words.slice(index + 1))
              expect(overlap(one.ink, other.ink), `${format} ${one.id} ${other.id}`).toBe(false);
        }
      }
    });

    test('shows the words that it asks for of every role, and asks for no others', () => {
      for (const role of style.roles) {
        const part: FilmPart = { id: 'one', role, durationMs: 2000, words: full };
        const film = { ...freshFilm(style, hardFilmSlots(1, 6)), parts: [part] };
        const shown = textsOf(composed(style, film, hardFilmSlots(1, 6)));
        for (const slot of Object.keys(full) as (keyof FilmWords)[]) {
          const isAsked = slotsOfRole(style, role).includes(slot);
          const isShown = shown.includes(slot === 'stars' ? '★' : String(full[slot]));
          expect(isShown, `${role} ${slot}`).toBe(isAsked);
        }
      }
    });

    test('shows clips as it shows photos', () => {
      const slots = hardFilmSlots(1, 6);
      const visual = { kind: 'clip', assetId: 'c', fromMs: 0, volume: 1 } as const;
      for (const role of style.roles.filter((one) => one !== 'closing' && one !== 'text')) {
        const part: FilmPart = { id: 'one', role, durationMs: 2000, words: full, visual };
        const scene = composed(style, { ...freshFilm(style, slots), parts: [part] }, slots);
        const hasClip = scene.layers.some((layer) => layer.kind === 'clip');
        // A present opens with its wrapping.
        const isBare = role === 'opening' && style.id === 'idees-cadeaux';
        expect(hasClip, role).toBe(!isBare);
      }
    });

    test('can be read on what is under it in every format, and shows something from the first frame', async () => {
      const slots = { ...sampleFilmSlots(style.id), seconds: 9 };
      const film = freshFilm(style, slots);
      for (const format of style.formats) {
        // Where words stand on a photo is the same in a small picture, which is drawn ten times as fast.
        const scene = smallScene(composed(style, film, slots, format), 0.25);
        const assets = sampleAssets(scene, fonts, await samplePhotos(scene));
        expect(wordsAt(scene, 0).length, format).toBeGreaterThan(0);
        for (const { startMs, endMs } of partTimes(film)) {
          const timeMs = startMs === 0 ? 0 : startMs + (endMs - startMs) * 0.75;
          const canvas = drawSample(bareScene(scene), assets, timeMs);
          for (const word of wordsAt(scene, timeMs))
            expect(contrastUnder(canvas, word), `${format} ${word.id}`).toBeGreaterThanOrEqual(4.5);
        }
      }
    });

    test('moves photos evenly, one way at a time', () => {
      const slots = hardFilmSlots(2, 15);
      const scene = composed(style, freshFilm(style, slots), slots);
      for (const layer of scene.layers) {
        if (layer.kind !== 'photo' || !layer.travel) continue;
        const { from, to, easing } = layer.travel;
        expect(easing).toBe('linear');
        for (const { xFrac, yFrac, widthFrac, heightFrac } of [from, to]) {
          expect(widthFrac).toBeCloseTo(heightFrac, 6);
          expect(Math.min(xFrac, yFrac)).toBeGreaterThanOrEqual(0);
          expect(Math.max(xFrac + widthFrac, yFrac + heightFrac)).toBeLessThanOrEqual(1 + 1e-9);
        }
      }
    });
  },
);

test('outlines and blocks of one colour look the same whether they are kept or drawn anew', async () => {
  const style = filmStyles.find(({ id }) => id === 'idees-cadeaux');
  if (!style) throw new Error('there is no such style');
  const slots = sampleFilmSlots(style.id);
  const scene = composed(style, freshFilm(style, slots), slots, '1.91:1');
  const photos = await samplePhotos(scene);
  const { startMs = 0, endMs = 0 } = scene.parts?.[1] ?? {};
  const timeMs = startMs + (endMs - startMs) * 0.7;
  const kept = drawSample(scene, sampleAssets(scene, fonts, photos), timeMs).data();
  const anew = { ...sampleAssets(scene, fonts, photos), overlays: undefined };
  const fresh = drawSample(scene, anew, timeMs).data();
  let largest = 0;
  for (let at = 0; at < kept.length; at += 1)
    largest = Math.max(largest, Math.abs((kept[at] ?? 0) - (fresh[at] ?? 0)));
  expect(largest).toBeLessThanOrEqual(6);
});
