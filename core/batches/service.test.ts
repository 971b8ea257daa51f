import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMediaFactory } from '../../tests/support/media-factory.ts';
import { openTestBatches, type TestBatches } from '../../tests/support/test-batches.ts';
import type { Batch, BatchPicture, PictureRef } from '../../shared/contract/batches.ts';
import type { Format } from '../../shared/contract/shapes.ts';

let shop: TestBatches;
let photoId: string;
const templateIds = ['arche', 'affiche'];
const formats: Format[] = ['1:1', '4:5'];
const colours = { ground: '#1b2a4a', paper: '#ffffff', accent: '#d94f30' };

beforeEach(async () => {
  shop = openTestBatches();
  const make = createMediaFactory(join(shop.test.tools.folder, 'brought'));
  const outcome = await shop.test.library.importPath(await make.jpeg('photo.jpg', 2000, 1600));
  if (!outcome.ok) throw new Error(outcome.code);
  photoId = outcome.assetId;
});
afterEach(() => shop.test.close());

function addProducts(count: number): string[] {
  const ids = Array.from({ length: count }, (_, index) => `p${index}`);
  for (const id of ids) shop.test.addProduct({ id, photoAssetIds: [photoId] });
  return ids;
}
function order(productIds: string[], wished = formats): Batch {
  return shop.batches.save({ productIds, templateIds, formats: wished }, 'fr');
}
async function run(batchId: string, wish: Partial<Parameters<typeof shop.batches.run>[0]> = {}) {
  const { jobId } = await shop.batches.run({ batchId, ...wish });
  await shop.test.jobs.whenEnded(jobId);
  return shop.batches.get(batchId, 'fr');
}
async function picturesOf(batchId: string): Promise<(BatchPicture & { productId: string })[]> {
  const { rows } = await shop.batches.rows({ batchId, limit: 60 }, 'fr');
  return rows.flatMap(({ productId, pictures }) =>
    pictures.map((picture) => ({ ...picture, productId })),
  );
}
const assets = async (batchId: string) => (await picturesOf(batchId)).map(({ assetId }) => assetId);
const first: PictureRef = { productId: 'p0', templateId: 'arche', format: '1:1' };

