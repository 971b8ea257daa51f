import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';
import { kit as kitShape } from '../../shared/contract/brand.ts';
import { Problem } from '../../shared/contract/problem.ts';
import { inspectFont } from '../media/worker/font/inspect-font.ts';
import { shopService, type ShopService } from '../shop/service.ts';
import { brandService, type BrandService, type BrandUses } from './service.ts';

const shipped = join(import.meta.dirname, '../../resources/fonts');
let tools: TestTools;
let folder = '';
let shop: ShopService;
let brand: BrandService;

beforeEach(() => {
  tools = openTestTools();
  folder = mkdtempSync(join(tmpdir(), 'vitrine-brand-'));
  const uploads: Record<string, string> = {
    fleur: 'Fraunces_500Medium.ttf',
    text: 'OFL-Inter.txt',
  };
  const photos: Record<string, object> = {
    logo: { id: 'logo', kind: 'photo', widthPx: 400, heightPx: 100, url: '/media/logo/original' },
    night: {
      id: 'night',
      kind: 'photo',
      widthPx: 200,
      heightPx: 200,
      url: '/media/night/original',
    },
  };
  const library = {
    fontsDir: join(folder, 'fonts'),
    readAsset: (id: string) =>
      photos[id] ?? (uploads[id] && { path: join(shipped, uploads[id]), kind: 'file' }),
    workers: { run: (_: string, input: { path: string }) => inspectFont(input) },
  } as unknown as BrandUses['library'];
  shop = shopService(tools, { machineZone: () => 'Europe/Paris' });
  brand = brandService(tools, {
    library,
    shopIds: () => shop.places.list().shops.map(({ id }) => id),
    readShopBrand: () => shop.readShop().brand,
    writeShopBrand: (look) => void shop.save({ brand: look }),
  });
});
afterEach(() => {
  tools.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a new shop has a kit in which everything can be read, as the contract has it', () => {
  const kit = brand.get();
  expect(kitShape.parse(kit)).toEqual(kit);
  expect(kit).toMatchObject({ shopId: 'first', inherited: false, advice: [] });
  expect(kit.fonts).toBeUndefined();
  expect(kit.fontPairs.length).toBeGreaterThanOrEqual(6);
  const names = kit.families.map(({ family }) => family);
  for (const { title, text } of kit.fontPairs)
    expect(names).toEqual(expect.arrayContaining([title, text]));
});

test('the first shop’s kit and its settings are one, whichever is changed', () => {
  brand.set(undefined, {
    logoText: 'La Serre',
    logoAssetId: 'logo',
    colours: { accent: '#FFD27A' },
    watermark: { text: 'La Serre', place: 'bottom-right', opacity: 0.4 },
  });
  expect(shop.readShop().brand).toEqual({
    logoText: 'La Serre',
    logoAssetId: 'logo',
    logoUrl: '/media/logo/original',
    colours: { ground: '#24402F', paper: '#F3EBDD', accent: '#FFD27A' },
  });
  const { logoAssetId: _, logoUrl: _url, ...bare } = shop.readShop().brand;
  shop.save({ brand: { ...bare, logoText: 'Serre & fils' } });
  const kit = brand.get();
  expect(kit).toMatchObject({ logoText: 'Serre & fils', watermark: { place: 'bottom-right' } });
  expect(kit.logo).toBeUndefined();
  expect(tools.heard).toContainEqual({ type: 'changed', topic: 'shop' });
});

test('a change answers what takes it back, and is made once for a clientId', () => {
  const start = brand.kitOf();
  const patch = {
    logoDarkAssetId: 'night',
    priceStyle: 'tag',
    fonts: { title: 'Lora', text: 'Nunito' },
  } as const;
  const changed = brand.set('first', patch, 'c1');
  expect(changed).toMatchObject({ ...{ priceStyle: 'tag', logoDark: { ratio: 1 } } });
  expect(brand.set('first', { priceStyle: 'round' }, 'c1')).toEqual(changed);
  expect(brand.get().priceStyle).toBe('tag');
  brand.set('first', changed.before);
  expect(brand.kitOf()).toEqual(start);
  brand.set('first', { ...patch, fonts: null });
  expect(brand.get().fonts).toBeUndefined();
});

