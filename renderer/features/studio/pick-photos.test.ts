import { expect, test } from 'vitest';
import type { Product } from '../../../shared/contract/catalogue.ts';
import type { Layer } from '../../../shared/scene/scene.ts';
import {
  moveItem,
  noPhotoChoice,
  partsByPhoto,
  photosOf,
  pickPhotos,
  productOfPhoto,
  withoutPhoto,
  withPhoto,
} from './pick-photos.ts';

const product = (id: string, ...assetIds: string[]): Product => ({
  id,
  sku: id,
  title: id,
  description: '',
  price: 1290,
  currency: 'EUR',
  stock: 3,
  photos: assetIds.map((assetId) => ({ assetId, url: '', thumbUrl: '' })),
  updatedAt: '2026-11-22T10:00:00.000Z',
});
const shop = [product('a', 'a1', 'a2'), product('b', 'b1', 'b2', 'b3'), product('c', 'c1')];

test('begins with the first photo of each product', () => {
  expect(pickPhotos(shop, noPhotoChoice)).toEqual(['a1', 'b1', 'c1']);
});

test('second photos join while there are fewer than three', () => {
  expect(pickPhotos(shop.slice(0, 1), noPhotoChoice)).toEqual(['a1', 'a2']);
  expect(pickPhotos(shop.slice(0, 2), noPhotoChoice)).toEqual(['a1', 'b1', 'a2']);
});

test('shows ten at most', () => {
  const many = Array.from({ length: 14 }, (_, index) => product(`p${index}`, `photo${index}`));
  expect(pickPhotos(many, noPhotoChoice)).toHaveLength(10);
});

test('keeps the order made by hand when another product is chosen', () => {
  const choice = { order: ['c1', 'a1', 'b1'], removed: new Set<string>() };
  expect(pickPhotos([...shop, product('d', 'd1')], choice)).toEqual(['c1', 'a1', 'b1', 'd1']);
});

test('forgets photos of products that are chosen no more', () => {
  const choice = { order: ['c1', 'a1', 'b1'], removed: new Set<string>() };
  expect(pickPhotos(shop.slice(0, 2), choice)).toEqual(['a1', 'b1', 'a2']);
});

test('a photo taken out does not come back by itself, but by hand', () => {
  const shown = pickPhotos(shop, noPhotoChoice);
  const less = withoutPhoto(noPhotoChoice, shown, 'a1');
  expect(pickPhotos(shop, less)).toEqual(['b1', 'c1', 'a2']);
  const again = withPhoto(less, pickPhotos(shop, less), 'a1');
  expect(pickPhotos(shop, again)).toEqual(['b1', 'c1', 'a2', 'a1']);
});

test('moves one photo and leaves the rest in order', () => {
  expect(moveItem(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(moveItem(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moveItem(['a', 'b'], 0, 5)).toEqual(['a', 'b']);
});

test('knows each photo once and whose it is', () => {
  expect(photosOf([product('a', 'x', 'y'), product('b', 'x')])).toEqual(['x', 'y']);
  expect(productOfPhoto(shop, 'b2')?.id).toBe('b');
  expect(productOfPhoto(shop, 'nowhere')).toBeUndefined();
});

const photoLayer = (photoId: string, part?: number): Layer => ({
  kind: 'photo',
  id: photoId,
  photoId,
  box: { xPx: 0, yPx: 0, widthPx: 1, heightPx: 1 },
  ...(part === undefined ? {} : { part }),
});

test('knows how long each photo is seen and which the video left out', () => {
  const scene = {
    layers: [
      ...[photoLayer('a1', 0), photoLayer('a1', 1), photoLayer('a1', 1)],
      ...[photoLayer('c1', 2), photoLayer('a1', 3), photoLayer('logo')],
    ],
    parts: [
      { startMs: 0, endMs: 500 },
      { productId: 'a', startMs: 500, endMs: 3_000 },
      { productId: 'c', startMs: 3_000, endMs: 6_500 },
      { productId: 'a', startMs: 6_500, endMs: 7_500 },
      { startMs: 7_500, endMs: 8_000 },
    ],
  };
  const parts = partsByPhoto(['a1', 'b1', 'c1'], scene);
  expect([...parts]).toEqual([
    ['a1', { durationMs: 3_500 }],
    ['c1', { durationMs: 3_500 }],
  ]);
});

test('says no lengths where no shot shows a photo', () => {
  const parts = partsByPhoto(['a1'], { layers: [photoLayer('a1')], parts: [] });
  expect(parts.get('a1')).toEqual({ durationMs: 0 });
});
