import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { movePart, setDuration } from '../../shared/scene/film/edit-film.ts';
import { createMediaFactory } from '../../tests/support/media-factory.ts';
import { openTestStudio, type TestStudio } from '../../tests/support/test-studio.ts';
import { filmsService, type FilmsService } from './service.ts';
import { filmStore } from './store.ts';

let studio: TestStudio;
let films: FilmsService;
const photoIds: string[] = [];

beforeAll(async () => {
  studio = openTestStudio();
  const { tools, library, jobs } = studio;
  films = filmsService(tools, { library, jobs, ...studio.studio.filmUses });
  const make = createMediaFactory(join(tools.folder, 'in'));
  for (const [name, seed] of [
    ['a.jpg', 3],
    ['b.jpg', 8],
  ] as const) {
    const outcome = await library.importPath(await make.jpeg(name, 1400, 1000, seed));
    if (!outcome.ok) throw new Error(outcome.code);
    photoIds.push(outcome.assetId);
  }
  studio.addProduct({ id: 'arum', photoAssetIds: photoIds.slice(0, 1) });
  studio.addProduct({ id: 'lupin', title: 'Lupin', photoAssetIds: photoIds.slice(1) });
  studio.addProduct({ id: 'bare', title: 'Sans photo', photoAssetIds: [] });
});
afterAll(() => studio.close());

const wish = { styleId: 'vitrine', seconds: 6 };
const begin = () => films.begin({ ...wish, productIds: ['arum', 'lupin'] }, 'fr');

describe('a film', () => {
  it('is begun once for the same order, from what the products show and say', () => {
    const order = { ...wish, productIds: ['arum', 'lupin'], clientId: 'window-1', name: 'Hiver' };
    const film = films.begin(order, 'fr');
    expect(films.begin(order, 'fr').id).toBe(film.id);
    expect(film).toMatchObject({ name: 'Hiver', version: 1, productIds: ['arum', 'lupin'] });
    const shown = film.film.parts.filter(({ role }) => role === 'product');
    expect(shown.map(({ words }) => words.title)).toEqual(['Arum d’Éthiopie', 'Lupin']);
    expect(shown.map(({ visual }) => visual?.assetId)).toEqual(photoIds);
  });

  it('is refused in a style that nobody knows', () => {
    expect(() => films.begin({ styleId: 'none', productIds: ['arum'] }, 'fr')).toThrow(
      expect.objectContaining({ code: 'template-unknown' }),
    );
  });

  it('is saved on the version it was changed from, and on no other', () => {
    const { id, film } = begin();
    const moved = movePart(film, film.parts[1]?.id ?? '', 2);
    expect(films.save({ id, version: 1, film: moved })).toMatchObject({ version: 2 });
    const late = setDuration(film, film.parts[0]?.id ?? '', 5000);
    expect(() => films.save({ id, version: 1, film: late })).toThrow(
      expect.objectContaining({ code: 'film-changed' }),
    );
    expect(films.get(id)).toMatchObject({ version: 2, film: moved });
  });

  it('is not saved when a value of it is impossible', () => {
    const { id, film } = begin();
    const broken = { ...film, parts: film.parts.map((part) => ({ ...part, durationMs: -1 })) };
    expect(() => films.save({ id, version: 1, film: broken })).toThrow(
      expect.objectContaining({ code: 'film-invalid' }),
    );
    expect(films.get(id).version).toBe(1);
  });

  it('is listed with the picture that was chosen for its cover', () => {
    const { id, film } = begin();
    films.save({
      id,
      version: 1,
      film: { ...film, cover: { kind: 'picture', assetId: photoIds[1] } },
    });
    expect(films.list({}, 'fr').items.find((item) => item.id === id)).toMatchObject({
      coverUrl: `/media/${photoIds[1]}/thumb`,
      cover: { coverAssetId: photoIds[1] },
    });
  });

  it('goes its own way as a copy', () => {
    const { id, film } = begin();
    const copy = films.duplicate(id, 'Copie');
    films.save({ id: copy.id, version: 1, film: { ...film, showPrices: false } });
    expect(films.get(copy.id)).toMatchObject({ name: 'Copie', film: { showPrices: false } });
    expect(films.get(id).film.showPrices).toBe(true);
  });

  it('is removed and comes back', () => {
    const { id } = begin();
    const listed = () => films.list({}, 'fr').items.some((item) => item.id === id);
    films.remove(id);
    expect(listed()).toBe(false);
    expect(() => films.get(id)).toThrow(expect.objectContaining({ code: 'not-found' }));
    films.restore(id);
    expect(listed()).toBe(true);
  });

  it('is laid out with addresses of all that it shows and plays', () => {
    const { film } = begin();
    const { scene, sources, sounds } = films.preview(film, '4:5', 400, 'fr');
    expect(scene).toMatchObject({ format: '4:5', widthPx: 1080, heightPx: 1350 });
    expect(scene.parts).toHaveLength(film.parts.length);
    const addresses = Object.values(sources).join(' ');
    for (const photoId of photoIds) expect(addresses).toContain(photoId);
    expect(sounds['music']).toBe(`/media/tracks/${film.audio.music?.trackId}`);
    expect(() => films.preview(film, 'a6', 400, 'fr')).toThrow(
      expect.objectContaining({ code: 'format-missing' }),
    );
  });
});

