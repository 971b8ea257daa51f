import { describe, expect, it } from 'vitest';
import type { Layer } from '../scene.ts';
import { filmDurationMs, type Film, type FilmPart } from './film.ts';
import {
  addExtra,
  addPart,
  changeLook,
  duplicatePart,
  movePart,
  partAt,
  removeExtra,
  removePart,
  restyle,
  setDuration,
  splitPart,
  spreadExtra,
  swapVisual,
  trimPart,
} from './edit-film.ts';
import { beatsOfFilm, cutOnBeats, nearestBeat } from './edit-beats.ts';
import { readFilm } from './read-film.ts';

const photo = (id: string, durationMs = 2000): FilmPart => ({
  ...{ id, role: 'product', durationMs, words: { title: id } },
  visual: { kind: 'photo', assetId: `photo-${id}` },
});
const clip: FilmPart = {
  ...{ id: 'clip', role: 'full', durationMs: 3000, words: {} },
  visual: { kind: 'clip', assetId: 'film', fromMs: 1000, speed: 2, volume: 1 },
};
const film: Film = {
  ...{ styleId: 'vitrine', language: 'fr', showPrices: true },
  parts: [photo('a'), photo('b'), clip],
  audio: {
    music: { trackId: 'one', startMs: 40, volume: 1, fadeInMs: 0, fadeOutMs: 0 },
    ...{ onBeat: true, voices: [], duckingDb: 12 },
  },
  captions: { lines: [], look: 'band', size: 'm', burnt: true },
};
const ids = ({ parts }: Film) => parts.map(({ id }) => id);
const part = ({ parts }: Film, id: string): FilmPart => {
  const found = parts.find((one) => one.id === id);
  if (!found) throw new Error(`no part ${id}`);
  return found;
};

describe('the order of parts', () => {
  it('moves one, and stays within the row', () => {
    expect(ids(movePart(film, 'a', 1))).toEqual(['b', 'a', 'clip']);
    expect(ids(movePart(film, 'a', 99))).toEqual(['b', 'clip', 'a']);
    expect(movePart(film, 'a', -1)).toBe(film);
  });

  it('takes one out, but not the last', () => {
    expect(ids(removePart(film, 'b'))).toEqual(['a', 'clip']);
    const alone = { ...film, parts: [photo('a')] };
    expect(removePart(alone, 'a')).toBe(alone);
  });

  it('copies one beside itself with an id of its own', () => {
    const next = duplicatePart(film, 'a', 'a2');
    expect(ids(next)).toEqual(['a', 'a2', 'b', 'clip']);
    expect(readFilm(next)).toEqual(next);
  });

  it('puts one in, shorter where the film would be too long', () => {
    const long = { ...film, parts: [photo('a', 88_000)] };
    expect(part(addPart(long, photo('n', 5000), 1), 'n').durationMs).toBe(2000);
    const full = { ...film, parts: [photo('a', 90_000)] };
    expect(addPart(full, photo('n'), 1)).toBe(full);
  });

  it('knows which part stands at a moment', () => {
    expect(partAt(film, 2500)).toMatchObject({ index: 1, intoMs: 500 });
    expect(partAt(film, 99_000)).toMatchObject({ index: 2 });
  });
});

describe('lengths', () => {
  it('keeps a part between the shortest and what the film has room for', () => {
    expect(part(setDuration(film, 'a', 10), 'a').durationMs).toBe(300);
    expect(filmDurationMs(setDuration(film, 'a', 999_999))).toBe(90_000);
  });

  it('draws a clip’s start later in its file, and never before its first frame', () => {
    const later = part(trimPart(film, 'clip', 'start', 500), 'clip');
    expect(later).toMatchObject({ durationMs: 2500, visual: { fromMs: 2000 } });
    const first = part(trimPart(film, 'clip', 'start', -9000), 'clip');
    expect(first).toMatchObject({ durationMs: 3500, visual: { fromMs: 0 } });
  });

  it('draws the end alone', () => {
    expect(part(trimPart(film, 'clip', 'end', -1000), 'clip')).toMatchObject({
      durationMs: 2000,
      visual: { fromMs: 1000 },
    });
  });
});