/** Opens a picture as the editor does, changes a colour and maybe words, and saves. */
function editByHand(batchId: string, words?: string): void {
  const { creationId } = shop.batches.edit(batchId, first, {});
  const { version, scenes } = shop.creations.get(creationId);
  const scene = scenes['1:1'];
  if (!scene) throw new Error('no scene');
  const layers = scene.layers.map((layer) =>
    words !== undefined && layer.kind === 'text' && layer.text === 'Arum d’Éthiopie'
      ? { ...layer, text: words }
      : layer,
  );
  const next = { ...scene, background: '#ff0000', layers };
  shop.creations.save({ id: creationId, version, scenes: { '1:1': next } });
}
async function cornerOf(assetId: string | undefined): Promise<number[]> {
  const path = shop.test.library.readAsset(assetId ?? '')?.path ?? '';
  const { data } = await sharp(path)
    .extract({ left: 2, top: 2, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [...data];
}

describe('a batch', () => {
  it('makes every product in every template and format, and nothing twice', async () => {
    const { id } = order(addProducts(3));
    expect(await shop.batches.outlook(id)).toMatchObject({ fresh: 12, same: 0, changed: 0 });
    shop.start();
    const made = await run(id);
    expect(made).toMatchObject({ state: 'idle', counts: { wanted: 12, made: 12, problems: 0 } });
    const before = await assets(id);
    expect(new Set(before).size).toBe(12);
    expect(await shop.batches.outlook(id)).toMatchObject({ fresh: 0, same: 12, changed: 0 });
    await run(id);
    expect(await assets(id)).toEqual(before);
    expect(shop.test.studio.creations({}).total).toBe(12);
  });

  it('makes only the product anew whose price changed, and says so before', async () => {
    const { id } = order(addProducts(3));
    shop.start();
    await run(id);
    const before = await assets(id);
    shop.test.addProduct({ id: 'p1', photoAssetIds: [photoId], priceMinor: 1990 });
    expect(await shop.batches.outlook(id)).toMatchObject({ same: 8, changed: 4 });
    const changed = await shop.batches.rows({ batchId: id, filter: 'changed' }, 'fr');
    expect(changed.rows.map((row) => row.productId)).toEqual(['p1']);
    await run(id);
    const after = await assets(id);
    expect(after.map((one, index) => one === before[index])).toEqual([
      ...Array.from({ length: 4 }, () => true),
      ...Array.from({ length: 4 }, () => false),
      ...Array.from({ length: 4 }, () => true),
    ]);
    // The look of a further shop, then new colours of this one: all of them show it.
    const { productIds, templateIds } = order(['p0', 'p1', 'p2']).spec;
    const asked = { batchId: id, productIds, templateIds, formats };
    const brand = { ...shop.test.shop.brand, colours, logoText: 'La Verrière' };
    const second = { ...shop.test.shop, brand };
    shop.test.furtherShops.set('second', second);
    shop.batches.save({ ...asked, options: { shopId: 'second' } }, 'fr');
    expect(await shop.batches.outlook(id)).toMatchObject({ same: 0, changed: 12 });
    shop.batches.save(asked, 'fr');
    expect(await shop.batches.outlook(id)).toMatchObject({ same: 12, changed: 0 });
    shop.test.shop = second;
    expect(await shop.batches.outlook(id)).toMatchObject({ same: 0, changed: 12 });
  });

  it('keeps the reason of what cannot be made and tries it again when told', async () => {
    const ids = [...addProducts(1), 'bare'];
    shop.test.addProduct({ id: 'bare' });
    const { id } = order(ids);
    shop.start();
    const made = await run(id);
    expect(made.counts).toMatchObject({ made: 4, problems: 4 });
    const lost = (await shop.batches.rows({ batchId: id, filter: 'problems' }, 'fr')).rows;
    expect(lost).toHaveLength(1);
    expect(lost[0]?.pictures[0]?.problem).toMatchObject({ code: 'photo-missing' });
    shop.test.addProduct({ id: 'bare', photoAssetIds: [photoId], priceMinor: 0 });
    const again = await run(id);
    expect(again.counts).toMatchObject({ made: 8, problems: 0, warned: 4 });
    const [warned] = (await shop.batches.rows({ batchId: id, filter: 'warned' }, 'en')).rows;
    expect(warned?.pictures[0]?.notes).toEqual([
      { code: 'price-missing', text: 'This product has no price.' },
    ]);
  });

  it('leaves pictures out and takes them in again', async () => {
    const { id } = order(addProducts(2));
    const { before } = shop.batches.adjust(id, [{ ...first, excluded: true }], {});
    shop.start();
    const made = await run(id);
    expect(made.counts).toMatchObject({ wanted: 7, made: 7, excluded: 1 });
    shop.batches.adjust(id, before, {});
    expect(await shop.batches.outlook(id)).toMatchObject({ fresh: 1, same: 7 });
    expect(() => shop.batches.adjust(id, [{ ...first, photoAssetId: 'x' }], {})).toThrow(
      expect.objectContaining({ code: 'photo-missing' }),
    );
  });

  it('refuses more than a batch can hold and templates nobody knows', () => {
    const productIds = Array.from({ length: 500 }, (_, index) => `p${index}`);
    const wish = { productIds, templateIds, formats };
    expect(() => shop.batches.save({ ...wish, templateIds: ['x'] }, 'fr')).toThrow(
      expect.objectContaining({ code: 'template-unknown' }),
    );
    expect(shop.batches.save({ ...wish, clientId: 'c' }, 'fr')).toEqual(
      shop.batches.save({ ...wish, clientId: 'c' }, 'fr'),
    );
  });
});

describe('what was edited by hand', () => {
  async function edited(words?: string): Promise<string> {
    const { id } = order(addProducts(1));
    shop.start();
    await run(id);
    editByHand(id, words);
    return id;
  }
  const priceOf = async (id: string) => {
    const asset = (await picturesOf(id))[0]?.assetId ?? '';
    const scene = shop.test.tools.db
      .prepare<[string], string>('SELECT scene FROM assets WHERE id = ?')
      .pluck()
      .get(asset);
    return /"text":"([\d,]+)\s€"/u.exec(scene ?? '')?.[1];
  };

  it('is made as it was edited, without touching the others, and stays', async () => {
    const id = await edited();
    const before = await assets(id);
    expect(shop.batches.get(id, 'fr').counts.edited).toBe(1);
    const look = { changed: 1, same: 3, edited: 1, editedChanged: 0 };
    expect(await shop.batches.outlook(id)).toMatchObject(look);
    await run(id);
    expect((await assets(id)).slice(1)).toEqual(before.slice(1));
    const [red = 0, green = 255] = await cornerOf((await assets(id))[0]);
    expect(red).toBeGreaterThan(240);
    expect(green).toBeLessThan(16);
    shop.test.addProduct({ id: 'p0', photoAssetIds: [photoId], priceMinor: 1990 });
    expect(await shop.batches.outlook(id)).toMatchObject({
      edited: 1,
      editedChanged: 1,
      changed: 3,
    });
    await run(id, { hand: 'keep' });
    expect(await priceOf(id)).toBe('24,90');
  });

  it('takes the new price when told to, keeping the rest', async () => {
    const id = await edited('À la main');
    shop.test.addProduct({ id: 'p0', photoAssetIds: [photoId], priceMinor: 1990 });
    await run(id, { hand: 'refresh' });
    expect(await priceOf(id)).toBe('19,90');
    expect((await cornerOf((await assets(id))[0]))[0]).toBeGreaterThan(240);
  });

  it('gives way to the template when told to', async () => {
    const id = await edited();
    await run(id, { hand: 'replace' });
    expect((await cornerOf((await assets(id))[0]))[0]).toBeLessThan(100);
    expect(shop.batches.get(id, 'fr').counts.edited).toBe(0);
  });
});

describe('stopping and going on', () => {
  const workFolder = () => readdirSync(join(shop.test.dataDir, 'work'));
  const made = async (id: string) => (await assets(id)).filter((one) => one !== undefined);
  const someMade = (id: string) => () => shop.batches.get(id, 'fr').counts.made >= 2;

  it('pauses and goes on; cancelled, it keeps what is whole', async () => {
    const { id } = order(addProducts(6), ['1:1']);
    shop.start();
    const { jobId } = await shop.batches.run({ batchId: id });
    await shop.test.when(someMade(id));
    expect(shop.batches.pause(id, {}, 'fr').state).toBe('paused');
    await shop.test.jobs.whenEnded(jobId);
    const before = await made(id);
    expect(before.length % 2).toBe(0);
    expect(before.length).toBeLessThan(12);
    expect(workFolder()).toEqual([]);
    const resumed = await shop.batches.resume(id, {}, 'fr');
    await shop.test.jobs.whenEnded(resumed.jobId ?? '');
    expect(shop.batches.get(id, 'fr')).toMatchObject({ state: 'idle', counts: { made: 12 } });
    expect((await made(id)).slice(0, before.length)).toEqual(before);
    for (const one of await made(id))
      expect(existsSync(shop.test.library.readAsset(one ?? '')?.path ?? '')).toBe(true);
  });

  it('F18 goes on after the studio ended midway, without making anything twice', async () => {
    const { id } = order(addProducts(6), ['1:1']);
    shop.start();
    const { jobId } = await shop.batches.run({ batchId: id });
    await shop.test.when(someMade(id));
    // The workers end as in a crash; the queue's row still says that this boot runs it.
    for (const pid of shop.test.host.pids) process.kill(pid, 'SIGKILL');
    await shop.test.jobs.close();
    const before = new Map(
      (await picturesOf(id)).map((one) => [JSON.stringify(refOf(one)), one.assetId]),
    );
    shop.restart('boot-2');
    shop.start();
    await shop.test.jobs.whenEnded(jobId);
    await run(id);
    expect(shop.batches.get(id, 'fr').counts).toMatchObject({ made: 12, problems: 0 });
    for (const one of await picturesOf(id)) {
      const assetId = before.get(JSON.stringify(refOf(one)));
      if (assetId !== undefined) expect(one.assetId).toBe(assetId);
    }
    expect(shop.test.studio.creations({}).total).toBe(12);
  });
});

function refOf({ productId, templateId, format }: PictureRef): PictureRef {
  return { productId, templateId, format };
}
