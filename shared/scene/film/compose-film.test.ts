import { describe, expect, test } from 'vitest';
import { Problem } from '../../contract/problem.ts';
import type { Layer } from '../scene.ts';
import { readScene } from '../read-scene.ts';
import type { Brand } from '../template.ts';
import { composeFilm } from './compose-film.ts';
import type { Film, FilmPart } from './film.ts';
import type { FilmStyle } from './film-style.ts';
import { readFilm } from './read-film.ts';

const brand: Brand = {
  logoText: 'La Serre',
  colours: { ground: '#24402F', paper: '#F3EBDD', accent: '#E2B04A' },
};

/** A ground and a title for each part: enough to see what composing does to a style's layers. */
const style: FilmStyle = {
  id: 'plain',
  names: { fr: 'Simple', en: 'Plain' },
  formats: ['9:16', '1:1'],
  roles: ['product'],
  transition: { kind: 'cross-fade', durationMs: 400 },
  ground: ({ colours }) => colours.ground,
  plan: () => [],
  lay: ({ place, part }) => [
    {
      ...{ id: 'sheet', kind: 'shape', shape: { kind: 'rect' }, fill: '#FFFFFF' },
      box: place.frame.whole,
    },
    part.words.price === undefined ? undefined : words('price', part.words.price),
    { ...words('title', part.words.title ?? ''), outMs: part.durationMs },
  ],
  standing: ({ place }) => [
    {
      ...{ id: 'frame', kind: 'shape', shape: { kind: 'rect' }, fill: '#00000000' },
      box: place.frame.whole,
    },
  ],
};

function words(id: string, text: string): Layer {
  const box = { xPx: 100, yPx: 200, widthPx: 400, heightPx: 100 };
  const style = {
    ...{ sizePx: 60, minSizePx: 30, colour: '#000000', maxLines: 1, lineHeight: 1.1 },
    ...({ align: 'start', vertical: 'top', font: { family: 'Inter', weight: 500 } } as const),
  };
  return { id, kind: 'text', text, box, style };
}

const facts = {
  photo: () => undefined,
  clip: () => ({ widthPx: 1080, heightPx: 1920, durationMs: 4000, hasSound: true }),
};

function filmOf(parts: Partial<FilmPart>[], more: Partial<Film> = {}): Film {
  return {
    ...{ styleId: 'plain', language: 'fr', showPrices: true },
    parts: parts.map((part, index) => ({
      ...{ id: `p${index}`, role: 'product', durationMs: 2000, words: { title: 'Arum' } },
      ...part,
    })),
    audio: { onBeat: true, voices: [], duckingDb: 12 },
    captions: { lines: [], look: 'band', size: 'm', burnt: true },
    ...more,
  };
}
const compose = (film: Film) => composeFilm(film, '9:16', { style, brand, facts });
const layerOf = (film: Film, id: string) => compose(film).layers.find((layer) => layer.id === id);

describe('composing a film', () => {
  test('lays parts in a row; each covers until the next has taken its place', () => {
    const scene = compose(filmOf([{}, { durationMs: 3000 }]));
    expect(scene.durationMs).toBe(5000);
    expect(scene.parts).toEqual([
      { startMs: 0, endMs: 2000 },
      { startMs: 2000, endMs: 5000, transition: { kind: 'cross-fade', durationMs: 400 } },
    ]);
    const times = scene.layers.map(({ id, inMs, outMs, part }) => [id, inMs, outMs, part]);
    expect(times).toEqual([
      ['p0/sheet', 0, 2400, 0],
      ['p0/title', 0, 2000, 0],
      ['p1/sheet', 2000, 5000, 1],
      ['p1/title', 2000, 5000, 1],
      ['frame', undefined, undefined, undefined],
    ]);
    expect(readScene(scene)).toEqual(scene);
  });

  test('a passage lasts at most half of the shorter part, and a cut none', () => {
    const slow = { kind: 'zoom', durationMs: 3000 } as const;
    const scene = compose(
      filmOf([{}, { transition: slow, durationMs: 1000 }, { transition: 'cut' }]),
    );
    expect(scene.parts?.map((part) => part.transition?.durationMs)).toEqual([
      undefined,
      500,
      undefined,
    ]);
  });

  test('prices stay out when they are not to be shown', () => {
    const part = { words: { title: 'Arum', price: '24,90 €' } };
    expect(layerOf(filmOf([part]), 'p0/price')).toMatchObject({ text: '24,90 €' });
    expect(layerOf(filmOf([part], { showPrices: false }), 'p0/price')).toBeUndefined();
  });

  test('what was changed by hand takes the place of what the style does', () => {
    const film = filmOf([
      {
        changes: {
          title: {
            ...{ inMs: 500, outMs: 1500, moved: { xFrac: 0.1, yFrac: 0 } },
            comes: { kind: 'typewriter', durationMs: 800 },
          },
          sheet: { hidden: true },
        },
      },
    ]);
    expect(layerOf(film, 'p0/title')).toMatchObject({
      ...{ inMs: 500, outMs: 1500 },
      box: { xPx: 208, yPx: 200 },
      motions: [{ kind: 'typewriter', when: 'in', durationMs: 800 }],
    });
    expect(layerOf(film, 'p0/sheet')).toMatchObject({ hidden: true });
  });

  test("the merchant's own layers stand in their place of every format, inside the picture", () => {
    const extras = [{ layer: words('note', 'Neuf'), at: { xFrac: 1, yFrac: 0.5 } }];
    const film = filmOf([{ extras }]);
    expect(layerOf(film, 'p0/note')).toMatchObject({ box: { xPx: 680, yPx: 910 }, outMs: 2000 });
    const square = composeFilm(film, '1:1', { style, brand, facts });
    const note = square.layers.find(({ id }) => id === 'p0/note');
    expect(note?.box).toMatchObject({ xPx: 680, yPx: 490 });
  });

  test('clips are heard as long as they last, voices on top of the music', () => {
    const clip = { kind: 'clip', assetId: 'c', fromMs: 3000, volume: 1 } as const;
    const voice = {
      ...{ id: 'v', assetId: 'a', inMs: 1000, fromMs: 0, durationMs: 9000, volume: 1 },
      ...{ fadeInMs: 0, fadeOutMs: 0 },
    };
    const film = filmOf([{}, { visual: clip }, { visual: { ...clip, volume: 0 } }], {
      audio: { onBeat: true, voices: [voice], duckingDb: 9 },
    });
    const { sounds, duckingDb } = compose(film);
    expect(duckingDb).toBe(9);
    expect(sounds).toMatchObject([
      { id: 'p1', assetId: 'c', inMs: 2000, outMs: 3000, fromMs: 3000 },
      { id: 'v', assetId: 'a', inMs: 1000, outMs: 6000, isVoice: true },
    ]);
  });
});

describe('reading a film', () => {
  test('takes what is whole and refuses what is out of bounds', () => {
    const film = filmOf([{}, {}]);
    expect(readFilm(JSON.parse(JSON.stringify(film)))).toEqual(film);
    const bad: unknown[] = [
      null,
      { ...film, parts: [] },
      { ...film, parts: [film.parts[0], film.parts[0]] },
      filmOf([{ durationMs: Number.NaN }]),
      filmOf([{ durationMs: 80_000 }, { durationMs: 80_000 }]),
      filmOf([{ visual: { kind: 'clip', assetId: 'c', fromMs: 0, volume: 9 } }]),
    ];
    for (const one of bad) expect(() => readFilm(one)).toThrow(Problem);
  });
});
