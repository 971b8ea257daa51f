import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { forceTargets } from '../../tests/support/posts-fixture.ts';
import { openTestShelves, type TestShelves } from '../../tests/support/library-fixture.ts';

let shelves: TestShelves;

beforeEach(() => {
  shelves = openTestShelves();
});
afterEach(() => shelves.close());

const dayMs = 86_400_000;

function addProduct(title: string, photoAssetIds: string[] = []): string {
  const sku = title.toUpperCase();
  return shelves.posts.catalogue.save({ title, sku, price: 900, photoAssetIds }).id;
}

function addPost(assetId: string): string {
  const media = [{ assetId, alt: 'Un pot' }];
  const content = { accountIds: ['fb'], caption: `Avec ${assetId}`, media };
  return shelves.posts.create(content).postId;
}

function plan(postId: string): void {
  shelves.posts.schedule({ postId, at: '2026-11-26T18:30:00Z' });
}

describe('lists', () => {
  test('are leafed through by place, newest first, with their months', () => {
    const { add, list, library, tools } = shelves;
    ['2026-10-31T22:59:00Z', '2026-10-31T23:01:00Z', '2026-11-02T08:00:00Z'].forEach(
      (at, index) => {
        tools.setNow(at);
        add(`a${index}`);
      },
    );
    expect(list()).toEqual(['a2', 'a1', 'a0']);
    expect(library.outline()).toEqual({
      total: 3,
      months: [
        { month: '2026-11', count: 2 },
        { month: '2026-10', count: 1 },
      ],
    });
    const page = library.page({ from: 1, limit: 1 });
    expect(page).toMatchObject({ total: 3, items: [{ id: 'a1', rating: 0, tags: [], uses: 0 }] });
    add('a3');
    expect(library.page({ limit: 1 }).items[0]?.id).toBe('a3');
  });

  test('find words of names, products, tags and alt texts without their accents', () => {
    const { add, list, library, tools } = shelves;
    add('a1', { name: 'Été_à-la-serre.JPG' });
    add('a2');
    add('a3');
    addProduct('Cœur de Marie', ['a2']);
    library.tag({ assetIds: ['a3'] }, { add: ['Noël'] });
    tools.db.exec(`INSERT INTO asset_alts VALUES ('a1', 'Une fougère', 1)`);
    expect(list({ text: 'ete ser' })).toEqual(['a1']);
    expect(list({ text: 'FOUGERE' })).toEqual(['a1']);
    expect(list({ text: 'coeur' })).toEqual(['a2']);
    expect(list({ text: 'noel' })).toEqual(['a3']);
    expect(list({ text: '"* OR a' })).toEqual([]);
    expect(list({ text: '!?' })).toEqual([]);
  });

  test('find what is written in made pictures, also after a key was given again', async () => {
    const { add, list, library } = shelves;
    const layer = (text: string, more = {}) => ({ kind: 'text', text, ...more });
    const scene = { layers: [layer('Fête des mères'), { kind: 'price', text: '24 €' }] };
    add('a1', { name: 'Pot.jpg' });
    add('a2', { origin: 'studio', name: 'Pot', scene });
    expect(list({ text: 'fete mer' })).toEqual(['a2']);
    expect(list({ text: 'meres pot' })).toEqual(['a2']);
    expect(list({ text: 'pot' }).sort()).toEqual(['a1', 'a2']);
    library.bin({ assetIds: ['a2'] }, {});
    await library.erase({ assetIds: ['a2'] });
    add('a3', { origin: 'studio', scene: { layers: [layer('Cœur de saison')] } });
    expect(list({ text: 'fete' })).toEqual([]);
    expect(list({ text: 'coeur' })).toEqual(['a3']);
  });

  test('are narrowed and ordered by what is asked', () => {
    const { add, list, library, tools } = shelves;
    add('photo', { name: 'img_10', sizeBytes: 5 });
    tools.advance(1000);
    add('made', { origin: 'studio', format: '4:5', name: 'Img_9', sizeBytes: 9 });
    tools.advance(1000);
    add('film', { kind: 'video', name: 'arum', sizeBytes: 7 });
    add('upload', { kind: 'file' });
    expect(list({ kind: 'photo' })).toEqual(['photo']);
    expect(list({ kind: 'creation' })).toEqual(['made']);
    expect(list({ format: '4:5' })).toEqual(['made']);
    expect(list({ sort: 'oldest' })).toEqual(['photo', 'made', 'film']);
    expect(list({ sort: 'name' })).toEqual(['film', 'made', 'photo']);
    expect(list({ sort: 'largest' })).toEqual(['made', 'film', 'photo']);
    library.rate({ assetIds: ['photo'] }, 4);
    library.setFavourite({ assetIds: ['film'] }, true);
    expect(list({ rating: 3 })).toEqual(['photo']);
    expect(list({ favourite: true })).toEqual(['film']);
    expect(list({ sort: 'rating' })[0]).toBe('photo');
    const [newest] = library.page({}).items;
    expect(list({ from: newest?.createdAt })).toEqual(['film']);
  });

  test('know at any time where a picture is used', () => {
    const { add, list, library, posts, tools } = shelves;
    for (const id of ['a1', 'a2', 'a3']) add(id);
    const productId = addProduct('Pot', ['a2']);
    const postId = addPost('a1');
    expect(list({ use: 'nowhere' })).toEqual(['a3']);
    expect(list({ use: 'product' })).toEqual(['a2']);
    expect(list({ productId })).toEqual(['a2']);
    expect(list({ use: 'planned' })).toEqual([]);
    expect(list({ accountId: 'fb' })).toEqual([]);
    plan(postId);
    expect(list({ use: 'planned' })).toEqual(['a1']);
    expect([list({ accountId: 'fb' }), list({ accountId: 'ig' })]).toEqual([['a1'], []]);
    expect(list({ sort: 'last-used' })[0]).toBe('a1');
    expect(library.get('a1').usedIn).toMatchObject([
      { kind: 'post', id: postId, state: 'scheduled', at: '2026-11-26T18:30:00.000Z' },
    ]);
    forceTargets(tools, postId, 'published');
    tools.events.changed('targets');
    expect([list({ use: 'planned' }), list({ use: 'published' })]).toEqual([[], ['a1']]);
    const draft = addPost('a3');
    expect(list({ use: 'nowhere' })).toEqual([]);
    posts.remove(draft);
    expect(list({ use: 'nowhere' })).toEqual(['a3']);
  });
});

