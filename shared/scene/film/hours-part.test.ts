import { expect, test } from 'vitest';
import { sampleFilmSlots } from '../../../tests/support/film-samples.ts';
import { loadFonts, sampleAssets, sampleBrand } from '../../../tests/support/scene-samples.ts';
import { inkOfWords, isWithin, overlap } from '../../../tests/support/template-inks.ts';
import { layoutText } from '../layout-text.ts';
import type { TextLayer } from '../scene.ts';
import type { VideoSlots } from '../template.ts';
import { composeFilm } from './compose-film.ts';
import { filmDurationMs, partTimes } from './film.ts';
import { freshFilm } from './fresh-film.ts';
import { findFilmStyle } from './styles.ts';

const week = ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Samedi', 'Dimanche'].map(
  (days) => ({ days, times: '9\u00A0h\u00A030 – 12\u00A0h\u00A030, 14\u00A0h – 19\u00A0h' }),
);
const fonts = loadFonts();
const slotsWith = (hours: typeof week, seconds: number): VideoSlots => {
  const { items, ...slots } = sampleFilmSlots('visite');
  return { ...slots, seconds, items: items.map((item) => ({ ...item, hours })) };
};

test.each(['visite', 'compte-a-rebours'])('the hours close a film of %s, whole', (styleId) => {
  const style = findFilmStyle(styleId) ?? expect.fail();
  for (const hours of [week.slice(0, 2), week]) {
    const slots = slotsWith(hours, 30);
    const film = freshFilm(style, slots);
    expect(film.parts.slice(-2).map(({ id }) => id)).toEqual(['hours', 'closing']);
    expect(filmDurationMs(film)).toBe(filmDurationMs(freshFilm(style, slotsWith([], 30))));
    const { startMs, endMs } = partTimes(film).at(-2) ?? expect.fail();
    const timeMs = (startMs + endMs) / 2;
    for (const format of style.formats) {
      const photo = (id: string) =>
        slots.items.map((one) => one.photo).find((one) => one.photoId === id);
      const facts = { photo, clip: () => undefined };
      const whole = composeFilm(film, format, { style, brand: sampleBrand, facts });
      const layers = whole.layers.filter(
        ({ inMs = 0, outMs = whole.durationMs }) => inMs <= timeMs && outMs > timeMs,
      );
      const scene = { ...whole, durationMs: 0, layers };
      const words = inkOfWords(scene, fonts, sampleAssets(scene, fonts, new Map()));
      const text = words.find(({ id }) => id.endsWith('text')) ?? expect.fail();
      const { text: said, style: set } = text.layer as TextLayer;
      const { lines } = layoutText(said, set, text.layer.box, fonts);
      expect(lines.length, format).toBeGreaterThanOrEqual(hours.length);
      expect(said.split('\n'), format).toHaveLength(hours.length);
      expect(isWithin(text.ink, text.layer.box, 3), format).toBe(true);
      for (const other of words)
        if (other !== text)
          expect(overlap(text.ink, other.ink), `${format} ${other.id}`).toBe(false);
    }
  }
});

test('a film that is too short, or of a shop without hours, has no part for them', () => {
  const style = findFilmStyle('visite') ?? expect.fail();
  for (const slots of [slotsWith(week, 6), slotsWith([], 30)])
    expect(freshFilm(style, slots).parts.map(({ id }) => id)).not.toContain('hours');
});
