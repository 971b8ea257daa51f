import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMediaFactory } from '../../tests/support/media-factory.ts';
import { openTestBatches, type TestBatches } from '../../tests/support/test-batches.ts';
import type { BatchSpec } from '../../shared/contract/batches.ts';

let shop: TestBatches;
let photoId: string;

beforeEach(async () => {
  shop = openTestBatches();
  const make = createMediaFactory(join(shop.test.tools.folder, 'brought'));
  const outcome = await shop.test.library.importPath(await make.jpeg('photo.jpg', 1800, 1800));
  if (!outcome.ok) throw new Error(outcome.code);
  photoId = outcome.assetId;
  shop.start();
});
afterEach(() => shop.test.close());

function addProducts(count: number): string[] {
  const ids = Array.from({ length: count }, (_, index) => `p${index}`);
  for (const id of ids) shop.test.addProduct({ id, photoAssetIds: [photoId] });
  return ids;
}
async function make(wish: BatchSpec & { batchId?: string }): Promise<string> {
  const { id } = shop.batches.save(wish, 'fr');
  await shop.test.jobs.whenEnded((await shop.batches.run({ batchId: id })).jobId);
  return id;
}
const namesOf = async (batchId: string) =>
  (await shop.batches.rows({ batchId }, 'fr')).rows.map(({ productId, pictures }) => [
    productId,
    pictures.map((one) => one.templateId),
  ]);

describe('templates that take several products', () => {
  it('make one picture, or one set, of each group, and only those anew that show a change', async () => {
    const productIds = addProducts(5);
    const wish = { productIds, templateIds: ['grille', 'carnet'], formats: ['1:1' as const] };
    const id = await make({ ...wish, groupSize: 3 });
    const pages = (count: number) =>
      Array.from({ length: count }, (_, at) => (at === 0 ? 'carnet' : `carnet:${at + 1}`));
    expect(await namesOf(id)).toEqual([
      ['p0', ['grille', ...pages(5)]],
      ['p3', ['grille', ...pages(4)]],
    ]);
    expect(shop.batches.get(id, 'fr').counts).toMatchObject({ wanted: 11, made: 11, problems: 0 });
    const [grid] = (await shop.batches.rows({ batchId: id }, 'fr')).rows[0]?.pictures ?? [];
    expect(grid?.with).toEqual(['p1', 'p2']);
    expect(shop.test.library.readAsset(grid?.assetId ?? '')?.productIds).toEqual([
      'p0',
      'p1',
      'p2',
    ]);
    shop.test.addProduct({ id: 'p1', photoAssetIds: [photoId], priceMinor: 1_250_000 });
    expect(await shop.batches.outlook(id)).toMatchObject({ changed: 2, same: 9 });
    const { rows } = await shop.batches.rows({ batchId: id, filter: 'changed' }, 'fr');
    const changed = rows.flatMap(({ pictures }) =>
      pictures.filter(({ state }) => state === 'changed'),
    );
    expect(changed.map(({ templateId }) => templateId)).toEqual(['grille', 'carnet:3']);
    // Regrouped, what no longer has a place is neither counted nor exported.
    shop.batches.save({ ...wish, batchId: id, groupSize: 6 }, 'fr');
    expect(shop.batches.get(id, 'fr').counts.wanted).toBe(8);
    expect(shop.batches.madePictures(id).map(({ productId }) => productId)).not.toContain('p3');
  });

  it('name the product that keeps the whole picture from being made', async () => {
    const productIds = addProducts(2);
    shop.test.addProduct({ id: 'p1', title: 'Hibiscus nu' });
    const id = await make({ productIds, templateIds: ['grille'], formats: ['1:1'] });
    const [lost] = (await shop.batches.rows({ batchId: id, filter: 'problems' }, 'fr')).rows;
    expect(lost?.pictures[0]?.problem?.code).toBe('group-photo');
    expect(JSON.stringify(lost?.pictures[0]?.problem)).toContain('« Hibiscus nu »');
  });
});

describe('words of a batch', () => {
  it('are drawn, for one product or for all, and missed where there are none', async () => {
    const productIds = addProducts(2);
    const wish = { productIds, templateIds: ['avis'], formats: ['1:1' as const] };
    const id = await make(wish);
    expect(shop.batches.get(id, 'fr').counts).toMatchObject({ made: 2, warned: 2 });
    const write = (words: BatchSpec['words']) =>
      shop.batches.save({ ...wish, batchId: id, words }, 'fr');
    const all = { quote: { text: 'Une merveille', author: 'Léa' } };
    write({ avis: { all } });
    expect(await shop.batches.outlook(id)).toMatchObject({ changed: 2 });
    await make({ ...wish, batchId: id, words: { avis: { all } } });
    expect(shop.batches.get(id, 'fr').counts).toMatchObject({ made: 2, warned: 0 });
    write({ avis: { all, ofProduct: { p1: { quote: { text: 'Il fleurit encore' } } } } });
    expect(await shop.batches.outlook(id)).toMatchObject({ changed: 1, same: 1 });
    const [scene] = shop.test.tools.db
      .prepare<[], string>("SELECT scene FROM assets WHERE scene LIKE '%Une merveille%'")
      .pluck()
      .all();
    expect(scene).toContain('Léa');
  });
});
