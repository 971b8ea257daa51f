import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SeriesWish } from '../../shared/contract/series.ts';
import { createAnswerProblems } from '../answer-problems.ts';
import { altService } from '../alt/service.ts';
import { postsService, type PostsService } from '../posts/service.ts';
import { createMediaFactory } from '../../tests/support/media-factory.ts';
import { accountFact, openTestPosts, type TestPosts } from '../../tests/support/posts-fixture.ts';
import { openTestStudio, type TestStudio } from '../../tests/support/test-studio.ts';
import { seriesService, type SeriesService } from './service.ts';

const place = {
  zone: 'Europe/Paris',
  usualTimes: [
    { weekday: 2, time: '12:15' },
    { weekday: 4, time: '18:30' },
  ],
  graceMinutes: 60,
  shopId: 'first',
  queueId: 'first',
};

let test: TestStudio;
let targets: TestPosts;
let posts: PostsService;
let series: SeriesService;
let photoIds: string[];
let withPhotos = 0;

// One studio for all: a worker takes longer to start than most of them.
beforeAll(async () => {
  test = openTestStudio();
  targets = openTestPosts(test.tools);
  const make = createMediaFactory(join(test.tools.folder, 'brought'));
  const outcome = await test.library.importPath(await make.jpeg('arum.jpg', 900, 1100));
  if (!outcome.ok) throw new Error(outcome.code);
  photoIds = [outcome.assetId];
  openSeries();
});
afterEach(() => posts.drafts({ limit: 200 }).items.forEach((draft) => posts.remove(draft.id)));
afterAll(async () => {
  series.close();
  await test.close();
});

function openSeries(): void {
  const readProducts = (ids: string[]) => ids.flatMap((id) => test.products.get(id) ?? []);
  posts = postsService(test.tools, {
    placeOf: () => place,
    readAsset: test.library.readAsset,
    readAccount: (id) => accountFact(id),
    readCampaign: () => undefined,
    readProducts,
    targets: targets.publishing,
    stalePrices: (postIds) => series.stalePrices(postIds),
    convertsPhotos: true,
  });
  series = seriesService(test.tools, {
    readShop: () => test.shop,
    placeOf: () => place,
    readProducts,
    readAsset: test.library.readAsset,
    altOf: altService(test.tools, { readProducts }).of,
    renderPictures: (order) => test.studio.render({ ...order, reuse: true }).jobId,
    showsPrice: () => true,
    readJob: test.jobs.get,
    whenJobEnded: test.jobs.whenEnded,
    describeProblem: createAnswerProblems(
      test.tools.say,
      () => 'fr',
      () => 'test',
    ).describe,
    posts,
    report: (error) => {
      throw error;
    },
  });
}

function addProducts(count: number): string[] {
  return Array.from({ length: count }, () => {
    const id = `p${++withPhotos}`;
    const more = { photoAssetIds: photoIds, link: `https://serre.example/${id}` };
    test.addProduct({ id, title: `Plante ${id}`, ...more });
    return id;
  });
}

function wish(productIds: string[], more: Partial<SeriesWish> = {}): SeriesWish {
  return {
    productIds,
    picture: { kind: 'photos' },
    caption: { text: '{title} {price}\n{link}', captions: { instagram: '{title} {price}' } },
    accountIds: ['fb', 'ig'],
    slots: { kind: 'usual' },
    ...more,
  };
}

const get = (seriesId: string) => series.get(seriesId, 'fr');
const states = (seriesId: string) => get(seriesId).items.map((item) => item.state);
const drawn = { picture: { kind: 'single', templateId: 'arche', format: '4:5' } } as const;

