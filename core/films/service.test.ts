import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrandFact } from '../../shared/facts.ts';
import { movePart, setDuration } from '../../shared/scene/film/edit-film.ts';
import { createMediaFactory } from '../../tests/support/media-factory.ts';
import { sampleBrand } from '../../tests/support/scene-samples.ts';
import { openTestStudio, type TestStudio } from '../../tests/support/test-studio.ts';
import { photoWorkService } from '../photo-work/service.ts';
import { scenePrint } from './scene-print.ts';
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

  it('is listed with the picture that was chosen for its cover', async () => {
    const { id, film } = begin();
    films.save({
      id,
      version: 1,
      film: { ...film, cover: { kind: 'picture', assetId: photoIds[1] } },
    });
    expect((await films.list({}, 'fr')).items.find((item) => item.id === id)).toMatchObject({
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

  it('is removed and comes back', async () => {
    const { id } = begin();
    const listed = async () => (await films.list({}, 'fr')).items.some((item) => item.id === id);
    films.remove(id);
    expect(await listed()).toBe(false);
    expect(() => films.get(id)).toThrow(expect.objectContaining({ code: 'not-found' }));
    films.restore(id);
    expect(await listed()).toBe(true);
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

it('one film for each product: those without a photo are left out by name', async () => {
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
  const { items } = await films.list({ batchId: made.batchId }, 'fr');
  expect(items.map(({ job }) => job?.state)).toEqual(['queued', 'queued']);
  expect(films.stop(made.filmIds.slice(0, 1))).toEqual({ stopped: 1 });
  expect(made.jobIds.map((id) => studio.job(id).state)).toEqual(['cancelled', 'queued']);
  const [firstId = ''] = made.filmIds;
  const [againId = ''] = films.again([firstId, 'nobody']).jobIds;
  expect(studio.job(againId)).toMatchObject({ state: 'queued', total: 1 });
  const begunAgain = await films.list({ jobId: againId }, 'fr');
  expect(begunAgain.items.map(({ id }) => id)).toEqual([firstId]);
});

/** Its file of this moment, as the worker would leave it. */
function keepFile(filmId: string, assetId = ''): void {
  const { film, version } = films.get(filmId);
  const print = scenePrint(films.preview(film, '9:16', undefined, 'fr').scene);
  const file = { assetId, filmId, format: '9:16' as const, print, version };
  filmStore(studio.tools.db).insertMade(file, studio.tools.clock.now());
}

const changed = async () => (await films.changed()).filmIds;

it('a film is marked once a price that its file shows is another, and follows it when made again', async () => {
  const made = films.batch({ ...wish, productIds: ['lupin'], formats: ['9:16'] }, 'fr');
  const [filmId = ''] = made.filmIds;
  keepFile(filmId, photoIds[1]);
  const seen = async () => (await films.list({ batchId: made.batchId }, 'fr')).items[0];
  expect(await changed()).toEqual([]);
  expect(await seen()).toMatchObject({ isChanged: false, files: [{ isOutdated: false }] });
  studio.addProduct({
    ...{ id: 'lupin', title: 'Lupin', photoAssetIds: photoIds.slice(1) },
    ...{ priceMinor: 2490, salePriceMinor: 1990 },
  });
  expect(await changed()).toEqual([filmId]);
  expect(await seen()).toMatchObject({ isChanged: true });
  const [jobId = ''] = films.again([filmId]).jobIds;
  expect(studio.job(jobId)).toMatchObject({ state: 'queued' });
  expect(films.get(filmId)).toMatchObject({ version: 2 });
  const prices = films.get(filmId).film.parts.map(({ words }) => words.price?.replace(/\s/g, ' '));
  expect(prices).toContain('19,90 €');
  expect(prices).not.toContain('24,90 €');
  expect(await changed()).toEqual([]);
  expect(await seen()).toMatchObject({ isChanged: false, files: [{ isOutdated: true }] });
});

describe('a film that was made', () => {
  const usual = (): BrandFact => ({
    logoText: 'La Serre',
    colours: { ground: '#24402F', paper: '#F3EBDD', accent: '#E2B04A' },
    logoAssetId: photoIds[1],
  });
  const retouch = (at: number, exposure: number) =>
    photoWorkService(studio.tools, { library: studio.library }).set({
      ...{ assetIds: photoIds.slice(at, at + 1), work: { exposure } },
    });
  let filmId = '';
  beforeAll(() => {
    studio.shop.brand = usual();
    filmId = films.begin({ ...wish, productIds: ['arum'] }, 'fr').id;
    keepFile(filmId, photoIds[0]);
  });

  it.each([
    ['its colours', { colours: { ...sampleBrand.colours, ground: '#5B1E3C' } }],
    ['the logo', { logoAssetId: undefined }],
    ['its letters', { fonts: { title: 'Lora', text: 'Inter' } }],
  ])('is marked while %s of the shop are others, and no longer', async (_what, other) => {
    expect(await changed()).toEqual([]);
    studio.shop.brand = { ...usual(), ...other };
    expect(await changed()).toEqual([filmId]);
    studio.shop.brand = usual();
    expect(await changed()).toEqual([]);
  });

  it('is marked when a photo of it was retouched, until it is made again', async () => {
    retouch(0, 0.5);
    expect(await changed()).toEqual([filmId]);
    films.again([filmId]);
    // The same film, drawn anew.
    expect(films.get(filmId).version).toBe(1);
    keepFile(filmId, photoIds[0]);
    expect(await changed()).toEqual([]);
  });

  it('is not marked for what it does not show, nor for what was edited in it', async () => {
    const mark: BrandFact = { ...usual(), watermark: { text: '', place: 'center', opacity: 0.5 } };
    studio.shop.brand = mark;
    expect(await changed()).toEqual([]);
    const { film } = films.get(filmId);
    const [first] = film.parts;
    films.save({ id: filmId, version: 1, film: setDuration(film, first?.id ?? '', 5000) });
    expect(await changed()).toEqual([]);
    expect((await films.list({}, 'fr')).items.find(({ id }) => id === filmId)).toMatchObject({
      ...{ isChanged: false, files: [{ isOutdated: true }] },
    });
    studio.shop.brand = { ...usual(), logoAssetId: undefined };
    expect(await changed()).toEqual([]);
  });
});

it('says in both languages which styles there are and what each asks for', () => {
  const [vitrine] = films.styles('en').items.filter(({ id }) => id === 'vitrine');
  expect(vitrine).toMatchObject({ name: 'Shop window', slots: { closing: ['callToAction'] } });
  expect(films.styles('fr').items.length).toBe(films.styles('en').items.length);
});
