import { describe, expect, it } from 'vitest';
import { filmDurationMs, type Film, type FilmPart } from './film.ts';
import { fitLength } from './fit-length.ts';
import { readFilm } from './read-film.ts';

const part = (id: string, role: FilmPart['role'], durationMs: number): FilmPart => ({
  ...{ id, role, durationMs },
  words: { title: id },
});
const film: Film = {
  ...{ styleId: 'vitrine', language: 'fr', showPrices: true },
  parts: [
    part('opening', 'opening', 1875),
    part('a', 'product', 5000),
    part('b', 'product', 5000),
    part('closing', 'closing', 3125),
  ],
  audio: { onBeat: false, voices: [], duckingDb: 12 },
  captions: { lines: [], look: 'band', size: 'm', burnt: true },
};
const ids = ({ parts }: Film) => parts.map(({ id }) => id);

describe('a film made longer or shorter', () => {
  it('lasts as long as was wished, and is a film that the studio takes', () => {
    for (const seconds of [6, 15, 30, 60]) {
      const fitted = fitLength(film, seconds * 1000, []);
      expect(filmDurationMs(fitted)).toBe(seconds * 1000);
      expect(readFilm(fitted)).toEqual(fitted);
      expect(fitted.parts.filter(({ words }) => words.title).map(({ id }) => id)).toEqual([
        'opening',
        'a',
        'b',
        'closing',
      ]);
    }
  });

  it('lets photos come back rather than stand for long, and takes them out again', () => {
    const long = fitLength(film, 30_000, []);
    expect(ids(long)).toEqual(['opening', 'a', 'b', 'a~1', 'b~1', 'closing']);
    expect(long.parts[0]?.durationMs).toBeLessThanOrEqual(3000);
    expect(ids(fitLength(long, 15_000, []))).toEqual(ids(film));
  });

  it('cuts on the beats of the music where the film does', () => {
    const beats = Array.from({ length: 20 }, (_, index) => index * 500);
    const onBeat = { ...film, audio: { ...film.audio, onBeat: true } };
    let cutMs = 0;
    for (const { durationMs } of fitLength(onBeat, 6000, beats).parts) {
      cutMs += durationMs;
      expect(cutMs % 500).toBe(0);
    }
    expect(cutMs).toBe(6000);
  });
});