test('questions are kept under names, one for each name', () => {
  const { library } = shelves;
  library.saveFilter('Étés', { text: 'ete', rating: 4 });
  library.saveFilter('Arums', { text: 'arum' });
  library.saveFilter('ETES', { favourite: true }, 'c1');
  library.saveFilter('ETES', { favourite: true }, 'c1');
  const kept = () => library.filters().map(({ name, query }) => [name, query]);
  expect(kept()).toEqual([
    ['Arums', { text: 'arum' }],
    ['ETES', { favourite: true }],
  ]);
  library.removeFilter(library.filters()[0]?.id ?? '');
  expect(kept()).toEqual([['ETES', { favourite: true }]]);
});

test('a picture leads to the batch that it was made in, until that is gone', () => {
  const { add, library, tools } = shelves;
  add('a1', { origin: 'studio' });
  tools.db.exec(`INSERT INTO batches (id, name, spec, created_at, updated_at)
    VALUES ('b1', 'Arche · 22 nov.', '{}', 1, 1)`);
  tools.db.exec(`INSERT INTO batch_pictures (batch_id, product_id, template_id, format, asset_id)
    VALUES ('b1', 'p', 'arche', '1:1', 'a1')`);
  expect(library.get('a1')).toMatchObject({
    uses: 0,
    usedIn: [{ kind: 'batch', id: 'b1', title: 'Arche · 22 nov.' }],
  });
  tools.db.exec('UPDATE batches SET removed_at = 2');
  expect(library.get('a1').usedIn).toEqual([]);
});

describe('marks', () => {
  test('of many are given in one step and taken back in one, each as it was', () => {
    const { add, list, library } = shelves;
    for (const id of ['a1', 'a2', 'a3']) add(id);
    library.rate({ assetIds: ['a1'] }, 2);
    const { changed, changeId = '' } = library.rate({ query: {}, exceptIds: ['a3'] }, 5);
    expect([changed, list({ rating: 5 }).length]).toEqual([2, 2]);
    expect(library.undo(changeId)).toEqual({ changed: 2 });
    expect([list({ rating: 1 }), list({ rating: 3 })]).toEqual([['a1'], []]);
    expect(() => library.undo(changeId)).toThrow('not-found');
    expect(library.rate({ assetIds: ['a1', 'gone'] }, 2)).toEqual({ changed: 0 });
  });

  test('a change that is sent twice is made once', () => {
    const { add, library } = shelves;
    add('a1');
    const first = library.rate({ assetIds: ['a1'] }, 3, 'c1');
    library.rate({ assetIds: ['a1'] }, 1);
    expect(library.rate({ assetIds: ['a1'] }, 3, 'c1')).toEqual(first);
    expect(library.get('a1').rating).toBe(1);
  });

  test('a new name leaves the name of the file to be read', () => {
    const { add, library, list } = shelves;
    add('a1', { name: 'DSC_0001.jpg' });
    const { changeId = '' } = library.rename('a1', 'Arum blanc');
    expect(library.get('a1')).toMatchObject({ name: 'Arum blanc', fileName: 'DSC_0001.jpg' });
    expect(list({ text: 'arum' })).toEqual(['a1']);
    library.undo(changeId);
    expect(library.get('a1').name).toBe('DSC_0001.jpg');
  });

  test('photos go to a product after those that it has, and can be taken off again', () => {
    const { add, library, posts } = shelves;
    for (const id of ['a1', 'a2']) add(id);
    add('film', { kind: 'video' });
    const productId = addProduct('Pot', ['a1']);
    const photos = () => posts.catalogue.readProducts([productId])[0]?.photoAssetIds;
    const chosen = { assetIds: ['a1', 'film', 'a2'] };
    const { changed, changeId = '' } = library.attach(chosen, productId);
    expect([changed, photos()]).toEqual([1, ['a1', 'a2']]);
    library.undo(changeId);
    expect(photos()).toEqual(['a1']);
  });
});