test('a further shop takes the first one’s kit until it has its own, and again when it gives that up', () => {
  const { id } = shop.places.add({ name: 'Montréal', zone: 'America/Toronto' });
  brand.set('first', { logoText: 'La Serre', priceStyle: 'round' });
  expect(brand.get(id)).toMatchObject({
    inherited: true,
    logoText: 'La Serre',
    priceStyle: 'round',
  });
  const { before } = brand.set(id, { logoAssetId: 'logo', colours: { ground: '#102030' } });
  expect(brand.get(id)).toMatchObject({ inherited: false, priceStyle: 'round' });
  expect(brand.get('first').colours.ground).toBe('#24402F');
  expect(brand.get('first').logo).toBeUndefined();
  brand.set('first', { logoDarkAssetId: 'night' });
  expect(brand.logoIds().toSorted()).toEqual(['logo', 'night']);
  expect(brand.kitOf(id).colours.ground).toBe('#102030');
  brand.set(id, before);
  expect(brand.get(id)).toMatchObject({ inherited: true, logoText: 'La Serre' });
  expect(() => brand.set('first', { inherited: true })).toThrow('shop-is-first');
  expect(() => brand.get('nowhere')).toThrow('not-found');
  expect(brand.kitOf('nowhere')).toEqual(brand.kitOf());
  shop.places.remove(id);
  expect(brand.logoIds()).toEqual(['night']);
});

test('colours that can hardly be read are told with the nearest that can', () => {
  const { advice } = brand.set('first', { colours: { ground: '#B9C7A0', accent: '#E2B04A' } });
  expect(advice.map(({ pair }) => pair)).toEqual([
    ['paper', 'ground'],
    ['accent', 'ground'],
  ]);
  const [first] = advice;
  if (!first?.suggestion) throw new Error('no suggestion');
  const { name, colour } = first.suggestion;
  const next = brand.set('first', { colours: { [name]: colour } });
  expect(next.advice.map(({ pair }) => pair)).not.toContainEqual(['paper', 'ground']);
});

test('only what is there can be chosen', () => {
  expect(() => brand.set('first', { logoAssetId: 'fleur' })).toThrow('not-found');
  expect(() => brand.set('first', { fonts: { title: 'Lora', text: 'own:nothing' } })).toThrow(
    'invalid-input',
  );
  expect(brand.get().logo).toBeUndefined();
});

test('a font that was read is kept whole under an id of ours, once for a clientId', async () => {
  const font = await brand.importFont('fleur', 'c1');
  expect(font).toMatchObject({
    family: `own:${font.id}`,
    name: 'Fraunces',
    weight: 500,
    missing: '',
  });
  expect(await brand.importFont('fleur', 'c1')).toEqual(font);
  expect(brand.fonts()).toEqual({ fonts: [font] });
  expect(readdirSync(join(folder, 'fonts'))).toEqual([font.id]);
  expect(tools.heard).toContainEqual({ type: 'changed', topic: 'shop' });
});

test('what is no font leaves nothing behind', async () => {
  await expect(brand.importFont('text')).rejects.toThrow('font-unreadable');
  await expect(brand.importFont('unknown')).rejects.toBeInstanceOf(Problem);
  expect(brand.fonts()).toEqual({ fonts: [] });
  expect(existsSync(join(folder, 'fonts'))).toBe(false);
});

test('a font that is taken away is gone with its file, and its place in the kit is the usual one’s', async () => {
  const { id, family } = await brand.importFont('fleur');
  expect(brand.get().families.at(-1)).toMatchObject({ family, source: 'own', name: 'Fraunces' });
  brand.set('first', { fonts: { title: family, text: 'Nunito' } });
  await brand.removeFont(id);
  expect(brand.fonts()).toEqual({ fonts: [] });
  expect(readdirSync(join(folder, 'fonts'))).toEqual([]);
  expect(brand.kitOf().fonts).toEqual({ title: 'Fraunces', text: 'Nunito' });
  expect(brand.get().fonts).toEqual({ title: 'Fraunces', text: 'Nunito' });
  await expect(brand.removeFont(id)).rejects.toThrow('not-found');
});
