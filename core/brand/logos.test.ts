import { createReadStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestLibrary, type TestLibrary } from '../../tests/support/test-library.ts';
import { firstShopId } from '../../shared/contract/shop.ts';
import { shopService, type ShopService } from '../shop/service.ts';
import { kitStore } from './kit-store.ts';
import { brandService, type BrandService } from './service.ts';

let shelf: TestLibrary;
let shop: ShopService;
let brand: BrandService;

beforeEach(() => {
  shelf = openTestLibrary();
  shop = shopService(shelf.tools, { machineZone: () => 'Europe/Paris' });
  brand = brandService(shelf.tools, {
    library: shelf.library,
    shopIds: () => shop.places.list().shops.map(({ id }) => id),
    readShopBrand: () => shop.readShop().brand,
    writeShopBrand: (look) => void shop.save({ brand: look }),
  });
});
afterEach(() => shelf.close());

/** A red block on a clear ground with wide edges. */
async function upload(name: string, sidePx: number): Promise<string> {
  const path = join(shelf.tools.folder, name);
  const block = {
    width: sidePx / 2,
    height: sidePx / 4,
    channels: 3,
    background: '#8C1D2F',
  } as const;
  const clear = { r: 0, g: 0, b: 0, alpha: 0 };
  await sharp({ create: { width: sidePx, height: sidePx, channels: 4, background: clear } })
    .composite([{ input: await sharp({ create: block }).png().toBuffer() }])
    .png()
    .toFile(path);
  return (await shelf.library.receiveUpload(createReadStream(path), name)).assetId;
}

test('a logo is trimmed into a copy, its picture stays, and the same call makes it once', async () => {
  const wish = { uploadId: await upload('Logo.png', 1000), kind: 'light', trim: true } as const;
  const done = await brand.importLogo(wish, 'c1');
  expect(done).toMatchObject({ trimmed: true, notes: [], logo: { ratio: 2 } });
  expect(done.logo?.assetId).not.toBe(done.originalAssetId);
  expect(shelf.library.readAsset(done.originalAssetId)).toMatchObject({ widthPx: 1000 });
  expect(await brand.importLogo(wish, 'c1')).toEqual(done);
  expect(shelf.library.list({}).total).toBe(2);
  expect(shop.readShop().brand.logoAssetId).toBe(done.logo?.assetId);
  brand.set(undefined, done.before);
  expect(brand.get().logo).toBeUndefined();
  // What it was trimmed from is known as long as the logo itself, also to those who come back to it.
  expect(done.logo?.originalAssetId).toBe(done.originalAssetId);
  expect(brand.set(undefined, { logoAssetId: done.logo?.assetId }).logo).toEqual(done.logo);
  const whole = { assetId: done.originalAssetId, kind: 'light', trim: false } as const;
  const { logo: untrimmed } = await brand.importLogo(whole);
  expect(untrimmed?.assetId).toBe(done.originalAssetId);
  expect(untrimmed?.originalAssetId).toBeUndefined();

  const { colours, proposal } = await brand.palette(done.originalAssetId);
  expect(colours).toHaveLength(1);
  expect(untrimmed?.colours).toEqual(colours.map(({ colour }) => colour));
  expect(brand.set(undefined, { colours: proposal }).advice).toEqual([]);
  const assetId = done.originalAssetId;
  const dark = await brand.importLogo({ assetId, kind: 'dark', trim: false });
  expect(dark).toMatchObject({ trimmed: false, logoDark: { assetId, ratio: 1 } });
});

test('what is too small or no picture is refused by name and changes nothing', async () => {
  const start = brand.kitOf();
  const small = { uploadId: await upload('tiny.png', 40), kind: 'light', trim: true } as const;
  await expect(brand.importLogo(small)).rejects.toMatchObject({ code: 'logo-too-small' });
  const path = join(shelf.tools.folder, 'logo.svg');
  writeFileSync(
    path,
    '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
  );
  const { assetId } = await shelf.library.receiveUpload(createReadStream(path), 'logo.svg');
  const drawn = { uploadId: assetId, kind: 'light', trim: true } as const;
  await expect(brand.importLogo(drawn)).rejects.toMatchObject({ code: 'svg-refused' });
  await expect(brand.palette(assetId)).rejects.toMatchObject({ code: 'not-found' });
  await expect(brand.importLogo({ ...small, shopId: 'nowhere' })).rejects.toThrow('not-found');
  expect(brand.kitOf()).toEqual(start);
});

test('a logo that was chosen before its colours were looked at is known by them once somebody looks', async () => {
  const wish = { uploadId: await upload('Logo.png', 1000), kind: 'light', trim: false } as const;
  const { originalAssetId } = await brand.importLogo(wish);
  const own = brand.kitOf();
  kitStore(shelf.tools.db).write(firstShopId, { ...own, logoColours: undefined }, 1);
  expect(brand.get().logo?.colours).toBeUndefined();
  const { colours } = await brand.palette(originalAssetId);
  expect(brand.get().logo?.colours).toEqual(colours.map(({ colour }) => colour));
  expect(brand.kitOf()).toEqual(own);
});
