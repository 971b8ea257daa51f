import { expect, it } from 'vitest';
import { duplicatePart, setDuration } from '../../shared/scene/film/edit-film.ts';
import type { Film, FilmPart } from '../../shared/scene/film/film.ts';
import { renewFilm } from './renew-film.ts';

const part = (id: string, price: string, assetId: string): FilmPart => ({
  ...{ id, role: 'product', durationMs: 1000, productId: 'arum' },
  words: { title: 'Arum', price },
  visual: { kind: 'photo', assetId },
});
const film = (...parts: FilmPart[]): Film => ({
  ...{ styleId: 'vitrine', language: 'fr', parts, showPrices: true },
  audio: { onBeat: true, voices: [], duckingDb: 12 },
  captions: { lines: [], look: 'band', size: 'm', burnt: true },
});
const base = film(part('shot-1', '24,90 €', 'a'), part('shot-2', '24,90 €', 'b'));

it('is the very same film while its products are', () => {
  const hand = setDuration(base, 'shot-1', 2000);
  expect(renewFilm(hand, base, structuredClone(base))).toBe(hand);
});

it('is begun anew when nobody touched it', () => {
  const fresh = film(part('shot-1', '19,90 €', 'a'));
  expect(renewFilm(base, structuredClone(base), fresh)).toBe(fresh);
});

it('follows prices and photos; what was rewritten, cut or moved by hand stays', () => {
  const [first, second] = base.parts;
  if (!first || !second) throw new Error('no parts');
  const hand = duplicatePart(
    film(
      { ...first, durationMs: 1800, words: { ...first.words, title: 'L’arum blanc' } },
      { ...second, visual: { kind: 'photo', assetId: 'b', travel: 'still' } },
    ),
    'shot-1',
    'copy',
  );
  const now = film(part('shot-1', '19,90 €', 'a'), part('shot-2', '19,90 €', 'new'));
  now.parts[0] = { ...now.parts[0]!, words: { ...now.parts[0]!.words, oldPrice: '24,90 €' } };
  expect(renewFilm(hand, base, now).parts).toMatchObject([
    { durationMs: 1800, words: { title: 'L’arum blanc', price: '19,90 €', oldPrice: '24,90 €' } },
    { id: 'copy', words: { price: '19,90 €' } },
    { words: { price: '19,90 €' }, visual: { assetId: 'new', travel: 'still' } },
  ]);
});

it('is not asked for where every word that changed was rewritten by hand', () => {
  const [first, second] = base.parts;
  if (!first || !second) throw new Error('no parts');
  const words = { title: 'Arum', price: 'Prix doux' };
  const hand = film({ ...first, words }, { ...second, words });
  expect(renewFilm(hand, base, film(part('shot-1', '9 €', 'a'), part('shot-2', '9 €', 'b')))).toBe(
    hand,
  );
});