it('one film for each product: those without a photo are left out by name', () => {
  const order = { ...wish, productIds: ['arum', 'bare', 'lupin'], formats: ['1:1' as const] };
  const made = films.batch({ ...order, clientId: 'batch-1' }, 'fr');
  expect(made.skipped).toEqual(['bare']);
  expect(made.filmIds.map((id) => films.get(id).productIds)).toEqual([['arum'], ['lupin']]);
  expect(made.jobIds.map((id) => studio.job(id))).toMatchObject([
    { kind: 'video', state: 'queued', total: 1 },
    { kind: 'video', state: 'queued', total: 1 },
  ]);
  expect(films.batch({ ...order, clientId: 'batch-1' }, 'fr')).toEqual(made);
  expect(films.batches('fr').items[0]).toMatchObject({ batchId: made.batchId, total: 2, made: 0 });
  const { items } = films.list({ batchId: made.batchId }, 'fr');
  expect(items.map(({ job }) => job?.state)).toEqual(['queued', 'queued']);
  expect(films.stop(made.filmIds.slice(0, 1))).toEqual({ stopped: 1 });
  expect(made.jobIds.map((id) => studio.job(id).state)).toEqual(['cancelled', 'queued']);
  const [firstId = ''] = made.filmIds;
  const [againId = ''] = films.again([firstId, 'nobody']).jobIds;
  expect(studio.job(againId)).toMatchObject({ state: 'queued', total: 1 });
  expect(films.list({ jobId: againId }, 'fr').items.map(({ id }) => id)).toEqual([firstId]);
});

it('a film is marked once a price that its file shows is another, and follows it when made again', () => {
  const made = films.batch({ ...wish, productIds: ['lupin'], formats: ['9:16'] }, 'fr');
  const [filmId = ''] = made.filmIds;
  // Its file, as the worker would leave it.
  const store = filmStore(studio.tools.db);
  const file = { filmId, format: '9:16' as const, print: 'p', version: 1 };
  store.insertMade({ ...file, assetId: photoIds[1] ?? '' }, 1);
  const seen = () => films.list({ batchId: made.batchId }, 'fr').items[0];
  expect(films.changed().filmIds).toEqual([]);
  expect(seen()).toMatchObject({ isChanged: false, files: [{ isOutdated: false }] });
  studio.addProduct({
    ...{ id: 'lupin', title: 'Lupin', photoAssetIds: photoIds.slice(1) },
    ...{ priceMinor: 2490, salePriceMinor: 1990 },
  });
  expect(films.changed().filmIds).toEqual([filmId]);
  expect(seen()).toMatchObject({ isChanged: true });
  const [jobId = ''] = films.again([filmId]).jobIds;
  expect(studio.job(jobId)).toMatchObject({ state: 'queued' });
  expect(films.get(filmId)).toMatchObject({ version: 2 });
  const prices = films.get(filmId).film.parts.map(({ words }) => words.price?.replace(/\s/g, ' '));
  expect(prices).toContain('19,90 €');
  expect(prices).not.toContain('24,90 €');
  expect(films.changed().filmIds).toEqual([]);
  expect(seen()).toMatchObject({ isChanged: false, files: [{ isOutdated: true }] });
});

it('says in both languages which styles there are and what each asks for', () => {
  const [vitrine] = films.styles('en').items.filter(({ id }) => id === 'vitrine');
  expect(vitrine).toMatchObject({ name: 'Shop window', slots: { closing: ['callToAction'] } });
  expect(films.styles('fr').items.length).toBe(films.styles('en').items.length);
});