describe('tags', () => {
  test('that differ by accents or case are one; renaming onto another merges', () => {
    const { add, library, list } = shelves;
    for (const id of ['a1', 'a2']) add(id);
    library.tag({ assetIds: ['a1'] }, { add: ['Noël'] });
    library.tag({ assetIds: ['a2'] }, { add: ['noel', 'Hiver'] });
    const tags = () => library.tags().map(({ name, count }) => [name, count]);
    expect(tags()).toEqual([
      ['Hiver', 1],
      ['Noël', 2],
    ]);
    const [hiver, noel] = library.tags().map(({ id }) => id);
    expect(list({ tagIds: [hiver ?? '', noel ?? ''] })).toEqual(['a2']);
    expect(library.renameTag(hiver ?? '', 'NOËL')).toEqual({ tagId: noel, merged: true });
    expect(tags()).toEqual([['Noël', 2]]);
    const { changeId = '' } = library.removeTag(noel ?? '');
    expect([tags(), list({ text: 'noel' })]).toEqual([[], []]);
    library.undo(changeId);
    expect(tags()).toEqual([['Noël', 2]]);
  });
});

describe('the bin', () => {
  test('keeps out what something would miss, and says what', () => {
    const { add, library, list, shopPictures } = shelves;
    for (const id of ['free', 'planned', 'ofProduct', 'logo', 'shown']) add(id);
    plan(addPost('planned'));
    const published = addPost('shown');
    plan(published);
    forceTargets(shelves.tools, published, 'published');
    addProduct('Pot', ['ofProduct']);
    shopPictures.push('logo');
    const binned = library.bin({ query: {} }, {});
    expect(binned).toMatchObject({ changed: 2, usedCount: 3 });
    const used = binned.used.flatMap((one) => one.usedIn.map(({ kind, title }) => [kind, title]));
    expect(used.sort()).toEqual([
      ['brand', ''],
      ['post', 'Avec planned'],
      ['product', 'Pot'],
    ]);
    expect(list({ binned: true }).sort()).toEqual(['free', 'shown']);
    expect(list().sort()).toEqual(['logo', 'ofProduct', 'planned']);
    expect(library.bin({ assetIds: ['planned'] }, { evenUsed: true })).toMatchObject({
      changed: 1,
      usedCount: 0,
    });
    library.undo(binned.changeId ?? '');
    expect(list({ binned: true })).toEqual(['planned']);
  });

  test('is emptied after thirty days, but for what something shows', async () => {
    const { add, library, list, tools, posts } = shelves;
    for (const id of ['free', 'shown', 'young']) add(id);
    const postId = addPost('shown');
    library.bin({ assetIds: ['free', 'shown'] }, { evenUsed: true });
    expect(library.get('free').erasedAt).toBe('2026-12-24T08:12:00.000Z');
    expect(library.get('shown').erasedAt).toBeUndefined();
    tools.advance(29 * dayMs);
    library.bin({ assetIds: ['young'] }, {});
    expect(await library.sweep(tools.clock.now())).toBe(0);
    tools.advance(dayMs);
    expect(await library.sweep(tools.clock.now())).toBe(1);
    expect(list({ binned: true })).toEqual(['young', 'shown']);
    // A post that was removed may come back for as long as the bin keeps things.
    posts.remove(postId);
    expect(await library.erase({ assetIds: ['shown', 'young'] })).toEqual({ erased: 1, kept: 1 });
    tools.advance(31 * dayMs);
    expect(await library.sweep(tools.clock.now())).toBe(1);
    expect(list({ binned: true })).toEqual([]);
  });
});