describe('beginning', () => {
  it('makes a draft a product with its words, its tag and alt text, at the next free hours', () => {
    const [first = '', second = ''] = addProducts(2);
    const { seriesId, jobId } = series.start(wish([second, first]));
    expect(jobId).toBeUndefined();
    const { items, zone } = get(seriesId);
    expect(zone).toBe('Europe/Paris');
    expect(items.map((item) => [item.productId, item.wall, item.state])).toEqual([
      [second, '2026-11-24T12:15', 'draft'],
      [first, '2026-11-26T18:30', 'draft'],
    ]);
    const post = posts.get(items[1]?.postId ?? '', 'fr');
    expect(post).toMatchObject({
      caption: `Plante ${first} 24,90\u00a0€\nhttps://serre.example/${first}`,
      captions: { instagram: `Plante ${first} 24,90\u00a0€` },
      media: [{ alt: `Plante ${first}`, tags: [{ productId: first }] }],
      accountIds: ['fb', 'ig'],
      targets: [],
    });
  });

  it('refuses words that cannot be read, and hours that are not there, before anything is made', () => {
    const ids = addProducts(1);
    const wrong = wish(ids, { caption: { text: 'Voici {titre}' } });
    expect(() => series.start(wrong)).toThrow(
      expect.objectContaining({ code: 'caption-template-wrong' }),
    );
    expect(posts.drafts({}).items).toEqual([]);
  });

  it('leaves taken hours to what is there', () => {
    const taken = posts.create({ accountIds: ['fb'], caption: 'Déjà', media: [] });
    posts.schedule({ postId: taken.postId, at: '2026-11-24T12:15', zone: 'Europe/Paris' });
    const slots = series.times({ accountIds: ['fb'], slots: { kind: 'usual' }, count: 2 });
    expect(slots.items.map((slot) => slot.wall)).toEqual(['2026-11-26T18:30', '2026-12-01T12:15']);
    posts.remove(taken.postId);
  });

  it('the same clientId begins once', () => {
    const asked = wish(addProducts(1));
    const before = series.recent().items.length;
    expect(series.start(asked, 'c1')).toEqual(series.start(asked, 'c1'));
    expect(series.recent().items).toHaveLength(before + 1);
  });
});

describe('pictures', () => {
  it('come from a job; what has no photo is named and the rest goes on', async () => {
    const [first = ''] = addProducts(1);
    test.addProduct({ id: 'bare', title: 'Sans photo', photoAssetIds: [] });
    const { seriesId, jobId = '' } = series.start(wish([first, 'bare'], drawn));
    expect(states(seriesId)).toEqual(['making', 'making']);
    test.jobs.start(test.studio.runners);
    await test.when(() => get(seriesId).jobId === undefined);
    const { items } = get(seriesId);
    expect(items.map((item) => item.state)).toEqual(['draft', 'failed']);
    expect(items[1]?.problem?.what).toContain('pas de photo');
    expect(series.get(seriesId, 'en').items[1]?.problem?.what).toContain('no photo');
    expect(items[0]?.media.map((medium) => medium.assetId)).toEqual([
      test.job(jobId).files[0]?.assetId,
    ]);

    // Another template for the one that is there: its post stays, its picture is another.
    const before = items[0];
    series.redraw({ seriesId, productIds: [first], templateId: 'affiche' });
    await test.when(() => !get(seriesId).items.some((item) => item.drawing));
    const after = get(seriesId).items[0];
    expect(after?.postId).toBe(before?.postId);
    expect(after?.media[0]?.assetId).not.toBe(before?.media[0]?.assetId);

    // Back to the first template: that very picture was made before.
    series.redraw({ seriesId, productIds: [first], templateId: 'arche' });
    await test.when(() => !get(seriesId).items.some((item) => item.drawing));
    expect(get(seriesId).items[0]?.media[0]?.assetId).toBe(before?.media[0]?.assetId);
    expect(test.library.list({ origin: 'studio', productId: first }).total).toBe(2);
  });

  it('a start after a crash makes the drafts that were missing, and none twice', async () => {
    const { seriesId } = series.start(wish(addProducts(2), drawn));
    series.close();
    await test.jobs.close();
    test.restart('boot-2');
    openSeries();
    test.jobs.start(test.studio.runners);
    series.resume();
    await test.when(() => get(seriesId).jobId === undefined);
    expect(states(seriesId)).toEqual(['draft', 'draft']);
    series.resume();
    expect(posts.drafts({}).items).toHaveLength(2);
  });

  it('a cancelled job leaves drafts of what was made and names the rest', async () => {
    const { seriesId, jobId = '' } = series.start(wish(addProducts(2), drawn));
    test.jobs.cancel(jobId);
    await test.when(() => get(seriesId).jobId === undefined);
    expect(states(seriesId)).toEqual(['failed', 'failed']);
    expect(get(seriesId).items[0]?.problem?.title).toBe('Image non faite');
  });
});

