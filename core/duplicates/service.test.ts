import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { createMediaFactory, type MediaFactory } from '../../tests/support/media-factory.ts';
import { openTestLibrary, type TestLibrary } from '../../tests/support/test-library.ts';
import { duplicatesService, type DuplicatesService } from './service.ts';

let test: TestLibrary;
let make: MediaFactory;
let service: DuplicatesService;
let photosOf: Map<string, string[]>;

beforeEach(() => {
  test = openTestLibrary();
  make = createMediaFactory(join(test.tools.folder, 'brought'));
  photosOf = new Map();
  service = duplicatesService(test.tools, {
    looks: test.library.looks,
    savePhotos(productId, assetIds) {
      photosOf.set(productId, assetIds);
      const { db } = test.tools;
      db.prepare('DELETE FROM product_photos WHERE product_id = ?').run(productId);
      assetIds.forEach((id, at) =>
        db.prepare('INSERT INTO product_photos VALUES (?, ?, ?)').run(productId, at, id),
      );
    },
  });
});
afterEach(() => test.close());

async function bring(path: string): Promise<string> {
  const outcome = await test.library.importPath(path);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.assetId;
}

/** A photo, the same lighter and smaller as a phone's messenger sends it, and another photo. */
async function bringThree() {
  const path = await make.jpeg('mug.jpg', 1600, 1200, 3);
  const sent = sharp(path).resize(1100).modulate({ brightness: 1.02 }).webp({ quality: 60 });
  const one = await bring(path);
  const again = await bring(make.keep('sent.webp', await sent.toBuffer()));
  const other = await bring(await make.jpeg('bowl.jpg', 1600, 1200, 9));
  return { one, again, other };
}

describe('pictures that look alike', () => {
  it('are told at import, listed, merged and taken apart again', async () => {
    const { one, again, other } = await bringThree();
    const { groups, total, pending } = service.list({});
    expect({ total, pending }).toEqual({ total: 1, pending: 0 });
    expect(groups[0]?.items.map(({ assetId }) => assetId)).toEqual([one, again]);
    expect(groups[0]?.score).toBeGreaterThan(0.5);
    expect(service.of(other).items).toEqual([]);
    expect(service.of(again).items[0]).toMatchObject({ assetId: one, name: 'mug.jpg' });

    test.tools.db.exec(`INSERT INTO products (id, sku, title, description, price_minor, currency,
      stock, folded, created_at, updated_at) VALUES ('p', 'M', 'Mug', '', 1, 'EUR', 1, 'mug', 1, 1)`);
    test.tools.db.prepare('INSERT INTO product_photos VALUES (?, 0, ?)').run('p', again);
    expect(service.merge(one, [again])).toMatchObject({ mergedIds: [again], heldIds: [] });
    expect(photosOf.get('p')).toEqual([one]);
    expect(test.library.readAsset(again)?.id).toBe(one);
    expect(service.list({}).total).toBe(0);
    service.unmerge([again]);
    expect(photosOf.get('p')).toEqual([one, again]);
    expect(test.library.readAsset(again)?.id).toBe(again);
    expect(service.list({}).total).toBe(1);

    service.keep([one, again]);
    expect(service.list({}).total).toBe(0);
    expect(service.of(one).items).toEqual([]);
    service.unkeep([again, one]);
    expect(service.list({}).total).toBe(1);
  });

  it('stay as they are while a planned post shows them', async () => {
    const { one, again } = await bringThree();
    test.tools.db.exec(`
      INSERT INTO posts (id, content, title, version, content_print, created_at, updated_at)
        VALUES ('post', '${JSON.stringify({ media: [{ assetId: again }] })}', 'Mug', 1, 'x', 1, 1);
      INSERT INTO targets (id, post_id, account_id, network, role, due_at, claim, state, progress)
        VALUES ('t', 'post', 'a', 'facebook', 'post', 9, 1, 'scheduled', '{}');`);
    expect(service.merge(one, [again])).toEqual({ keptId: one, mergedIds: [], heldIds: [again] });
    expect(service.list({}).groups[0]?.items.map(({ isPlanned }) => isPlanned)).toEqual([
      false,
      true,
    ]);
    expect(test.library.readAsset(again)?.id).toBe(again);
  });

  it('are found among those that came in before looks were kept', async () => {
    const { one, again } = await bringThree();
    test.tools.db.exec('DELETE FROM asset_looks');
    test.reopen();
    const { looks } = test.library;
    expect([looks.pending(), looks.groups()]).toEqual([3, []]);
    await looks.fill(new AbortController().signal);
    expect(looks.pending()).toBe(0);
    expect(looks.groups().map(({ ids }) => ids.toSorted())).toEqual([[one, again].toSorted()]);
  });
});

it('stand in the order of their size where that is wished, from any place on', () => {
  const { db } = test.tools;
  const insert = db.prepare(
    `INSERT INTO assets (id, kind, origin, state, name, mime, place, size_bytes, hash, width_px,
       height_px, created_at) VALUES (?, 'photo', 'import', 'ready', 'x', 'image/jpeg', 'x', ?, ?, 9, 9, ?)`,
  );
  const sizes = { a: 10, b: 10, c: 900, d: 900, e: 1, f: 1, g: 1 };
  Object.entries(sizes).forEach(([id, bytes], at) => insert.run(id, bytes, id, at + 1));
  const groups = [
    ['a', 'b'],
    ['c', 'd'],
    ['e', 'f', 'g'],
  ].map((ids) => ({ ids, score: 1 }));
  const looks = { groups: () => groups, near: () => [], pending: () => 0 };
  const { list } = duplicatesService(test.tools, { looks, savePhotos: () => {} });
  const namesOf = (wish: object) =>
    list(wish).groups.map(({ items }) => items.map(({ assetId }) => assetId).join(''));
  // Of equal pictures the newest is the one to keep.
  expect(namesOf({ order: 'largest' })).toEqual(['gfe', 'dc', 'ba']);
  expect(namesOf({ order: 'largest', from: 1, limit: 1 })).toEqual(['dc']);
  expect(namesOf({ from: 1 })).toEqual(['dc', 'gfe']);
  expect(namesOf({ from: 9 })).toEqual([]);
});