describe('a cut', () => {
  it('lets a clip go on where it was cut, at its speed', () => {
    const next = splitPart(film, 'clip', 1000, 'rest');
    expect(part(next, 'clip').durationMs).toBe(1000);
    expect(part(next, 'rest')).toMatchObject({
      ...{ durationMs: 2000, transition: 'cut' },
      visual: { fromMs: 3000, speed: 2 },
    });
    expect(filmDurationMs(next)).toBe(filmDurationMs(film));
  });

  it('lets a photo glide on from where it was', () => {
    const from = { xFrac: 0, yFrac: 0, widthFrac: 1, heightFrac: 1 };
    const to = { xFrac: 0.2, yFrac: 0.1, widthFrac: 0.8, heightFrac: 0.8 };
    const moving = swapVisual(film, 'a', { kind: 'photo', assetId: 'p', travel: { from, to } });
    const next = splitPart(moving, 'a', 1000, 'rest');
    const middle = { xFrac: 0.1, yFrac: 0.05, widthFrac: 0.9, heightFrac: 0.9 };
    expect(part(next, 'a').visual).toMatchObject({ travel: { from, to: middle } });
    expect(part(next, 'rest').visual).toMatchObject({ travel: { from: middle, to } });
  });

  it('shares out what was added, each with its times', () => {
    const text = (id: string, inMs: number) => ({
      ...{ at: { xFrac: 0.5, yFrac: 0.5 }, inMs },
      layer: {
        ...{ id, kind: 'sticker' as const, stickerId: 'heart' },
        box: { xPx: 0, yPx: 0, widthPx: 10, heightPx: 10 },
      },
    });
    const early = { ...text('early', 0), outMs: 500 };
    const with2 = addExtra(addExtra(film, 'a', early), 'a', text('late', 1500));
    const next = splitPart(with2, 'a', 1000, 'rest');
    expect(part(next, 'a').extras?.map(({ layer }) => layer.id)).toEqual(['early']);
    expect(part(next, 'rest').extras).toMatchObject([{ inMs: 500, layer: { id: 'late' } }]);
    expect(part(removeExtra(next, 'rest', 'late'), 'rest')).not.toHaveProperty('extras');
  });

  it('is refused where a piece would be too short', () => {
    expect(splitPart(film, 'a', 299, 'rest')).toBe(film);
    expect(splitPart(film, 'a', 1701, 'rest')).toBe(film);
  });
});

it('gives a film another style with its words, photos and lengths', () => {
  const changed = changeLook(film, 'a', 'title', { hidden: true });
  expect(part(changed, 'a').changes).toEqual({ title: { hidden: true } });
  const next = restyle(changed, { id: 'other', roles: ['product'] });
  expect(next.styleId).toBe('other');
  expect(part(next, 'a')).toEqual(film.parts[0]);
  expect(part(next, 'clip')).toMatchObject({ role: 'product', visual: clip.visual });
});

it('gives a layer back to the style once nothing of it is changed', () => {
  const hidden = changeLook(film, 'a', 'title', { hidden: true, inMs: 100 });
  const seen = changeLook(hidden, 'a', 'title', { hidden: undefined });
  expect(part(seen, 'a').changes).toEqual({ title: { inMs: 100 } });
  expect(changeLook(seen, 'a', 'title', { inMs: undefined })).toEqual(film);
});

describe('beats', () => {
  const beats = beatsOfFilm(film, { bpm: 120, beatsMs: [40, 540, 1040] });

  it('are told in times of the film and go on at the tempo', () => {
    expect(beats.slice(0, 5)).toEqual([0, 500, 1000, 1500, 2000]);
    expect(beats.at(-1)).toBe(7000);
    expect(beatsOfFilm(film, undefined)).toEqual([]);
  });

  it('take what is near and leave what is far', () => {
    expect(nearestBeat(beats, 1040, 80)).toBe(1000);
    expect(nearestBeat(beats, 1240, 80)).toBe(1240);
  });

  it('take every cut and leave the end', () => {
    const loose = setDuration(setDuration(film, 'a', 1870), 'b', 2310);
    const next = cutOnBeats(loose, beats);
    expect(next.parts.map(({ durationMs }) => durationMs)).toEqual([2000, 2000, 3180]);
    expect(filmDurationMs(next)).toBe(filmDurationMs(loose));
    expect(cutOnBeats(next, [])).toBe(next);
  });

  it('never make a part too short', () => {
    const quick = { ...film, parts: ['a', 'b', 'c', 'd'].map((id) => photo(id, 310)) };
    const { parts } = cutOnBeats(quick, [0, 500, 1000]);
    expect(Math.min(...parts.map(({ durationMs }) => durationMs))).toBeGreaterThanOrEqual(300);
  });
});

describe('a layer of one’s own', () => {
  it('is laid over all parts, once each', () => {
    const layer = { id: 'own', kind: 'sticker', stickerId: 'heart' } as unknown as Layer;
    const one = addExtra(film, 'a', { layer, at: { xFrac: 0.2, yFrac: 0.3 }, inMs: 500 });
    const all = spreadExtra(one, 'a', 'own');
    expect(all.parts.map(({ extras = [] }) => extras.map(({ inMs }) => inMs))).toEqual([
      [500],
      [undefined],
      [undefined],
    ]);
    expect(spreadExtra(all, 'b', 'own')).toEqual(all);
    expect(spreadExtra(film, 'a', 'own')).toBe(film);
  });
});