describe('looking through', () => {
  it('rewriting keeps what a person wrote unless told otherwise', () => {
    const ids = addProducts(2);
    const [first = '', second = ''] = ids;
    const { seriesId } = series.start(wish(ids));
    series.edit({ seriesId, productId: first, caption: 'De ma main' }, undefined, 'fr');
    const caption = { text: '{sku}' };
    const asked = { seriesId, productIds: ids, caption };
    expect(series.rewrite(asked, undefined, 'fr')).toEqual({ changed: 1, kept: 1 });
    expect(get(seriesId).items.map((item) => item.caption)).toEqual([
      'De ma main',
      second.toUpperCase(),
    ]);
    expect(series.rewrite({ ...asked, overEdited: true }, undefined, 'fr').changed).toBe(2);
    expect(get(seriesId).items[0]).toMatchObject({
      caption: first.toUpperCase(),
      edited: false,
    });
  });

  it('a price that changed since is told and taken over with one step', () => {
    const ids = addProducts(2);
    const [first = ''] = ids;
    const { seriesId } = series.start(wish(ids));
    const product = test.products.get(first);
    if (product) test.products.set(first, { ...product, salePriceMinor: 1990 });
    expect(get(seriesId).items.map((item) => item.priceChanged)).toEqual([
      { fromMinor: 2490, toMinor: 1990, currency: 'EUR' },
      undefined,
    ]);
    const drafts = () => posts.drafts({ limit: 50 }).items;
    const postId = get(seriesId).items[0]?.postId;
    const marked = () => drafts().flatMap(({ id, stalePrice }) => (stalePrice ? [id] : []));
    expect(marked()).toEqual([postId]);
    expect(drafts().find(({ id }) => id === postId)?.stalePrice).toEqual({
      fromMinor: 2490,
      toMinor: 1990,
      currency: 'EUR',
      seriesId,
      productId: first,
    });
    series.rewrite({ seriesId, productIds: [first] }, undefined, 'fr');
    const [item] = get(seriesId).items;
    expect(item?.priceChanged).toBeUndefined();
    expect(marked()).toEqual([]);
    expect(item?.caption).toContain('19,90');
  });

  it('takes a post out and back, and moves one', () => {
    const ids = addProducts(2);
    const [first = ''] = ids;
    const { seriesId } = series.start(wish(ids));
    series.exclude({ seriesId, productIds: [first], excluded: true });
    expect(states(seriesId)).toEqual(['excluded', 'draft']);
    series.exclude({ seriesId, productIds: [first], excluded: false });
    const moved = series.edit(
      { seriesId, productId: first, wall: '2026-12-24T09:00' },
      undefined,
      'fr',
    );
    expect(moved).toMatchObject({ state: 'draft', wall: '2026-12-24T09:00' });
  });

  it('schedules all, says which not, and takes it back in one step', () => {
    const ids = addProducts(3);
    const [, second = ''] = ids;
    const { seriesId } = series.start(wish(ids));
    series.edit({ seriesId, productId: second, accountIds: [] }, undefined, 'fr');
    const done = series.schedule({ seriesId, productIds: ids }, 'c1', 'fr');
    expect(done).toMatchObject({ scheduled: 2, refused: [{ productId: second }] });
    expect(done.refused[0]?.text).not.toBe('');
    expect(states(seriesId)).toEqual(['scheduled', 'draft', 'scheduled']);
    posts.replan(done.undo);
    expect(states(seriesId)).toEqual(['draft', 'draft', 'draft']);
    expect(series.discard(seriesId, undefined, 'fr').changed).toBe(3);
    expect(posts.drafts({}).items).toEqual([]);
  });
});

describe('caption templates', () => {
  it('own ones are kept, changed and removed beside the three that come along', () => {
    const names = () => series.templates().items.map((one) => one.name);
    expect(names()).toHaveLength(3);
    const { id } = series.saveTemplate({ name: 'Noël', text: '{title} sous le sapin' });
    series.saveTemplate({ id, name: 'Hiver', text: '{title}' });
    expect(names()[0]).toBe('Hiver');
    series.removeTemplate(id);
    expect(names()).toHaveLength(3);
    series.restoreTemplate(id);
    expect(names()).toHaveLength(4);
    expect(() => series.saveTemplate({ name: 'x', text: '[' })).toThrow(
      expect.objectContaining({ code: 'caption-template-wrong' }),
    );
  });
});
